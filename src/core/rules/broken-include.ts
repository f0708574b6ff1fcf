import type { Playbook } from '../model/playbook.js';
import { changeToNearestId } from './change-to.js';
import { includeIdSpan, intendedId } from './references.js';
import { defineRule } from './rule.js';

export const brokenInclude = defineRule({
  code: 'broken-include',
  severity: 'error',
  description: {
    'zh-Hans': '要嵌入的片段不存在，或者没有写编号。',
    'zh-Hant': '要嵌入的片段不存在，或沒有寫編號。',
    en: 'An embed names no playbook, or one that does not exist.',
  },
  rationale: {
    'zh-Hans': '嵌入的内容不会出现在页面上，客服看到的话术就少了一段，而且看不出来。',
    'zh-Hant': '嵌入的內容不會出現在頁面上，客服看到的話術就少了一段，而且看不出來。',
    en: 'What should be embedded is then simply absent from the page, and an agent cannot see that a part of the wording is missing.',
  },
  example: {
    wrong: '::include{id=snippet-refund-term}\n',
    right: '::include{id=snippet-refund-terms}\n',
    files: { 'snippet-refund-terms.md': '---\nid: snippet-refund-terms\ntype: snippet\n---\n> 七天内可以无理由退货。\n' },
  },
  fixable: true,
  needsAllPlaybooks: true,
  fixedOnlyByHand: true,
  messages: {
    missing: {
      'zh-Hans': '没有编号为“{id}”的手册可以嵌入。',
      'zh-Hant': '沒有編號為「{id}」的手冊可以嵌入。',
      en: 'There is no playbook with the id “{id}” to embed.',
    },
    withoutId: {
      'zh-Hans': '请写明要嵌入哪一个片段，例如 ::include{id=snippet-refund-terms}。',
      'zh-Hant': '請寫明要嵌入哪一個片段，例如 ::include{id=snippet-refund-terms}。',
      en: 'Say which snippet to embed, for instance ::include{id=snippet-refund-terms}.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const include of playbook.includes) {
      if (include.id.trim() === '') {
        report('withoutId', { at: { start: include.start, end: include.end } });
        continue;
      }
      if (knowledgeBase.resolveInclude(include) || intendedId(knowledgeBase, include.id) !== undefined) continue;
      const at = includeIdSpan(playbook, include);
      const { id } = include;
      const isLikely = ({ type }: Playbook) => type === 'snippet';
      report('missing', { at, values: { id }, ...changeToNearestId(playbook, { id, at }, knowledgeBase, isLikely) });
    }
  },
});
