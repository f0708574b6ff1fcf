import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { relativePath } from '../../core/paths.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { WithdrawnPage } from '../shown.js';
import type { SiteContext } from '../site-context.js';
import { isDay } from '../validity.js';
import { framePage } from './frame.js';

/** Stays at the address of a playbook that is out of use: says so, and leads to what takes its place. None of its content. */
export function withdrawnPage({ playbook, reason, successor }: WithdrawnPage, site: SiteContext, navigation: Navigation): string {
  const { addresses, knowledgeBase } = site;
  const { say, locale } = navigation;
  const { fields } = playbook;
  const address = addresses.playbook(playbook);
  const shown = successor && knowledgeBase.playbooks.get(successor.path);
  const owner = fields.owner ?? say('ownerUnknown');
  const what =
    reason === 'expired'
      ? say('hiddenSince', { day: fields.validTo ?? '' })
      : isDay(fields.retiredOn)
        ? say('retiredSince', { day: fields.retiredOn })
        : say('retiredPage');
  const next: ElementContent[] = shown
    ? [
        h('p', say('useInstead')),
        h('p', { className: ['not-found-links'] }, [
          h('a', { href: relativePath(address, addresses.playbook(shown)), ...(shown.lang !== locale && { lang: shown.lang }) }, [
            icon(knowledgeBase.typeOf(shown)?.icon ?? 'file'),
            shown.title,
          ]),
        ]),
      ]
    : [h('p', say('askOwner', { owner }))];
  return framePage(site, navigation, {
    address,
    title: playbook.title,
    kind: 'withdrawn',
    languages: knowledgeBase.config.languages.map((language) => ({ language, address: addresses.home(language) })),
    main: [
      h('section', { className: ['not-found'] }, [
        h('h1', playbook.lang === locale ? {} : { lang: playbook.lang }, playbook.title),
        h('div', { className: ['banner', 'banner-warn'] }, [icon('never'), h('p', what)]),
        ...next,
        h('p', { className: ['not-found-links'] }, [
          h('a', { href: relativePath(address, addresses.home(navigation.language)) }, [icon('home'), say('home')]),
          h('a', { href: relativePath(address, addresses.allPages(navigation.language)) }, [icon('list'), say('allPages')]),
        ]),
      ]),
    ],
  });
}
