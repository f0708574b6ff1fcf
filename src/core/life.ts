import { dayNumber, daysBetween, dueDay } from './days.js';
import type { KnowledgeBase } from './knowledge-base.js';
import type { Playbook, PlaybookFields } from './model/playbook.js';

export type Validity = 'in-force' | 'not-yet' | 'expired' | 'retired';

/** How a playbook stands on a day. */
export interface Life {
  readonly validity: Validity;
  /** ISO 8601 day on which the next review is due; absent when the playbook names no interval or was never reviewed. */
  readonly reviewDue?: string;
  readonly reviewOverdue: boolean;
}

/**
 * How a playbook stands on a day (ISO 8601). `valid_to` is the last valid day, `retired_on` the first without it; what has a
 * successor but no day is retired now. `reviewedOn` is the last approval or verification (empty for none), by default what the playbook says.
 */
export function lifeOn(playbook: Playbook, today: string, reviewedOn = playbook.fields.reviewedOn): Life {
  const { reviewEvery } = playbook.fields;
  const reviewDue = reviewedOn === undefined || reviewEvery === undefined ? undefined : dueDay(reviewedOn, reviewEvery);
  return {
    validity: validityOn(playbook, today),
    ...(reviewDue !== undefined && { reviewDue }),
    reviewOverdue: reviewDue !== undefined && (daysBetween(reviewDue, today) ?? 0) > 0,
  };
}

function validityOn(playbook: Playbook, today: string): Validity {
  const { validFrom, validTo } = playbook.fields;
  if (isRetired(playbook, today)) return 'retired';
  if (validFrom !== undefined && (daysBetween(today, validFrom) ?? 0) > 0) return 'not-yet';
  return validTo !== undefined && (daysBetween(validTo, today) ?? 0) > 0 ? 'expired' : 'in-force';
}

export function isRetired({ fields }: Pick<Playbook, 'fields'>, today: string): boolean {
  return isRetiredBy(fields, today);
}

/** The same by its dates alone, where the rest of the playbook was not read. */
export function isRetiredBy({ retiredOn, replacedBy }: Pick<PlaybookFields, 'retiredOn' | 'replacedBy'>, today: string): boolean {
  if (retiredOn === undefined || dayNumber(retiredOn) === undefined) return replacedBy !== undefined;
  return (daysBetween(retiredOn, today) ?? -1) >= 0;
}

/**
 * The playbook that takes the place of a retired one: the end of the chain of replacements, in this playbook's language where
 * there is a translation. Undefined when there is none, when the chain goes in a circle, or when its end is out of use itself.
 */
export function successorOf(playbook: Playbook, knowledgeBase: KnowledgeBase, today: string): Playbook | undefined {
  const passed = new Set<Playbook>();
  let here = playbook;
  while (isRetired(here, today)) {
    if (passed.has(here)) return undefined;
    passed.add(here);
    const next = knowledgeBase.withId(here.fields.replacedBy ?? '')[0];
    if (!next) return undefined;
    here = next;
  }
  if (here === playbook) return undefined;
  const inLanguage = knowledgeBase.translations(here).find(({ lang }) => lang === playbook.lang);
  return inLanguage && !isRetired(inLanguage, today) ? inLanguage : here;
}
