import { outlinedSections } from '../content/sections.js';
import { readSteps } from '../content/steps.js';
import type { ListItem, Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { defineRule } from './rule.js';

export const stepWithoutOwner = defineRule({
  code: 'step-without-owner',
  severity: 'error',
  description: {
    'zh-Hans': '处置步骤没有写负责人。',
    'zh-Hant': '處置步驟沒有寫負責人。',
    en: 'A step does not say who does it.',
  },
  rationale: {
    'zh-Hans': '事件发生时，没有名字的步骤没有人做。每一步都写明角色，例如 :owner[值班主管]。',
    'zh-Hant': '事件發生時，沒有指名的步驟沒有人做。每一步都寫明角色，例如 :owner[值班主管]。',
    en: 'In an incident, a step without a name is done by nobody. Give each step its role, as in :owner[Duty manager].',
  },
  example: {
    wrong: '---\ntype: protocol\n---\n## 处置步骤\n\n1. 核对告警并定级。 :within[5m]\n',
    right: '---\ntype: protocol\n---\n## 处置步骤\n\n1. 核对告警并定级。 :owner[值班主管] :within[5m]\n',
  },
  fixable: false,
  messages: {
    missing: {
      'zh-Hans': '这一步没有负责人。请加上 :owner[角色]。',
      'zh-Hant': '這一步沒有負責人。請加上 :owner[角色]。',
      en: 'This step names nobody to do it. Add :owner[role].',
    },
    empty: {
      'zh-Hans': '请在方括号里写负责的角色。',
      'zh-Hant': '請在方括號裡寫負責的角色。',
      en: 'Write the role between the brackets.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const type = knowledgeBase.typeOf(playbook);
    for (const { section } of outlinedSections(playbook, type, (outline) => outline.content?.steps?.owner === true)) {
      for (const { owner, item } of readSteps(section)) {
        if (owner === undefined) report('missing', { at: firstLine(playbook, item) });
        const empty = owner === '' && item.directives.find((directive) => directive.name === 'owner');
        if (empty) report('empty', { at: { start: empty.start, end: empty.end } });
      }
    }
  },
});

/** The first line of a list item, where its problems are shown. */
export function firstLine(playbook: Playbook, item: ListItem): Span {
  const line = /^[^\r\n]*/.exec(playbook.text.slice(item.start, item.end))?.[0] ?? '';
  return { start: item.start, end: item.start + line.trimEnd().length };
}
