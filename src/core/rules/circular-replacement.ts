import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook } from '../model/playbook.js';
import { defineRule } from './rule.js';

export const circularReplacement = defineRule({
  code: 'circular-replacement',
  severity: 'error',
  description: {
    'zh-Hans': '接替的手册绕一圈又回到了这一篇。',
    'zh-Hant': '接替的手冊繞一圈又回到了這一篇。',
    en: 'The successors of a playbook lead back to it.',
  },
  rationale: {
    'zh-Hans': '互相接替的手册都算停用，客服找不到还在用的那一篇。请去掉其中一处 replaced_by。',
    'zh-Hant': '互相接替的手冊都算停用，客服找不到還在用的那一篇。請移除其中一處 replaced_by。',
    en: 'Playbooks that replace each other are all out of use, and agents never arrive at one that holds. Remove one replaced_by.',
  },
  example: {
    wrong: '---\nid: policy-x\ntitle: 退款政策\nretired_on: 2026-01-01\nreplaced_by: policy-x\n---\n',
    right: '---\nid: policy-x\ntitle: 退款政策\nretired_on: 2026-01-01\nreplaced_by: policy-y\n---\n',
    files: { 'policy-y.md': '---\nid: policy-y\ntype: policy\ntitle: 新政策\n---\n' },
  },
  fixable: false,
  messages: {
    circle: {
      'zh-Hans': '接替绕成了一圈：{chain}。请去掉其中一处。',
      'zh-Hant': '接替繞成了一圈：{chain}。請移除其中一處。',
      en: 'These replacements go in a circle: {chain}. Remove one of them.',
    },
    next: { 'zh-Hans': '这一圈的下一处', 'zh-Hant': '這一圈的下一處', en: 'The next of the circle' },
  },
  check(playbook, { knowledgeBase, report }) {
    const members = circleFrom(playbook, knowledgeBase);
    if (!members) return;
    const placeOf = ({ frontMatter }: Playbook) => frontMatter.nodes.get('/replaced_by')?.value ?? { start: 0, end: 0 };
    report('circle', {
      at: placeOf(playbook),
      values: { chain: [...members, playbook].map(({ title }) => title).join(' → ') },
      related: members.slice(1).map((member) => ({ path: member.path, at: placeOf(member), message: 'next' })),
    });
  },
});

/** The circle of replacements that a playbook is part of, beginning with it; undefined when it is in none. */
function circleFrom(playbook: Playbook, knowledgeBase: KnowledgeBase): readonly Playbook[] | undefined {
  const members: Playbook[] = [];
  const passed = new Set<Playbook>();
  for (let here: Playbook | undefined = playbook; here && !passed.has(here); ) {
    passed.add(here);
    members.push(here);
    here = here.fields.replacedBy === undefined ? undefined : knowledgeBase.withId(here.fields.replacedBy)[0];
    if (here === playbook) return members;
  }
  return undefined;
}
