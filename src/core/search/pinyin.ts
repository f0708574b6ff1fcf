import type { Reading } from './reading.js';

/** Longest pinyin term: nobody types more syllables of a title before choosing. */
const mostSyllables = 8;

/**
 * Terms by which a reading is found: from each character on, the syllables in full and their initials, so that any
 * part can be begun (`kuanshenq` and `ksq` both find 退款申请).
 */
export function readingTerms(reading: Reading): readonly string[] {
  return syllableRuns(reading).flatMap((run) =>
    run.flatMap((_, start) => {
      const syllables = run.slice(start, start + mostSyllables).map(({ syllable }) => syllable);
      return [syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join('')];
    }),
  );
}

/** The pinyin of a whole text, in full; other letters and digits stay, the rest falls away. */
export function fullReading(reading: Reading): string {
  return spelled(reading, (syllable) => syllable);
}

/** The first letters of the pinyin of a whole text. */
export function initialsOf(reading: Reading): string {
  return spelled(reading, (syllable) => syllable.charAt(0));
}

function spelled({ text, syllables }: Reading, part: (syllable: string) => string): string {
  return syllables
    .map((syllable, index) =>
      syllable === ''
        ? text
            .charAt(index)
            .toLowerCase()
            .replace(/[^a-z0-9]/, '')
        : part(syllable),
    )
    .join('');
}

/** The Chinese words that typed pinyin or initials stand for in some readings. */
export function matchReading(readings: readonly Reading[], typed: string): readonly string[] {
  const found = new Set<string>();
  for (const reading of readings) {
    for (const run of syllableRuns(reading)) {
      for (let start = 0; start < run.length; start += 1) {
        const length = matchFrom(
          run.slice(start).map(({ syllable }) => syllable),
          typed,
        );
        if (length > 0)
          found.add(
            run
              .slice(start, start + length)
              .map(({ index }) => reading.text.charAt(index))
              .join(''),
          );
      }
    }
  }
  return [...found];
}

/** How many syllables the typed letters cover: in full (the last may be unfinished), or by initials. */
function matchFrom(syllables: readonly string[], typed: string): number {
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  if (typed.length > 1 && initials.startsWith(typed)) return typed.length;
  let rest = typed;
  for (const [index, syllable] of syllables.entries()) {
    if (rest.length <= syllable.length) return syllable.startsWith(rest) && (index > 0 || rest.length > 1) ? index + 1 : 0;
    if (!rest.startsWith(syllable)) return 0;
    rest = rest.slice(syllable.length);
  }
  return 0;
}

interface Syllable {
  readonly syllable: string;
  readonly index: number;
}

/** Unbroken stretches of characters that have a reading. */
function syllableRuns(reading: Reading): readonly (readonly Syllable[])[] {
  const runs: Syllable[][] = [];
  let open: Syllable[] | undefined;
  for (const [index, syllable] of reading.syllables.entries()) {
    if (syllable === '') open = undefined;
    else if (open) open.push({ syllable, index });
    else {
      open = [{ syllable, index }];
      runs.push(open);
    }
  }
  return runs;
}
