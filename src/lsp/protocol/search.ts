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

/** Answer to `playbook/preview`: the page as an export would have it, from the text in the editor. */
export interface PreviewAnswer {
  readonly html: string;
  /** Path of the page on the site; links in `html` are relative to it. */
  readonly address: string;
  /** Addresses of files, by their path on the site. */
  readonly assets: Readonly<Record<string, string>>;
  /** Addresses of other playbooks, by their path on the site. */
  readonly pages: Readonly<Record<string, string>>;
  /** Offsets of headings' lines for scrolling along: anchor and line from 0. */
  readonly lines: readonly { readonly anchor: string; readonly line: number }[];
}

/** Searches all knowledge bases of the workspace as the help site does. */
export const searchRequest: OwnRequest<SearchQuery, SearchAnswer | null> = { method: 'playbook/search' };

/** Null for a file that is no playbook. */
export const previewRequest: OwnRequest<{ readonly textDocument: { readonly uri: string } }, PreviewAnswer | null> = {
  method: 'playbook/preview',
};
