import MiniSearch, { type SearchResult as MiniSearchHit, type Options } from 'minisearch';
import type { SearchHit, SearchQuery, SearchResult } from '../model/search.js';
import type { PlaybookEntry, SearchDocuments, SectionDocument } from './documents.js';
import { excerptOf } from './excerpt.js';
import { fold } from './fold.js';
import { indexTerms, queryTerms } from './tokenize.js';

export interface SearchIndex {
  readonly documents: SearchDocuments;
  readonly sections: MiniSearch<SectionDocument>;
}

/** What is written to disk for the site; plain JSON. */
export interface SearchData {
  readonly documents: SearchDocuments;
  readonly sections: unknown;
}

/**
 * One set of options for command line, editor and site. BM25 without the lower bound for long documents
 * (MiniSearch's default rewards every extra function word).
 */
const options: Options<SectionDocument> = {
  idField: 'number',
  fields: ['title', 'names', 'heading', 'wording', 'body'],
  storeFields: [],
  tokenize: indexTerms,
  processTerm: (term) => term,
};
const scoring = {
  boost: { title: 4, names: 3, heading: 2, wording: 1.2, body: 1 },
  bm25: { k: 1.2, b: 0.7, d: 0 },
};

export function createSearchIndex(documents: SearchDocuments): SearchIndex {
  const sections = new MiniSearch<SectionDocument>(options);
  sections.addAll(documents.sections);
  return { documents, sections };
}

export function toSearchData(index: SearchIndex): SearchData {
  return { documents: index.documents, sections: index.sections.toJSON() };
}

export function loadSearchIndex(data: SearchData): SearchIndex {
  return { documents: data.documents, sections: MiniSearch.loadJS(data.sections as Parameters<typeof MiniSearch.loadJS>[0], options) };
}

/** Finds playbooks, best first; each once, with its best section. Any text is a valid query. */
export function search(index: SearchIndex, query: SearchQuery): SearchResult {
  const words = queryTerms(query.text);
  const { entries, sections } = index.documents;
  const accepts = filterOf(query);
  const exact = exactEntries(entries, query.text).filter((number) => accepts(entries[number]));
  const best = new Map<number, { hit?: MiniSearchHit; score: number }>();
  for (const hit of findSections(index, words)) {
    const number = sections[Number(hit.id)]?.entry ?? -1;
    if (!accepts(entries[number])) continue;
    const known = best.get(number);
    // The page counts by its best section, and a little by the others.
    if (known) known.score += hit.score * 0.1;
    else best.set(number, { hit, score: hit.score });
  }
  for (const number of exact) best.set(number, { ...best.get(number), score: (best.get(number)?.score ?? 0) + 1e6 });
  const ranked = [...best].sort(([a, left], [b, right]) => right.score - left.score || a - b);
  return {
    query: query.text,
    total: ranked.length,
    hits: ranked.slice(0, query.limit ?? 20).flatMap(([number, { hit, score }]) => toHit(index, number, hit, score) ?? []),
  };
}

function findSections({ sections }: SearchIndex, words: readonly string[]): readonly MiniSearchHit[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  const find = (combineWith: 'AND' | 'OR') =>
    sections.search(words.join(' '), {
      ...scoring,
      combineWith,
      tokenize: () => [...words],
      // Only the word still being typed may be the beginning of another.
      prefix: (_term, position) => position === words.length - 1,
      weights: { prefix: 0.5, fuzzy: 0.3 },
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 1 : false),
    });
  const all = find('AND');
  return all.length > 0 || words.length === 1 ? all : find('OR');
}

function filterOf(query: SearchQuery): (entry: PlaybookEntry | undefined) => boolean {
  const isIn = (wanted: readonly string[] | undefined, values: readonly string[]) =>
    wanted === undefined || wanted.length === 0 || wanted.some((value) => values.includes(value));
  return (entry) =>
    entry !== undefined &&
    isIn(query.types, [entry.type]) &&
    isIn(query.channels, entry.channels) &&
    isIn(query.tiers, entry.tiers) &&
    isIn(query.languages, [entry.lang]) &&
    isIn(query.tags, entry.tags);
}

/** An id or short code typed in full goes first. */
function exactEntries(entries: readonly PlaybookEntry[], text: string): readonly number[] {
  const wanted = fold(text.trim());
  if (wanted === '') return [];
  return entries.flatMap((entry, number) => (fold(entry.id) === wanted || fold(entry.shortCode) === wanted ? [number] : []));
}

function toHit(index: SearchIndex, number: number, hit: MiniSearchHit | undefined, score: number): SearchHit | undefined {
  const entry = index.documents.entries[number];
  if (!entry) return undefined;
  const document = hit && index.documents.sections[Number(hit.id)];
  const terms = hit?.terms ?? [];
  const text = [document?.wording, document?.body].filter((part) => part !== undefined && part !== '').join('\n');
  const shown = text !== '' && terms.some((term) => fold(text).includes(term)) ? text : entry.summary || text;
  return {
    id: entry.id,
    title: entry.title,
    type: entry.type,
    lang: entry.lang,
    path: entry.path,
    section: document?.section ?? '',
    anchor: document?.anchor ?? '',
    score: Math.round(score * 1000) / 1000,
    excerpt: excerptOf(shown, terms),
    matched: Object.entries(hit?.match ?? {}).map(([term, fields]) => ({ term, fields })),
  };
}
