import { daysBetween } from '../core/days.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import { isRetired, lifeOn } from '../core/life.js';
import type { Playbook } from '../core/model/playbook.js';

/** Why something is to be done: a review falls due, the last valid day comes, a page goes out of use. */
const dueKinds = ['review', 'expiry', 'retirement'] as const;
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

/** What is to be done about one playbook, in no order; nothing where it is retired. */
function dueOf(playbook: Playbook, { today, within, reviewedOn }: DueSettings): readonly DueItem[] {
  const { id, title, lang, path, fields } = playbook;
  if (isRetired(playbook, today)) return [];
  const last = reviewedOn ? reviewedOn.get(id) : fields.reviewedOn;
  const item = (kind: DueKind, day: string | undefined): readonly DueItem[] => {
    const days = day === undefined ? undefined : daysBetween(today, day);
    if (day === undefined || days === undefined || days > within) return [];
    return [
      {
        ...{ kind, day, days, id, title, lang, path },
        ...(fields.owner !== undefined && { owner: fields.owner }),
        ...(kind === 'review' && last !== undefined && { reviewedOn: last }),
      },
    ];
  };
  return [
    ...item('review', lifeOn(playbook, today, last ?? '').reviewDue),
    ...item('expiry', fields.validTo),
    ...item('retirement', fields.retiredOn),
  ];
}

/** The first thing to be done about a playbook, however far ahead. */
export function nextDue(playbook: Playbook, settings: Omit<DueSettings, 'within'>): DueItem | undefined {
  return [...dueOf(playbook, { ...settings, within: Number.POSITIVE_INFINITY })].sort((a, b) => a.days - b.days)[0];
}

/** What is to be done soon, earliest first. Retired playbooks ask for nothing any more. */
export function dueItems(knowledgeBase: KnowledgeBase, settings: DueSettings): readonly DueItem[] {
  const items = [...knowledgeBase.playbooks.values()].flatMap((playbook) => dueOf(playbook, settings));
  return items.sort(
    (a, b) => a.days - b.days || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind),
  );
}
