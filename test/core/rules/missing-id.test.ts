import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

describe('missing-id', () => {
  it('marks the type of a playbook without an id and writes one made from the file name', () => {
    const marked = '---\ntype: ⟦missing-id|script⟧\ntitle: 退款\n---\n';
    const { expected, found, problems } = checkMarked('missing-id', marked, {}, '话术/退款 申请（新）.md');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('This playbook has no id. Give it one that never changes, such as “退款-申请-新”.');
    expect(mendMarked('missing-id', marked, {}, '话术/退款 申请（新）.md')).toEqual({
      text: '---\nid: 退款-申请-新\ntype: script\ntitle: 退款\n---\n',
      left: [],
    });
  });

  it('makes an id that no other playbook has, in any form', () => {
    const others = { 'a.md': '---\nid: Refund\n---\n', 'b.md': '---\nid: refund-2\n---\n' };
    expect(mendMarked('missing-id', '---\r\ntype: script\r\n---\r\n', others, 'scripts/refund.md').text).toBe(
      '---\r\nid: refund-3\r\ntype: script\r\n---\r\n',
    );
  });

  it('fills in a key without a value, and takes the folder’s name for an index', () => {
    const marked = '---\ntype: flow\n⟦missing-id|id⟧:\n---\n';
    expect(checkMarked('missing-id', marked).found).toEqual(checkMarked('missing-id', marked).expected);
    expect(mendMarked('missing-id', marked, {}, 'flows/refund/index.md')).toEqual({ text: '---\ntype: flow\nid: refund\n---\n', left: [] });
  });

  it('leaves files without a type alone', () => {
    expect(checkMarked('missing-id', '---\ntitle: 退款\n---\n').found).toEqual([]);
    expect(checkMarked('missing-id', '# 退款\n').found).toEqual([]);
  });
});
