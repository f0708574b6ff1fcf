import { describe, expect, it } from 'vitest';
import { readEscalation } from '../../../src/core/content/escalation.js';
import { readFlow } from '../../../src/core/content/flow.js';
import { readMatrix } from '../../../src/core/content/matrix.js';
import { readSteps } from '../../../src/core/content/steps.js';
import { readTree } from '../../../src/core/content/tree.js';
import { readVariants } from '../../../src/core/content/variants.js';
import { type Files, knowledgeBaseOf } from '../../support/knowledge-base.js';

function open(text: string, others: Files = {}) {
  const knowledgeBase = knowledgeBaseOf({ ...others, 'page.md': text });
  const playbook = knowledgeBase.playbooks.get('page.md');
  const section = playbook?.root.sections[0];
  if (!playbook || !section) throw new Error('the text has no section');
  return { playbook, section, config: knowledgeBase.config };
}

describe('readFlow', () => {
  it('takes list items that begin with a link as answers, and outcomes', () => {
    const { playbook, section } = open(
      '## 流程\n\n### 已发货了吗？\n\n先看[政策](b.md)。\n\n- [是](#退回)\n- 请看[政策](b.md)\n- [问别人](b.md#x)\n- **[[#退回|不确定]]** :outcome[callback]\n\n### 退回\n\n受理。 :outcome[resolved]\n',
    );
    const { nodes, start } = readFlow(playbook, section);
    expect(start?.anchor).toBe('已发货了吗');
    expect(nodes.map((node) => node.answers.map(({ text, target }) => [text, target]))).toEqual([
      [
        ['是', '退回'],
        ['问别人', ''],
        ['不确定', '退回'],
      ],
      [],
    ]);
    expect(nodes.map((node) => node.outcomes.map((outcome) => outcome.label))).toEqual([['callback'], ['resolved']]);
  });
});

describe('readMatrix', () => {
  const text = '## 分级\n\n| 影响 | 高 | 低 |\n| - | - | - |\n| 大 | P1 | P2（夜间） |\n| 小 | 待定 |  |\n\n';

  it('takes response times from the second table', () => {
    const { section, config } = open(`${text}| 优先级 | 响应时效 | 更新 |\n| - | - | - |\n| P1 | 5 分钟 | 每小时 |\n`);
    const matrix = readMatrix(section, config);
    expect(matrix.rows.map((cell) => cell.text)).toEqual(['大', '小']);
    expect(matrix.columns.map((cell) => cell.text)).toEqual(['高', '低']);
    expect(matrix.cells.map((row) => row.map((cell) => cell.priority))).toEqual([
      ['P1', 'P2'],
      [undefined, undefined],
    ]);
    expect(matrix.priorities.map(({ id, respondWithin, details }) => [id, respondWithin, details[0]?.text])).toEqual([
      ['P1', '5 分钟', '每小时'],
    ]);
    expect(matrix.detailHeaders.map((cell) => cell.text)).toEqual(['更新']);
  });

  it('falls back to the config, whose ids may be any words', () => {
    const { section, config } = open(text.replace('P1', '待定'), {
      'playbook.config.yaml': 'priorities: [{ id: 待定, respondWithin: 2h }]\n',
    });
    const matrix = readMatrix(section, config);
    expect(matrix.cells[0]?.[0]?.priority).toBe('待定');
    expect(matrix.priorities).toEqual([{ id: '待定', respondWithin: '2h', details: [] }]);
  });
});

describe('readSteps', () => {
  it('reads owner, limit and record, and the words without them', () => {
    const { section } = open('## 步骤\n\n1. 定级并宣布。 :owner[值班主管] :within[5m] :record[级别]\n   1. 不算\n2. 记录\n\n- 不算\n');
    expect(readSteps(section).map(({ item, ...step }) => step)).toEqual([
      { text: '定级并宣布。', owner: '值班主管', within: '5m', record: '级别' },
      { text: '记录' },
    ]);
  });
});

describe('readEscalation', () => {
  it('reads steps that have an owner: when, who, by when, with what', () => {
    const { section } = open(
      '## 升级\n\n1. 客户提到律师：:owner[经理] 在 :within[1h] 内回电，带上 :record[原话]、:record[订单号]。\n2. 先安抚\n',
    );
    expect(readEscalation(section)).toEqual([{ who: '经理', within: '1h', condition: '客户提到律师', records: ['原话', '订单号'] }]);
  });

  it.each([
    ['简体', '| 条件 | 由谁 | 升级给谁 | 时限 | 必须带上 |', '| 任何怀疑 | 客服专员 | 值班主管 | 5 分钟 | 看到什么 |'],
    ['繁體', '| 必須帶上 | 升級給誰 | 條件 | 時限 | 由誰 |', '| 看到什么 | 值班主管 | 任何怀疑 | 5 分钟 | 客服专员 |'],
    ['English', '| When | By | To | Within | Always bring |', '| 任何怀疑 | 客服专员 | 值班主管 | 5 分钟 | 看到什么 |'],
  ])('reads a table by its headers: %s', (_, headers, row) => {
    const { section } = open(`## 升级\n\n${headers}\n| --- | --- | --- | --- | --- |\n${row}\n|  |  |  |  |  |\n`);
    expect(readEscalation(section)).toEqual([
      { who: '值班主管', from: '客服专员', within: '5 分钟', condition: '任何怀疑', records: ['看到什么'] },
    ]);
  });

  it('takes what a table says, and no other table for one', () => {
    const { section } = open(
      '## 升级\n\n| 情形 | 升级给谁 |\n| --- | --- |\n| 涉及媒体 | 公关 |\n\n| 找谁 | 电话 |\n| --- | --- |\n| 公关 | 1 |\n',
    );
    expect(readEscalation(section)).toEqual([{ who: '公关', condition: '涉及媒体', records: [] }]);
  });
});

describe('readVariants', () => {
  it('recognizes channels, tiers and languages by any of their names', () => {
    const { playbook, section, config } = open('## 开场\n\n### 電話\n\n### 大客户\n\n### English\n\n### 其他\n');
    expect(readVariants(playbook, section, config).map(({ kind, id, label }) => [kind, id, label])).toEqual([
      ['channel', 'phone', '电话'],
      ['tier', 'key-account', '大客户'],
      ['language', 'en', '英文'],
    ]);
  });
});

describe('readTree', () => {
  it('nests as the list does', () => {
    const { section } = open('## 五个为什么\n\n- 断线\n  - 断电\n    - 没有备用\n- 慢\n');
    expect(readTree(section)).toEqual([
      { text: '断线', children: [{ text: '断电', children: [{ text: '没有备用', children: [] }] }] },
      { text: '慢', children: [] },
    ]);
  });
});
