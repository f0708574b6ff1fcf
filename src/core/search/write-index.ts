import MiniSearch from 'minisearch';
import type { PlaybookEntry, SearchDocuments, SectionDocument } from './documents.js';
import { fold } from './fold.js';
import {
  bm25,
  type Column,
  codeKey,
  type IndexAverages,
  type IndexColumns,
  type IndexPage,
  type IndexStart,
  indexFormat,
  knownPart,
  mostRanked,
  namePart,
  pagePart,
  readingKey,
  restPart,
  startPart,
  textPart,
  titleKey,
} from './index-parts.js';
import { writeKnownTerms } from './known-terms.js';
import { encodeNumbers } from './numbers.js';
import { fullReading, initialsOf, readingTerms } from './pinyin.js';
import { type SpellingDocument, spellingOptions } from './spellings.js';
import { TermCollector, type TermPlaces } from './terms-index.js';
import { eachDocumentTerm, type TermSink, termsOf } from './tokenize.js';

/** How often a term counts, by where it stands. */
const counts = { title: 2, heading: 2 } as const;

/** Characters in a part, on average: few enough to fetch one for every term of a query. */
const partSizes = { names: 1500, texts: 2500, rest: 12_000 } as const;

/**
 * All parts of the index of some playbooks, the same for the same documents. `averages` are those of a larger index that
 * this one belongs to; without them, its own.
 */
export function writeIndex(documents: SearchDocuments, averages?: IndexAverages): ReadonlyMap<string, string> {
  const texts = collectTexts(documents);
  const names = collectNames(documents);
  const used = averages ?? {
    words: texts.words.average,
    characters: texts.characters.average,
    titles: names.titles.average,
    sayings: names.sayings.average,
  };
  const termLines: [term: string, line: string][] = [];
  const restLines: [term: string, line: string][] = [];
  const wordCounts: [word: string, frequency: number][] = [];
  let common = '';
  const take = ({ term, frequency, ranked, rest }: TermPlaces): void => {
    termLines.push([term, `${frequency}\t${ranked}`]);
    if (rest !== '') restLines.push([term, rest]);
  };
  for (const places of texts.words.places(used.words, bm25.text)) {
    take(places);
    if (/^[a-z0-9]+$/.test(places.term)) wordCounts.push([places.term, places.frequency]);
  }
  for (const places of texts.characters.places(used.characters, bm25.text)) {
    take(places);
    if (places.frequency > mostRanked) common += places.term;
  }
  const nameLines = writeNames(names, used, documents);
  const spellings = writeSpellings(documents.entries);
  const words = groupWords(wordCounts);
  const start: IndexStart = {
    format: indexFormat,
    playbooks: documents.entries.length,
    sections: documents.sections.length,
    sectionCounts: countSections(documents),
    parts: {
      names: partCount(nameLines, partSizes.names),
      texts: partCount(termLines, partSizes.texts),
      rest: restLines.length === 0 ? 0 : partCount(restLines, partSizes.rest),
    },
    averages: used,
    common,
    words: [...words.keys()].join(''),
    spellings: [...spellings.keys()],
    synonyms: documents.synonyms,
    columns: writeColumns(documents.entries),
  };
  const parts = new Map([[startPart, JSON.stringify(start)]]);
  spread(nameLines, start.parts.names, 'names', (term) => namePart(term, start), parts);
  spread(termLines, start.parts.texts, 'texts', (term) => textPart(term, start), parts);
  spread(restLines, start.parts.rest, 'rest', (term) => restPart(term, start), parts);
  for (const [letter, list] of words) parts.set(`words/${letter}`, list.join('\n'));
  for (const [letters, index] of spellings) parts.set(`spellings/${letters}`, JSON.stringify(index));
  parts.set(knownPart, writeKnownTerms(documents.entries));
  writePages(documents, parts);
  return parts;
}

