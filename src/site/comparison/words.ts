import { fillMessage, type Locale, type Localized } from '../../core/model/locale.js';

/** What the page that compares two revisions says of its own. */
const words = {
  title: { 'zh-Hans': '改动对照：{title}', 'zh-Hant': '更動對照：{title}', en: 'What changed: {title}' },
  from: { 'zh-Hans': '改前', 'zh-Hant': '更動前', en: 'Before' },
  to: { 'zh-Hans': '改后', 'zh-Hant': '更動後', en: 'After' },
  size: { 'zh-Hans': '改动大小', 'zh-Hant': '更動大小', en: 'Size' },
  view: { 'zh-Hans': '显示方式', 'zh-Hant': '顯示方式', en: 'View' },
  sideBySide: { 'zh-Hans': '左右对照', 'zh-Hant': '左右對照', en: 'Side by side' },
  inline: { 'zh-Hans': '合并显示', 'zh-Hant': '合併顯示', en: 'Inline' },
  onlyChanges: { 'zh-Hans': '只看有改动的段落', 'zh-Hant': '只看有更動的段落', en: 'Only what changed' },
  changes: { 'zh-Hans': '改动清单（{count}）', 'zh-Hant': '更動清單（{count}）', en: 'Changes ({count})' },
  more: {
    'zh-Hans': '清单只列前 {shown} 处，共 {count} 处；下面的对照是完整的。',
    'zh-Hant': '清單只列前 {shown} 處，共 {count} 處；下面的對照是完整的。',
    en: 'The list shows the first {shown} of {count}; the comparison below is complete.',
  },
  nothing: { 'zh-Hans': '两个版本没有差别。', 'zh-Hant': '兩個版本沒有差別。', en: 'The two versions do not differ.' },
  page: { 'zh-Hans': '页面对照', 'zh-Hant': '頁面對照', en: 'The page' },
  reached: {
    'zh-Hans': '受影响的页面（{count}）',
    'zh-Hant': '受影響的頁面（{count}）',
    en: 'Pages it reaches ({count})',
  },
  reachedNote: {
    'zh-Hans': '这些页面嵌入了它，内容会随之改变。',
    'zh-Hant': '這些頁面嵌入了它，內容會隨之改變。',
    en: 'These pages embed it and change with it.',
  },
  wholePage: { 'zh-Hans': '显示整页', 'zh-Hant': '顯示整頁', en: 'Show the whole page' },
  reachedMore: {
    'zh-Hans': '还有 {count} 个页面没有在这里列出。',
    'zh-Hant': '還有 {count} 個頁面沒有在這裡列出。',
    en: '{count} more pages are not shown here.',
  },
  sameLooks: {
    'zh-Hans': '页面上看不出差别：改动只在页面信息、注释或写法里，见上面的清单。',
    'zh-Hant': '頁面上看不出差別：更動只在頁面資訊、註解或寫法裡，請見上面的清單。',
    en: 'The page looks the same: the change is in page details, comments or in how it is typed. See the list above.',
  },
  picture: { 'zh-Hans': '图片：{alt}', 'zh-Hant': '圖片：{alt}', en: 'Picture: {alt}' },
  absent: { 'zh-Hans': '（没有这一页）', 'zh-Hant': '（沒有這一頁）', en: '(There is no such page)' },
  moved: { 'zh-Hans': '移动', 'zh-Hant': '移動', en: 'moved' },
  removedWords: { 'zh-Hans': '删去', 'zh-Hant': '刪去', en: 'removed' },
  addedWords: { 'zh-Hans': '加上', 'zh-Hant': '加上', en: 'added' },
  convertedWords: { 'zh-Hans': '简繁转换', 'zh-Hant': '簡繁轉換', en: 'Chinese script' },
  legend: { 'zh-Hans': '图例', 'zh-Hant': '圖例', en: 'Legend' },
  skip: { 'zh-Hans': '跳到页面对照', 'zh-Hant': '跳到頁面對照', en: 'Skip to the comparison' },
} as const satisfies Readonly<Record<string, Localized>>;

export type SayOfComparison = (key: keyof typeof words, values?: Readonly<Record<string, string | number>>) => string;

export function comparisonWords(locale: Locale): SayOfComparison {
  return (key, values = {}) => fillMessage(words[key][locale], values);
}
