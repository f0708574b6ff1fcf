import { daysBetween } from '../days.js';
import { isRetired } from '../life.js';
import { defineRule } from './rule.js';

export const expired = defineRule({
  code: 'expired',
  severity: 'warning',
  description: {
    'zh-Hans': '手册已经失效。',
    'zh-Hant': '手冊已經失效。',
    en: 'The playbook is no longer in force.',
  },
  rationale: {
    'zh-Hans': '照失效的内容答复，会答应给不了的东西。请更新内容和 valid_to，或删掉这一篇。',
    'zh-Hant': '照失效的內容答覆，會答應給不了的東西。請更新內容和 valid_to，或刪掉這一篇。',
    en: 'Answers from it promise what no longer holds. Update the content and valid_to, or remove the playbook.',
  },
  example: {
    wrong: '---\nid: policy-x\nvalid_to: 2020-12-31\n---\n\n正文。\n',
    right: '---\nid: policy-x\nvalid_to: 9999-12-31\n---\n\n正文。\n',
  },
  fixable: false,
  messages: {
    expired: {
      'zh-Hans': '{to} 之后就失效了，已过 {days} 天。',
      'zh-Hant': '{to} 之後就失效了，已過 {days} 天。',
      en: 'It held until {to}, {days} day(s) ago.',
    },
  },
  check(playbook, { today, report }) {
    if (isRetired(playbook, today)) return;
    const to = playbook.fields.validTo;
    const days = to === undefined ? undefined : daysBetween(to, today);
    if (to === undefined || days === undefined || days <= 0) return;
    const at = playbook.frontMatter.nodes.get('/valid_to')?.value ?? { start: 0, end: 0 };
    report('expired', { at, values: { to, days } });
  },
});
