import { normalizeHeading } from '../../types/match-outline.js';
import { scriptKey } from './script.js';
import type { Part } from './units.js';

export interface PartMatches {
  /** By number of a part of the new text, the part of the old one that it was. */
  readonly oldOf: ReadonlyMap<number, number>;
  readonly newOf: ReadonlyMap<number, number>;
}

/**
 * Which sections are the same one: first those under the same headings, then those with the same heading elsewhere, then
 * those that hold most of the same content under another heading. Each way takes what the ones before have left.
 */
export function matchParts(before: readonly Part[], after: readonly Part[]): PartMatches {
  const newOf = new Map<number, number>([[0, 0]]);
  const oldOf = new Map<number, number>([[0, 0]]);
  const pair = (old: number, now: number): void => {
    newOf.set(old, now);
    oldOf.set(now, old);
  };
  for (const keyOf of [pathKey, headingKey]) {
    const waiting = new Map<string, number[]>();
    for (const [index, part] of after.entries()) {
      if (oldOf.has(index)) continue;
      const key = keyOf(part);
      const group = waiting.get(key);
      if (group) group.push(index);
      else waiting.set(key, [index]);
    }
    for (const [index, part] of before.entries()) {
      if (newOf.has(index)) continue;
      const now = waiting.get(keyOf(part))?.shift();
      if (now !== undefined) pair(index, now);
    }
  }
  matchContent(before, after, newOf, oldOf, pair);
  return { oldOf, newOf };
}

function headingKey({ heading }: Part): string {
  return scriptKey(normalizeHeading(heading?.words ?? ''));
}

function pathKey({ headings }: Part): string {
  return headings.map((heading) => scriptKey(normalizeHeading(heading))).join('\n');
}

/** A section that was renamed: at least half of the units of both are the same. */
function matchContent(
  before: readonly Part[],
  after: readonly Part[],
  newOf: ReadonlyMap<number, number>,
  oldOf: ReadonlyMap<number, number>,
  pair: (old: number, now: number) => void,
): void {
  const holders = new Map<string, number>();
  for (const [index, { units }] of after.entries()) {
    if (!oldOf.has(index)) for (const { meaning } of units) if (!holders.has(meaning)) holders.set(meaning, index);
  }
  for (const [index, { units }] of before.entries()) {
    if (newOf.has(index) || units.length === 0) continue;
    const votes = new Map<number, number>();
    for (const { meaning } of units) {
      const holder = holders.get(meaning);
      if (holder !== undefined) votes.set(holder, (votes.get(holder) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!best || oldOf.has(best[0])) continue;
    if (best[1] * 2 >= Math.max(units.length, after[best[0]]?.units.length ?? 0)) pair(index, best[0]);
  }
}
