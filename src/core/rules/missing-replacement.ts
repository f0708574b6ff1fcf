import type { Playbook } from '../model/playbook.js';
import { changeToNearestId } from './change-to.js';
import { intendedId } from './references.js';
import { defineRule } from './rule.js';

export const missingReplacement = defineRule({
  code: 'missing-replacement',
  severity: 'error',
  description: {
    'zh-Hans': '停用的手册写了由谁接替，但那一篇不存在。',
    'zh-Hant': '停用的手冊寫了由誰接替，但那一篇不存在。',
    en: 'A retired playbook names a successor that does not exist.',
  },
  rationale: {
    'zh-Hans': '旧地址会带客服去接替的那一篇。编号写错，客服就停在一张没有去处的页面上。',
    'zh-Hant': '舊網址會帶客服去接替的那一篇。編號寫錯，客服就停在一張沒有去處的頁面上。',
    en: 'The old address leads agents to the successor. With a wrong id they end on a page that leads nowhere.',
  },
  example: {
    wrong: '---\nid: policy-x\nretired_on: 2026-01-01\nreplaced_by: policy-z\n---\n',
    right: '---\nid: policy-x\nretired_on: 2026-01-01\nreplaced_by: policy-y\n---\n',
    files: { 'policy-y.md': '---\nid: policy-y\ntype: policy\ntitle: 新政策\n---\n' },
  },
  fixable: true,
  needsAllPlaybooks: true,
  fixedOnlyByHand: true,
  messages: {
    missing: {
      'zh-Hans': '没有编号为“{id}”的手册可以接替这一篇。',
      'zh-Hant': '沒有編號為「{id}」的手冊可以接替這一篇。',
      en: 'There is no playbook with the id “{id}” to take the place of this one.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const id = playbook.fields.replacedBy;
    if (id === undefined || knowledgeBase.withId(id).length > 0 || intendedId(knowledgeBase, id) !== undefined) return;
    const at = playbook.frontMatter.nodes.get('/replaced_by')?.value ?? { start: 0, end: 0 };
    const isLikely = ({ type }: Playbook) => type === playbook.type;
    report('missing', { at, values: { id }, ...changeToNearestId(playbook, { id, at }, knowledgeBase, isLikely) });
  },
});
