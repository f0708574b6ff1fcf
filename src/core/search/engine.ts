import MiniSearch, { type Options, type Query } from 'minisearch';
import type { SearchFacets, SearchField, SearchHit, SearchQuery, SearchResult } from '../model/search.js';
import type { PlaybookEntry, SearchDocuments, SectionDocument } from './documents.js';
import { excerptOf, highlight } from './excerpt.js';
import { fold } from './fold.js';
import { matchReading, readingTerms } from './pinyin.js';
import { contains, type ParsedQuery, parseQuery } from './query.js';
import {
  addScores,
  buildTextIndex,
  documentsWith,
  emptyScores,
  fromTextIndexData,
  type Scores,
  type TextIndex,
  type TextIndexData,
  toTextIndexData,
} from './text-index.js';
import { runsOf, stem, termsOf } from './tokenize.js';
import { nearestWord } from './typing.js';

/**
 * `words` and `characters` rank the text of sections, `names` titles, `sayings` what else playbooks are called and what
 * customers say, all by BM25 over pairs of characters. `spellings` (MiniSearch) finds what is typed in Latin letters:
 * beginnings of words, slips of the key, pinyin. There terms are few and its tree of prefixes serves best; over pairs of
 * Chinese characters of whole texts it needs twenty times the time to load and to search.
 */
export interface SearchIndex {
  readonly documents: SearchDocuments;
  readonly words: TextIndex;
  readonly characters: TextIndex;
  /** Titles, one document a playbook. */
  readonly names: TextIndex;
  /** Ids, aliases, keywords, tags and what customers say, one document a playbook. */
  readonly sayings: TextIndex;
  readonly spellings: MiniSearch<SpellingDocument>;
  /** Words of other scripts than Chinese, for completing and mending what is typed. */
  readonly vocabulary: readonly string[];
  /** Folded, one a playbook. */
  readonly titles: readonly string[];
  /** Playbooks by folded id and short code. */
  readonly codes: ReadonlyMap<string, readonly number[]>;
}

/** What is written to disk for the site; plain JSON. */
export interface SearchData {
  readonly documents: SearchDocuments;
  readonly words: TextIndexData;
  readonly characters: TextIndexData;
}

interface SpellingDocument {
  /** Place of the playbook in the list of entries. */
  readonly number: number;
  /** Latin words of title, names and utterances. */
  readonly latin: string;
  readonly pinyin: string;
}

/** Constants of ranking, the same everywhere; `npm run bench:search` measures them. */
const ranking = {
  text: { k: 1.2, b: 0.9 },
  names: { k: 1.2, b: 0.5 },
  titleCount: 2,
  nameWeight: 0.1,
  sayingWeight: 1.5,
  /** BM25 without MiniSearch's lower bound, which rewards every further function word. */
  spellings: { k: 1.2, b: 0.5, d: 0 },
  spellingWeight: 0.8,
  characterWeight: 0.25,
  headingCount: 2,
  alternativeWeight: 0.6,
  completionWeight: 0.5,
  correctionWeight: 0.7,
  otherSections: 0.05,
  expired: 0.8,
  /** Added where the query is the title, or stands in it whole. */
  wholeTitle: 100,
  inTitle: 4,
  exactId: 1000,
  /** Hits below this share of the best evidence are noise. */
  tail: 0.12,
} as const;

const spellingOptions: Options<SpellingDocument> = {
  idField: 'number',
  fields: ['latin', 'pinyin'],
  storeFields: [],
  tokenize: (text) => text.split(' ').filter((term) => term !== ''),
  processTerm: (term) => term,
};

export function createSearchIndex(documents: SearchDocuments): SearchIndex {
  const texts = documents.sections.map((section) => {
    const title = documents.entries[section.entry]?.title ?? '';
    return countTerms([title, 1], [section.section, ranking.headingCount], [section.wording, 1], [section.body, 1]);
  });
  return assemble(documents, buildTextIndex(texts.map((text) => text.words)), buildTextIndex(texts.map((text) => text.characters)));
}

export function toSearchData({ documents, words, characters }: SearchIndex): SearchData {
  return { documents, words: toTextIndexData(words), characters: toTextIndexData(characters) };
}

export function loadSearchIndex({ documents, words, characters }: SearchData): SearchIndex {
  return assemble(documents, fromTextIndexData(words), fromTextIndexData(characters));
}

