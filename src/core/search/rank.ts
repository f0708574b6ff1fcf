import { nearestLocale } from '../model/locale.js';
import type { SearchFacets, SearchQuery } from '../model/search.js';
import { countFacets, passes, withoutNoise } from './facets.js';
import { addScores, eachPlace, type IndexReader, type IndexRow, type Places } from './index-reader.js';
import type { ParsedQuery } from './query.js';
import { currentReaders, numbersFound, numbersWithAll, rowOf, type SearchIndex, totalOf } from './search-index.js';
import { findLatin, findPinyin } from './spellings.js';
import { runsOf, stem, termsOf } from './tokenize.js';
import { nearestWord } from './typing.js';

/** Constants of ranking, the same everywhere; `npm run bench:search` measures them. */
const ranking = {
  /** Titles are part of the texts; while only names are looked at, they count in full. */
  titleWeight: { names: 1, all: 0.07 },
  sayingWeight: 1.5,
  spellingWeight: 0.8,
  characterWeight: 0.25,
  alternativeWeight: 0.6,
  completionWeight: 0.5,
  correctionWeight: 0.7,
  otherSections: 0.05,
  expired: 0.8,
  /** What usefulness adds or takes at most, as a share: hits that are further apart by their words than twice that never change places by it. */
  usefulness: 0.01,
  /** Added where the query is the title, or all its words stand in it, or its letters are the pinyin of the whole title. */
  wholeTitle: 100,
  inTitle: 4,
  wholeReading: 4,
  exactId: 1000,
  /** Hits below this share of the best evidence are noise. */
  tail: 0.12,
} as const;

/** Most words that a word begun may become: the frequent ones are meant nearly always. */
const mostCompletions = 5;
/** Most words that the last word of a phrase may become. */
const mostEndings = 20;

export interface Candidate {
  readonly number: number;
  readonly row: IndexRow;
  /** The best section, by its place among the playbook's own. */
  readonly section?: number;
  readonly score: number;
  /** The score without what titles and ids add. */
  readonly evidence: number;
  /** Found by its very id or short code. */
  readonly isExact: boolean;
  /** Has a word of the query or what it stands for, not only single characters of it. */
  readonly hasWord: boolean;
}

/** What a query finds. */
export interface Ranking {
  /** All playbooks that the filters let through, best first. */
  readonly found: readonly Candidate[];
  /** How many hits each value of a filter would leave, the other filters as they are; playbooks by these numbers do not count. */
  readonly countFacets: (dropped: ReadonlySet<number>) => SearchFacets;
}

/** Ranks all playbooks. With `names`, only titles, names and sayings are looked at. */
export function rank(index: SearchIndex, parsed: ParsedQuery, query: SearchQuery, scope: 'names' | 'all'): Ranking {
  const words = weighWords(index, parsed, scope);
  const texts = scope === 'all' ? bestSections(index, parsed, words) : new Map<number, BestSection>();
  const names = scoreNames(index, parsed, words, ranking.titleWeight[scope]);
  const spellings = scoreSpellings(index, parsed, scope);
  // An id or short code typed in full goes first.
  const exact = numbersFound(index, (reader) => reader.withCode(parsed.typed));
  const bonus = titleBonus(index, parsed, names.inTitle);
  const isKept = keptBy(index, parsed);
  const candidates: Candidate[] = [];
  for (const number of new Set([...texts.keys(), ...names.scores.keys(), ...spellings.keys(), ...exact])) {
    const row = rowOf(index, number);
    if (!row || !isKept(number)) continue;
    const text = texts.get(number);
    const name = (names.scores.get(number) ?? 0) + (spellings.get(number) ?? 0) * ranking.spellingWeight;
    const relevance = name + (text ? text.top + text.rest * ranking.otherSections : 0);
    const favour = isOver(row, query) ? ranking.expired : 1;
    const useful = 1 + (row.usefulness / 4 - 1) * ranking.usefulness;
    const evidence = relevance * favour;
    const isExact = exact.has(number);
    const score = (relevance + bonus(number)) * favour * useful + (isExact ? ranking.exactId : 0);
    const hasWord = parsed.words.length === 0 || isExact || name > 0 || text?.hasWord === true;
    if (score > 0) candidates.push({ number, row, score, evidence, isExact, hasWord, ...(text && { section: text.section }) });
  }
  candidates.sort((a, b) => b.score - a.score || a.number - b.number);
  // What has but little of a long query is noise. A title that is the query must not turn all that speak of it into noise.
  const tail = isOneWord(index, parsed) || parsed.phrases.length > 0 ? 0 : ranking.tail;
  const passing = candidates.filter(({ row }) => passes(row, query));
  const kept = withoutNoise(passing, tail);
  return {
    found: query.oneForEachSubject === undefined ? kept : oneForEachSubject(kept, query.oneForEachSubject),
    countFacets: (dropped) =>
      countFacets(dropped.size === 0 ? candidates : candidates.filter(({ number }) => !dropped.has(number)), query, tail),
  };
}

