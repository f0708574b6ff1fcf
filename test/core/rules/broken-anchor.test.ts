import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const check = (marked: string, others = {}) => checkMarked('broken-anchor', marked, others);

describe('broken-anchor', () => {
  it('marks the anchor alone, in this page and in another', () => {
    const { expected, found, problems } = check(
      '## 退款条件\n\n[一](#⟦broken-anchor|到账时间⟧) [二](b.md#⟦broken-anchor|nothing⟧) [[b#⟦broken-anchor|没有⟧|三]]\n',
      { 'b.md': '---\nid: b\ntitle: 退款政策\n---\n## 例外\n' },
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'No heading on this page has the anchor “到账时间”.',
      'No heading in “退款政策” has the anchor “nothing”.',
      'No heading in “退款政策” has the anchor “没有”.',
    ]);
  });

  it('marks all of a target that is written in another form, without a fix', () => {
    const { expected, found, problems } = check('## 到账时间\n\n⟦broken-anchor|[一][ref]⟧\n\n[ref]: #到账时刻\n');
    expect(found).toEqual(expected);
    expect(problems[0]?.fix).toBeUndefined();
  });

  it('accepts anchors of headings, percent-encoded ones, the page itself, and pages that do not exist', () => {
    const text =
      '## 退款条件？\n\n## 退款条件？\n\n[一](#退款条件) [二](#%E9%80%80%E6%AC%BE%E6%9D%A1%E4%BB%B6-1) [三](#) [四](none.md#x)\n';
    expect(check(text).found).toEqual([]);
  });

  it('does not take one short heading for another', () => {
    expect(check('## 否\n\n[是](#是)\n').problems[0]?.fix).toBeUndefined();
  });

  it('mends a slip with the nearest heading, and words with the anchor they make', () => {
    const { text, left } = mendMarked('broken-anchor', '## 签收七天内吗？\n\n[一](#签收七天内呢) [二](#签收七天内吗？)\n');
    expect(text).toBe('## 签收七天内吗？\n\n[一](#签收七天内吗) [二](#签收七天内吗)\n');
    expect(left).toEqual([]);
  });
});
