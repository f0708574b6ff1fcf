import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

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
});
