import { readFlow } from '../content/flow.js';
import { sectionsOfKind } from '../content/sections.js';
import { defineRule } from './rule.js';

export const flowDeadEnd = defineRule({
  code: 'flow-dead-end',
  severity: 'error',
  description: {
    'zh-Hans': '流程节点既没有答案也没有结果。',
    'zh-Hant': '流程節點既沒有答案也沒有結果。',
    en: 'A node of a flow has neither answers nor an outcome.',
  },
  rationale: {
    'zh-Hans': '客服走到这里就不知道接下来做什么。列出链到下一节点的答案，或用 :outcome[resolved] 一类写明结果。',
    'zh-Hant': '客服走到這裡就不知道接下來做什麼。請列出連到下一節點的答案，或用 :outcome[resolved] 一類寫明結果。',
    en: 'An agent who gets here does not know what comes next. List answers that link to the next node, or say how it ends with :outcome[resolved] and the like.',
  },
  example: {
    wrong: '---\ntype: flow\n---\n## 流程\n\n### 已签收了吗？\n\n看订单状态。\n',
    right: '---\ntype: flow\n---\n## 流程\n\n### 已签收了吗？\n\n看订单状态，受理退货。 :outcome[resolved]\n',
  },
  fixable: false,
  messages: {
    deadEnd: {
      'zh-Hans': '节点“{node}”走到头了：请加上链到下一节点的答案，或用 :outcome[…] 写明结果。',
      'zh-Hant': '節點「{node}」走到底了：請加上連到下一節點的答案，或用 :outcome[…] 寫明結果。',
      en: 'The node “{node}” leads nowhere. Add answers that link to the next node, or an :outcome[…].',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const section of sectionsOfKind(playbook, knowledgeBase.typeOf(playbook), 'flow')) {
      for (const { answers, outcomes, heading } of readFlow(playbook, section).nodes) {
        if (answers.length === 0 && outcomes.length === 0) report('deadEnd', { at: heading.textSpan, values: { node: heading.text } });
      }
    }
  },
});
