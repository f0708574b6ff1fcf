import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import hongKongPhrases from 'opencc-js/dict/HKVariantsPhrases';
import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import taiwanPhrases from 'opencc-js/dict/TWVariantsPhrases';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/core/review/compare/compare.js';
import { isFormattingOnly } from '../../src/core/review/compare/formatting.js';
import { isSameButForScript, isScriptConversion, scriptKey } from '../../src/core/review/compare/script.js';
import { diffWords, splitWords } from '../../src/core/review/compare/words.js';
import { markdownText } from '../support/arbitrary.js';
import { policy } from './compare-texts.js';

/** Texts like those that people compare: a page, and the same page after a few edits anywhere. */
const edited: fc.Arbitrary<readonly [string, string]> = fc
  .array(
    fc.record({
      at: fc.nat(policy.length),
      length: fc.nat(30),
      text: fc.oneof(fc.constantFrom('', '不', '3', '\n\n', '## 升级\n', '{{a}}', '退款', '繁體', '> ', '1. ', '😀'), markdownText),
    }),
    { maxLength: 4 },
  )
  .map((edits) => [
    policy,
    edits.reduce((text, { at, length, text: inserted }) => text.slice(0, at) + inserted + text.slice(at + length), policy),
  ]);

const pairs = fc.oneof(edited, fc.tuple(markdownText, markdownText));
const sides = (words: ReturnType<typeof diffWords>) => ({
  before: words.map(({ kind, text, replaced }) => (kind === 'added' ? '' : (replaced ?? text))).join(''),
  after: words.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join(''),
});

describe('comparing any two texts', () => {
  it('finds nothing between a text and itself', () => {
    fc.assert(fc.property(markdownText, (text) => void expect(compare(text, text)).toEqual({ changes: [], classes: [], size: 'none' })));
  });

  it('finds something between any two that differ, and only formatting where the trees are the same', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const { size } = compare(before, after);
        expect(size === 'none').toBe(before === after);
        if (isFormattingOnly(before, after)) expect(['none', 'formatting']).toContain(size);
      }),
      { numRuns: 200 },
    );
  });

  it('gives words that lead from one text to the other, at their exact places', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        for (const { kind, words, before: old, after: now } of compare(before, after).changes) {
          if (kind === 'moved') continue;
          expect(sides(words).before).toBe(before.slice(old.start, old.end));
          expect(sides(words).after).toBe(after.slice(now.start, now.end));
          for (const part of words) {
            expect(before.slice(part.before.start, part.before.end)).toBe(part.kind === 'added' ? '' : (part.replaced ?? part.text));
            expect(after.slice(part.after.start, part.after.end)).toBe(part.kind === 'removed' ? '' : part.text);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same the other way round', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const there = compare(before, after);
        const back = compare(after, before);
        expect(back.classes).toEqual(there.classes);
        expect(back.size).toBe(there.size);
        const places = (changes: typeof there.changes, isBack: boolean) =>
          changes.map((change) => JSON.stringify(isBack ? [change.after, change.before] : [change.before, change.after])).sort();
        expect(places(back.changes, true)).toEqual(places(there.changes, false));
      }),
      { numRuns: 200 },
    );
  });

  it('covers every place where the pages differ', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const { changes } = compare(before, after);
        if (changes.some(({ block, kind }) => block === 'text' || kind === 'moved')) return;
        // Comments in YAML say nothing to readers and are left out on purpose.
        if (after.slice(0, after.indexOf('\n---\n', 4) + 1).includes('#')) return;
        // What no change covers is the same on both sides but for spaces, marks of lists and rules of tables.
        const rest = (text: string, side: 'before' | 'after') => {
          let left = '';
          let done = 0;
          for (const { [side]: span } of [...changes].sort((a, b) => a[side].start - b[side].start)) {
            left += text.slice(done, Math.max(done, span.start));
            done = Math.max(done, span.end);
          }
          return (left + text.slice(done)).replace(/[\s\-:|>#*\d.)]+/g, '');
        };
        expect(rest(after, 'after')).toBe(rest(before, 'before'));
      }),
      { numRuns: 200 },
    );
  });
});

