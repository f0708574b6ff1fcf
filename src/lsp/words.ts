import { fillMessage, type Locale, type Localized } from '../core/model/locale.js';

const words = {
  reading: { 'zh-Hans': '正在读取知识库', 'zh-Hant': '正在讀取知識庫', en: 'Reading the knowledge base' },
  folderUnreadable: {
    'zh-Hans': '无法读取文件夹“{folder}”（{detail}）。请检查它是否存在、是否有权限，然后重新打开。',
    'zh-Hant': '無法讀取資料夾「{folder}」（{detail}）。請檢查它是否存在、是否有權限，然後重新開啟。',
    en: 'The folder “{folder}” cannot be read ({detail}). Check that it exists and may be read, then open it again.',
  },
  fixAllInFile: { 'zh-Hans': '修复本文件的全部问题', 'zh-Hant': '修正本檔案的全部問題', en: 'Fix all problems in this file' },
  fixAllOfKind: {
    'zh-Hans': '在整个知识库里修复全部“{code}”（{files} 个文件）',
    'zh-Hant': '在整個知識庫裡修正全部「{code}」（{files} 個檔案）',
    en: 'Fix every “{code}” in the knowledge base (files: {files})',
  },
  silence: {
    'zh-Hans': '在这里不再提示“{code}”（请写明原因）',
    'zh-Hant': '在這裡不再提示「{code}」（請寫明原因）',
    en: 'Silence “{code}” here (say why)',
  },
  silenceReason: { 'zh-Hans': '原因', 'zh-Hant': '原因', en: 'reason' },
} as const satisfies Readonly<Record<string, Localized>>;

export type Word = keyof typeof words;

/** Looks up and fills a text in the user's language. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function speak(locale: Locale): Say {
  return (word, values = {}) => fillMessage(words[word][locale], values);
}
