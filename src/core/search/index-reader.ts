import type { SynonymGroup } from './documents.js';
import {
  bm25,
  type Column,
  codeKey,
  fromStep,
  type IndexPage,
  type IndexParts,
  type IndexStart,
  indexFormat,
  knownPart,
  namePart,
  pagePart,
  readingKey,
  restPart,
  spellingPart,
  startPart,
  textPart,
  titleKey,
  wordPart,
} from './index-parts.js';
import { type KnownTerms, readKnownTerms } from './known-terms.js';
import { decodeNumbers, NumberReader } from './numbers.js';
import { loadSpellings, type Spellings } from './spellings.js';

/** In how many texts a term stands, and the encoded places of the most telling ones. */
export interface Places {
  readonly frequency: number;
  readonly ranked: string;
}

const nowhere: Places = { frequency: 0, ranked: '' };

/** What a row of the columns says of a playbook. */
export interface IndexRow {
  readonly type: string;
  readonly lang: string;
  readonly channels: readonly string[];
  readonly tiers: readonly string[];
  readonly tags: readonly string[];
  readonly product: string;
  readonly validTo: string;
  /** In steps from 0 to 8. */
  readonly usefulness: number;
  /** Number of the first translation of the same subject. */
  readonly subject: number;
}

/**
 * Reads the parts of an index when they are asked for. What is not there yet reads as empty and is remembered in
 * `missing`, so that whoever asked can fetch it and ask again.
 */
export class IndexReader {
  readonly start: IndexStart;
  /** Number of the playbook of each section. */
  readonly playbookOf: Int32Array;
  readonly #parts: IndexParts;
  readonly #missing: Set<string>;
  readonly #lines = new Map<string, ReadonlyMap<string, string>>();
  readonly #spellings = new Map<string, Spellings>();
  readonly #words = new Map<string, readonly string[]>();
  readonly #rows: readonly IndexRow[];
  readonly #common: ReadonlySet<string>;
  #known: KnownTerms | undefined;

  constructor(parts: IndexParts, start: IndexStart, missing: Set<string>) {
    this.start = start;
    this.#parts = parts;
    this.#missing = missing;
    this.playbookOf = new Int32Array(start.sections);
    let section = 0;
    for (const [playbook, count] of decodeNumbers(start.sectionCounts).entries()) {
      this.playbookOf.fill(playbook, section, section + count);
      section += count;
    }
    this.#rows = readRows(start);
    this.#common = new Set(start.common);
  }

  get synonyms(): readonly SynonymGroup[] {
    return this.start.synonyms;
  }

  isCommon(character: string): boolean {
    return this.#common.has(character);
  }

  row(number: number): IndexRow | undefined {
    return this.#rows[number];
  }

  /** Sections that have a term. */
  text(term: string): Places {
    const [frequency, ranked] = this.#line(textPart(term, this.start), term);
    return frequency === undefined ? nowhere : { frequency: Number(frequency), ranked: ranked ?? '' };
  }

  /** Whether `text` can tell already where a term stands. */
  hasText(term: string): boolean {
    return this.#parts.get(textPart(term, this.start)) !== undefined;
  }

