import type { Element } from 'hast';
import { h } from 'hastscript';
import { dueDay } from '../../core/days.js';
import type { Playbook } from '../../core/model/playbook.js';
import { type ChangeKind, changeKinds } from '../change-kinds.js';
import type { Navigation } from '../navigation.js';
import { changedOn, lastChanged } from '../recent-changes.js';
import type { SiteContext } from '../site-context.js';
import { stateOn } from '../validity.js';

/** How far ahead leads look for what is due. */
const dueWithin = '28d';
const mostDue = 30;

/**
 * Pages that changed last, grouped by what changed. The browser code leaves those that this reader has not seen since the last
 * visit, and shows the block.
 */
export function changesBlock(
  site: SiteContext,
  { editions, say, locale }: Navigation,
  to: (address: string) => string,
): readonly Element[] {
  const pages = lastChanged(editions, site);
  if (pages.length === 0) return [];
  const kindOf = ({ path }: Playbook): ChangeKind => site.changes?.get(path) ?? 'other';
  return [
    h('section', { className: ['home-block', 'changes'], dataChanges: '', hidden: true }, [
      h('div', { className: ['home-head'] }, [
        h('h2', { dataChangesTitle: '' }),
        h('button', { type: 'button', className: ['text-button'], dataChangesSeen: '' }, say('markSeen')),
      ]),
      ...changeKinds.map((kind) =>
        h('div', { dataKind: kind, hidden: true }, [
          h('h3', say(`change.${kind}`)),
          h(
            'ul',
            pages
              .filter((playbook) => kindOf(playbook) === kind)
              .map((playbook) =>
                h('li', { dataChanged: `${playbook.id}@${playbook.blob.slice(0, 8)}` }, [
                  h(
                    'a',
                    { href: to(site.addresses.playbook(playbook)), ...(playbook.lang !== locale && { lang: playbook.lang }) },
                    playbook.title,
                  ),
                  ...(changedOn(playbook, site) === ''
                    ? []
                    : [h('time', { dateTime: changedOn(playbook, site) }, changedOn(playbook, site))]),
                ]),
              ),
          ),
        ]),
      ),
    ]),
  ];
}

/** For leads: what has to be reviewed soon or should have been, the most urgent first, with who is in charge. */
export function dueBlock(site: SiteContext, { editions, say, locale }: Navigation, to: (address: string) => string): readonly Element[] {
  const last = dueDay(site.today, dueWithin) ?? site.today;
  const due = editions
    .flatMap((playbook) => {
      const { reviewDue, validity } = stateOn(playbook, site.today, site.reviews);
      return validity === 'in-force' && reviewDue !== undefined && reviewDue <= last ? [{ playbook, reviewDue }] : [];
    })
    .sort((a, b) => (a.reviewDue < b.reviewDue ? -1 : a.reviewDue > b.reviewDue ? 1 : a.playbook.path < b.playbook.path ? -1 : 1));
  if (due.length === 0) return [];
  return [
    h('details', { className: ['home-block', 'due'] }, [
      h('summary', [say('dueForReview'), ' ', h('span', { className: ['count'] }, String(due.length))]),
      h(
        'ul',
        due
          .slice(0, mostDue)
          .map(({ playbook, reviewDue }) =>
            h('li', [
              h(
                'a',
                { href: to(site.addresses.playbook(playbook)), ...(playbook.lang !== locale && { lang: playbook.lang }) },
                playbook.title,
              ),
              h('time', { dateTime: reviewDue }, say('dueOn', { day: reviewDue })),
              ...(reviewDue < site.today ? [h('span', { className: ['mark', 'mark-warn'] }, say('reviewOverdue'))] : []),
              h('span', { className: ['owner'] }, playbook.fields.owner ?? say('ownerUnknown')),
            ]),
          ),
      ),
    ]),
  ];
}
