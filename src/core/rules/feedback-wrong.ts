import { feedbackFolder } from '../feedback/feedback.js';
import { passageFinder } from '../feedback/passage.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import { isRetired } from '../life.js';
import { type WrongEntry, type WrongReason, wrongReasons } from '../model/feedback.js';
import type { Localized } from '../model/locale.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { defineRule } from './rule.js';

const reasonWords: Readonly<Record<WrongReason, Localized>> = {
  incorrect: { 'zh-Hans': '内容错误', 'zh-Hant': '內容錯誤', en: 'incorrect' },
  outdated: { 'zh-Hans': '已经过时', 'zh-Hant': '已經過時', en: 'out of date' },
  unclear: { 'zh-Hans': '看不明白', 'zh-Hant': '看不明白', en: 'not clear' },
  incomplete: { 'zh-Hans': '不够完整', 'zh-Hant': '不夠完整', en: 'incomplete' },
};

export const feedbackWrong = defineRule({
  code: 'feedback-wrong',
  severity: 'warning',
  description: {
    'zh-Hans': '帮助网站的读者把这一段标为不对。',
    'zh-Hant': '說明網站的讀者把這一段標為不對。',
    en: 'Readers of the help site marked this passage as wrong.',
  },
  rationale: {
    'zh-Hans':
      '一线客服最先发现话术与实际不符。请核对原文：确实有误就改，改过以后这条提示自动消失；原文没错就复核这一页（开启审核时用 playbook review verify，否则改 reviewed_on），复核日之前的标记便不再提示。标记来自 playbook feedback import 导入的反馈，存放在 .playbook/feedback。',
    'zh-Hant':
      '第一線客服最先發現話術與實際不符。請核對原文：確實有誤就改，改過以後這則提示自動消失；原文沒錯就覆核這一頁（開啟審核時用 playbook review verify，否則改 reviewed_on），覆核日之前的標記便不再提示。標記來自 playbook feedback import 匯入的意見回饋，存放在 .playbook/feedback。',
    en: 'Agents notice first when wording no longer fits. Check the passage. If it is wrong, change it, and the problem goes by itself; if it is right, review the page (playbook review verify where review is on, else reviewed_on), and marks made before that day no longer count. The marks come from feedback that playbook feedback import has put into .playbook/feedback.',
  },
  example: {
    files: {
      [`${feedbackFolder}/2026-11-20-1f0c3a5b.ndjson`]: `${JSON.stringify({
        version: 1,
        id: '4be1f6a1f3f0c2f2a4d09c1f6a2f9d10',
        day: '2026-11-20',
        page: 'policy-refund',
        revision: 'a1b2c3d4',
        kind: 'wrong',
        quote: '十五天内可以退款',
        before: '',
        after: '。',
        anchor: '政策内容',
        reason: 'outdated',
      })}\n`,
    },
    wrong: '---\nid: policy-refund\n---\n\n## 政策内容\n\n十五天内可以退款。\n',
    right: '---\nid: policy-refund\n---\n\n## 政策内容\n\n七天内可以退款。\n',
  },
  fixable: false,
  messages: {
    wrong: {
      'zh-Hans': '读者 {count} 次把这里标为不对（{reasons}），最近一次 {day}。请核对后修改；原文没错就复核这一页。',
      'zh-Hant': '讀者 {count} 次把這裡標為不對（{reasons}），最近一次 {day}。請核對後修改；原文沒錯就覆核這一頁。',
      en: 'Marked as wrong by readers {count} time(s) ({reasons}), last on {day}. Check it and change it; if it is right, review the page.',
    },
    wrongEmbedded: {
      'zh-Hans': '读者在嵌入本片段的“{page}”上 {count} 次把这里标为不对（{reasons}），最近一次 {day}。请核对后修改；原文没错就复核那一页。',
      'zh-Hant':
        '讀者在嵌入本片段的「{page}」上 {count} 次把這裡標為不對（{reasons}），最近一次 {day}。請核對後修改；原文沒錯就覆核那一頁。',
      en: 'Marked as wrong by readers of “{page}”, which embeds it, {count} time(s) ({reasons}), last on {day}. Check it and change it; if it is right, review that page.',
    },
  },
  check(playbook, { knowledgeBase, today, locale, reviewedOn: approvals, report }) {
    if (knowledgeBase.feedback.wrong.size === 0 || isRetired(playbook, today)) return;
    for (const page of [playbook, ...embedders(playbook, knowledgeBase)]) {
      const open = openMarks(page, knowledgeBase, approvals);
      for (const { at, entries } of byPlace(page, open, playbook, knowledgeBase)) {
        const counts = wrongReasons.flatMap((reason) => {
          const count = entries.filter((entry) => entry.reason === reason).length;
          return count > 0 ? [`${reasonWords[reason][locale]} ${count}`] : [];
        });
        const values = {
          count: entries.length,
          reasons: counts.join(locale === 'en' ? ', ' : '、'),
          day:
            entries
              .map(({ day }) => day)
              .sort()
              .at(-1) ?? '',
          page: page.title,
        };
        report(page === playbook ? 'wrong' : 'wrongEmbedded', { at, values });
      }
    }
  },
});

/** Marks on a page that nobody has answered: those made since it was last reviewed. A review on the same day may have come first. */
export function openMarks(
  page: Playbook,
  { feedback }: KnowledgeBase,
  approvals: ReadonlyMap<string, string> | undefined,
): readonly WrongEntry[] {
  const reviewedOn = approvals ? approvals.get(page.id) : page.fields.reviewedOn;
  const marks = feedback.wrong.get(page.id) ?? [];
  return reviewedOn === undefined ? marks : marks.filter(({ day }) => day >= reviewedOn);
}

/** Marks whose words stand in this file, those of one place together. */
function byPlace(
  page: Playbook,
  marks: readonly WrongEntry[],
  file: Playbook,
  knowledgeBase: KnowledgeBase,
): readonly { readonly at: Span; readonly entries: readonly WrongEntry[] }[] {
  const places = new Map<string, { at: Span; entries: WrongEntry[] }>();
  const locate = passageFinder(page, knowledgeBase);
  for (const entry of marks) {
    const place = locate(entry);
    if (place?.playbook !== file) continue;
    const key = `${place.at.start}-${place.at.end}`;
    const known = places.get(key);
    if (known) known.entries.push(entry);
    else places.set(key, { at: place.at, entries: [entry] });
  }
  return [...places.values()];
}

/** Playbooks that show this one's text, directly or through another snippet. */
function embedders(snippet: Playbook, knowledgeBase: KnowledgeBase, found = new Set<Playbook>()): ReadonlySet<Playbook> {
  for (const path of knowledgeBase.embeddedIn(snippet)) {
    const host = knowledgeBase.playbooks.get(path);
    if (!host || host === snippet || found.has(host)) continue;
    found.add(host);
    embedders(host, knowledgeBase, found);
  }
  return found;
}