function isOver(row: IndexRow, { today }: SearchQuery): boolean {
  return today !== undefined && row.validTo !== '' && row.validTo < today;
}

/** Translations of one subject are one hit, at the place of the best, in the wanted language where there is one. */
function oneForEachSubject(candidates: readonly Candidate[], language: string): readonly Candidate[] {
  const wanted = nearestLocale(language);
  const bySubject = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const known = bySubject.get(candidate.row.subject);
    if (!known || (nearestLocale(known.row.lang) !== wanted && nearestLocale(candidate.row.lang) === wanted)) {
      bySubject.set(candidate.row.subject, candidate);
    }
  }
  return [...bySubject.values()];
}

/** Words to look for in texts, with what they weigh. */
function weighWords(index: SearchIndex, parsed: ParsedQuery, scope: 'names' | 'all'): readonly (readonly [word: string, weight: number])[] {
  const weighed: (readonly [string, number])[] = [];
  for (const word of parsed.words) {
    weighed.push([word, 1]);
    if (scope === 'names' || !/^[a-z]/.test(word)) continue;
    if (word === parsed.unfinished) for (const longer of completions(index, word)) weighed.push([longer, ranking.completionWeight]);
    if (!isKnown(index, word)) {
      const near = nearestWord(word, vocabulary(index, word));
      if (near !== undefined) weighed.push([near, ranking.correctionWeight]);
    }
  }
  for (const word of parsed.alternatives) weighed.push([word, ranking.alternativeWeight]);
  return weighed;
}

/** Whether the query is one word that stands somewhere: then every playbook that has it is meant, and none that has a part of it. */
function isOneWord(index: SearchIndex, { words }: ParsedQuery): boolean {
  const [word, ...others] = words;
  return word !== undefined && others.length === 0 && isKnown(index, word);
}

/** Whether a word stands anywhere; true as well while its part is not there, so that nothing is fetched in vain to mend it. */
function isKnown(index: SearchIndex, word: string): boolean {
  return totalOf(index, (reader) => reader.text(word).frequency) > 0 || !index.base.hasText(word);
}

function vocabulary(index: SearchIndex, word: string): readonly string[] {
  const lists = currentReaders(index).map(({ reader }) => reader.wordsLike(word));
  return lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())];
}

function completions(index: SearchIndex, beginning: string): readonly string[] {
  return beginning.length < 2 ? [] : wordsFrom(index, beginning, mostCompletions);
}

function wordsFrom(index: SearchIndex, beginning: string, most: number): readonly string[] {
  const found: string[] = [];
  for (const word of vocabulary(index, beginning)) {
    if (word.length > beginning.length && word.startsWith(beginning)) found.push(word);
    if (found.length === most) break;
  }
  return found;
}

/** How rare a term is among texts (the weight of Robertson and Spärck Jones, as BM25 uses it). */
function rarity(texts: number, frequency: number): number {
  return Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5));
}

interface BestSection {
  readonly section: number;
  readonly top: number;
  readonly rest: number;
  /** Whether any of the playbook's sections has a word of the query. */
  readonly hasWord: boolean;
}

