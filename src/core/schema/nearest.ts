import { distance } from 'fastest-levenshtein';

/** The candidate that differs from `written` by at most a third of its letters (and at most two), if any; two neighbours that changed places count as one. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const normal = normalize(written);
  // Two changes leave one of three pieces as it was, and so does a swap: most candidates need no comparison.
  const third = Math.floor(normal.length / 3);
  const pieces = [normal.slice(0, third), normal.slice(third, 2 * third), normal.slice(2 * third)];
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.max(1, Math.floor(normal.length / 3))) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue;
    const other = normalize(candidate);
    if (!pieces.some((piece) => other.includes(piece))) continue;
    const away = differenceOf(normal, other);
    if (away < bestDistance) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

function differenceOf(a: string, b: string): number {
  if (a.length !== b.length) return distance(a, b);
  let first = 0;
  while (first < a.length && a[first] === b[first]) first += 1;
  const swapped =
    first + 1 < a.length && a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
  return swapped ? 1 : distance(a, b);
}

function normalize(text: string): string {
  return text.toLowerCase().replaceAll('-', '_');
}
