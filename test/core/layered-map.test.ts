import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayeredMap } from '../../src/core/layered-map.js';

const key = fc.string({ minLength: 1, maxLength: 2, unit: fc.constantFrom('a', 'b', '退', '/', '𠮷') });
const changes = fc.array(fc.tuple(key, fc.option(fc.nat(9), { nil: undefined })), { maxLength: 12 });

describe('LayeredMap', () => {
  it('is after any changes what a plain map would be, in key order, and its earlier versions stay as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat(9))), fc.array(changes, { maxLength: 12 }), (first, series) => {
        const plain = new Map(first);
        const sorted = () => [...plain].sort(([a], [b]) => (a < b ? -1 : 1));
        let layered = new LayeredMap<string, number>(new Map(sorted()));
        for (const change of series) {
          const [earlier, contents] = [layered, [...layered]];
          layered = layered.with(new Map(change));
          for (const [name, value] of new Map(change)) {
            if (value === undefined) plain.delete(name);
            else plain.set(name, value);
          }
          expect([...layered]).toEqual(sorted());
          expect(layered.size).toBe(plain.size);
          for (const name of ['a', 'b', '退', 'a退'])
            expect([layered.has(name), layered.get(name)]).toEqual([plain.has(name), plain.get(name)]);
          expect([...earlier]).toEqual(contents);
        }
      }),
    );
  });
});