function collectTexts({ entries, sections }: SearchDocuments) {
  const words = new TermCollector();
  const characters = new TermCollector();
  const counting = (times: number): TermSink => ({
    pair: (first, second) => words.addPair(first, second, times),
    character: (character) => characters.addCharacter(character, times),
    word: (word) => words.addWord(word, times),
  });
  const [once, asHeading] = [counting(1), counting(counts.heading)];
  for (const section of sections) {
    eachDocumentTerm(entries[section.entry]?.title ?? '', once);
    eachDocumentTerm(section.section, asHeading);
    eachDocumentTerm(section.wording, once);
    eachDocumentTerm(section.body, once);
    words.endText();
    characters.endText();
  }
  return { words, characters };
}

function collectNames({ entries }: SearchDocuments) {
  const titles = new TermCollector();
  const sayings = new TermCollector();
  const addTo = (collector: TermCollector, text: string, times: number): void =>
    eachDocumentTerm(text, {
      pair: (first, second) => collector.addPair(first, second, times),
      character: (character) => collector.addCharacter(character, times),
      word: (word) => collector.addWord(word, times),
    });
  for (const entry of entries) {
    addTo(titles, entry.title, counts.title);
    titles.endText();
    addTo(sayings, [entry.id, entry.shortCode, ...entry.names].join('\n'), 1);
    addTo(sayings, entry.utterances.join('\n'), 1);
    sayings.endText();
  }
  return { titles, sayings };
}

/** A line a term: how many titles and where, how many sayings and where. A line a code, title and reading: which playbooks. */
function writeNames(
  { titles, sayings }: ReturnType<typeof collectNames>,
  averages: IndexAverages,
  { entries }: SearchDocuments,
): [term: string, line: string][] {
  const lines = new Map<string, [title: string, saying: string]>();
  for (const { term, frequency, ranked } of titles.places(averages.titles, bm25.names)) lines.set(term, [`${frequency}\t${ranked}`, '0\t']);
  for (const { term, frequency, ranked } of sayings.places(averages.sayings, bm25.names)) {
    lines.set(term, [lines.get(term)?.[0] ?? '0\t', `${frequency}\t${ranked}`]);
  }
  const keys = new Map<string, number[]>();
  for (const [number, entry] of entries.entries()) {
    const reading = entry.readings.find(({ text }) => text === entry.title);
    const own = [
      ...[entry.id, entry.shortCode].map((code) => codeKey(fold(code))),
      titleKey(fold(entry.title).trim()),
      ...(reading ? [initialsOf(reading), fullReading(reading)] : []).filter((text) => text.length > 1).map(readingKey),
    ];
    for (const key of new Set(own.filter((candidate) => candidate.length > 1))) {
      const known = keys.get(key);
      if (known) known.push(number);
      else keys.set(key, [number]);
    }
  }
  return [
    ...[...lines].map(([term, fields]): [string, string] => [term, fields.join('\t')]),
    ...[...keys].map(([key, numbers]): [string, string] => [
      key.replace(/\s+/g, ' '),
      encodeNumbers(numbers.map((number, index) => number - (numbers[index - 1] ?? 0))),
    ]),
  ];
}

function partCount(lines: readonly (readonly [string, string])[], size: number): number {
  const total = lines.reduce((sum, [term, line]) => sum + term.length + line.length + 2, 0);
  return Math.max(1, Math.ceil(total / size));
}

/** Puts each line into its part; every part is there, even if nothing is in it. */
function spread(
  lines: readonly (readonly [term: string, line: string])[],
  count: number,
  kind: string,
  partNameOf: (term: string) => string,
  parts: Map<string, string>,
): void {
  const open = new Map<string, string[]>();
  for (let number = 0; number < count; number += 1) open.set(`${kind}/${number}`, []);
  for (const [term, line] of lines) open.get(partNameOf(term))?.push(`${term}\t${line}`);
  for (const [name, own] of open) parts.set(name, own.join('\n'));
}

function countSections({ entries, sections }: SearchDocuments): string {
  const numbers = new Array<number>(entries.length).fill(0);
  for (const { entry } of sections) numbers[entry] = (numbers[entry] ?? 0) + 1;
  return encodeNumbers(numbers);
}