/** The best section of each playbook in whose text the query stands. */
function bestSections(
  index: SearchIndex,
  parsed: ParsedQuery,
  words: readonly (readonly [string, number])[],
): ReadonlyMap<number, BestSection> {
  const readers = currentReaders(index).map((current) => ({
    ...current,
    scores: new Float64Array(current.reader.start.sections),
    withWord: new Uint8Array(current.reader.start.sections),
  }));
  const texts = totalOf(index, ({ start }) => start.sections);
  const add = (term: string, weight: number, isWord: boolean): void => {
    const frequency = totalOf(index, (reader) => reader.text(term).frequency);
    if (frequency <= 0) return;
    for (const { reader, scores, withWord } of readers) {
      addScores(reader.text(term).ranked, weight * rarity(texts, frequency), 'text', (section, score) => {
        scores[section] = (scores[section] ?? 0) + score;
        if (isWord) withWord[section] = 1;
      });
    }
  };
  for (const [word, weight] of words) add(word, weight, true);
  for (const character of parsed.characters) {
    if (parsed.words.length === 0) add(character, 1, false);
    else if (!index.base.isCommon(character) && !isOneWord(index, parsed)) add(character, ranking.characterWeight, false);
  }
  const best = new Map<number, { section: number; top: number; rest: number; hasWord: boolean }>();
  for (const { reader, scores, withWord, numberOf } of readers) {
    let first = 0;
    for (let section = 0, before = -1; section < scores.length; section += 1) {
      const own = reader.playbookOf[section] ?? 0;
      if (own !== before) first = section;
      before = own;
      const score = scores[section] ?? 0;
      const number = score > 0 ? numberOf(own) : undefined;
      if (number === undefined) continue;
      const isWorded = withWord[section] === 1;
      const known = best.get(number);
      if (!known) best.set(number, { section: section - first, top: score, rest: 0, hasWord: isWorded });
      else {
        known.rest += Math.min(score, known.top);
        known.hasWord ||= isWorded;
        if (score > known.top) Object.assign(known, { section: section - first, top: score });
      }
    }
  }
  return best;
}

/** Scores by what playbooks are called and what customers say, and how many words of the query stand in their titles. */
function scoreNames(index: SearchIndex, parsed: ParsedQuery, words: readonly (readonly [string, number])[], titleWeight: number) {
  const scores = new Map<number, number>();
  const inTitle = new Map<number, number>();
  const readers = currentReaders(index);
  const playbooks = totalOf(index, ({ start }) => start.playbooks);
  const asked = new Set(parsed.words);
  const add = (term: string, weight: number): void => {
    const found = readers.map(({ reader, numberOf }) => ({ ...reader.names(term), numberOf }));
    const addAll = (kind: 'titles' | 'sayings', share: number): void => {
      const frequency = totalOf(index, (reader) => reader.names(term)[kind].frequency);
      if (frequency <= 0) return;
      for (const { numberOf, ...places } of found) {
        addScores(places[kind].ranked, weight * share * rarity(playbooks, frequency), 'names', (own, score) => {
          const number = numberOf(own);
          if (number !== undefined) scores.set(number, (scores.get(number) ?? 0) + score);
        });
      }
    };
    addAll('titles', titleWeight);
    addAll('sayings', ranking.sayingWeight);
    if (asked.has(term)) for (const { titles, numberOf } of found) countTitles(titles, numberOf, inTitle);
  };
  for (const [word, weight] of words) if (weight === 1 || weight === ranking.alternativeWeight) add(word, weight);
  if (parsed.words.length === 0) for (const character of parsed.characters) add(character, 1);
  return { scores, inTitle };
}

function countTitles({ ranked }: Places, numberOf: (own: number) => number | undefined, counts: Map<number, number>): void {
  eachPlace(ranked, (own) => {
    const number = numberOf(own);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  });
}

function titleBonus(index: SearchIndex, parsed: ParsedQuery, inTitle: ReadonlyMap<number, number>): (number: number) => number {
  const { whole, words, letters } = parsed;
  if (whole.length < 2) return () => 0;
  const titled = numbersFound(index, (reader) => reader.withTitle(whole));
  const read = letters.length > 1 ? numbersFound(index, (reader) => reader.withReading(letters)) : new Set<number>();
  return (number) => {
    if (titled.has(number)) return ranking.wholeTitle;
    const all = parsed.isBare && words.length > 0 && inTitle.get(number) === words.length ? ranking.inTitle : 0;
    return all + (read.has(number) ? ranking.wholeReading : 0);
  };
}

