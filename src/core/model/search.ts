/** What a search can be narrowed by, in the order in which it is offered. */
export const searchFilters = ['types', 'channels', 'tiers', 'languages', 'tags', 'products'] as const;
export type SearchFilter = (typeof searchFilters)[number];

/** Values that hits may have. Empty filters let everything through; several values of one filter are alternatives. */
export type SearchFilters = { readonly [Filter in SearchFilter]?: readonly string[] | undefined };

/** What is looked for. */
export interface SearchQuery extends SearchFilters {
  /** Words in any language or script; `"quoted"` must occur as written, `-word` must not. Any text is valid. */
  readonly text: string;
  /** Most hits given; the total counts all. Default 20. */
  readonly limit?: number;
  /** ISO 8601 day: playbooks that are no longer valid on it rank a little lower. */
  readonly today?: string;
  /** BCP 47: translations of one subject become one hit, in this language where there is one. */
  readonly oneForEachSubject?: string;
}

/** A piece of an excerpt or title; `match` marks what the query found. */
export interface ExcerptPart {
  readonly text: string;
  readonly match: boolean;
}

const searchFields = ['id', 'title', 'names', 'utterances', 'heading', 'wording', 'body', 'pinyin'] as const;
export type SearchField = (typeof searchFields)[number];

export interface SearchHit {
  /** Number of the playbook in the index that was searched. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  readonly path: string;
  /** Heading of the best section, empty for the page itself. */
  readonly section: string;
  readonly anchor: string;
  readonly score: number;
  readonly titleParts: readonly ExcerptPart[];
  readonly excerpt: readonly ExcerptPart[];
  /** Words of the query, or what they stand for, each with the fields it was found in. */
  readonly matched: readonly { readonly term: string; readonly fields: readonly SearchField[] }[];
}

/** How many hits there would be with each value of a filter alone, the other filters as they are; the most frequent first. */
export type SearchFacets = Readonly<Record<SearchFilter, Readonly<Record<string, number>>>>;

export interface SearchResult {
  readonly query: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Set where no hit has a word of the query, only single characters of it: nothing was found, these pages come nearest. */
  readonly nearestOnly?: true;
  /**
   * Hits that each value of a filter would leave. With a phrase they are at most so many: only of hits that are shown is it looked up
   * whether the phrase stands there as it was typed. The same holds for `total`.
   */
  readonly facets: SearchFacets;
  /** What may have been meant, where a word of the query stands nowhere. */
  readonly suggestion?: string;
}
