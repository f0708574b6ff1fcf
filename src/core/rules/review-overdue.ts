import { daysBetween, dueDay } from '../days.js';
import { isRetired } from '../life.js';
import { defineRule } from './rule.js';

export const reviewOverdue = defineRule({
  code: 'review-overdue',
  severity: 'warning',
  description: {
    'zh-Hans': '复核日期已过。',
    'zh-Hant': '覆核日期已過。',
    en: 'The playbook’s review is overdue.',
  },
  rationale: {
    'zh-Hans':
      '产品和政策会变，久未复核的话术可能说错。请核对内容，再把 reviewed_on 改成复核的日期；开启审核时，用 playbook review verify 或 approve。',
    'zh-Hant':
      '產品和政策會變，久未覆核的話術可能說錯。請核對內容，再把 reviewed_on 改成覆核的日期；開啟審核時，用 playbook review verify 或 approve。',
    en: 'Products and policies change, and old wording may be wrong. Check the content, then set reviewed_on to the day you did; where review is on, run playbook review verify or approve instead.',
  },
  example: {
    wrong: '---\nid: policy-x\nreviewed_on: 2020-01-10\nreview_every: 180d\n---\n\n正文。\n',
    right: '---\nid: policy-x\nreviewed_on: 2026-11-10\nreview_every: 180d\n---\n\n正文。\n',
  },
  fixable: false,
  messages: {
    overdue: {
      'zh-Hans': '上次复核是 {reviewed}，应在 {due} 前再复核，已超过 {days} 天。',
      'zh-Hant': '上次覆核是 {reviewed}，應在 {due} 前再覆核，已超過 {days} 天。',
      en: 'Last reviewed on {reviewed}; the next review was due on {due}, {days} day(s) ago.',
    },
  },
  check(playbook, { today, reviewedOn: approvals, report }) {
    if (isRetired(playbook, today)) return;
    const { reviewEvery } = playbook.fields;
    // Where review is on, approvals say when a playbook was reviewed, and nobody can write it in.
    const reviewedOn = approvals ? approvals.get(playbook.id) : playbook.fields.reviewedOn;
    if (reviewedOn === undefined || reviewEvery === undefined) return;
    const due = dueDay(reviewedOn, reviewEvery);
    const days = due === undefined ? undefined : daysBetween(due, today);
    if (due === undefined || days === undefined || days <= 0) return;
    const place = approvals ? '/review_every' : '/reviewed_on';
    const at = playbook.frontMatter.nodes.get(place)?.value ?? { start: 0, end: 0 };
    report('overdue', { at, values: { reviewed: reviewedOn, due, days } });
  },
});
