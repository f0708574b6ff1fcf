import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const head = '---\ntype: flow\n---\n';

describe('flow-unreachable', () => {
  it('marks nodes that no answers lead to from the first, however they link to each other', () => {
    const { expected, found, problems } = checkMarked(
      'flow-unreachable',
      `${head}## 流程\n\n### 发货了吗？\n\n- [是](#拦截)\n- [再问一次](#发货了吗)\n\n### 拦截\n\n:outcome[resolved]\n\n### ⟦flow-unreachable|甲⟧\n\n- [乙](#乙)\n\n### ⟦flow-unreachable|乙⟧\n\n- [甲](#甲)\n`,
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('No path from “发货了吗？” leads to the node “甲”.');
  });
});
