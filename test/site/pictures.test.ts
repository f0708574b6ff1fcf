import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowPicture } from '../../src/site/pictures/flow-picture.js';
import { textWidth, wrapText } from '../../src/site/pictures/text.js';

describe('lines of a label', () => {
  it('are even, and no mark begins or bracket ends a line', () => {
    expect(wrapText('合约没到期，想解约', 8, 3)).toEqual(['合约没到期，', '想解约']);
    for (const line of wrapText('订单页点“取消并退款”，再告诉客户（全额）几天到账。', 7, 9)) expect(line).toMatch(/^[^”，）。].*[^“（]$/u);
    expect(wrapText('What does the customer want?', 12, 3)).toHaveLength(2);
  });

  it('lose nothing, and are no wider than asked', () => {
    const words = fc
      .array(fc.constantFrom('退款', '，', '“', '”', 'refund', ' ', '12:30', '（', '）', 'abcdefghijklmnopqrstuvwxyz', '。'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 20 }), (text, width) => {
        const lines = wrapText(text, width, 1000);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('end with an ellipsis when there is no room', () => {
    expect(wrapText('一二三四五六七八九十', 4, 2)).toEqual(['一二三四', '五六七…']);
  });
});

describe('a flow', () => {
  const node = (id: string) => ({ id, text: id, href: `#${id}`, kind: 'question' as const, isStart: id === 'a' });

  it('is drawn the same every time, loops and double answers included', () => {
    const edges = [
      { from: 'a', to: 'b', text: '是' },
      { from: 'a', to: 'b', text: '也是' },
      { from: 'b', to: 'a', text: '再问' },
      { from: 'b', to: 'b', text: '自己' },
      { from: 'b', to: 'nowhere', text: '没有' },
    ];
    const draw = () => flowPicture([node('a'), node('b')], edges, '图');
    expect(draw()).toBeDefined();
    expect(draw()).toEqual(draw());
  });

  it('of one node, or of more than anyone can take in, is not drawn', () => {
    expect(flowPicture([node('a')], [], '图')).toBeUndefined();
    expect(
      flowPicture(
        Array.from({ length: 81 }, (_, index) => node(String(index))),
        [],
        '图',
      ),
    ).toBeUndefined();
  });
});
