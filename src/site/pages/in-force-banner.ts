import type { Element } from 'hast';
import { h } from 'hastscript';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';

/** On every page: which protocols are active now, and what agents need to know first. Nothing when none is. */
export function inForceBanner(
  { addresses }: SiteContext,
  { inForce, say, locale }: Navigation,
  to: (address: string) => string,
): readonly Element[] {
  if (inForce.length === 0) return [];
  return [
    h('section', { className: ['in-force'], ariaLabel: say('inForceNow') }, [
      icon('flame'),
      h('strong', say('inForceNow')),
      h(
        'ul',
        inForce.map(({ playbook, from, to: last, note }) =>
          // A day that has passed since the export takes the line away.
          h('li', { ...(last !== undefined && { dataLastDay: last }) }, [
            h('a', { href: to(addresses.playbook(playbook)), ...(playbook.lang !== locale && { lang: playbook.lang }) }, playbook.title),
            ...(from === undefined ? [] : [h('time', { dateTime: from }, say('inForceSince', { day: from }))]),
            ...(note === '' ? [] : [h('span', { className: ['in-force-note'] }, note)]),
          ]),
        ),
      ),
    ]),
  ];
}
