import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import taiwanWords from 'opencc-js/dict/TWPhrasesRev';
import { describe, expect, it } from 'vitest';
import { packCharacters, unpackCharacters } from '../../src/core/search/packed-characters.js';
import { searchTablesScript } from '../../src/site/search-tables.js';

/** What folding reads of a table: characters of one unit that become others of one unit. */
function foldingOf(table: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const entry of table.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from.length === 1 && to.length === 1) pairs.set(from, to);
  }
  return new Map([...pairs].filter(([from, to]) => from !== to).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('the tables of the search engine', () => {
  it('fold every character in the browser as they do elsewhere', () => {
    const unpacked = foldingOf(unpackCharacters(packCharacters(traditionalToSimplified)));
    expect(unpacked).toEqual(foldingOf(traditionalToSimplified));
    expect(unpacked.size).toBeGreaterThan(2900);
    expect(unpacked.get('訂')).toBe('订');
  });

  it('keeps a pair whatever its codes are', () => {
    for (const table of ['\u0001 \uffff', 'a b|\u3400 \u9fff|\u9fff \u3400', '退 退|語 语']) {
      expect(foldingOf(unpackCharacters(packCharacters(table)))).toEqual(foldingOf(table));
    }
    expect(unpackCharacters(packCharacters('退 退'))).toBe('');
  });

  it('are a script that says nothing but data', () => {
    const [, json = ''] = /^playbookSearchTables=(.*);\n$/.exec(searchTablesScript()) ?? [];
    const [characters, words]: string[] = JSON.parse(json);
    expect(foldingOf(unpackCharacters(characters ?? '')).get('費')).toBe('费');
    expect(words).toBe(taiwanWords);
  });
});
