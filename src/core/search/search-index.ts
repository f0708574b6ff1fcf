import type { SearchDocuments } from './documents.js';
import type { IndexPage, IndexParts } from './index-parts.js';
import { eachPlace, IndexReader, type IndexRow, readStart } from './index-reader.js';
import { writeIndex } from './write-index.js';

/** An index and what changed since it was written. */
export interface SearchIndex {
  readonly base: IndexReader;
  /** By number of the playbook; numbers from `base.start.playbooks` on are new ones. */
  readonly changes: ReadonlyMap<number, Change>;
  /** Highest number of a playbook, plus one. */
  readonly size: number;
  /** Parts that were asked for and are not there. */
  readonly missing: Set<string>;
}

interface Change {
  /** What the base says of it, so that its words no longer count. */
  readonly before?: IndexReader;
  /** Undefined if the playbook is gone. */
  readonly now?: IndexReader;
}

/** Reads an index that was written before; undefined if it is none, or another release wrote it. */
export function openIndex(parts: IndexParts): SearchIndex | undefined {
  const start = readStart(parts);
  if (!start) return undefined;
  const missing = new Set<string>();
  return { base: new IndexReader(parts, start, missing), changes: new Map(), size: start.playbooks, missing };
}

/** The index of parts that this program wrote just now. */
export function indexOf(parts: IndexParts): SearchIndex {
  const index = openIndex(parts);
  if (!index) throw new Error('an index that was just written cannot be read');
  return index;
}

export function createSearchIndex(documents: SearchDocuments): SearchIndex {
  return indexOf(writeIndex(documents));
}

/**
 * The index with another text of one playbook, at a cost that does not depend on how many there are. `documents` hold
 * this playbook alone, or are undefined if it is gone. A number of `index.size` adds one.
 */
export function updateIndex(index: SearchIndex, number: number, documents: SearchDocuments | undefined): SearchIndex {
  const before = index.changes.get(number)?.before ?? readAlone(index, index.base.page(number));
  const changes = new Map(index.changes);
  changes.set(number, { ...(before && { before }), ...(documents && { now: alone(index, documents) }) });
  return { ...index, changes, size: Math.max(index.size, number + 1) };
}

function readAlone(index: SearchIndex, page: IndexPage | undefined): IndexReader | undefined {
  if (!page) return undefined;
  const sections = page.sections.map((section) => ({ ...section, entry: 0 }));
  return alone(index, { entries: [page.entry], sections, synonyms: [] });
}

function alone({ base }: SearchIndex, documents: SearchDocuments): IndexReader {
  return indexOf(writeIndex(documents, base.start.averages)).base;
}

/** One of the readers of an index that hold what is true now, and the numbers its playbooks have in the whole index. */
interface Current {
  readonly reader: IndexReader;
  /** Undefined if another reader holds the playbook. */
  readonly numberOf: (own: number) => number | undefined;
}

export function currentReaders(index: SearchIndex): readonly Current[] {
  const { base, changes } = index;
  const changed = [...changes].flatMap(([number, { now }]): Current[] => (now ? [{ reader: now, numberOf: () => number }] : []));
  return [{ reader: base, numberOf: (own) => (changes.has(own) ? undefined : own) }, ...changed];
}

/** A count in the whole index as it is now: what left it is taken off. */
export function totalOf(index: SearchIndex, count: (reader: IndexReader) => number): number {
  let total = count(index.base);
  for (const { before, now } of index.changes.values()) {
    if (before) total -= count(before);
    if (now) total += count(now);
  }
  return total;
}

/** Playbooks that a lookup finds by any reader, by their numbers in the whole index. */
export function numbersFound(index: SearchIndex, lookUp: (reader: IndexReader) => Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { reader, numberOf } of currentReaders(index)) {
    for (const own of lookUp(reader)) {
      const number = numberOf(own);
      if (number !== undefined) found.add(number);
    }
  }
  return found;
}

/** What the columns say of a playbook; undefined if it is gone. */
export function rowOf({ base, changes }: SearchIndex, number: number): IndexRow | undefined {
  const change = changes.get(number);
  if (!change) return base.row(number);
  const row = change.now?.row(0);
  return row && { ...row, subject: number };
}

/** A playbook as it is shown; undefined if it is gone or not there yet. */
export function pageOf({ base, changes }: SearchIndex, number: number): IndexPage | undefined {
  const change = changes.get(number);
  return change ? change.now?.page(0) : base.page(number);
}

/** Playbooks with a text, or a name, in which all terms stand: of each list of terms at least one. */
export function numbersWithAll(index: SearchIndex, terms: readonly (readonly string[])[]): ReadonlySet<number> {
  return numbersFound(index, (reader) => {
    const sections = commonOf(terms.map((any) => union(any.map((term) => reader.sectionsWith(term)))));
    const named = commonOf(terms.map((any) => union(any.map((term) => namesWith(reader, term)))));
    return new Set([...[...sections].map((section) => reader.playbookOf[section] ?? 0), ...named]);
  });
}

function namesWith(reader: IndexReader, term: string): ReadonlySet<number> {
  const { titles, sayings } = reader.names(term);
  const numbers = new Set<number>();
  for (const { ranked } of [titles, sayings]) eachPlace(ranked, (number) => numbers.add(number));
  return numbers;
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [only] = sets;
  return sets.length === 1 && only ? only : new Set(sets.flatMap((set) => [...set]));
}

function commonOf(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [smallest, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return new Set([...(smallest ?? [])].filter((value) => others.every((set) => set.has(value))));
}
