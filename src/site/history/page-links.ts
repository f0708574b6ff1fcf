import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import { comparable, hasHistory } from './revisions.js';
import { historyWords } from './words.js';

/** Which approved revision a page shows, since when and by whom, for the head of the page; leads to what changed. */
export function approvalMark(playbook: Playbook, { reviews, addresses }: SiteContext, { say, locale }: Navigation): Element[] {
  const review = reviews?.get(playbook.path);
  if (!review?.revision || !review.isApproved) return [];
  const { number, approvedOn, approvers } = review.revision;
  const words = historyWords(locale)('revision', { number });
  const content = [
    icon('check'),
    h('span', [
      `${say('review.approved')} · ${words} · ${approvers.join(say('listSeparator'))} · `,
      h('time', { dateTime: approvedOn }, approvedOn),
    ]),
  ];
  const className = ['mark', 'mark-good', 'approval-mark'];
  if (!hasHistory(review.revisions)) return [h('span', { className }, content)];
  return [h('a', { className, href: relativePath(addresses.playbook(playbook), addresses.history(playbook)) }, content)];
}

/** Ways from a page to what changed in it. */
export function changeLinks(playbook: Playbook, { reviews, addresses }: SiteContext, { locale }: Navigation): Element[] {
  const revisions = reviews?.get(playbook.path)?.revisions;
  if (!hasHistory(revisions)) return [];
  const say = historyWords(locale);
  const page = addresses.playbook(playbook);
  const [before, after] = comparable(revisions).slice(-2);
  const link = (address: string, words: string) =>
    h('li', [h('a', { href: relativePath(page, address) }, [icon('history'), h('span', words)])]);
  return [
    h('section', { className: ['aside-block', 'changes'] }, [
      h('h2', say('title')),
      h('ul', { className: ['links'] }, [
        ...(before && after
          ? [link(addresses.comparison(playbook, before.number, after.number), say('toPrevious', { number: before.number }))]
          : []),
        link(addresses.history(playbook), say('all', { count: revisions.length })),
      ]),
    ]),
  ];
}
