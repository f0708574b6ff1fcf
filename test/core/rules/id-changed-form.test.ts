import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const others = { 'b.md': '---\nid: policy-refund\n---\n', 'c.md': '---\nid: 42\n---\n', 'd.md': '---\nid: 退款-政策\n---\n' };

describe('id-changed-form', () => {
  const marked = `---
related: [⟦id-changed-form|Policy_Refund⟧, policy-refund, ⟦id-changed-form|"４２"⟧]
translation_of: ⟦id-changed-form|退款_政策⟧
---
见[[⟦id-changed-form|policy refund⟧#规定|退款政策]]和[[policy-refund]]。

::include{id="⟦id-changed-form|ＰＯＬＩＣＹ-refund⟧"}

::include{id=⟦id-changed-form|policy_refund⟧}
`;

  it('marks ids that differ only in form, wherever they are named', () => {
    const { expected, found, problems } = checkMarked('id-changed-form', marked, others);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('There is no id “Policy_Refund”; the existing one is “policy-refund”.');
  });

  it('writes the existing id', () => {
    expect(mendMarked('id-changed-form', marked, others)).toEqual({
      text: `---
related: [policy-refund, policy-refund, "42"]
translation_of: 退款-政策
---
见[[policy-refund#规定|退款政策]]和[[policy-refund]]。

::include{id="policy-refund"}

::include{id=policy-refund}
`,
      left: [],
    });
  });

  it('leaves ids alone that name nothing in any form', () => {
    expect(checkMarked('id-changed-form', '[[nobody]]\n', others).found).toEqual([]);
  });
});
