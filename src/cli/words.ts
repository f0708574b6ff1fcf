import { fillMessage, type Locale, type Localized } from '../core/model/locale.js';

/** What the command line says, besides the messages of rules. */
const words = {
  program: {
    'zh-Hans': '检查、检索、导出一个话术与预案知识库',
    'zh-Hant': '檢查、搜尋、匯出一個話術與預案知識庫',
    en: 'Check, search and export a knowledge base of playbooks',
  },
  severityError: { 'zh-Hans': '错误', 'zh-Hant': '錯誤', en: 'error' },
  severityWarning: { 'zh-Hans': '警告', 'zh-Hant': '警告', en: 'warning' },
  severityInfo: { 'zh-Hans': '提示', 'zh-Hant': '提示', en: 'info' },
  noFolder: {
    'zh-Hans': '找不到文件夹“{folder}”。请检查路径。',
    'zh-Hant': '找不到資料夾「{folder}」。請檢查路徑。',
    en: 'There is no folder “{folder}”. Check the path.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type Word = keyof typeof words;

/** Looks up and fills a text in the user's language. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function speak(locale: Locale): Say {
  return (word, values = {}) => fillMessage(words[word][locale], values);
}
