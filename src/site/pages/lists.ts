import { h } from 'hastscript';
import { icon } from '../icons.js';
import type { Navigation, TagEntry, TypeEntry } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import { sayPages } from '../words.js';
import { framePage } from './frame.js';
import { pageList } from './page-list.js';

/** Every playbook of one type. */
export function typePage(site: SiteContext, navigation: Navigation, type: TypeEntry, languages: readonly string[]): string {
  const { addresses, knowledgeBase } = site;
  return framePage(site, navigation, {
    address: type.address,
    title: type.label,
    kind: 'type',
    currentType: type.name,
    languages: knowledgeBase.config.languages.map((language) =>
      languages.includes(language) ? { language, address: addresses.type(type.name, language) } : { language },
    ),
    main: [
      h('div', { className: ['list-head'] }, [
        h('h1', [
          icon(type.icon),
          h('span', type.label),
          h('span', { className: ['count'] }, sayPages(navigation.say, type.playbooks.length)),
        ]),
        ...(type.description === '' ? [] : [h('p', { className: ['summary'] }, type.description)]),
      ]),
      pageList(type.playbooks, site, navigation, type.address),
    ],
  });
}

/** Every playbook with one tag. */
export function tagPage(site: SiteContext, navigation: Navigation, tag: TagEntry, languages: readonly string[]): string {
  const { addresses, knowledgeBase } = site;
  return framePage(site, navigation, {
    address: tag.address,
    title: tag.tag,
    kind: 'tag',
    currentTag: tag.tag,
    languages: knowledgeBase.config.languages.map((language) =>
      languages.includes(language) ? { language, address: addresses.tag(tag.tag, language) } : { language },
    ),
    main: [
      h('div', { className: ['list-head'] }, [
        h('h1', [icon('tag'), h('span', tag.tag), h('span', { className: ['count'] }, sayPages(navigation.say, tag.playbooks.length))]),
      ]),
      pageList(tag.playbooks, site, navigation, tag.address, true),
    ],
  });
}

/** Everything on one page: what readers without JavaScript search with their browser. */
export function allPagesPage(site: SiteContext, navigation: Navigation): string {
  const { addresses, knowledgeBase } = site;
  const { say, types, tags, language, editions } = navigation;
  const address = addresses.allPages(language);
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
          h('h2', [icon(type.icon), h('span', { className: ['heading-text'] }, type.label)]),
          pageList(type.playbooks, site, navigation, address),
        ]),
      ),
      ...(tags.length === 0
        ? []
        : [
            h('section', { className: ['section'] }, [
              h('h2', [icon('tag'), h('span', { className: ['heading-text'] }, say('allTags'))]),
              h(
                'ul',
                { className: ['tag-cloud'] },
                tags.map((tag) =>
                  h('li', [
                    h('a', { className: ['tag'], href: tag.address }, [
                      tag.tag,
                      h('span', { className: ['count'] }, String(tag.playbooks.length)),
                    ]),
                  ]),
                ),
              ),
            ]),
          ]),
    ],
  });
}
