import type { PlaybookEntry, SectionDocument, SynonymGroup } from './documents.js';

/**
 * An index is a set of named texts, so that the editor can keep it in one file and a browser fetches only what a query
 * needs. Terms are spread over parts by a hash, so that nothing has to be known to find one.
 *
 * | part | holds |
 * |---|---|
 * | `start` | what every query needs, JSON: `IndexStart` |
 * | `names/<n>` | a line a term: in which titles and in which names and sayings of playbooks it stands |
 * | `texts/<n>` | a line a term: in which sections it stands, the most telling ones if there are many |
 * | `rest/<n>` | a line a term: the other sections it stands in; only phrases and exclusions need them |
 * | `words/<first letter>` | words of Latin letters, the most frequent first |
 * | `spellings/<first two letters>` | MiniSearch over beginnings, slips of the key and pinyin of names |
 * | `pages/<n>` | one playbook as it is shown, JSON: `IndexPage` |
 * | `known` | what playbooks are called, for “did you mean”: `writeKnownTerms` |
 *
 * The fields of a line are separated by tabs.
 */
export interface IndexParts {
  /** Undefined if a part is not there yet. */
  readonly get: (name: string) => string | undefined;
}

export const startPart = 'start';
export const knownPart = 'known';

/** Raised with every change of the format, so that an index written by another release is not read. */
export const indexFormat = 5;

/** A column of values that repeat: `rows` are places in `values`, as `encodeNumbers` writes them. */
export interface Column<Value> {
  readonly values: readonly Value[];
  readonly rows: string;
}

export interface IndexStart {
  readonly format: typeof indexFormat;
  readonly playbooks: number;
  readonly sections: number;
  /** Sections of each playbook, as `encodeNumbers` writes them. */
  readonly sectionCounts: string;
  /** How many parts there are of each kind. */
  readonly parts: { readonly names: number; readonly texts: number; readonly rest: number };
  /** Average number of terms, rounded by `roundedAverage`. */
  readonly averages: IndexAverages;
  /** Single characters that stand in too many sections to tell anything beside longer terms. */
  readonly common: string;
  /** First letters that have a part of words. */
  readonly words: string;
  /** First two letters that have a part of spellings. */
  readonly spellings: readonly string[];
  readonly synonyms: readonly SynonymGroup[];
  readonly columns: IndexColumns;
}

export interface IndexAverages {
  readonly words: number;
  readonly characters: number;
  readonly titles: number;
  readonly sayings: number;
}

/** What is filtered, counted and weighed by, a row a playbook. */
export interface IndexColumns {
  readonly types: Column<string>;
  readonly languages: Column<string>;
  readonly channels: Column<readonly string[]>;
  readonly tiers: Column<readonly string[]>;
  readonly tags: Column<readonly string[]>;
  readonly products: Column<string>;
  readonly validTo: Column<string>;
  readonly usefulness: Column<number>;
  /** How many playbooks before it the first translation of its subject is, as `encodeNumbers` writes them. */
  readonly subjects: string;
}

/** One playbook as it is shown. */
export interface IndexPage {
  readonly entry: PlaybookEntry;
  readonly sections: readonly Omit<SectionDocument, 'entry'>[];
}

/** Which of `count` parts a term is in (Fowler, Noll and Vo's hash, FNV-1a, over UTF-16 units). */
function partOf(term: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % Math.max(1, count);
}

export const namePart = (term: string, { parts }: IndexStart): string => `names/${partOf(term, parts.names)}`;
export const textPart = (term: string, { parts }: IndexStart): string => `texts/${partOf(term, parts.texts)}`;
export const restPart = (term: string, { parts }: IndexStart): string => `rest/${partOf(term, parts.rest)}`;
export const wordPart = (word: string): string => `words/${word.charAt(0)}`;
export const spellingPart = (word: string): string => `spellings/${word.slice(0, 2)}`;
export const pagePart = (number: number): string => `pages/${number}`;

/** Keys in the parts of names, beside terms, which have no sign. */
export const codeKey = (folded: string): string => `=${folded}`;
export const titleKey = (folded: string): string => `~${folded}`;
/** A whole title in pinyin, or its initials. */
export const readingKey = (letters: string): string => `^${letters}`;

/**
 * Of a long list only so many sections are ranked by a term, those where it weighs most: the rest would not come among
 * the first ten (S. Carmel et al., “Static Index Pruning for Information Retrieval Systems”, 2001). docs/search.md has
 * the measurement.
 */
export const mostRanked = 1500;

export const bm25 = { text: { k: 1.2, b: 0.9 }, names: { k: 1.2, b: 0.5 } } as const;

/** The part of BM25 that a term's count in a text gives, from 0 to k + 1. */
export function impactOf(count: number, length: number, average: number, { k, b }: { readonly k: number; readonly b: number }): number {
  return (count * (k + 1)) / (count + k * (1 - b + (b * length) / average));
}

/** An impact in 63 steps, from 1 on, to be written as one character; 64 steps rank as well as exact values do. */
export function toStep(impact: number, { k }: { readonly k: number }): number {
  return Math.max(1, Math.min(63, Math.round((impact / (k + 1)) * 63)));
}

export function fromStep(step: number, { k }: { readonly k: number }): number {
  return (step / 63) * (k + 1);
}

/** An average to the nearest power of 1.1, so that a change of one playbook changes the scores of no other. */
export function roundedAverage(sum: number, count: number): number {
  const average = Math.max(1, sum / Math.max(1, count));
  return 1.1 ** Math.round(Math.log(average) / Math.log(1.1));
}
