import { describe, expect, it } from 'vitest';
import { checkMarked, knowledgeBaseOf, problemsOf } from '../../support/knowledge-base.js';

describe('duplicate-id', () => {
  it('marks the id and names the other places', () => {
    const others = { 'b.md': '---\ntitle: 乙\nid: 退款\n---\n', 'c.md': '---\nid: "退款"\n---\n' };
    const { expected, found, problems } = checkMarked('duplicate-id', '---\nid: ⟦duplicate-id|退款⟧\n---\n', others);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('The id “退款” is also used by b.md, c.md. Choose another.');
    expect(problems[0]?.related?.map(({ path, range, message }) => [path, range.start.line, range.start.column, message])).toEqual([
      ['b.md', 3, 5, 'The id “退款” is used here too'],
      ['c.md', 2, 5, 'The id “退款” is used here too'],
    ]);
  });

  it('tells the file that wrote the id down, not the one that has it by its path', () => {
    const knowledgeBase = knowledgeBaseOf({ 'refund.md': '退款\n', 'other.md': '---\nid: refund\n---\n' });
    const codes = (path: string) => problemsOf(knowledgeBase, path).map((problem) => problem.code);
    expect(codes('other.md')).toContain('duplicate-id');
    expect(codes('refund.md')).not.toContain('duplicate-id');
  });

  it('accepts different ids', () => {
    expect(checkMarked('duplicate-id', '---\nid: a\n---\n', { 'b.md': '---\nid: b\n---\n' }).found).toEqual([]);
  });
});
