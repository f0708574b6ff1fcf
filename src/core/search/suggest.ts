import { distance } from 'fastest-levenshtein';
import { nearestLocale } from '../model/locale.js';
import type { SearchQuery } from '../model/search.js';
import { fold } from './fold.js';
import type { KnownTerm, KnownTerms } from './known-terms.js';
import { parseQuery } from './query.js';
import { isBegunOrSpelled, rank } from './rank.js';
import { currentReaders, type SearchIndex, totalOf } from './search-index.js';
import { stem } from './tokenize.js';

/** A stretch of the folded query that stands nowhere, and what may have been meant. */
interface Guess {
  readonly start: number;
  readonly end: number;
  readonly term: KnownTerm;
  /** How far the term is from what was typed: a character that sounds alike counts half. */
  readonly cost: number;
}

/**
 * What a query may have meant whose words are not all known: the same text with the nearest term that playbooks are called by.
 * Chinese is held against terms that sound alike, miss or swap a character; other words and pinyin against those that differ
 * by a letter or two. Undefined when every word is known, nothing is near, or what is near would find nothing.
 */
export function suggest(index: SearchIndex, query: SearchQuery): string | undefined {
  const folded = fold(query.text);
  const strange = [...strangeHan(index, folded), ...strangeWords(index, folded)];
  if (strange.length === 0) return undefined;
  const known = currentReaders(index).map(({ reader }) => reader.knownTerms());
  if (index.missing.size > 0) return undefined;
  const isTraditional = nearestLocale(query.oneForEachSubject ?? '') === 'zh-Hant';
  const guesses = strange.flatMap((stretch) => known.flatMap((terms) => guessesFor(folded, stretch, terms)));
  const liking = ({ term }: Guess) => (term.isTraditional === isTraditional ? 0 : 0.1);
  const [best] = guesses.sort(
    (a, b) => a.cost + liking(a) - (b.cost + liking(b)) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  if (!best) return undefined;
  // Folding seldom changes the length; where it does, what was typed is shown folded.
  const shown = folded.length === query.text.length ? query.text : folded;
  const text = shown.slice(0, best.start) + best.term.text + shown.slice(best.end);
  return rank(index, parseQuery(text, index.base.synonyms), query, 'all').found.length > 0 ? text : undefined;
}

/** What a part of a term is farther away than a whole one. */
const partCost = 0.3;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isHan: boolean;
}

/** Stretches of Chinese in which a pair of neighbours stands that no text and no name has, one a pair. */
function strangeHan(index: SearchIndex, folded: string): readonly Stretch[] {
  return [...folded.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(({ 0: run, index: at }) =>
    [...run].slice(1).flatMap((_, place): Stretch[] => {
      const pair = run.slice(place, place + 2);
      return isKnown(index, pair) ? [] : [{ start: at + place, end: at + place + 2, isHan: true }];
    }),
  );
}

function strangeWords(index: SearchIndex, folded: string): readonly Stretch[] {
  return [...folded.matchAll(/[a-z]{4,24}/g)].flatMap(({ 0: word, index: at }): Stretch[] =>
    isKnown(index, stem(word)) || isBegunOrSpelled(index, word) ? [] : [{ start: at, end: at + word.length, isHan: false }],
  );
}

function isKnown(index: SearchIndex, term: string): boolean {
  const count = totalOf(index, (reader) => {
    const { titles, sayings } = reader.names(term);
    return reader.text(term).frequency + titles.frequency + sayings.frequency;
  });
  return count > 0;
}

function guessesFor(folded: string, stretch: Stretch, known: KnownTerms): readonly Guess[] {
  if (!stretch.isHan) return wordGuesses(folded, stretch, known);
  const guesses: Guess[] = [];
  const pair = folded.slice(stretch.start, stretch.end);
  for (const term of known.terms) {
    if (!/^\p{Script=Han}+$/u.test(term.folded)) continue;
    const { length } = term.folded;
    // Part of a longer term: only if it sounds alike.
    for (let at = 0; length > 2 && term.text.length === length && at + 2 <= length; at += 1) {
      const part = { ...term, text: term.text.slice(at, at + 2), folded: term.folded.slice(at, at + 2) };
      const cost = costOf(pair, part.folded, known.readings);
      if (cost !== undefined) guesses.push({ start: stretch.start, end: stretch.end, term: part, cost: cost + partCost });
    }
    for (const size of length < 4 ? [length] : [length, length - 1, length + 1]) {
      for (let start = Math.max(0, stretch.end - size); start <= stretch.start && start + size <= folded.length; start += 1) {
        const cost = costOf(folded.slice(start, start + size), term.folded, known.readings);
        if (cost !== undefined) guesses.push({ start, end: start + size, term, cost });
      }
    }
  }
  return guesses;
}

/** How far a stretch is from a term; undefined when too far. */
function costOf(written: string, term: string, readings: KnownTerms['readings']): number | undefined {
  if (written.length !== term.length) return distance(written, term) === 1 ? 1 : undefined;
  const places = [...term].flatMap((character, place) => (character === written.charAt(place) ? [] : [place]));
  const [first = 0, second = 0] = places;
  if (places.length === 0) return undefined;
  const isSwapped =
    places.length === 2 &&
    second === first + 1 &&
    written.charAt(first) === term.charAt(second) &&
    written.charAt(second) === term.charAt(first);
  if (isSwapped) return 0.5;
  const soundsAlike = (place: number): boolean => {
    const own = readings.get(written.charAt(place));
    return own !== undefined && [...(readings.get(term.charAt(place)) ?? [])].some((syllable) => own.has(syllable));
  };
  if (places.every(soundsAlike)) return places.length / 2;
  // Two characters of which one differs could be anything.
  return places.length === 1 && term.length > 2 ? 1 : undefined;
}

function wordGuesses(folded: string, { start, end }: Stretch, { terms }: KnownTerms): readonly Guess[] {
  const word = folded.slice(start, end);
  const most = word.length >= 8 ? 2 : 1;
  return terms.flatMap((term): Guess[] => {
    const forms = term.reading === '' ? [term.folded] : term.reading.length > 4 ? [term.reading] : [];
    const cost = Math.min(...forms.map((form) => lettersApart(word, form)), most + 1);
    return cost === 0 || cost > most ? [] : [{ start, end, term, cost }];
  });
}

/** Letters that differ; two neighbours that changed places count as one. */
function lettersApart(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let first = 0;
  while (first < a.length && a[first] === b[first]) first += 1;
  const isSwapped =
    a.length === b.length && a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
  return isSwapped && first + 1 < a.length ? 1 : distance(a, b);
}