function assemble(documents: SearchDocuments, words: TextIndex, characters: TextIndex): SearchIndex {
  const spellings = new MiniSearch<SpellingDocument>(spellingOptions);
  spellings.addAll(documents.entries.map(spellingDocument));
  const names = buildTextIndex(
    documents.entries.map((entry) => {
      const counts = countTerms([entry.title, ranking.titleCount]);
      return new Map([...counts.words, ...counts.characters]);
    }),
  );
  const sayings = buildTextIndex(
    documents.entries.map((entry) => {
      const counts = countTerms([namesOf(entry), 1], [entry.utterances.join('\n'), 1]);
      return new Map([...counts.words, ...counts.characters]);
    }),
  );
  const titles = documents.entries.map((entry) => fold(entry.title).trim());
  return {
    documents,
    words,
    characters,
    names,
    sayings,
    spellings,
    titles,
    codes: groupByCode(documents.entries),
    vocabulary: [...words.postings.keys()].filter((word) => /^[a-z0-9]/.test(word)),
  };
}

function groupByCode(entries: readonly PlaybookEntry[]): ReadonlyMap<string, readonly number[]> {
  const codes = new Map<string, number[]>();
  for (const [number, entry] of entries.entries()) {
    for (const code of new Set([fold(entry.id), fold(entry.shortCode)])) {
      const known = codes.get(code);
      if (known) known.push(number);
      else if (code !== '') codes.set(code, [number]);
    }
  }
  return codes;
}

function namesOf(entry: PlaybookEntry): string {
  return [entry.id, entry.shortCode, ...entry.names].join('\n');
}

function spellingDocument(entry: PlaybookEntry, number: number): SpellingDocument {
  const latin = termsOf([entry.title, namesOf(entry), ...entry.utterances].join('\n')).words.filter((word) => /^[a-z]/.test(word));
  return { number, latin: latin.join(' '), pinyin: [...new Set(entry.readings.flatMap(readingTerms))].join(' ') };
}

/** Counts the terms of some texts, each text as often as it weighs. */
function countTerms(...texts: readonly (readonly [text: string, times: number])[]) {
  const words = new Map<string, number>();
  const characters = new Map<string, number>();
  for (const [text, times] of texts) {
    const terms = termsOf(text);
    for (const term of terms.words) words.set(term, (words.get(term) ?? 0) + times);
    for (const term of terms.characters) characters.set(term, (characters.get(term) ?? 0) + times);
  }
  return { words, characters };
}

/** Finds playbooks, best first; each once, with its best section. Any text is a valid query. */
export function search(index: SearchIndex, query: SearchQuery): SearchResult {
  const parsed = parseQuery(query.text, index.documents.synonyms);
  const found = rank(index, parsed, query);
  return {
    query: query.text,
    total: found.length,
    hits: found.slice(0, query.limit ?? 20).flatMap((candidate) => toHit(index, candidate, parsed) ?? []),
    facets: countFacets(found.flatMap(({ number }) => index.documents.entries[number] ?? [])),
  };
}

interface Candidate {
  /** Place of the playbook in the list of entries. */
  readonly number: number;
  readonly section?: number;
  readonly score: number;
  /** The score without what titles and ids add. */
  readonly evidence: number;
}

function rank(index: SearchIndex, parsed: ParsedQuery, query: SearchQuery): readonly Candidate[] {
  const { entries, sections } = index.documents;
  const best = new Map<number, { section: number; top: number; rest: number }>();
  for (const [section, score] of scoreSections(index, parsed).entries()) {
    if (score === 0) continue;
    const number = sections[section]?.entry ?? 0;
    const known = best.get(number);
    if (!known) best.set(number, { section, top: score, rest: 0 });
    else if (score > known.top) best.set(number, { section, top: score, rest: known.rest + known.top });
    else known.rest += score;
  }
  const names = scoreNames(index.names, parsed);
  const sayings = scoreNames(index.sayings, parsed);
  const spellings = scoreSpellings(index, parsed);
  // An id or short code typed in full goes first.
  const exact = new Set(index.codes.get(fold(query.text.trim())));
  const candidates = entries.flatMap((entry, number): Candidate[] => {
    const text = best.get(number);
    const name =
      (names[number] ?? 0) * ranking.nameWeight +
      (sayings[number] ?? 0) * ranking.sayingWeight +
      (spellings.get(number) ?? 0) * ranking.spellingWeight;
    const isExact = exact.has(number);
    if ((!text && name === 0 && !isExact) || !passes(entry, query)) return [];
    const relevance = (text ? text.top + text.rest * ranking.otherSections : 0) + name;
    const bonus = names[number] ? titleBonus(index.titles[number] ?? '', parsed) : 0;
    const freshness = query.today !== undefined && entry.validTo !== '' && entry.validTo < query.today ? ranking.expired : 1;
    const score = (relevance + bonus) * freshness + (isExact ? ranking.exactId : 0);
    return [{ number, score, evidence: relevance * freshness, ...(text && { section: text.section }) }];
  });
  candidates.sort((a, b) => b.score - a.score || a.number - b.number);
  // A title that is the query must not turn all that speak of it into noise.
  const least = candidates.reduce((most, { evidence }) => Math.max(most, evidence), 0) * ranking.tail;
  const isKept = keptBy(index, parsed);
  const isHit = ({ number, evidence }: Candidate) => (evidence >= least || exact.has(number)) && isKept(number);
  return candidates.filter(isHit);
}

