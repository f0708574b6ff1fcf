import type { SearchFacets } from '../core/model/search.js';

/** The text that is searched for. */
export const queryParameter = 'q';

/** The chosen value of each filter of the search. A placeholder is never named with a hyphen, so none is taken for another. */
export const filterParameters: Readonly<Record<keyof SearchFacets, string>> = {
  types: 'q-type',
  channels: 'q-channel',
  tiers: 'q-tier',
  languages: 'q-lang',
  products: 'q-product',
  tags: 'q-tag',
};

/** What the site itself keeps in a page's address after `?`. Everything else there is a value for a placeholder. */
export const keptParameters: readonly string[] = [queryParameter, ...Object.values(filterParameters)];
