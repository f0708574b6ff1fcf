import { describe, expect, it } from 'vitest';
import { affectedPaths } from '../../../src/core/affected.js';
import { checkMarked, knowledgeBaseOf, mendMarked, problemsOf } from '../../support/knowledge-base.js';

const check = (marked: string, others = {}) => checkMarked('broken-link', marked, others);

describe('broken-link', () => {
  it('marks the target of a link to a file that does not exist', () => {
    const { expected, found, problems } = check('见[政策](⟦broken-link|missing.md⟧)。\n');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('The link’s target “missing.md” does not exist.');
  });

  it('marks an id that no playbook has, and a link out of the knowledge base', () => {
    const { expected, found } = check(
      '[[⟦broken-link|nobody⟧]] [上级](⟦broken-link|../../secret.md⟧) [x](⟦broken-link|javascript:alert(1)⟧)\n',
    );
    expect(found).toEqual(expected);
  });

  it('accepts files, ids, folders with an index, and addresses', () => {
    const text = '[a](b.md) [[b]] [c](c/) [d](https://example.com) [e](pic.svg) ![f](none.png)\n';
    expect(check(text, { 'b.md': '', 'c/index.md': '', 'pic.svg': '' }).found).toEqual([]);
  });

  it('marks ids in related and translation_of that no playbook has, at their place in the front matter', () => {
    const { expected, found, problems } = check(
      '---\nrelated: [b, ⟦broken-link|nobody⟧]\ntranslation_of: ⟦broken-link|"无此篇"⟧\n---\n[[⟦broken-link|nobody⟧#节|那一篇]]\n',
      { 'b.md': '' },
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'There is no playbook with the id “nobody”.',
      'There is no playbook with the id “无此篇”.',
      'There is no playbook with the id “nobody”.',
    ]);
  });

  it('leaves an id that differs only in form to another rule', () => {
    expect(check('---\nrelated: [B_C]\n---\n[[b-C]] [[B_C]]\n', { 'b.md': '---\nid: b-c\n---\n' }).found).toEqual([]);
  });

  it('mends a slip in an id, and a path by a slip or by the file of that name elsewhere; what follows the path stays', () => {
    const files = { 'policies/refund-terms.md': '---\nid: refund-terms\n---\n', 'scripts/calm.md': '---\nid: calm\n---\n' };
    const { text, left } = mendMarked(
      'broken-link',
      '---\nrelated: [refnud-terms]\n---\n[[calm#节]] [[clam]] [一](refund-terms.md#例外) [二](../scripts/clam.md) [三](../none.md)\n',
      files,
      'flows/page.md',
    );
    expect(text).toBe(
      '---\nrelated: [refund-terms]\n---\n[[calm#节]] [[calm]] [一](../policies/refund-terms.md#例外) [二](../scripts/calm.md) [三](../none.md)\n',
    );
    expect(left.map(({ message }) => message)).toEqual(['The link’s target “../none.md” does not exist.']);
  });

  it.each([
    ['[一](b.md)', 'sub/b.md', ''],
    ['[[refnud]]', 'b.md', '---\nid: refund\n---\n'],
    ['::include{id=refnud}', 'b.md', '---\nid: refund\n---\n'],
  ])('is said anew in %s once there is something to offer', (text, path, added) => {
    const before = knowledgeBaseOf({ 'a.md': `${text}\n`, 'c.md': '' });
    const after = knowledgeBaseOf({ 'a.md': `${text}\n`, 'c.md': '', [path]: added });
    expect(problemsOf(after, 'a.md')).not.toEqual(problemsOf(before, 'a.md'));
    expect(affectedPaths(before, after, [path])).toEqual(['a.md', path]);
  });
});
