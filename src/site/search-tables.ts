import { taiwanWords, traditionalToSimplified } from '../core/script-tables.js';
import { packCharacters } from '../core/search/packed-characters.js';

/** The tables by which searches fold Chinese, as a classic script that the search engine loads before it begins. */
export function searchTablesScript(): string {
  return `playbookSearchTables=${JSON.stringify([packCharacters(traditionalToSimplified), taiwanWords])};\n`;
}