/** Words by first letter, the most frequent first, so that what is most likely meant is found first. */
function groupWords(words: [word: string, frequency: number][]): ReadonlyMap<string, readonly string[]> {
  words.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const groups = new Map<string, string[]>();
  for (const [word] of words) {
    const known = groups.get(word.charAt(0));
    if (known) known.push(word);
    else groups.set(word.charAt(0), [word]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type SpellingField = Exclude<keyof SpellingDocument, 'number'>;

/** One MiniSearch for each two first letters. */
function writeSpellings(entries: readonly PlaybookEntry[]): ReadonlyMap<string, MiniSearch<SpellingDocument>> {
  const isTelling = tellingHeadings(entries);
  const groups = new Map<string, SpellingDocument[]>();
  for (const [number, entry] of entries.entries()) {
    const latin = termsOf([entry.title, entry.id, entry.shortCode, ...entry.names, ...entry.utterances].join('\n')).words;
    const ofTitle = entry.readings.filter(({ text }) => text === entry.title).flatMap(readingTerms);
    const pinyin = entry.readings.filter((reading) => reading.text !== entry.title && isTelling(reading)).flatMap(readingTerms);
    const own = new Map<string, Record<SpellingField, string[]>>();
    const add = (field: SpellingField, term: string): void => {
      if (!/^[a-z]{2}/.test(term)) return;
      const letters = term.slice(0, 2);
      const known = own.get(letters) ?? { latin: [], title: [], pinyin: [] };
      known[field].push(term);
      own.set(letters, known);
    };
    for (const term of latin) add('latin', term);
    for (const term of new Set(ofTitle)) add('title', term);
    for (const term of new Set(pinyin)) add('pinyin', term);
    for (const [letters, terms] of own) {
      const documents = groups.get(letters) ?? [];
      documents.push({ number, latin: terms.latin.join(' '), title: terms.title.join(' '), pinyin: terms.pinyin.join(' ') });
      groups.set(letters, documents);
    }
  }
  return new Map(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([letters, documents]) => {
        const index = new MiniSearch<SpellingDocument>(spellingOptions);
        index.addAll(documents);
        return [letters, index];
      }),
  );
}

/** A heading that every other page has (开场, 示例) says nothing of a page; nobody looks for a page by its pinyin. */
const mostAlike = 20;

function tellingHeadings(entries: readonly PlaybookEntry[]): (reading: { readonly text: string }) => boolean {
  const pages = new Map<string, number>();
  for (const entry of entries) for (const { text } of entry.readings) pages.set(text, (pages.get(text) ?? 0) + 1);
  const most = Math.max(mostAlike, entries.length / 100);
  return ({ text }) => (pages.get(text) ?? 0) <= most;
}

function writePages({ entries, sections }: SearchDocuments, parts: Map<string, string>): void {
  const own = entries.map((): SectionDocument[] => []);
  for (const section of sections) own[section.entry]?.push(section);
  for (const [number, entry] of entries.entries()) {
    const page: IndexPage = { entry, sections: (own[number] ?? []).map(({ entry: _, ...section }) => section) };
    parts.set(pagePart(number), JSON.stringify(page));
  }
}

function writeColumns(entries: readonly PlaybookEntry[]): IndexColumns {
  const column = <Value>(read: (entry: PlaybookEntry) => Value): Column<Value> => {
    const places = new Map<string, number>();
    const values: Value[] = [];
    const rows = entries.map((entry) => {
      const value = read(entry);
      const key = JSON.stringify(value);
      const place = places.get(key) ?? places.size;
      if (place === values.length) {
        places.set(key, place);
        values.push(value);
      }
      return place;
    });
    return { values, rows: encodeNumbers(rows) };
  };
  const firstOfSubject = new Map<string, number>();
  const distances = entries.map(({ subject }, number) => {
    const first = firstOfSubject.get(subject) ?? number;
    firstOfSubject.set(subject, first);
    return number - first;
  });
  return {
    types: column((entry) => entry.type),
    languages: column((entry) => entry.lang),
    channels: column((entry) => entry.channels),
    tiers: column((entry) => entry.tiers),
    tags: column((entry) => entry.tags),
    products: column((entry) => entry.product),
    validTo: column((entry) => entry.validTo),
    usefulness: column((entry) => entry.usefulness),
    subjects: encodeNumbers(distances),
  };
}
