import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const head = '---\ntype: flow\n---\n';

describe('flow-dead-end', () => {
  it('marks the words of a node with neither answers nor an outcome', () => {
    const { expected, found, problems } = checkMarked(
      'flow-dead-end',
      `${head}## 流程\n\n### 发货了吗？\n\n- [是](#拦截包裹)\n- [否](#取消订单)\n\n### ⟦flow-dead-end|拦截**包裹**⟧\n\n见[政策](b.md)。\n\n- 先看[政策](b.md)\n\n### 取消订单\n\n取消。 :outcome[resolved]\n`,
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('The node “拦截包裹” leads nowhere. Add answers that link to the next node, or an :outcome[…].');
  });
});
