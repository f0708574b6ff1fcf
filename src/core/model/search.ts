export interface SearchQuery {
  readonly text: string;
  readonly types?: readonly string[];
  readonly channels?: readonly string[];
  readonly tiers?: readonly string[];
  readonly languages?: readonly string[];
  readonly tags?: readonly string[];
  readonly limit?: number;
}

/** A piece of an excerpt or title; `match` marks what the query found. */
export interface ExcerptPart {
  readonly text: string;
  readonly match: boolean;
}

export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  readonly path: string;
  /** Heading of the best section, empty for the page itself. */
  readonly section: string;
  readonly anchor: string;
  readonly score: number;
  readonly excerpt: readonly ExcerptPart[];
  /** Query words that were found, each with the fields they were found in. */
  readonly matched: readonly { readonly term: string; readonly fields: readonly string[] }[];
}

export interface SearchResult {
  readonly query: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}
