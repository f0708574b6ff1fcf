import { daysBetween } from '../core/days.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import { isRetired, lifeOn } from '../core/life.js';

/** Why something is to be done: a review falls due, the last valid day comes, a page goes out of use. */
export const dueKinds = ['review', 'expiry', 'retirement'] as const;
export type DueKind = (typeof dueKinds)[number];

export interface DueItem {
  readonly kind: DueKind;
  /** ISO 8601 day by which it is to be done. */
  readonly day: string;
  /** Days from today; negative when it is overdue. */
  readonly days: number;
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Relative to the knowledge base, with `/`. */
  readonly path: string;
  readonly owner?: string;
  /** Of a review: the day of the last one. */
  readonly reviewedOn?: string;
}

export interface DueSettings {
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  /** How many days ahead to look. What is overdue is always there. */
  readonly within: number;
  /** Day of each playbook's last approval or verification, by id, where review is on; then nobody can write it in. */
  readonly reviewedOn?: ReadonlyMap<string, string> | undefined;
}

/** What is to be done soon, earliest first. Retired playbooks ask for nothing any more. */
export function dueItems(knowledgeBase: KnowledgeBase, { today, within, reviewedOn }: DueSettings): readonly DueItem[] {
  const items: DueItem[] = [];
  for (const playbook of knowledgeBase.playbooks.values()) {
    if (isRetired(playbook, today)) continue;
    const { id, title, lang, path, fields } = playbook;
    const last = reviewedOn ? reviewedOn.get(id) : fields.reviewedOn;
    const add = (kind: DueKind, day: string | undefined): void => {
      const days = day === undefined ? undefined : daysBetween(today, day);
      if (day === undefined || days === undefined || days > within) return;
      items.push({
        ...{ kind, day, days, id, title, lang, path },
        ...(fields.owner !== undefined && { owner: fields.owner }),
        ...(kind === 'review' && last !== undefined && { reviewedOn: last }),
      });
    };
    add('review', lifeOn(playbook, today, last ?? '').reviewDue);
    add('expiry', fields.validTo);
    add('retirement', fields.retiredOn);
  }
  return items.sort(
    (a, b) => a.days - b.days || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind),
  );
}
