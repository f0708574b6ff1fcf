import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const others = { 'new.md': '---\nid: policy-refund-2027\ntype: policy\ntitle: 新退款政策\n---\n' };
const page = (replacement: string) => `---\nid: policy-refund\ntype: policy\nretired_on: 2026-11-01\nreplaced_by: ${replacement}\n---\n`;

describe('missing-replacement', () => {
  it('marks a successor that does not exist', () => {
    const { expected, found, problems } = checkMarked('missing-replacement', page('⟦missing-replacement|退款二⟧'), others);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('There is no playbook with the id “退款二” to take the place of this one.');
  });

  it('accepts one that does, and a retirement without a successor', () => {
    expect(checkMarked('missing-replacement', page('policy-refund-2027'), others).found).toEqual([]);
    expect(checkMarked('missing-replacement', '---\nid: a\nretired_on: 2026-11-01\n---\n', others).found).toEqual([]);
  });

  it('mends a slip of the hand', () => {
    const { text, left } = mendMarked('missing-replacement', page('policy-refund-2072'), others);
    expect(text).toBe(page('policy-refund-2027'));
    expect(left).toEqual([]);
  });

  it('is the only one to say so', () => {
    expect(checkMarked('broken-link', page('退款二'), others).found).toEqual([]);
  });
});
