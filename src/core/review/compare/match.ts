import { diffArrays } from 'diff';
import { scriptKey } from './script.js';
import { splitWords } from './words.js';

/** Most insertions and removals before two sequences count as wholly different; the cost grows with its square. */
const mostEdits = 1000;
/** Most pairs that are weighed against each other between two places that agree. */
const mostWeighed = 2500;

/** Numbers of members that stand for each other, in order on both sides. */
export type Pair = readonly [before: number, after: number];

/** The members that are the same on both sides, as many as possible in order. Bounded: beyond a limit only unique ones are found. */
export function matchEqual(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (!changes) return matchUnique(before, after);
  const pairs: Pair[] = [];
  let old = 0;
  let now = 0;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) pairs.push([old + step, now + step]);
    if (!added) old += count;
    if (!removed) now += count;
  }
  return pairs;
}

function matchUnique(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const places = uniquePlaces(after);
  const candidates: Pair[] = [];
  for (const [key, index] of uniquePlaces(before)) {
    const place = places.get(key);
    if (place !== undefined) candidates.push([index, place]);
  }
  candidates.sort((a, b) => a[0] - b[0]);
  const rising = new Set(longestRising(candidates.map(([, now]) => now)));
  return candidates.filter((_, index) => rising.has(index));
}

function uniquePlaces(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(keys.flatMap((key, index): [string, number][] => (counts.get(key) === 1 ? [[key, index]] : [])));
}

/** Indexes of a longest run of rising numbers, not necessarily neighbours. */
export function longestRising(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? tails[low - 1] : undefined);
    tails[low] = index;
  }
  const run: number[] = [];
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) run.push(index);
  return run.reverse();
}

/** Members between two places that agree, paired with what they became: the most alike, in order. `alike` gives 0 to 1. */
export function matchAlike(count: number, otherCount: number, alike: (before: number, after: number) => number): readonly Pair[] {
  const least = 0.4;
  if (count * otherCount > mostWeighed) {
    return Array.from({ length: Math.min(count, otherCount) }, (_, index): Pair => [index, index]).filter(([a, b]) => alike(a, b) >= least);
  }
  const weights = Array.from({ length: count }, (_, a) => Array.from({ length: otherCount }, (_, b) => alike(a, b)));
  const weight = (a: number, b: number) => weights[a]?.[b] ?? 0;
  // best[a][b]: the greatest sum that members from a and b onwards can reach.
  const best = Array.from({ length: count + 1 }, () => new Array<number>(otherCount + 1).fill(0));
  const bestFrom = (a: number, b: number) => best[a]?.[b] ?? 0;
  for (let a = count - 1; a >= 0; a -= 1) {
    for (let b = otherCount - 1; b >= 0; b -= 1) {
      const paired = weight(a, b) >= least ? weight(a, b) + bestFrom(a + 1, b + 1) : 0;
      const row = best[a];
      if (row) row[b] = Math.max(paired, bestFrom(a + 1, b), bestFrom(a, b + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < count && b < otherCount; ) {
    if (weight(a, b) >= least && bestFrom(a, b) === weight(a, b) + bestFrom(a + 1, b + 1)) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (bestFrom(a, b) === bestFrom(a + 1, b)) a += 1;
    else b += 1;
  }
  return pairs;
}

/** Words that say what a stretch is about, each with its count: for `likeness`. */
export function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of splitWords(scriptKey(text.slice(0, longestWeighed)))) {
    if (/[\p{L}\p{N}]/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const longestWeighed = 2000;

/** The share of words two stretches have in common (Dice's coefficient), 0 to 1. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  let total = 0;
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}
