import { distance } from 'fastest-levenshtein';

/** The candidate that differs from `written` by at most a third of its letters (and at most two), if any. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const normal = normalize(written);
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.max(1, Math.floor(normal.length / 3))) + 1;
  for (const candidate of candidates) {
    const away = distance(normal, normalize(candidate));
    if (away < bestDistance) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

function normalize(text: string): string {
  return text.toLowerCase().replaceAll('-', '_');
}
