import type { Playbook } from '../core/model/playbook.js';
import type { SiteReviews } from './site-reviews.js';

export type Validity = 'in-force' | 'not-yet' | 'expired';

export interface PlaybookState {
  readonly validity: Validity;
  /** ISO day on which the next review is due; absent when the playbook names no interval or no last review. */
  readonly reviewDue?: string;
  readonly reviewOverdue: boolean;
}

/**
 * Whether a playbook holds on a day, and when its review is due. Days are ISO 8601; `valid_to` is the last valid day. Where
 * review is on, the last approval is the last review, whatever the front matter says.
 */
export function stateOn({ fields, path }: Playbook, today: string, reviews?: SiteReviews): PlaybookState {
  const reviewedOn = reviews ? reviews.get(path)?.reviewedOn : fields.reviewedOn;
  const from = isDay(fields.validFrom) ? fields.validFrom : undefined;
  const to = isDay(fields.validTo) ? fields.validTo : undefined;
  const validity = from !== undefined && from > today ? 'not-yet' : to !== undefined && to < today ? 'expired' : 'in-force';
  const reviewDue = isDay(reviewedOn) ? addDuration(reviewedOn, fields.reviewEvery) : undefined;
  return { validity, ...(reviewDue !== undefined && { reviewDue }), reviewOverdue: reviewDue !== undefined && reviewDue < today };
}

export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** A day later by a duration as in `90d`, `26w`; minutes and hours add no day. */
function addDuration(day: string, duration: string | undefined): string | undefined {
  const [, amount, unit] = /^(\d{1,5})([mhdw])$/.exec(duration ?? '') ?? [];
  if (amount === undefined) return undefined;
  const days = unit === 'w' ? Number(amount) * 7 : unit === 'd' ? Number(amount) : 0;
  const then = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  return Number.isNaN(then.getTime()) ? undefined : then.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
