import { fillMessage, type Locale, type Localized } from '../../core/model/locale.js';

/** What the pages about a page's approved revisions say; no browser code needs it. */
const words = {
  title: { 'zh-Hans': '改动记录', 'zh-Hant': '更動紀錄', en: 'What changed' },
  titleOf: { 'zh-Hans': '改动记录：{title}', 'zh-Hant': '更動紀錄：{title}', en: 'What changed: {title}' },
  compared: {
    'zh-Hans': '第 {before} 版到第 {after} 版：{title}',
    'zh-Hant': '第 {before} 版到第 {after} 版：{title}',
    en: 'Revision {before} to {after}: {title}',
  },
  revision: { 'zh-Hans': '第 {number} 版', 'zh-Hant': '第 {number} 版', en: 'Revision {number}' },
  current: { 'zh-Hans': '现行', 'zh-Hant': '現行', en: 'current' },
  first: { 'zh-Hans': '首版', 'zh-Hant': '首版', en: 'first' },
  removed: { 'zh-Hans': '停用', 'zh-Hant': '停用', en: 'taken out of use' },
  approved: {
    'zh-Hans': '{day} 由{people}审核通过',
    'zh-Hant': '{day} 由{people}審核通過',
    en: 'Approved by {people} on {day}',
  },
  noted: { 'zh-Hans': '{person}附言：{note}', 'zh-Hant': '{person}附註：{note}', en: 'Note by {person}: {note}' },
  compareWith: { 'zh-Hans': '对照：', 'zh-Hant': '對照：', en: 'Compare with:' },
  toPrevious: { 'zh-Hans': '与第 {number} 版有何不同', 'zh-Hant': '與第 {number} 版有何不同', en: 'Changes since revision {number}' },
  all: { 'zh-Hans': '全部版次（{count}）', 'zh-Hant': '全部版次（{count}）', en: 'All revisions ({count})' },
  backToPage: { 'zh-Hans': '回到本页', 'zh-Hant': '回到本頁', en: 'Back to the page' },
  choose: { 'zh-Hans': '任选两版', 'zh-Hant': '任選兩版', en: 'Any two revisions' },
  before: { 'zh-Hans': '改前', 'zh-Hant': '更動前', en: 'Before' },
  after: { 'zh-Hans': '改后', 'zh-Hant': '更動後', en: 'After' },
  approvedOnly: {
    'zh-Hans': '这里只有审核通过的版本。嵌入的片段和变量按现行内容显示。',
    'zh-Hant': '這裡只有審核通過的版本。嵌入的片段和變數依現行內容顯示。',
    en: 'Approved revisions only. Embedded snippets and variables are shown as they are now.',
  },
  older: {
    'zh-Hans': '更早的版次只列出，不在这里对照；需要时请问{owner}。',
    'zh-Hant': '更早的版次只列出，不在這裡對照；需要時請問{owner}。',
    en: 'Earlier revisions are listed but not compared here; if you need one, ask {owner}.',
  },
  tooLong: {
    'zh-Hans': '页面太长，这里只显示有改动的部分。',
    'zh-Hant': '頁面太長，這裡只顯示有更動的部分。',
    en: 'The page is long: only what changed is shown.',
  },
  listOnly: {
    'zh-Hans': '改动太多，这里只列出清单。',
    'zh-Hant': '更動太多，這裡只列出清單。',
    en: 'There is too much to show side by side; here is the list of changes.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type SayOfHistory = (key: keyof typeof words, values?: Readonly<Record<string, string | number>>) => string;

export function historyWords(locale: Locale): SayOfHistory {
  return (key, values = {}) => fillMessage(words[key][locale], values);
}