  /** Sections that have a term, all of them. */
  sectionsWith(term: string): ReadonlySet<number> {
    const { frequency, ranked } = this.text(term);
    const sections = new Set<number>();
    eachPlace(ranked, (section) => sections.add(section));
    if (sections.size === frequency) return sections;
    let section = 0;
    for (const step of decodeNumbers(this.#line(restPart(term, this.start), term)[0] ?? '')) {
      section += step;
      sections.add(section);
    }
    return sections;
  }

  /** Playbooks whose title, and whose names and sayings have a term. */
  names(term: string): { readonly titles: Places; readonly sayings: Places } {
    const [titles, inTitles, sayings, inSayings] = this.#line(namePart(term, this.start), term);
    return {
      titles: { frequency: Number(titles ?? 0), ranked: inTitles ?? '' },
      sayings: { frequency: Number(sayings ?? 0), ranked: inSayings ?? '' },
    };
  }

  /** Playbooks whose id or short code is this folded text. */
  withCode(folded: string): readonly number[] {
    return this.#withKey(codeKey(folded));
  }

  withTitle(folded: string): readonly number[] {
    return this.#withKey(titleKey(folded));
  }

  /** Playbooks whose whole title is read so, in full or by initials. */
  withReading(letters: string): readonly number[] {
    return this.#withKey(readingKey(letters));
  }

  /** Words of Latin letters and digits that begin with the same letter, the most frequent first. */
  wordsLike(word: string): readonly string[] {
    if (!this.start.words.includes(word.charAt(0)) || word === '') return [];
    const name = wordPart(word);
    const known = this.#words.get(name);
    if (known) return known;
    const text = this.#get(name);
    if (text === undefined) return [];
    const words = text.split('\n');
    this.#words.set(name, words);
    return words;
  }

  /** Names that begin with the same two letters. */
  spellings(word: string): Spellings | undefined {
    if (!this.start.spellings.includes(word.slice(0, 2))) return undefined;
    const name = spellingPart(word);
    const known = this.#spellings.get(name);
    if (known) return known;
    const json = this.#get(name);
    if (json === undefined || json === '') return undefined;
    const spellings = loadSpellings(json);
    this.#spellings.set(name, spellings);
    return spellings;
  }

  /** What playbooks are called; nothing while its part is not there. */
  knownTerms(): KnownTerms {
    if (this.#known) return this.#known;
    const written = this.#get(knownPart);
    const known = readKnownTerms(written ?? '');
    if (written !== undefined) this.#known = known;
    return known;
  }

  page(number: number): IndexPage | undefined {
    const json = this.#get(pagePart(number));
    return json === undefined || json === '' ? undefined : JSON.parse(json);
  }

  #withKey(key: string): readonly number[] {
    let number = 0;
    return decodeNumbers(this.#line(namePart(key, this.start), key)[0] ?? '').map((step) => {
      number += step;
      return number;
    });
  }

  /** The fields after a term. */
  #line(part: string, term: string): readonly string[] {
    const known = this.#lines.get(part);
    if (known) return known.get(term)?.split('\t') ?? [];
    const text = this.#get(part);
    if (text === undefined) return [];
    const lines = new Map<string, string>();
    for (const line of text.split('\n')) {
      const end = line.indexOf('\t');
      lines.set(line.slice(0, end), line.slice(end + 1));
    }
    this.#lines.set(part, lines);
    return lines.get(term)?.split('\t') ?? [];
  }

  #get(name: string): string | undefined {
    const text = this.#parts.get(name);
    if (text === undefined) this.#missing.add(name);
    return text;
  }
}

/** Calls back with the number and the step of impact of each place. */
export function eachPlace(ranked: string, found: (number: number, step: number) => void): void {
  const reader = new NumberReader(ranked);
  let number = 0;
  while (!reader.atEnd) {
    number += reader.number();
    found(number, reader.digit());
  }
}

/** Adds a term's share to the score of each text that has it. */
export function addScores(ranked: string, weight: number, kind: keyof typeof bm25, add: (number: number, score: number) => void): void {
  eachPlace(ranked, (number, step) => add(number, weight * fromStep(step, bm25[kind])));
}

/** The first part of an index, if this program can read it. */
export function readStart(parts: IndexParts): IndexStart | undefined {
  const json = parts.get(startPart);
  if (json === undefined || json === '') return undefined;
  const start: IndexStart = JSON.parse(json);
  return start.format === indexFormat ? start : undefined;
}

function readRows({ playbooks, columns }: IndexStart): readonly IndexRow[] {
  const column = <Value>({ values, rows }: Column<Value>, none: Value): ((row: number) => Value) => {
    const places = decodeNumbers(rows);
    return (row) => values[places[row] ?? 0] ?? none;
  };
  const none: readonly string[] = [];
  const types = column(columns.types, '');
  const languages = column(columns.languages, '');
  const channels = column(columns.channels, none);
  const tiers = column(columns.tiers, none);
  const tags = column(columns.tags, none);
  const products = column(columns.products, '');
  const validTo = column(columns.validTo, '');
  const usefulness = column(columns.usefulness, 4);
  const subjects = decodeNumbers(columns.subjects);
  return Array.from({ length: playbooks }, (_, row) => ({
    type: types(row),
    lang: languages(row),
    channels: channels(row),
    tiers: tiers(row),
    tags: tags(row),
    product: products(row),
    validTo: validTo(row),
    usefulness: usefulness(row),
    subject: row - (subjects[row] ?? 0),
  }));
}