/** Half of a surrogate pair, standing alone. */
const halfPair = /\p{Surrogate}/u;

describe('words', () => {
  it('are the text when joined, and cut no character', () => {
    fc.assert(
      fc.property(fc.oneof(markdownText, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
        const words = splitWords(text);
        expect(words.join('')).toBe(text);
        if (!halfPair.test(text)) expect(words.filter((word) => halfPair.test(word))).toEqual([]);
      }),
    );
  });

  it('lead from any text to any other', () => {
    fc.assert(
      fc.property(markdownText, markdownText, (before, after) => {
        expect(sides(diffWords(before, after))).toEqual({ before, after });
      }),
    );
  });
});

describe('from one script to the other', () => {
  const converters = {
    Taiwan: Converter({ from: 'cn', to: 'tw' }),
    'Hong Kong': Converter({ from: 'cn', to: 'hk' }),
    'OpenCC’s own traditional': Converter({ from: 'cn', to: 't' }),
  };
  const sample = readdirSync('playbooks', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.md$/.test(path) && !/^(?:en|zh-Hant)\//.test(path))
    .map((path) => readFileSync(`playbooks/${path}`, 'utf8'));

  it.each(Object.entries(converters))('is recognised in every page of the sample, as in %s', (_, convert) => {
    expect(sample.length).toBeGreaterThan(30);
    for (const text of sample) {
      const traditional = convert(text);
      expect(isScriptConversion(text, traditional)).toBe(true);
      const { classes, size } = compare(text, traditional);
      expect(classes).toContain('script');
      expect(classes.filter((name) => !['script', 'metadata', 'section'].includes(name))).toEqual([]);
      expect(size).toBe('minor');
    }
  });

  const astral = /[\u{10000}-\u{10ffff}]/u;
  it('knows every pair of characters in OpenCC’s tables', () => {
    const unknown = [characters, phrases, taiwanPhrases, hongKongPhrases]
      .flatMap((table) => table.split('|'))
      .flatMap((entry) => {
        const [from = '', ...forms] = entry.split(' ');
        return forms.filter((to) => [...to].length === [...from].length).map((to) => [from, to] as const);
      })
      .filter(([from, to]) => !isSameButForScript(from, to) || (!astral.test(from + to) && scriptKey(from) !== scriptKey(to)));
    expect(unknown).toEqual([]);
  });

  const han = fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
    minLength: 1,
    maxLength: 40,
  });
  it('is recognised in any text', () => {
    fc.assert(
      fc.property(han, fc.constantFrom(...Object.values(converters)), (text, convert) => {
        const other = convert(text);
        expect(isScriptConversion(text, other)).toBe(text !== other);
        expect(isScriptConversion(other, text)).toBe(text !== other);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('huge and hostile texts', () => {
  /** Chinese paragraphs of a given length, the same for the same seed (xorshift). */
  const random = (seed: number, length: number): string => {
    let state = seed;
    const next = (limit: number) => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % limit;
    };
    return Array.from({ length }, () => (next(60) === 0 ? '\n\n' : String.fromCodePoint(0x4e00 + next(3000)))).join('');
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ['two files of which nothing is the same', random(1, 200_000), random(2, 200_000)],
    ['one word again and again', '退款'.repeat(60_000), '退费'.repeat(70_000)],
    ['one paragraph again and again', '退款。\n\n'.repeat(20_000), '退费。\n\n'.repeat(20_000)],
    [
      'thousands of headings in another order',
      Array.from({ length: 4000 }, (_, index) => `## 甲${index}\n\n乙${index}\n\n`).join(''),
      Array.from({ length: 4000 }, (_, index) => `## 甲${3999 - index}\n\n乙${3999 - index}\n\n`).join(''),
    ],
    ['text the parser refuses', `${'> '.repeat(150)}${random(3, 100_000)}`, `${'> '.repeat(150)}${random(4, 100_000)}`],
  ];
  it.each(cases)('%s', { timeout: 60_000 }, (_, before, after) => {
    const { changes, size } = compare(before, after);
    expect(changes.length).toBeGreaterThan(0);
    expect(size).toBe(changes.every(({ kind }) => kind === 'moved') ? 'minor' : 'major');
  });
});