function titleBonus(title: string, { whole }: ParsedQuery): number {
  if (whole.length < 2) return 0;
  if (title === whole) return ranking.wholeTitle;
  return contains(title, whole) ? ranking.inTitle : 0;
}

function scoreSections(index: SearchIndex, parsed: ParsedQuery): Scores {
  const scores = emptyScores(index.words);
  const add = (term: string, weight: number) => addScores(index.words, term, weight, ranking.text, scores);
  for (const term of parsed.words) {
    add(term, 1);
    if (!/^[a-z]/.test(term)) continue;
    if (term === parsed.unfinished) for (const word of completions(index, term)) add(word, ranking.completionWeight);
    if (!index.words.postings.has(term)) {
      const near = nearestWord(term, index.vocabulary);
      if (near !== undefined) add(near, ranking.correctionWeight);
    }
  }
  for (const term of parsed.alternatives) add(term, ranking.alternativeWeight);
  const characterWeight = parsed.words.length > 0 ? ranking.characterWeight : 1;
  for (const term of parsed.characters) addScores(index.characters, term, characterWeight, ranking.text, scores);
  return scores;
}

const mostCompletions = 20;

function completions(index: SearchIndex, beginning: string): readonly string[] {
  if (beginning.length < 2) return [];
  const found: string[] = [];
  for (const word of index.vocabulary) {
    if (word.length > beginning.length && word.startsWith(beginning)) found.push(word);
    if (found.length === mostCompletions) break;
  }
  return found;
}

function scoreNames(names: TextIndex, parsed: ParsedQuery): Scores {
  const scores = emptyScores(names);
  for (const term of parsed.words) addScores(names, term, 1, ranking.names, scores);
  for (const term of parsed.alternatives) addScores(names, term, ranking.alternativeWeight, ranking.names, scores);
  if (parsed.words.length === 0) for (const term of parsed.characters) addScores(names, term, 1, ranking.names, scores);
  return scores;
}

/** By playbook. Whole words count in `scoreNames` already: here only what is begun, mistyped or spelled in pinyin. */
function scoreSpellings(index: SearchIndex, parsed: ParsedQuery): ReadonlyMap<number, number> {
  const latin = parsed.words.filter((word) => /^[a-z]+$/.test(word));
  if (latin.length === 0) return new Map();
  const unknown = latin.filter((word) => !index.names.postings.has(word) && !index.sayings.postings.has(word));
  const begun: Query = {
    queries: unknown,
    fields: ['latin'],
    combineWith: 'OR',
    prefix: (term) => term === parsed.unfinished,
    fuzzy: (term) => (term.length > 4 && !index.words.postings.has(term) ? 1 : false),
  };
  const pinyin: Query = { queries: latin, fields: ['pinyin'], combineWith: 'AND', prefix: true, weights: { prefix: 0.9, fuzzy: 0 } };
  const hits = index.spellings.search(
    { combineWith: 'OR', queries: [begun, pinyin] },
    { tokenize: (term) => [term], bm25: ranking.spellings },
  );
  // MiniSearch multiplies by the number of matched terms, which would outweigh how rare they are.
  return new Map(hits.map((hit) => [Number(hit.id), hit.score / Math.max(1, hit.queryTerms.length)]));
}

/** Whether phrases occur and exclusions do not, anywhere in a playbook. */
function keptBy(index: SearchIndex, { phrases, excluded }: ParsedQuery): (number: number) => boolean {
  if (phrases.length === 0 && excluded.length === 0) return () => true;
  const wanted = phrases.map((phrase) => entriesWith(index, phrase));
  const unwanted = excluded.map((word) => entriesWith(index, word));
  return (number) => wanted.every((entries) => entries.has(number)) && !unwanted.some((entries) => entries.has(number));
}

/** Playbooks in which a folded text stands as it is. The index says where its terms are, so that few texts are gone through. */
function entriesWith(index: SearchIndex, text: string): ReadonlySet<number> {
  const { entries, sections } = index.documents;
  const runs = runsOf(text);
  let found: readonly number[] = entries.map((_, number) => number);
  for (const [at, run] of runs.entries()) {
    for (const terms of termsThatCouldBe(index, run, at === runs.length - 1)) {
      const having = new Set(
        terms.flatMap((term) => [
          ...[index.words, index.characters].flatMap((texts) => documentsWith(texts, term)).map((section) => sections[section]?.entry ?? 0),
          ...documentsWith(index.sayings, term),
        ]),
      );
      found = found.filter((number) => having.has(number));
    }
  }
  if (text.length <= 2 && /^\p{Script=Han}+$/u.test(text)) return new Set(found);
  const own = new Map(found.map((number): [number, SectionDocument[]] => [number, []]));
  for (const section of sections) own.get(section.entry)?.push(section);
  const isIn = (number: number): boolean => {
    const entry = entries[number];
    const texts = own.get(number)?.flatMap(({ section, wording, body }) => [section, wording, body]) ?? [];
    return (
      entry !== undefined && contains(fold([entry.title, ...entry.names, ...entry.utterances, entry.summary, ...texts].join('\n')), text)
    );
  };
  return new Set(found.filter(isIn));
}

