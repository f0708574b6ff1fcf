import MiniSearch, { type Options, type Query } from 'minisearch';

/** Latin words and pinyin of one playbook that begin with the same two letters, separated by spaces. */
export interface SpellingDocument {
  /** Place of the playbook in the list of entries. */
  readonly number: number;
  /** Latin words of title, names and utterances. */
  readonly latin: string;
  /** Pinyin of the title. */
  readonly title: string;
  /** Pinyin of other names, headings and what customers say. */
  readonly pinyin: string;
}

export const spellingOptions: Options<SpellingDocument> = {
  idField: 'number',
  fields: ['latin', 'title', 'pinyin'],
  storeFields: [],
  tokenize: (text) => text.split(' ').filter((term) => term !== ''),
  processTerm: (term) => term,
};

export type Spellings = MiniSearch<SpellingDocument>;

export function loadSpellings(json: string): Spellings {
  return MiniSearch.loadJSON<SpellingDocument>(json, spellingOptions);
}

/** BM25 without MiniSearch's lower bound, which rewards every further function word. */
const weights = { k: 1.2, b: 0.5, d: 0 } as const;

/** Playbooks that have a Latin word that begins so (if `begins`), or one of its slips (if `mends`). */
export function findLatin(spellings: Spellings, word: string, { begins, mends }: { readonly begins: boolean; readonly mends: boolean }) {
  return find(spellings, { queries: [word], fields: ['latin'], prefix: begins, fuzzy: mends ? 1 : false });
}

/** Whoever types pinyin means a title most often: one that is begun counts more than another name in full. */
const titleBoost = 4;

/** Playbooks with a name whose pinyin, in full or by initials, begins so somewhere. */
export function findPinyin(spellings: Spellings, letters: string): ReadonlyMap<number, number> {
  return find(spellings, {
    queries: [letters],
    fields: ['title', 'pinyin'],
    boost: { title: titleBoost },
    prefix: true,
    weights: { prefix: 0.9, fuzzy: 0 },
  });
}

function find(spellings: Spellings, query: Query): ReadonlyMap<number, number> {
  const hits = spellings.search(query, { tokenize: (term) => [term], bm25: weights });
  // MiniSearch multiplies by the number of matched terms, which would outweigh how rare they are.
  return new Map(hits.map((hit) => [Number(hit.id), hit.score / Math.max(1, hit.queryTerms.length)]));
}
