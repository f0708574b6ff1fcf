import type { Element } from 'hast';
import { h } from 'hastscript';
import { relativePath } from '../../core/paths.js';
import { icon } from '../icons.js';
import type { Navigation, TagEntry, TypeEntry } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import type { SiteFile } from '../site-file.js';
import { sayPages } from '../words.js';
import { framePage, type LanguageChoice } from './frame.js';
import { fitsOnePage, listParts, partLinks, partTitle } from './list-parts.js';
import { pageList } from './page-list.js';

/** Tags on the page of all pages, most used first: a knowledge base may have more than anybody would read. */
const mostTags = 500;

/** Every playbook of one type, on as many pages as it takes. */
export function* typePages(site: SiteContext, navigation: Navigation, type: TypeEntry, languages: readonly string[]): Generator<SiteFile> {
  const { say } = navigation;
  const parts = listParts(type.address, type.playbooks);
  for (const part of parts) {
    const content = framePage(site, navigation, {
      address: part.address,
      title: partTitle(type.label, part, say),
      ...(type.description !== '' && { description: type.description }),
      kind: 'type',
      currentType: type.name,
      languages: languageChoices(site, part.address, languages, navigation, (language) => site.addresses.type(type.name, language)),
      main: [
        h('div', { className: ['list-head'] }, [
          h('h1', [icon(type.icon), h('span', type.label), h('span', { className: ['count'] }, sayPages(say, type.playbooks.length))]),
          ...(type.description === '' ? [] : [h('p', { className: ['summary'] }, type.description)]),
        ]),
        ...partLinks(parts, part.address, say),
        pageList(part.playbooks, site, navigation, part.address),
        ...partLinks(parts, part.address, say),
      ],
    });
    yield { path: part.address, content };
  }
}

/** Every playbook with one tag, on as many pages as it takes. */
export function* tagPages(site: SiteContext, navigation: Navigation, tag: TagEntry, languages: readonly string[]): Generator<SiteFile> {
  const { say } = navigation;
  const parts = listParts(tag.address, tag.playbooks);
  for (const part of parts) {
    const content = framePage(site, navigation, {
      address: part.address,
      title: partTitle(tag.tag, part, say),
      kind: 'tag',
      currentTag: tag.tag,
      languages: languageChoices(site, part.address, languages, navigation, (language) => site.addresses.tag(tag.tag, language)),
      main: [
        h('div', { className: ['list-head'] }, [
          h('h1', [icon('tag'), h('span', tag.tag), h('span', { className: ['count'] }, sayPages(say, tag.playbooks.length))]),
        ]),
        ...partLinks(parts, part.address, say),
        pageList(part.playbooks, site, navigation, part.address, true),
        ...partLinks(parts, part.address, say),
      ],
    });
    yield { path: part.address, content };
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
