import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longest, readEntries, readEntry, writeEntry } from '../../../src/core/feedback/entry.js';
import { feedbackFiles } from '../../../src/core/feedback/feedback.js';
import { maskedStretches, maskText } from '../../../src/core/feedback/mask.js';

const id = '0123456789abcdef0123456789abcdef';
const told = { version: 1, id, day: '2026-11-22', page: 'script-refund', revision: 'a1b2c3d4' };
const wrong = {
  ...told,
  kind: 'wrong',
  quote: '七天内可退',
  before: '规则：',
  after: '，逾期不退',
  anchor: '退款规则',
  reason: 'outdated',
};

describe('an entry of feedback', () => {
  it.each([
    { ...told, kind: 'opened' },
    { ...told, kind: 'solved' },
    { ...told, kind: 'unsolved' },
    { ...told, kind: 'copied', section: '标准回复' },
    { ...told, kind: 'copied' },
    wrong,
    { version: 1, id, day: '2026-11-22', kind: 'search-empty', query: '会员降级' },
    { ...told, kind: 'missing', query: '会员降级' },
  ])('is read as it was written: $kind', (entry) => {
    expect(readEntry(entry)).toEqual(entry);
    expect(readEntries(writeEntry(readEntry(entry) ?? expect.fail()))).toEqual({ entries: [entry], refused: [] });
  });

  it.each([
    ['nothing', null],
    ['a list', [wrong]],
    ['a text', 'wrong'],
    ['another version', { ...wrong, version: 2 }],
    ['an unknown kind', { ...wrong, kind: 'praise' }],
    ['a kind of objects', { ...wrong, kind: '__proto__' }],
    ['an id that is no number', { ...wrong, id: '../../etc/passwd' }],
    ['a day that does not exist', { ...wrong, day: '2026-02-30' }],
    ['a day with the time', { ...wrong, day: '2026-11-22T09:30:00' }],
    ['a page without its revision', { ...wrong, revision: undefined }],
    ['a page with a line break', { ...wrong, page: 'a\nb' }],
    ['a page that is too long', { ...wrong, page: 'a'.repeat(201) }],
    ['use of no page', { version: 1, id, day: '2026-11-22', kind: 'opened' }],
    ['no words that are wrong', { ...wrong, quote: '  ' }],
    ['words that are no text', { ...wrong, quote: { toString: '七天' } }],
    ['another reason', { ...wrong, reason: '张三说的' }],
    ['a search for nothing', { ...told, kind: 'search-empty', query: '\u200b' }],
  ])('is refused if it is %s', (_name, value) => {
    expect(readEntry(value)).toBeUndefined();
  });

  it('holds nothing that nobody asked for', () => {
    expect(readEntry({ ...told, kind: 'solved', user: '张三', ip: '10.0.0.1', query: '退款' })).toEqual({ ...told, kind: 'solved' });
  });

  it('is cut and masked wherever it comes from', () => {
    const query = `客户 13800138000 的订单 ${'很长'.repeat(60)}`;
    expect(readEntry({ ...told, kind: 'search-empty', query })).toMatchObject({
      query: expect.stringMatching(/^客户 # 的订单 (?:很长)+很?$/),
    });
    expect([...(readEntry({ ...told, kind: 'search-empty', query }) as { query: string }).query].length).toBe(longest.query);
  });

  it('is taken from a line each; what is none is named by its line', () => {
    const good = writeEntry(readEntry(wrong) ?? expect.fail());
    const lines = `${good}\n{"version":1}\r\nnot JSON\n${good}[]\n${' '.repeat(5000)}{}\n`;
    const { entries, refused } = readEntries(lines);
    expect([entries.length, refused]).toEqual([2, [3, 4, 6, 7]]);
  });

  it('is the same read twice, whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, (quote, before, after) => {
        const once = readEntry({ ...wrong, quote, before, after });
        if (once) expect(readEntry(once)).toEqual(once);
      }),
    );
  });
});

describe('a masked text', () => {
  it.each([
    ['我的电话是13800138000，帮我退款', '我的电话是#，帮我退款'],
    ['电话 138-0013-8000', '电话 #'],
    ['電話 (02) 2345 6789 轉 12', '電話 (# 轉 12'],
    ['身份证11010519491231002X不通过', '身份证#不通过'],
    ['１３８００１３８０００', '#'],
    ['手机一三八零零一三八零零零', '手机#'],
    ['写信给 li.lei+a@mail.example.cn 催', '写信给 # 催'],
    ['订单 12345 退款 99 元', '订单 12345 退款 99 元'],
    ['二十四小时 7 天 400 元', '二十四小时 7 天 400 元'],
    ['一\u202e二\u0000三\n四', '一 二 三 四'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskText(text, 100)).toBe(masked);
  });

  it('has no run of six digits, is one line, not too long and not cut through a character', () => {
    const unit = fc.oneof(fc.constantFrom(...'0123456789 -@.一九x'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 120 }), fc.integer({ min: 1, max: 60 }), (text, most) => {
        const masked = maskText(text, most);
        expect(masked).not.toMatch(/\d{6}|[\n\r\0]/);
        expect([...masked].length).toBeLessThanOrEqual(most);
        expect(masked).not.toMatch(/\p{Surrogate}/u);
        expect(maskText(masked, most)).toBe(masked);
      }),
      { numRuns: 2000 },
    );
  });

  it('costs little, however long the text is', () => {
    const before = performance.now();
    for (const piece of ['1-', 'a@', '1 2', '@.', 'a.'.repeat(3), '(']) maskText(piece.repeat(1_000_000), 60);
    for (const piece of ['1-', 'a@', '1 2', 'a.']) maskedStretches(piece.repeat(20_000));
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

describe('files of feedback', () => {
  it('hold all entries in order, none more than it may, each by the day of its last', () => {
    const entries = [1, 2, 3, 4, 5].flatMap(
      (number) => readEntry({ ...told, kind: 'opened', id: String(number).padStart(32, '0'), day: `2026-11-2${number}` }) ?? [],
    );
    const length = entries[0] ? writeEntry(entries[0]).length : 0;
    const files = feedbackFiles(entries, 2 * length + 1);
    expect(files.map(({ lastDay }) => lastDay)).toEqual(['2026-11-22', '2026-11-24', '2026-11-25']);
    expect(files.map(({ text }) => text).join('')).toBe(entries.map(writeEntry).join(''));
    expect(feedbackFiles(entries, 1)).toHaveLength(5);
    expect(feedbackFiles([], 1)).toEqual([]);
  });
});
