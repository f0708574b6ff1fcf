import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError } from '../../../src/core/schema/json-syntax.js';

describe('findJsonError', () => {
  it('finds the first wrong character', () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ['', 0, 'end'],
      ['{"a": 1,}', 8, 'key'],
      ['{"a" 1}', 5, 'colon'],
      ['[1 2]', 3, 'comma'],
      ['{"a": 退款}', 6, 'value'],
      ['{"a": "退\n款"}', 6, 'string'],
      ['[01]', 1, 'number'],
      ['{"a": [1, 2', 11, 'end'],
      ['{} {}', 3, 'after'],
      ["{'a': 1}", 1, 'key'],
      ['[1,]', 3, 'value'],
      ['[true1]', 1, 'value'],
      ['// 说明\n{}', 0, 'value'],
    ];
    for (const [text, at, reason] of cases) expect([text, findJsonError(text)]).toEqual([text, { at, reason }]);
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const almost = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '\\', '0', ' ', 'e', '\u0001'))
      .map(
        ([json, place, extra]) => json.slice(0, place % (json.length + 1)) + extra + json.slice((place % (json.length + 1)) + (place % 2)),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), almost), (text) => {
        expect(findJsonError(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('does not recurse', () => {
    expect(findJsonError('['.repeat(200_000))).toEqual({ at: 200_000, reason: 'end' });
  });
});
