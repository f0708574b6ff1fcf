import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const others = {
  'terms.md': '---\nid: snippet-refund-terms\ntype: snippet\n---\n> 七天内可以退。\n',
  'policy.md': '---\nid: policy\ntype: policy\n---\n',
};
const check = (marked: string) => checkMarked('broken-include', marked, others);

describe('broken-include', () => {
  it('marks the id that names nothing, and an embed without one', () => {
    const { expected, found, problems } = check(
      '::include{id=⟦broken-include|nobody⟧}\n\n::include{#⟦broken-include|没有⟧}\n\n> ⟦broken-include|::include{name=x}⟧\n',
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'There is no playbook with the id “nobody” to embed.',
      'There is no playbook with the id “没有” to embed.',
      'Say which snippet to embed, for instance ::include{id=snippet-refund-terms}.',
    ]);
  });

  it('accepts snippets and other playbooks', () => {
    expect(check('::include{id=snippet-refund-terms}\n\n::include{id="policy"}\n').found).toEqual([]);
  });

  it('mends a slip of the hand', () => {
    const { text, left } = mendMarked('broken-include', '::include{id="snippet-refund-trems"}\n', others);
    expect(text).toBe('::include{id="snippet-refund-terms"}\n');
    expect(left).toEqual([]);
  });
});
