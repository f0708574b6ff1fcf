import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import { isDay, stateOn } from '../validity.js';
import { sayPages } from '../words.js';
import { framePage } from './frame.js';
import { changesBlock, dueBlock } from './home-blocks.js';
import { mustReadBlock } from './must-read.js';
import { pageList } from './page-list.js';

/** Each type shows this many of its pages; the rest are on its own page. */
const mostOfAType = 6;
const mostRecent = 8;
const keptWords = { pinned: 'pinned', used: 'mostUsed', recent: 'recentlyOpened' } as const;

/** The first page of a language: search, what to take care with, what was reviewed last, everything by type and tag. */
export function homePage(site: SiteContext, navigation: Navigation): string {
  const { knowledgeBase, addresses, today } = site;
  const { say, types, tags, editions, language, siteTitle } = navigation;
  const address = addresses.home(language);
  const to = (target: string) => relativePath(address, target);
  const careful = editions.filter((playbook) => {
    const state = stateOn(playbook, today, site.reviews);
    return state.validity !== 'in-force' || state.reviewOverdue;
  });
  const reviewedOn = (playbook: Playbook) =>
    (site.reviews ? site.reviews.get(playbook.path)?.reviewedOn : playbook.fields.reviewedOn) ?? '';
  const recent = [...editions]
    .filter((playbook) => isDay(reviewedOn(playbook)) && reviewedOn(playbook) <= today)
    .sort((a, b) => compare(reviewedOn(b), reviewedOn(a)) || compare(a.path, b.path))
    .slice(0, mostRecent);
  const main: ElementContent[] = [
    h('h1', { className: ['site-title'], lang: siteTitle.lang }, siteTitle.text),
    h('a', { className: ['big-search'], href: to(addresses.allPages(language)), dataSearch: '' }, [
      icon('search'),
      h('span', say('searchHint')),
      h('kbd', '/'),
    ]),
    ...mustReadBlock(site, navigation, to),
    ...changesBlock(site, navigation, to),
    h(
      'div',
      { className: ['type-grid'] },
      types.map((type) =>
        h('section', { className: ['type-card'] }, [
          h('h2', [
            h('a', { href: to(type.address) }, [icon(type.icon), h('span', type.label)]),
            h('span', { className: ['count'] }, String(type.playbooks.length)),
          ]),
          ...(type.description === '' ? [] : [h('p', { className: ['type-description'] }, type.description)]),
          h(
            'ul',
            type.playbooks
              .slice(0, mostOfAType)
              .map((playbook) =>
                h('li', [
                  h(
                    'a',
                    { href: to(addresses.playbook(playbook)), ...(playbook.lang !== navigation.locale && { lang: playbook.lang }) },
                    playbook.title,
                  ),
                ]),
              ),
          ),
          ...(type.playbooks.length > mostOfAType
            ? [h('a', { className: ['more'], href: to(type.address) }, [sayPages(say, type.playbooks.length), icon('arrow')])]
            : []),
        ]),
      ),
    ),
    ...(types.length === 0 ? [h('p', { className: ['empty'] }, say('none'))] : []),
    ...dueBlock(site, navigation, to),
  ];
  const aside: ElementContent[] = [
    // The browser code fills them with what was pinned, used and opened on this computer.
    ...(['pinned', 'used', 'recent'] as const).map((kept) =>
      h('section', { className: ['aside-block'], dataKept: kept, hidden: true }, [
        h('h2', say(keptWords[kept])),
        h('ul', { className: ['recent-pages'] }),
      ]),
    ),
    ...(careful.length === 0
      ? []
      : [
          h('section', { className: ['aside-block'] }, [
            h('h2', say('needsAttention')),
            pageList(careful.slice(0, mostRecent), site, navigation, address, true),
          ]),
        ]),
    ...(recent.length === 0
      ? []
      : [
          h('section', { className: ['aside-block'] }, [
            h('h2', say('recentlyReviewed')),
            h(
              'ol',
              { className: ['recent'] },
              recent.map((playbook) =>
                h('li', [
                  h('time', { dateTime: reviewedOn(playbook) }, reviewedOn(playbook)),
                  h(
                    'a',
                    { href: to(addresses.playbook(playbook)), ...(playbook.lang !== navigation.locale && { lang: playbook.lang }) },
                    playbook.title,
                  ),
                ]),
              ),
            ),
          ]),
        ]),
    ...(tags.length === 0
      ? []
      : [
          h('section', { className: ['aside-block'] }, [
            h('h2', say('byTag')),
            h(
              'ul',
              { className: ['tag-cloud'] },
              tags.map((tag) =>
                h('li', [
                  h('a', { className: ['tag'], href: to(tag.address) }, [
                    tag.tag,
                    h('span', { className: ['count'] }, String(tag.playbooks.length)),
                  ]),
                ]),
              ),
            ),
          ]),
        ]),
  ];
  return framePage(site, navigation, {
    address,
    title: say('home'),
    kind: 'home',
    languages: knowledgeBase.config.languages.map((other) => ({ language: other, address: addresses.home(other) })),
    main,
    aside,
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
