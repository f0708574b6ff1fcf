import type { SearchQuery } from '../../../core/model/search.js';
import type { SiteResult } from './answer.js';

/** What a page asks the worker. A newer question takes the place of an older one. */
export interface Question {
  readonly id: number;
  /** Absent: only get ready. */
  readonly query?: SearchQuery;
}

/** What the worker says when it runs. */
export interface Ready {
  readonly ready: true;
}

/** What the worker answers: first by names, then by everything. */
export type Answer =
  | { readonly id: number; readonly scope: 'names' | 'all'; readonly result: SiteResult }
  | { readonly id: number; readonly failure: string };
