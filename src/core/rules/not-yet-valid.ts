import { daysBetween } from '../days.js';
import { isRetired } from '../life.js';
import { defineRule } from './rule.js';

export const notYetValid = defineRule({
  code: 'not-yet-valid',
  severity: 'info',
  description: {
    'zh-Hans': '手册还没有生效。',
    'zh-Hant': '手冊還沒有生效。',
    en: 'The playbook is not in force yet.',
  },
  rationale: {
    'zh-Hans': '生效之前客服看不到它。提前写好是对的，这里只是提醒。',
    'zh-Hant': '生效之前客服看不到它。提前寫好是對的，這裡只是提醒。',
    en: 'Agents do not see it before that day. Writing ahead is right; this is only a reminder.',
  },
  example: {
    wrong: '---\nid: policy-x\nvalid_from: 9999-01-01\n---\n\n正文。\n',
    right: '---\nid: policy-x\nvalid_from: 2026-01-01\n---\n\n正文。\n',
  },
  fixable: false,
  messages: {
    later: {
      'zh-Hans': '{from} 才生效，还有 {days} 天。',
      'zh-Hant': '{from} 才生效，還有 {days} 天。',
      en: 'In force from {from}, in {days} day(s).',
    },
  },
  check(playbook, { today, report }) {
    if (isRetired(playbook, today)) return;
    const from = playbook.fields.validFrom;
    const days = from === undefined ? undefined : daysBetween(today, from);
    if (from === undefined || days === undefined || days <= 0) return;
    const at = playbook.frontMatter.nodes.get('/valid_from')?.value ?? { start: 0, end: 0 };
    report('later', { at, values: { from, days } });
  },
});
