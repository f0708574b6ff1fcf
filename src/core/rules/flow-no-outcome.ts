import { flowOutcomes, reachableNodes, readFlow } from '../content/flow.js';
import { sectionsOfKind } from '../content/sections.js';
import { nearest } from '../schema/nearest.js';
import { changeTo } from './change-to.js';
import { defineRule } from './rule.js';

export const flowNoOutcome = defineRule({
  code: 'flow-no-outcome',
  severity: 'error',
  description: {
    'zh-Hans': '流程走不到任何结果，或者结果写法不对。',
    'zh-Hant': '流程走不到任何結果，或結果寫法不正確。',
    en: 'A flow never comes to an outcome, or an outcome is not one of the known ones.',
  },
  rationale: {
    'zh-Hans':
      '流程要有结束：已解决（resolved）、已升级（escalated）或约定回电（callback）。报表按这三种结果统计；转到另一页的答案也算结束。',
    'zh-Hant':
      '流程要有結束：已解決（resolved）、已升級（escalated）或約定回電（callback）。報表依這三種結果統計；轉到另一頁的答案也算結束。',
    en: 'A flow ends resolved, escalated or with a callback, and reports count these three. An answer that leads to another page ends it too.',
  },
  example: {
    wrong: '---\ntype: flow\n---\n## 流程\n\n### 已签收了吗？\n\n受理。 :outcome[done]\n',
    right: '---\ntype: flow\n---\n## 流程\n\n### 已签收了吗？\n\n受理。 :outcome[resolved]\n',
  },
  fixable: true,
  messages: {
    unknown: {
      'zh-Hans': '“{outcome}”不是结果。请写 resolved（已解决）、escalated（已升级）或 callback（约定回电）。',
      'zh-Hant': '「{outcome}」不是結果。請寫 resolved（已解決）、escalated（已升級）或 callback（約定回電）。',
      en: '“{outcome}” is no outcome. Write resolved, escalated or callback.',
    },
    noPath: {
      'zh-Hans': '从“{start}”开始走不到任何结果。请至少在一个节点写 :outcome[…]。',
      'zh-Hant': '從「{start}」開始走不到任何結果。請至少在一個節點寫 :outcome[…]。',
      en: 'No path from “{start}” comes to an outcome. Give at least one node an :outcome[…].',
    },
    noNodes: {
      'zh-Hans': '这个流程没有节点。每个下级标题是一个节点。',
      'zh-Hant': '這個流程沒有節點。每個下級標題是一個節點。',
      en: 'This flow has no nodes. Each heading below it is a node.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const { name, label, start, end } of playbook.directives) {
      if (name !== 'outcome' || flowOutcomes.some((outcome) => outcome === label.trim())) continue;
      const meant = meantOutcome(label);
      report('unknown', {
        at: { start, end },
        values: { outcome: label },
        ...(meant !== undefined && { fix: changeTo({ start, end }, meant, `:outcome[${meant}]`) }),
      });
    }
    for (const section of sectionsOfKind(playbook, knowledgeBase.typeOf(playbook), 'flow')) {
      const flow = readFlow(playbook, section);
      const at = section.heading?.textSpan ?? { start: section.start, end: section.end };
      if (!flow.start) {
        report('noNodes', { at });
        continue;
      }
      const ends = [...reachableNodes(flow)].some(
        (node) => node.outcomes.length > 0 || node.answers.some((answer) => answer.target === ''),
      );
      if (!ends) report('noPath', { at, values: { start: flow.start.heading.text } });
    }
  },
});

const words: Readonly<Record<string, string>> = {
  解决: 'resolved',
  已解决: 'resolved',
  解決: 'resolved',
  已解決: 'resolved',
  升级: 'escalated',
  已升级: 'escalated',
  升級: 'escalated',
  已升級: 'escalated',
  escalate: 'escalated',
  回电: 'callback',
  約定回電: 'callback',
  约定回电: 'callback',
  回電: 'callback',
  回拨: 'callback',
  回撥: 'callback',
};

function meantOutcome(label: string): string | undefined {
  const written = label.trim().toLowerCase();
  return words[written] ?? nearest(written.replace(/[\s_-]/g, ''), flowOutcomes);
}
