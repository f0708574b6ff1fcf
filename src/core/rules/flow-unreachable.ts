import { reachableNodes, readFlow } from '../content/flow.js';
import { sectionsOfKind } from '../content/sections.js';
import { defineRule } from './rule.js';

export const flowUnreachable = defineRule({
  code: 'flow-unreachable',
  severity: 'error',
  description: {
    'zh-Hans': '从第一个节点走不到的流程节点。',
    'zh-Hant': '從第一個節點走不到的流程節點。',
    en: 'A node of a flow cannot be reached from the first.',
  },
  rationale: {
    'zh-Hans': '没有答案通到这里，客服永远看不到这一步。给它加一条答案，或者删掉。',
    'zh-Hant': '沒有答案通到這裡，客服永遠看不到這一步。請給它加一條答案，或刪掉。',
    en: 'No answer leads here, so no agent ever sees this step. Link an answer to it, or remove it.',
  },
  example: {
    wrong: '---\ntype: flow\n---\n## 流程\n\n### 已签收了吗？\n\n受理。 :outcome[resolved]\n\n### 还没发货\n\n取消。 :outcome[resolved]\n',
    right:
      '---\ntype: flow\n---\n## 流程\n\n### 已签收了吗？\n\n- [没有，还没发货](#还没发货)\n\n### 还没发货\n\n取消。 :outcome[resolved]\n',
  },
  fixable: false,
  messages: {
    unreachable: {
      'zh-Hans': '从“{start}”开始走不到节点“{node}”。',
      'zh-Hant': '從「{start}」開始走不到節點「{node}」。',
      en: 'No path from “{start}” leads to the node “{node}”.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const section of sectionsOfKind(playbook, knowledgeBase.typeOf(playbook), 'flow')) {
      const flow = readFlow(playbook, section);
      const reached = reachableNodes(flow);
      for (const node of flow.nodes) {
        if (reached.has(node)) continue;
        report('unreachable', { at: node.heading.textSpan, values: { start: flow.start?.heading.text ?? '', node: node.heading.text } });
      }
    }
  },
});
