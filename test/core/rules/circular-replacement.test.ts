import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const page = (id: string, title: string, replacement: string) =>
  `---\nid: ${id}\ntitle: ${title}\nretired_on: 2026-11-01\nreplaced_by: ${replacement}\n---\n`;

describe('circular-replacement', () => {
  it('marks a circle and names its way by titles', () => {
    const { expected, found, problems } = checkMarked('circular-replacement', page('a', '退款政策', '⟦circular-replacement|b⟧'), {
      'b.md': page('b', '退款政策二', 'c'),
      'c.md': page('c', '退款政策三', 'a'),
    });
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe(
      'These replacements go in a circle: 退款政策 → 退款政策二 → 退款政策三 → 退款政策. Remove one of them.',
    );
    expect(problems[0]?.related?.map(({ path }) => path)).toEqual(['b.md', 'c.md']);
  });

  it('marks a playbook that replaces itself', () => {
    const { expected, found } = checkMarked('circular-replacement', page('a', '退款政策', '⟦circular-replacement|a⟧'));
    expect(found).toEqual(expected);
  });

  it('leaves alone one that only leads into a circle, and a chain that ends', () => {
    const circle = { 'b.md': page('b', '甲', 'c'), 'c.md': page('c', '乙', 'b') };
    expect(checkMarked('circular-replacement', page('a', '退款政策', 'b'), circle).found).toEqual([]);
    const chain = { 'b.md': page('b', '甲', 'c'), 'c.md': '---\nid: c\ntitle: 丙\n---\n' };
    expect(checkMarked('circular-replacement', page('a', '退款政策', 'b'), chain).found).toEqual([]);
  });
});
