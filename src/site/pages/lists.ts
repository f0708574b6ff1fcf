import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { icon } from '../icons.js';
import type { Navigation, TagEntry, TypeEntry } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import type { SiteFile } from '../site-file.js';
import { sayPages } from '../words.js';
import { framePage, type LanguageChoice, type PageParts } from './frame.js';
import { fitsOnePage, listParts, partLinks, partTitle } from './list-parts.js';
import { pageList } from './page-list.js';

/** Tags on the page of all pages, most used first: a knowledge base may have more than anybody would read. */
const mostTags = 500;

/** Every playbook of one type, on as many pages as it takes. */
export function typePages(site: SiteContext, navigation: Navigation, type: TypeEntry, languages: readonly string[]): Generator<SiteFile> {
  return longList(site, navigation, {
    ...type,
    frame: { kind: 'type', currentType: type.name },
    showsTypes: false,
    languages,
    addressIn: (language) => site.addresses.type(type.name, language),
  });
}

/** Every playbook with one tag, on as many pages as it takes. */
export function tagPages(site: SiteContext, navigation: Navigation, tag: TagEntry, languages: readonly string[]): Generator<SiteFile> {
  return longList(site, navigation, {
    ...tag,
    label: tag.tag,
    description: '',
    icon: 'tag',
    frame: { kind: 'tag', currentTag: tag.tag },
    showsTypes: true,
    languages,
    addressIn: (language) => site.addresses.tag(tag.tag, language),
  });
}

interface LongList {
  readonly label: string;
  /** Empty where there is nothing to say. */
  readonly description: string;
  readonly icon: string;
  readonly address: string;
  readonly playbooks: readonly Playbook[];
  readonly frame: Pick<PageParts, 'kind' | 'currentType' | 'currentTag'>;
  /** Whether each entry has the icon of its type. */
  readonly showsTypes: boolean;
  /** Languages that have this list, and where it is in them. */
  readonly languages: readonly string[];
  readonly addressIn: (language: string) => string;
}

function* longList(site: SiteContext, navigation: Navigation, list: LongList): Generator<SiteFile> {
  const { say } = navigation;
  const { label, description } = list;
  const parts = listParts(list.address, list.playbooks);
  for (const { address, playbooks, ...part } of parts) {
    const content = framePage(site, navigation, {
      ...list.frame,
      address,
      title: partTitle(label, part, say),
      ...(description !== '' && { description }),
      languages: languageChoices(site, address, list.languages, navigation, list.addressIn),
      main: [
        h('div', { className: ['list-head'] }, [
          h('h1', [icon(list.icon), h('span', label), h('span', { className: ['count'] }, sayPages(say, list.playbooks.length))]),
          ...(description === '' ? [] : [h('p', { className: ['summary'] }, description)]),
        ]),
        ...partLinks(parts, address, say),
        pageList(playbooks, site, navigation, address, list.showsTypes),
        ...partLinks(parts, address, say),
      ],
    });
    yield { path: address, content };
  }
}

/** The same list in other languages; a later page of it has itself in its own. */
function languageChoices(
  { knowledgeBase: { config } }: SiteContext,
  own: string,
  languages: readonly string[],
  { language: current }: Navigation,
  addressIn: (language: string) => string,
): readonly LanguageChoice[] {
  return config.languages.map((language) =>
    languages.includes(language) ? { language, address: language === current ? own : addressIn(language) } : { language },
  );
}

/**
 * The table of contents. Of a small knowledge base it is everything on one page, which readers without JavaScript search with
 * their browser; of a large one it leads to the lists of each type.
 */
export function allPagesPage(site: SiteContext, navigation: Navigation): string {
  const { addresses, knowledgeBase } = site;
  const { say, types, language, editions } = navigation;
  const address = addresses.allPages(language);
  const isSmall = fitsOnePage(editions);
  return framePage(site, navigation, {
    address,
    title: say('allPages'),
    kind: 'all-pages',
    languages: knowledgeBase.config.languages.map((other) => ({ language: other, address: addresses.allPages(other) })),
    main: [
      h('div', { className: ['list-head'] }, [
        h('h1', [icon('list'), h('span', say('allPages')), h('span', { className: ['count'] }, sayPages(say, editions.length))]),
      ]),
      ...types.map((type) =>
        h('section', { className: ['section'] }, [
          h('h2', [
            icon(type.icon),
            ...(isSmall
              ? [h('span', { className: ['heading-text'] }, type.label)]
              : [h('a', { className: ['heading-text'], href: relativePath(address, type.address) }, type.label)]),
            ...(isSmall ? [] : [h('span', { className: ['count'] }, sayPages(say, type.playbooks.length))]),
          ]),
          ...(isSmall
            ? [pageList(type.playbooks, site, navigation, address)]
            : partLinks(listParts(type.address, type.playbooks), address, say)),
        ]),
      ),
      ...allTags(navigation, address),
    ],
  });
}

function allTags({ tags, say }: Navigation, address: string): Element[] {
  if (tags.length === 0) return [];
  return [
    h('section', { className: ['section'] }, [
      h('h2', [icon('tag'), h('span', { className: ['heading-text'] }, say('allTags'))]),
      h(
        'ul',
        { className: ['tag-cloud'] },
        tags
          .slice(0, mostTags)
          .map((tag) =>
            h('li', [
              h('a', { className: ['tag'], href: relativePath(address, tag.address) }, [
                tag.tag,
                h('span', { className: ['count'] }, String(tag.playbooks.length)),
              ]),
            ]),
          ),
      ),
    ]),
  ];
}
