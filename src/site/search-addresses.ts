export const searchScriptAddress = 'search.js';
/** How Chinese characters and words are folded: data that the engine reads before anything else. */
export const searchTablesAddress = 'search-tables.js';
/** The search index, or its first part. */
export const searchDataAddress = 'search-data.js';
/** A part of a search index that is too large for one file; `name` is `kind/number` or `kind/letters`. */
export const searchPartAddress = (name: string): string => `search/${name.replace('/', '-')}.js`;