/** By playbook. Whole words count in `scoreNames` already: here only what is begun, mistyped or spelled in pinyin. */
function scoreSpellings(index: SearchIndex, parsed: ParsedQuery, scope: 'names' | 'all'): ReadonlyMap<number, number> {
  const latin = parsed.words.filter((word) => /^[a-z]{2,}$/.test(word));
  const spoken = latin.length > 0 ? everyReading(index, latin) : new Map<number, number>();
  // Pinyin is also typed with a space after each syllable.
  const joined =
    parsed.letters.length > 1 && latin.length > 0 && !latin.includes(parsed.letters) ? readingScores(index, parsed.letters) : spoken;
  const scores = new Map<number, number>();
  const matched = new Map<number, number>();
  for (const word of latin) {
    if (totalOf(index, (reader) => reader.names(word).titles.frequency + reader.names(word).sayings.frequency) > 0) continue;
    const begins = word === parsed.unfinished;
    const mends = scope === 'all' && word.length > 4 && !isKnown(index, word);
    if (!begins && !mends) continue;
    for (const [number, score] of spellingScores(index, word, (spellings) => findLatin(spellings, word, { begins, mends }))) {
      scores.set(number, (scores.get(number) ?? 0) + score);
      matched.set(number, (matched.get(number) ?? 0) + 1);
    }
  }
  const best = new Map([...scores].map(([number, score]) => [number, score / (matched.get(number) ?? 1)]));
  for (const [number, score] of [...spoken, ...joined]) best.set(number, Math.max(best.get(number) ?? 0, score));
  return best;
}

/** Whether a word of Latin letters begins a name, or is pinyin of one. */
export function isBegunOrSpelled(index: SearchIndex, word: string): boolean {
  return (
    readingScores(index, word).size > 0 ||
    completions(index, word).length > 0 ||
    spellingScores(index, word, (spellings) => findLatin(spellings, word, { begins: true, mends: false })).size > 0
  );
}

/** Playbooks that have a reading for each of some words: the average score. */
function everyReading(index: SearchIndex, words: readonly string[]): Map<number, number> {
  const [first, ...others] = words.map((word) => readingScores(index, word));
  const scores = new Map<number, number>();
  for (const [number, score] of first ?? []) {
    const more = others.map((other) => other.get(number));
    if (more.includes(undefined)) continue;
    scores.set(number, more.reduce<number>((sum, each) => sum + (each ?? 0), score) / words.length);
  }
  return scores;
}

function readingScores(index: SearchIndex, letters: string): ReadonlyMap<number, number> {
  return spellingScores(index, letters, (spellings) => findPinyin(spellings, letters));
}

function spellingScores(
  index: SearchIndex,
  word: string,
  find: (spellings: NonNullable<ReturnType<IndexReader['spellings']>>) => ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const { reader, numberOf } of currentReaders(index)) {
    const spellings = reader.spellings(word);
    for (const [own, score] of spellings ? find(spellings) : []) {
      const number = numberOf(own);
      if (number !== undefined) scores.set(number, score);
    }
  }
  return scores;
}

/** Whether phrases may occur and exclusions do not, anywhere in a playbook, as far as the terms of one text tell. */
function keptBy(index: SearchIndex, { phrases, excluded }: ParsedQuery): (number: number) => boolean {
  if (phrases.length === 0 && excluded.length === 0) return () => true;
  const withAll = (text: string) => numbersWithAll(index, termsOfPhrase(index, text));
  const wanted = phrases.map(withAll);
  const unwanted = excluded.map(withAll);
  return (number) => wanted.every((numbers) => numbers.has(number)) && !unwanted.some((numbers) => numbers.has(number));
}

/** Terms of a folded phrase, of each of which one at least is where the phrase is. */
function termsOfPhrase(index: SearchIndex, phrase: string): readonly (readonly string[])[] {
  const runs = runsOf(phrase);
  return runs.flatMap((run, at): readonly (readonly string[])[] => {
    if (/^\p{Script=Han}/u.test(run)) {
      const { words, characters } = termsOf(run);
      return (words.length > 0 ? words : characters).map((term) => [term]);
    }
    const whole = stem(run);
    if (at < runs.length - 1 || !/^[a-z0-9]/.test(run)) return [[whole]];
    // The last word may be the beginning of one, and the term of that one lacks its ending.
    return [[whole, run, ...wordsFrom(index, run.length > 4 ? run.slice(0, -2) : run, mostEndings)]];
  });
}
