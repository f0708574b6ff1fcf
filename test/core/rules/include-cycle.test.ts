import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const page = (id: string, title: string, body: string) => `---\nid: ${id}\ntitle: ${title}\n---\n${body}`;

describe('include-cycle', () => {
  it('marks the embed that comes back, and names the way by titles', () => {
    const { expected, found, problems } = checkMarked(
      'include-cycle',
      page('a', '退款条款', '::include{id=d}\n\n⟦include-cycle|::include{id=b}⟧\n'),
      {
        'b.md': page('b', '运费', '::include{id=c}\n'),
        'c.md': page('c', '到账', '::include{id=a}\n'),
        'd.md': page('d', '不相关', '文字\n'),
      },
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('These embeds go in a circle: 退款条款 → 运费 → 到账 → 退款条款. Remove one of them.');
    expect(problems[0]?.related?.map(({ path, message }) => [path, message])).toEqual([
      ['b.md', 'The next embed of the circle'],
      ['c.md', 'The next embed of the circle'],
    ]);
  });

  it('marks a playbook that embeds itself', () => {
    const { expected, found, problems } = checkMarked('include-cycle', page('a', '退款', '⟦include-cycle|::include{id=a}⟧\n'));
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('These embeds go in a circle: 退款 → 退款. Remove one of them.');
  });

  it('leaves alone a playbook that only embeds a circle of others, and one embedded twice', () => {
    const others = {
      'b.md': page('b', '甲', '::include{id=c}\n'),
      'c.md': page('c', '乙', '::include{id=b}\n'),
      'd.md': page('d', '丙', '文字\n'),
    };
    expect(
      checkMarked('include-cycle', page('a', '退款', '::include{id=b}\n\n::include{id=d}\n\n::include{id=d}\n'), others).found,
    ).toEqual([]);
  });
});
