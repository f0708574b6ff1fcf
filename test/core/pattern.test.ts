import { describe, expect, it } from 'vitest';
import { compilePattern, findMatches } from '../../src/core/pattern.js';

describe('compilePattern', () => {
  it('understands the ways in which schemas write characters', () => {
    for (const pattern of ['^\\p{Script=Han}{2}$', '^[\\u4e00-\\u9fff]+$', '^\\p{Han}+$', '^(?<word>退款)$', '(?i)^退款$']) {
      expect(compilePattern(pattern)?.matcher('退款').find()).toBe(true);
      expect(compilePattern(pattern)?.matcher('refund').find()).toBe(false);
    }
  });

  it('refuses what RE2 lacks, and what is too large', () => {
    for (const pattern of ['(?=a)', '(?<!a)b', '(a)\\1', '(', 'a{1001}', '((a{100}){100}){100}', 'a'.repeat(1001)]) {
      expect(compilePattern(pattern)).toBeUndefined();
    }
  });

  it('ends where backtracking engines do not', () => {
    expect(
      compilePattern('^(a+)+$')
        ?.matcher(`${'a'.repeat(50_000)}!`)
        .find(),
    ).toBe(false);
  });
});

describe('findMatches', () => {
  it('gives places in UTF-16 code units, without empty matches, up to a limit', () => {
    const pattern = compilePattern('退?');
    if (!pattern) throw new Error('not a pattern');
    expect(findMatches(pattern, '😀退款退', 10)).toEqual([
      { start: 2, end: 3 },
      { start: 4, end: 5 },
    ]);
    expect(findMatches(pattern, '退退退', 2)).toHaveLength(2);
  });
});
