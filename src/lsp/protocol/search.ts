import type { SearchHit, SearchQuery, SearchResult } from '../../core/model/search.js';
import type { OwnRequest, TextRange } from './own-request.js';

/** A hit of `playbook/search` and where it is. */
export interface PlacedHit extends SearchHit {
  readonly uri: string;
  /** The heading of the best section, or the start of the file. */
  readonly range: TextRange;
}

export interface SearchAnswer extends Omit<SearchResult, 'hits'> {
  readonly hits: readonly PlacedHit[];
}

/** Searches all knowledge bases of the workspace as the help site does. */
export const searchRequest: OwnRequest<SearchQuery, SearchAnswer | null> = { method: 'playbook/search' };
