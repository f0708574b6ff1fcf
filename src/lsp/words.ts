import { sharedReviewWords } from '../app/review-words.js';
import { chooseForms, fillMessage, type Locale, type Localized } from '../core/model/locale.js';
import { reviewWords } from './review/review-words.js';

const words = {
  ...sharedReviewWords,
  ...reviewWords,
  reading: { 'zh-Hans': '正在读取知识库', 'zh-Hant': '正在讀取知識庫', en: 'Reading the knowledge base' },
  folderUnreadable: {
    'zh-Hans': '无法读取文件夹“{folder}”（{detail}）。请检查它是否存在、是否有权限，然后重新打开。',
    'zh-Hant': '無法讀取資料夾「{folder}」（{detail}）。請檢查它是否存在、是否有權限，然後重新開啟。',
    en: 'The folder “{folder}” cannot be read ({detail}). Check that it exists and may be read, then open it again.',
  },
  convertNotChinese: {
    'zh-Hans': '“{title}”的语言是 {lang}，只有中文手册才能转换。请检查它的 lang。',
    'zh-Hant': '「{title}」的語言是 {lang}，只有中文手冊才能轉換。請檢查它的 lang。',
    en: 'The language of “{title}” is {lang}; only Chinese playbooks can be converted. Check its lang.',
  },
  convertTranslated: {
    'zh-Hans': '“{title}”已有 {lang} 译文：{path}。',
    'zh-Hant': '「{title}」已有 {lang} 譯文：{path}。',
    en: 'There already is a {lang} translation of “{title}”: {path}.',
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
  usedBy: { 'zh-Hans': '用于 {count} 篇', 'zh-Hant': '用於 {count} 篇', en: 'Pages that use this: {count}' },
  unused: { 'zh-Hans': '没有页面用到', 'zh-Hant': '沒有頁面用到', en: 'No page uses this' },
  seconds: { 'zh-Hans': '约 {count} 秒', 'zh-Hant': '約 {count} 秒', en: 'about {count} s' },
  secondsMeaning: {
    'zh-Hans': '电话里平稳地说完这段话大约要多久，待填项按示例计算',
    'zh-Hant': '電話裡平穩地說完這段話大約要多久，待填項按範例計算',
    en: 'How long this takes to say calmly on the phone, with the examples of the placeholders',
  },
  cannotRename: {
    'zh-Hans': '这里没有可以改名的内容。可改名的有编号、标题、待填项、变量和链接到的文件。',
    'zh-Hant': '這裡沒有可以改名的內容。可改名的有編號、標題、待填項、變數和連結到的檔案。',
    en: 'Nothing here can be renamed. Ids, headings, placeholders, variables and linked files can.',
  },
  'rename-empty': { 'zh-Hans': '请写一个新名称。', 'zh-Hant': '請寫一個新名稱。', en: 'Write a new name.' },
  'rename-badId': {
    'zh-Hans': '“{name}”不能作编号：以字母、数字或汉字开头，只用字母、数字、汉字和 . _ / -，最多 200 个字符。',
    'zh-Hant': '「{name}」不能作編號：以字母、數字或漢字開頭，只用字母、數字、漢字和 . _ / -，最多 200 個字元。',
    en: '“{name}” cannot be an id: begin with a letter or digit, then letters, digits and . _ / - only, at most 200 characters.',
  },
  'rename-takenId': {
    'zh-Hans': '编号“{name}”已有手册在用，请换一个。',
    'zh-Hant': '編號「{name}」已有手冊在用，請換一個。',
    en: 'Another playbook has the id “{name}”. Choose a different one.',
  },
  'rename-badName': {
    'zh-Hans': '“{name}”不能作待填项的名称：只用字母、数字、汉字、_ 和 -，不能与变量同名。',
    'zh-Hant': '「{name}」不能作待填項的名稱：只用字母、數字、漢字、_ 和 -，不能與變數同名。',
    en: '“{name}” cannot name a placeholder: use letters, digits, _ and - only, and no name of a variable.',
  },
  'rename-takenName': {
    'zh-Hans': '已有名为“{name}”的待填项，请换一个。',
    'zh-Hant': '已有名為「{name}」的待填項，請換一個。',
    en: 'There already is a placeholder “{name}”. Choose a different name.',
  },
  'rename-badVariable': {
    'zh-Hans': '“{name}”不行：只能改变量名的最后一段，用字母、数字、汉字、_ 和 -。',
    'zh-Hant': '「{name}」不行：只能改變數名的最後一段，用字母、數字、漢字、_ 和 -。',
    en: '“{name}” will not do: only the last part of a variable’s name can change, to letters, digits, _ and -.',
  },
  'rename-takenVariable': {
    'zh-Hans': '已有变量“{name}”，请换一个名称。',
    'zh-Hant': '已有變數「{name}」，請換一個名稱。',
    en: 'There already is a variable “{name}”. Choose a different name.',
  },
  'rename-takenPath': {
    'zh-Hans': '那里已有文件：“{name}”。请换一个名称。',
    'zh-Hant': '那裡已有檔案：「{name}」。請換一個名稱。',
    en: 'There already is a file “{name}”. Choose a different name.',
  },
  'rename-noDeclaration': {
    'zh-Hans': '不能改成“{name}”：找不到它的出处。',
    'zh-Hant': '不能改成「{name}」：找不到它的出處。',
    en: 'It cannot become “{name}”: the place that declares it was not found.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type Word = keyof typeof words;

/** Looks up and fills a text in the user's language. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function speak(locale: Locale): Say {
  return (word, values = {}) => fillMessage(chooseForms(words[word][locale], values), values);
}