/** Terms of a stretch, of each of which one at least is where the stretch is. */
function termsThatCouldBe(index: SearchIndex, run: string, isLast: boolean): readonly (readonly string[])[] {
  if (/^\p{Script=Han}/u.test(run)) {
    const { words, characters } = termsOf(run);
    return (words.length > 0 ? words : characters).map((term) => [term]);
  }
  if (!/^[a-z0-9]/.test(run)) return [];
  if (!isLast) return [[stem(run)]];
  // It may be the beginning of a word, whose ending its term may lack.
  const beginning = run.slice(0, Math.max(1, run.length - 3));
  return [[...index.words.postings.keys(), ...index.sayings.postings.keys()].filter((term) => term.startsWith(beginning))];
}

function passes(entry: PlaybookEntry | undefined, query: SearchQuery): boolean {
  if (!entry) return false;
  const isIn = (wanted: readonly string[] | undefined, values: readonly string[]) =>
    wanted === undefined || wanted.length === 0 || wanted.some((value) => values.includes(value));
  return (
    isIn(query.types, [entry.type]) &&
    isIn(query.channels, entry.channels) &&
    isIn(query.tiers, entry.tiers) &&
    isIn(query.languages, [entry.lang]) &&
    isIn(query.tags, entry.tags) &&
    isIn(query.products, [entry.product])
  );
}

function countFacets(entries: readonly PlaybookEntry[]): SearchFacets {
  const count = (valuesOf: (entry: PlaybookEntry) => readonly string[]): Readonly<Record<string, number>> => {
    const counts = new Map<string, number>();
    for (const entry of entries) for (const value of valuesOf(entry)) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    return Object.fromEntries([...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)));
  };
  return {
    types: count((entry) => [entry.type]),
    channels: count((entry) => entry.channels),
    tiers: count((entry) => entry.tiers),
    languages: count((entry) => [entry.lang]),
    tags: count((entry) => entry.tags),
    products: count((entry) => [entry.product]),
  };
}

function toHit(index: SearchIndex, { number, section, score }: Candidate, parsed: ParsedQuery): SearchHit | undefined {
  const entry = index.documents.entries[number];
  if (!entry) return undefined;
  const document = section === undefined ? undefined : index.documents.sections[section];
  const spoken = parsed.words.flatMap((word) => (/^[a-z]+$/.test(word) ? matchReading(entry.readings, word) : [])).map(fold);
  const marks = [...new Set([...parsed.marks, ...spoken, ...(parsed.words.length === 0 ? parsed.characters : [])])];
  const text = [document?.wording, document?.body].filter((part) => part !== undefined && part !== '').join('\n');
  const folded = fold(text);
  const shown = marks.some((mark) => contains(folded, mark)) ? text : entry.summary || text;
  return {
    id: entry.id,
    title: entry.title,
    type: entry.type,
    lang: entry.lang,
    path: entry.path,
    section: document?.section ?? '',
    anchor: document?.anchor ?? '',
    score: Math.round(score * 1000) / 1000,
    titleParts: highlight(entry.title, marks),
    excerpt: excerptOf(shown, marks),
    matched: explain(entry, document, marks, spoken),
  };
}

function explain(
  entry: PlaybookEntry,
  document: SectionDocument | undefined,
  marks: readonly string[],
  spoken: readonly string[],
): SearchHit['matched'] {
  const texts: readonly (readonly [SearchField, string])[] = [
    ['id', `${entry.id}\n${entry.shortCode}`],
    ['title', entry.title],
    ['names', entry.names.join('\n')],
    ['utterances', entry.utterances.join('\n')],
    ['heading', document?.section ?? ''],
    ['wording', document?.wording ?? ''],
    ['body', document?.body ?? ''],
  ];
  const folded = texts.map(([field, text]) => [field, fold(text)] as const);
  const found = marks.flatMap((term) => {
    const fields = folded.filter(([, text]) => contains(text, term)).map(([field]) => field);
    const all: readonly SearchField[] = spoken.includes(term) ? ['pinyin', ...fields] : fields;
    return all.length > 0 ? [{ term, fields: all }] : [];
  });
  // A word that was found whole stands for its parts.
  return found.filter(({ term }) => !found.some((other) => other.term !== term && other.term.includes(term)));
}
