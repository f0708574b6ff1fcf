import { describe, expect, it } from 'vitest';
import { toArabic, toChinese } from '../../../src/core/search/numerals.js';
import { knowledgeBaseOf, searchOf } from '../../support/knowledge-base.js';

describe('Chinese numerals', () => {
  it.each([
    ['七', '7'],
    ['十', '10'],
    ['十五', '15'],
    ['二十', '20'],
    ['九十九', '99'],
    ['一百', '100'],
    ['一百零五', '105'],
    ['三百二十', '320'],
    ['一千零五十', '1050'],
    ['九千九百九十九', '9999'],
  ])('%s is %s', (chinese, arabic) => {
    expect(toArabic(chinese)).toBe(arabic);
    expect(toChinese(arabic)).toBe(chinese);
  });

  it('are read digit by digit where they are written so, and left alone where they are none', () => {
    expect(toArabic('两')).toBe('2');
    expect(toArabic('一二三')).toBe('123');
    for (const text of ['百十', '十百', '三五十']) expect(toArabic(text)).toBeUndefined();
  });

  it('every number below ten thousand is the same there and back', () => {
    for (let value = 1; value < 10_000; value += 1) expect(toArabic(toChinese(String(value)) ?? '')).toBe(String(value));
  });

  const search = searchOf(
    knowledgeBaseOf({
      'a.md': '---\nid: chinese\ntitle: 退货期限\n---\n签收后七天内可退，十五个工作日到账。\n',
      'b.md': '---\nid: digits\ntitle: 换货期限\n---\n签收后 7 天内可换，15个工作日到账。\n',
      'c.md': '---\nid: other\ntitle: 维修期限\n---\n17天修好，第 7 页，天天有空，五个工人。\n',
    }),
  );
  const first = (text: string) =>
    search({ text, limit: 2 })
      .hits.map(({ id }) => id)
      .toSorted();

  it.each(['7天', '七天', '７天', '7 天', '十五个工作日', '15个工作日', '15 個工作日'])('%s finds both ways of writing', (text) => {
    expect(first(text)).toEqual(['chinese', 'digits']);
  });

  it('marks what was meant, however it is written', () => {
    const marked = search({ text: '7天', limit: 2 }).hits.map(({ id, excerpt }) => [
      id,
      excerpt.filter(({ match }) => match).map(({ text }) => text),
    ]);
    expect(Object.fromEntries(marked)).toEqual({ chinese: ['七天'], digits: ['7 天'] });
  });
});
