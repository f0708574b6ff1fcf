/** Some words of a text, and what stood right before and after them. */
export interface QuotedWords {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** A place of the words, and how many characters of their surroundings are there too. */
export interface LikelyPlace {
  readonly at: number;
  readonly likeness: number;
}

/** Places of the words that are compared; a text that repeats itself more often is compared as far as that. */
export const mostPlaces = 10_000;

/**
 * Of all places that have the words the one whose surroundings are most alike, of several the first; undefined if no place has
 * them. `favour` is added to the likeness of a place.
 */
export function likeliestPlace(
  text: string,
  { words, before, after }: QuotedWords,
  favour: (at: number) => number,
): LikelyPlace | undefined {
  let best: (LikelyPlace & { readonly score: number }) | undefined;
  let at = text.indexOf(words);
  for (let count = 0; at >= 0 && count < mostPlaces; count += 1) {
    const likeness = sameTail(text, at, before) + sameHead(text, at + words.length, after);
    const score = likeness + favour(at);
    if (!best || score > best.score) best = { at, likeness, score };
    at = text.indexOf(words, at + 1);
  }
  return best;
}

/** How many characters right before a place are the end of `before`. */
function sameTail(text: string, at: number, before: string): number {
  let same = 0;
  while (same < before.length && same < at && text[at - 1 - same] === before[before.length - 1 - same]) same += 1;
  return same;
}

function sameHead(text: string, at: number, after: string): number {
  let same = 0;
  while (same < after.length && at + same < text.length && text[at + same] === after[same]) same += 1;
  return same;
}
