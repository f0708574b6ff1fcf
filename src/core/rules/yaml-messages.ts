import type { Localized } from '../model/locale.js';
import type { YamlReason } from '../parse/yaml.js';

/** What is wrong with YAML, wherever it stands: front matter, config, queries, outlines. */
export const yamlMessages = {
  syntax: {
    'zh-Hans': '这里的 YAML 写法不对：{detail}。含有冒号、括号或 # 的文字请加引号。',
    'zh-Hant': '這裡的 YAML 寫法不正確：{detail}。含有冒號、括號或 # 的文字請加引號。',
    en: 'This is not correct YAML: {detail}. Put quotes around text that has a colon, a bracket or #.',
  },
  duplicateKey: {
    'zh-Hans': '这个字段写了两次，请删掉一个。',
    'zh-Hant': '這個欄位寫了兩次，請刪掉一個。',
    en: 'This field is written twice. Remove one.',
  },
  tab: {
    'zh-Hans': '缩进用了 Tab，请改用空格。',
    'zh-Hant': '縮排用了 Tab，請改用空格。',
    en: 'This line is indented with a tab. Use spaces.',
  },
  indent: {
    'zh-Hans': '缩进不对，请与上一行对齐。',
    'zh-Hant': '縮排不正確，請與上一行對齊。',
    en: 'The indentation does not fit the lines above. Align it.',
  },
  colon: {
    'zh-Hans': '这个值里有冒号加空格，会被当成另一个字段。请给整个值加引号。',
    'zh-Hant': '這個值裡有冒號加空格，會被當成另一個欄位。請將整個值加上引號。',
    en: 'This value has a colon and a space, which begin another field. Put the whole value in quotes.',
  },
  unclosedBracket: {
    'zh-Hans': '这个括号没有结束。请在最后一个值后面写“{detail}”；中间换行的话，各行要缩进。',
    'zh-Hant': '這個括號沒有結束。請在最後一個值之後寫「{detail}」；中間換行的話，各行要縮排。',
    en: 'This bracket is never closed. Write “{detail}” after the last value, and indent the lines in between, if any.',
  },
  unclosedQuote: {
    'zh-Hans': '这个引号没有结束。请在文字后面再写一个{detail}。',
    'zh-Hant': '這個引號沒有結束。請在文字之後再寫一個{detail}。',
    en: 'This quote is never closed. Write another {detail} after the text.',
  },
  missingCharacter: {
    'zh-Hans': '这里少了一个符号（引号、括号或逗号）：{detail}。',
    'zh-Hant': '這裡少了一個符號（引號、括號或逗號）：{detail}。',
    en: 'A character is missing here (a quote, a bracket or a comma): {detail}.',
  },
  severalDocuments: {
    'zh-Hans': '这里只能有一份 YAML。',
    'zh-Hant': '這裡只能有一份 YAML。',
    en: 'There may be only one YAML document here.',
  },
  tooLarge: {
    'zh-Hans': '这段 YAML 超过 {detail} KB，没有读取。',
    'zh-Hant': '這段 YAML 超過 {detail} KB，沒有讀取。',
    en: 'This YAML is larger than {detail} KB and was not read.',
  },
  tooDeep: {
    'zh-Hans': '这段 YAML 嵌套超过 {detail} 层，没有读取。',
    'zh-Hant': '這段 YAML 巢狀超過 {detail} 層，沒有讀取。',
    en: 'This YAML is nested deeper than {detail} levels and was not read.',
  },
  aliases: {
    'zh-Hans': 'YAML 的别名（& 和 *）展开后太多，没有读取。',
    'zh-Hant': 'YAML 的別名（& 和 *）展開後太多，沒有讀取。',
    en: 'The aliases (& and *) of this YAML expand to too much and were not read.',
  },
} as const satisfies Readonly<Record<YamlReason, Localized>>;
