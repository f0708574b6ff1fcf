import { z } from 'zod';
import { commonFields } from './fields.js';
import { defineType } from './playbook-type.js';
import { escalation } from './shared-sections.js';
import { templates } from './templates/flow.js';

export const flow = defineType({
  name: 'flow',
  label: { 'zh-Hans': '处理流程', 'zh-Hant': '處理流程', en: 'Flow' },
  description: { 'zh-Hans': '一问一答，走到结果', 'zh-Hant': '一問一答，走到結果', en: 'Questions that lead to an outcome' },
  icon: 'type-hierarchy',
  fields: z.strictObject({
    ...commonFields,
  }),
  outline: {
    sections: [
      {
        key: 'scenario',
        headings: { 'zh-Hans': ['适用场景'], 'zh-Hant': ['適用情境', '適用場景'], en: ['When to use'] },
        purpose: { 'zh-Hans': '什么时候走这个流程', 'zh-Hant': '什麼時候走這個流程', en: 'When to follow this flow' },
        min: 1,
      },
      {
        key: 'nodes',
        kind: 'flow',
        headings: { 'zh-Hans': ['流程', '流程节点'], 'zh-Hant': ['流程', '流程節點'], en: ['Flow', 'Steps'] },
        purpose: {
          'zh-Hans': '每个下级标题是一个节点：问题、链到下一节点的答案，或 :outcome[…]',
          'zh-Hant': '每個下級標題是一個節點：問題、連到下一節點的答案，或 :outcome[…]',
          en: 'Each heading below is a node: a question, answers that link to the next node, or an :outcome[…]',
        },
        min: 1,
      },
      escalation,
      {
        key: 'notes',
        headings: { 'zh-Hans': ['坐席提示', '提示'], 'zh-Hant': ['客服提示', '提示'], en: ['Notes'] },
        purpose: { 'zh-Hans': '给坐席看的提示', 'zh-Hant': '給客服看的提示', en: 'For the agent' },
      },
    ],
  },
  templates,
});
