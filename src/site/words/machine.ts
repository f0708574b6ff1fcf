import type { Localized } from '../../core/model/locale.js';

/** Texts in files for programs. */
export const machineWords = {
  guideSummary: {
    'zh-Hans': '客服话术、应急预案、标准回复与政策。客服专员按这里的内容答复客户。',
    'zh-Hant': '客服話術、應急預案、標準回覆與政策。客服專員依這裡的內容答覆客戶。',
    en: 'Scripts, crisis protocols, standard responses and policies of a contact centre. Agents answer customers by them.',
  },
  guideHow: {
    'zh-Hans':
      '引用块（以 > 开头）是对客户说或写的原话，请勿改写。{{name}} 是待填项，不知道内容时请询问，不要猜测。标有 expired 的页面不可再对客户使用。',
    'zh-Hant':
      '引用區塊（以 > 開頭）是對客戶說或寫的原話，請勿改寫。{{name}} 是待填項，不知道內容時請詢問，不要猜測。標有 expired 的頁面不可再對客戶使用。',
    en: 'A quote (lines that begin with >) is what the customer hears or reads, word by word: do not rephrase it. {{name}} is a blank: ask for its value, never guess. Pages marked expired must not be used with customers.',
  },
  feedSummary: { 'zh-Hans': '第 {number} 版 {summary}', 'zh-Hant': '第 {number} 版 {summary}', en: 'Revision {number}. {summary}' },
  feedTitle: { 'zh-Hans': '{title}：已审核的更新', 'zh-Hant': '{title}：已審核的更新', en: '{title}: approved changes' },
} as const satisfies Readonly<Record<string, Localized>>;
