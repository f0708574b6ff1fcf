import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

describe('silence-without-reason', () => {
  it('marks a silence without a reason, in the text and in the front matter, and leaves the problem reported', () => {
    const marked =
      '---\ntype: ab ⟦silence-without-reason|# playbook-ignore unknown-type⟧\n---\n⟦silence-without-reason|<!-- playbook-ignore broken-link: -->⟧\n[x](y.md)\n';
    const { text, expected, found, problems } = checkMarked('silence-without-reason', marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('Say why “unknown-type” is ignored, after a colon; it has no effect otherwise.');
    expect(checkMarked('broken-link', text).found).toHaveLength(1);
  });

  it('marks a name that no rule has, and writes the nearest', () => {
    const marked =
      '<!-- playbook-ignore ⟦silence-without-reason|borken-link⟧: 演示 -->\n[x](y.md)\n\n<!-- playbook-ignore ⟦silence-without-reason|md001⟧: 演示 -->\n';
    const { expected, found, problems } = checkMarked('silence-without-reason', marked);
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'There is no rule “borken-link”. Did you mean “broken-link”?',
      'There is no rule “md001”, so this has no effect.',
    ]);
    const { text } = mendMarked('silence-without-reason', marked);
    expect(text).toContain('<!-- playbook-ignore broken-link: 演示 -->');
    expect(checkMarked('broken-link', text).found).toEqual([]);
  });

  it('accepts a silence with a reason', () => {
    expect(checkMarked('silence-without-reason', '<!-- playbook-ignore broken-link：页面下周发布 -->\n[x](y.md)\n').found).toEqual([]);
  });
});
