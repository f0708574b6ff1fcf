import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/core/schema/nearest.js';

describe('the nearest of some words', () => {
  it('is one that a slip of the hand makes of it', () => {
    const ids = ['policy-refund', 'policy-return', 'script-calm', '退款政策', 'a'];
    const slips = ['policy-refnud', 'policy_refund', 'Policy-Refund', 'polcy-refund', 'scirpt-clam', '退款政测', 'script-alarm'];
    expect(slips.map((slip) => nearest(slip, ids))).toEqual([
      'policy-refund',
      'policy-refund',
      'policy-refund',
      'policy-refund',
      undefined,
      '退款政策',
      undefined,
    ]);
  });

  it('is found among any words whose distance allows it, and none is nearer', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '退', '款'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 20 }), (written, words) => {
        const most = Math.min(2, Math.max(1, Math.floor(written.length / 3)));
        const found = nearest(written, words);
        const least = Math.min(...words.map((other) => distance(written, other)));
        if (least <= most) expect(found).toBeDefined();
        // A swap of neighbours is two changes and counts as one.
        if (found !== undefined) expect(distance(written, found)).toBeLessThanOrEqual(Math.max(2, least));
      }),
      { numRuns: 2000 },
    );
  });
});
