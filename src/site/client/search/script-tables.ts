import { unpackCharacters } from '../../../core/search/packed-characters.js';
import { searchTablesAddress } from '../../search-addresses.js';

/** The build puts this in the place of `src/core/script-tables.ts`: a worker loads the tables itself, for a page they are loaded before. */
declare global {
  var playbookSearchTables: readonly [characters: string, words: string] | undefined;
}

// Not a page, so a worker: the types of the two cannot be had together.
const load: unknown = Reflect.get(globalThis, 'importScripts');
if (typeof load === 'function') load(searchTablesAddress);

const [characters, words] = globalThis.playbookSearchTables ?? ['', ''];
export const traditionalToSimplified = unpackCharacters(characters);
export const taiwanWords = words;
