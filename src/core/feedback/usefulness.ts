import type { Feedback, PageUse } from './feedback.js';

/** Steps of usefulness, and the one of a page of which nothing is known. */
const steps = 8;
const unknown = 4;
/** Answers that a page is taken to have besides its own, half of them good: few answers say little. */
const prior = 4;
/** A copy says less than an answer. */
const copyWeight = 0.25;

/**
 * How well a page serves by what readers told, from 0 to 8: the share of answers that said “solved”, copies counting a little as
 * such, drawn to the middle where there are few. How often a page was opened says nothing of that and does not count, or what is
 * shown first would stay first for ever.
 */
export function usefulnessOf(use: PageUse | undefined): number {
  if (!use) return unknown;
  const good = use.solved + use.copied * copyWeight;
  return Math.round((steps * (good + prior / 2)) / (good + use.unsolved + prior));
}

/** What ranking takes from feedback, as a text: another text ranks otherwise. */
export function usefulnessTable({ use }: Feedback): string {
  const known = [...use].map(([id, counts]) => [id, usefulnessOf(counts)] as const).filter(([, step]) => step !== unknown);
  return JSON.stringify(known.sort(([a], [b]) => (a < b ? -1 : 1)));
}
