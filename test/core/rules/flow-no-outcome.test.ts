import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const head = '---\ntype: flow\n---\n';

describe('flow-no-outcome', () => {
  const code = 'flow-no-outcome';

  it('marks the flow whose answers only go round, and one without nodes', () => {
    const round = checkMarked(
      code,
      `${head}## ⟦flow-no-outcome|流程⟧\n\n### 甲？\n\n- [乙](#乙)\n\n### 乙？\n\n- [甲](#甲)\n\n### 丙\n\n:outcome[resolved]\n`,
    );
    expect(round.found).toEqual(round.expected);
    expect(round.problems[0]?.message).toBe('No path from “甲？” comes to an outcome. Give at least one node an :outcome[…].');
    const empty = checkMarked(code, `${head}## ⟦flow-no-outcome|流程⟧\n\n先问客户。\n`);
    expect(empty.found).toEqual(empty.expected);
    expect(empty.problems[0]?.message).toBe('This flow has no nodes. Each heading below it is a node.');
  });

  it('counts an answer that leads to another page as an end', () => {
    expect(checkMarked(code, `${head}## 流程\n\n### 甲？\n\n- [乙](b.md)\n`).found).toEqual([]);
  });

  it('marks outcomes that are none of the three, and mends those it understands', () => {
    const marked = `${head}## 流程\n\n### 甲？\n\n⟦flow-no-outcome|:outcome[完成了]⟧ ⟦flow-no-outcome|:outcome[已解決]⟧ ⟦flow-no-outcome|:outcome[call back]⟧ :outcome[escalated]\n`;
    const { expected, found, problems } = checkMarked(code, marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('“完成了” is no outcome. Write resolved, escalated or callback.');
    const { text, left } = mendMarked(code, marked);
    expect(text).toBe(`${head}## 流程\n\n### 甲？\n\n:outcome[完成了] :outcome[resolved] :outcome[callback] :outcome[escalated]\n`);
    expect(left).toHaveLength(1);
  });
});
