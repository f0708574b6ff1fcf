import { describe, expect, it } from 'vitest';
import { findNumbers, numbersKey } from '../../src/core/review/compare/numbers.js';

const read = (text: string) =>
  findNumbers(text).map(({ start, end, value, unit, bound }) => [text.slice(start, end), value, unit, bound].filter((part) => part !== ''));

describe('numbers in a text', () => {
  it.each<readonly [string, readonly (readonly string[])[]]>([
    ['退款将在三个工作日内到账', [['三个工作日内', '3', 'workday', 'within']]],
    ['退費將於３個工作天內入帳', [['３個工作天內', '3', 'workday', 'within']]],
    ['refunded within three business days', [['within three business days', '3', 'workday', 'within']]],
    ['24小时以内', [['24小时以内', '24', 'hour', 'within']]],
    ['一个半小时后回电', [['一个半小时后', '1.5', 'hour', 'after']]],
    ['5m', [['5m', '5', 'minute']]],
    [
      '满 100 元减 20 元',
      [
        ['满 100 元', '100', 'yuan', 'least'],
        ['20 元', '20', 'yuan'],
      ],
    ],
    ['不超过 ¥1,000.50', [['不超过 ¥1,000.50', '1000.5', 'yuan', 'most']]],
    ['最高 NT$500', [['最高 NT$500', '500', 'taiwan-dollar', 'most']]],
    ['百分之五', [['百分之五', '5', 'percent']]],
    ['5％', [['5％', '5', 'percent']]],
    ['三千二百万元以上', [['三千二百万元以上', '32000000', 'yuan', 'least']]],
    ['3万', [['3万', '30000']]],
    ['打八折', [['八折', '8', 'discount']]],
    [
      '2026年11月22日',
      [
        ['2026年', '2026', 'year'],
        ['11月', '11', 'month'],
        ['22日', '22', 'day'],
      ],
    ],
    ['at most twenty-four hours', [['at most twenty-four hours', '24', 'hour', 'most']]],
    ['after two hundred and five dollars', [['after two hundred and five dollars', '205', 'dollar', 'after']]],
    [
      'one or two days',
      [
        ['one', '1', 'day'],
        ['two days', '2', 'day'],
      ],
    ],
    [
      '三至五个工作日',
      [
        ['三', '3', 'workday'],
        ['五个工作日', '5', 'workday'],
      ],
    ],
    [
      '3-5 天',
      [
        ['3', '3', 'day'],
        ['5 天', '5', 'day'],
      ],
    ],
    ['工号 0012', [['0012', '0012']]],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  it.each([
    '十分抱歉',
    '万一打不通',
    '稍等一下',
    '第一时间答复',
    '一定尽力',
    '千万不要',
    '百分百满意',
    '一个答复',
    '这件事',
    'one of them',
    'a half-hearted reply',
  ])('%s has none', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('are the same in either numerals, width and script', () => {
    const forms = ['三个工作日内到账', '3 个工作日内到账', '３個工作日內入帳', '叁个工作日以内'];
    expect(new Set(forms.map(numbersKey)).size).toBe(1);
  });

  it('differ by value, by unit, by bound and by order', () => {
    const forms = ['3 天内', '5 天内', '3 个工作日内', '3 天后', '满100元减20元', '满20元减100元'];
    expect(new Set(forms.map(numbersKey)).size).toBe(forms.length);
  });
});
