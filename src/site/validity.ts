import { type Life, lifeOn } from '../core/life.js';
import type { Playbook } from '../core/model/playbook.js';
import type { SiteReviews } from './site-reviews.js';

export type { Life as PlaybookState, Validity } from '../core/life.js';

/** Where review is on, the last approval is the last review, whatever the front matter says. */
export function stateOn(playbook: Playbook, today: string, reviews?: SiteReviews): Life {
  return reviews ? lifeOn(playbook, today, reviews.get(playbook.path)?.reviewedOn ?? '') : lifeOn(playbook, today);
}

export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
