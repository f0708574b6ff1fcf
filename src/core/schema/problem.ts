import type { Locale, Localized } from '../model/locale.js';
import { fillMessage } from '../model/locale.js';

/** What is wrong with one value, the same for zod and for JSON Schema. */
export interface SchemaProblem {
  /** Keys and indexes from the top of the document. */
  readonly path: readonly (string | number)[];
  readonly kind: 'missing' | 'unknown' | 'type' | 'choice' | 'pattern' | 'range' | 'other';
  /** What would be right, in words or as values; a name from `expectations` is translated, several are parted by `|`. */
  readonly expected: string;
  /** What `expected` counts, for a range. */
  readonly unit?: 'characters' | 'items' | 'fields';
  /** The value nearest to what was written, if one is near. */
  readonly nearest?: string;
}

const messages: Readonly<Record<SchemaProblem['kind'], Localized>> = {
  missing: {
    'zh-Hans': '缺少必填字段“{field}”。{expected}',
    'zh-Hant': '缺少必填欄位「{field}」。{expected}',
    en: 'The required field “{field}” is missing. {expected}',
  },
  unknown: {
    'zh-Hans': '不认识字段“{field}”。{suggestion}',
    'zh-Hant': '無法識別欄位「{field}」。{suggestion}',
    en: 'Unknown field “{field}”. {suggestion}',
  },
  type: {
    'zh-Hans': '“{field}”的值类型不对，应为{expected}。',
    'zh-Hant': '「{field}」的值類型不正確，應為{expected}。',
    en: '“{field}” has the wrong kind of value; it should be {expected}.',
  },
  choice: {
    'zh-Hans': '“{field}”只能是：{expected}。{suggestion}',
    'zh-Hant': '「{field}」只能是：{expected}。{suggestion}',
    en: '“{field}” must be one of: {expected}. {suggestion}',
  },
  pattern: {
    'zh-Hans': '“{field}”的写法不对，应为{expected}。',
    'zh-Hant': '「{field}」的寫法不正確，應為{expected}。',
    en: '“{field}” is not written as expected: {expected}.',
  },
  range: {
    'zh-Hans': '“{field}”超出允许范围：{expected}{unit}。',
    'zh-Hant': '「{field}」超出允許範圍：{expected}{unit}。',
    en: '“{field}” is out of range: {expected}{unit}.',
  },
  other: {
    'zh-Hans': '“{field}”不符合要求：{expected}。',
    'zh-Hant': '「{field}」不符合要求：{expected}。',
    en: '“{field}” is not valid: {expected}.',
  },
};

const didYouMean: Localized = {
  'zh-Hans': '是不是想写“{nearest}”？',
  'zh-Hant': '是否要寫「{nearest}」？',
  en: 'Did you mean “{nearest}”?',
};

const units: Readonly<Record<NonNullable<SchemaProblem['unit']>, Localized>> = {
  characters: { 'zh-Hans': ' 个字', 'zh-Hant': ' 個字', en: ' characters' },
  items: { 'zh-Hans': ' 项', 'zh-Hant': ' 項', en: ' items' },
  fields: { 'zh-Hans': ' 个字段', 'zh-Hant': ' 個欄位', en: ' fields' },
};

const wholeFile: Localized = { 'zh-Hans': '整个文件', 'zh-Hant': '整個檔案', en: 'the file' };
const or: Localized = { 'zh-Hans': '或', 'zh-Hant': '或', en: ' or ' };

/** Names of value types, and of other expectations, as a knowledge manager would say them. */
const expectations: Readonly<Record<string, Localized>> = {
  string: { 'zh-Hans': '文本', 'zh-Hant': '文字', en: 'text' },
  number: { 'zh-Hans': '数字', 'zh-Hant': '數字', en: 'a number' },
  integer: { 'zh-Hans': '整数', 'zh-Hant': '整數', en: 'a whole number' },
  boolean: { 'zh-Hans': 'true 或 false', 'zh-Hant': 'true 或 false', en: 'true or false' },
  array: { 'zh-Hans': '列表', 'zh-Hant': '清單', en: 'a list' },
  object: { 'zh-Hans': '一组“字段: 值”', 'zh-Hant': '一組「欄位: 值」', en: 'a group of “key: value” lines' },
  record: { 'zh-Hans': '一组“字段: 值”', 'zh-Hant': '一組「欄位: 值」', en: 'a group of “key: value” lines' },
  date: { 'zh-Hans': '日期，如 2026-11-22', 'zh-Hant': '日期，如 2026-11-22', en: 'a date such as 2026-11-22' },
  duration: { 'zh-Hans': '时长，如 30m、2h、90d', 'zh-Hant': '時長，如 30m、2h、90d', en: 'a length of time such as 30m, 2h or 90d' },
  id: {
    'zh-Hans': '字母、数字或汉字开头，只含字母、数字、汉字和 . _ - /',
    'zh-Hant': '字母、數字或漢字開頭，只含字母、數字、漢字和 . _ - /',
    en: 'letters, digits and . _ - / only, with a letter or digit first',
  },
  blob: {
    'zh-Hans': 'git blob 的前 7 到 40 位十六进制数字',
    'zh-Hant': 'git blob 的前 7 到 40 位十六進位數字',
    en: 'the first 7 to 40 hexadecimal digits of a git blob',
  },
  time: { 'zh-Hans': '时间，如 09:30:00Z', 'zh-Hant': '時間，如 09:30:00Z', en: 'a time such as 09:30:00Z' },
  'date-time': {
    'zh-Hans': '日期和时间，如 2026-11-22T09:30:00Z',
    'zh-Hant': '日期和時間，如 2026-11-22T09:30:00Z',
    en: 'a date and time such as 2026-11-22T09:30:00Z',
  },
  'iso-duration': { 'zh-Hans': 'ISO 8601 时长，如 P3D', 'zh-Hant': 'ISO 8601 時長，如 P3D', en: 'an ISO 8601 duration such as P3D' },
  email: { 'zh-Hans': '电子邮件地址', 'zh-Hant': '電子郵件地址', en: 'an e-mail address' },
  uri: { 'zh-Hans': '网址', 'zh-Hant': '網址', en: 'an address such as https://example.com' },
  'uri-reference': { 'zh-Hans': '网址或相对路径', 'zh-Hant': '網址或相對路徑', en: 'an address or a relative path' },
  hostname: { 'zh-Hans': '域名', 'zh-Hant': '網域名稱', en: 'a host name' },
  unique: { 'zh-Hans': '列表里有重复的项', 'zh-Hant': '清單裡有重複的項目', en: 'the list has the same item twice' },
  contains: { 'zh-Hans': '列表里缺少必须有的项', 'zh-Hant': '清單裡缺少必須有的項目', en: 'the list lacks an item that it must have' },
  not: { 'zh-Hans': '这个值不允许', 'zh-Hant': '這個值不允許', en: 'this value is not allowed' },
  forms: {
    'zh-Hans': '同时符合几种写法，只能是其中一种',
    'zh-Hant': '同時符合幾種寫法，只能是其中一種',
    en: 'it fits several forms and must fit one',
  },
  form: { 'zh-Hans': '不符合任何一种允许的写法', 'zh-Hant': '不符合任何一種允許的寫法', en: 'it fits none of the allowed forms' },
  'too-many-values': { 'zh-Hans': '值太多，没有检查', 'zh-Hant': '值太多，沒有檢查', en: 'it has too many values and was not checked' },
  'too-much-work': {
    'zh-Hans': '类型的定义太复杂，没有检查完',
    'zh-Hant': '類型的定義太複雜，沒有檢查完',
    en: 'the type’s definition is too complicated and the check was not finished',
  },
  re2: {
    'zh-Hans': 'RE2 模式（不支持前后查找和反向引用，最长 1000 个字符）',
    'zh-Hant': 'RE2 模式（不支援前後查找和反向參照，最長 1000 個字元）',
    en: 'an RE2 pattern (no look-around, no back-references, at most 1000 characters)',
  },
  'schema-value': {
    'zh-Hans': '一个 JSON Schema（对象或 true、false）',
    'zh-Hant': '一個 JSON Schema（物件或 true、false）',
    en: 'a JSON Schema (an object, true or false)',
  },
  'no-such-reference': {
    'zh-Hans': '引用的定义不在这个文件里',
    'zh-Hant': '參照的定義不在這個檔案裡',
    en: 'it refers to a definition that is not in this file',
  },
  unsupported: { 'zh-Hans': '不支持这个关键字', 'zh-Hant': '不支援這個關鍵字', en: 'this keyword is not supported' },
  'bad-schema': { 'zh-Hans': '这个 JSON Schema 用不了', 'zh-Hant': '這個 JSON Schema 無法使用', en: 'this JSON Schema cannot be used' },
  'reserved-name': {
    'zh-Hans': '内置类型已用了这个名字，请换一个文件名',
    'zh-Hant': '內建類型已用了這個名字，請換一個檔名',
    en: 'a built-in type has this name; choose another file name',
  },
  'bad-name': {
    'zh-Hans': '文件名不能当类型名，只用字母、数字、汉字、- 和 _',
    'zh-Hant': '檔名不能當類型名，只用字母、數字、漢字、- 和 _',
    en: 'the file name cannot be the name of a type; use letters, digits, - and _ only',
  },
  'key-twice': {
    'zh-Hans': '同一级里有两个小节用了这个 key',
    'zh-Hant': '同一層裡有兩個小節用了這個 key',
    en: 'two sections side by side have this key',
  },
  'heading-twice': {
    'zh-Hans': '同一级里有两个小节用了这个标题',
    'zh-Hant': '同一層裡有兩個小節用了這個標題',
    en: 'two sections side by side have this heading',
  },
  'no-heading': { 'zh-Hans': '要有 headings 或 pattern', 'zh-Hant': '要有 headings 或 pattern', en: 'it needs headings or a pattern' },
  'max-below-min': { 'zh-Hans': 'max 小于 min', 'zh-Hant': 'max 小於 min', en: 'max is less than min' },
  'no-expectation': { 'zh-Hans': '要有 first、top3 或 never', 'zh-Hant': '要有 first、top3 或 never', en: 'it needs first, top3 or never' },
  'json-end': { 'zh-Hans': '文件没有写完', 'zh-Hant': '檔案沒有寫完', en: 'the file ends too early' },
  'json-value': {
    'zh-Hans': '这里应是一个 JSON 值，文字要加英文双引号',
    'zh-Hant': '這裡應是一個 JSON 值，文字要加英文雙引號',
    en: 'a JSON value belongs here, with text in double quotes',
  },
  'json-key': {
    'zh-Hans': '这里应是加英文双引号的字段名（最后一项后面不能有逗号）',
    'zh-Hant': '這裡應是加英文雙引號的欄位名稱（最後一項後面不能有逗號）',
    en: 'a key in double quotes belongs here (no comma after the last entry)',
  },
  'json-colon': { 'zh-Hans': '字段名后面少了冒号', 'zh-Hant': '欄位名稱後面少了冒號', en: 'the colon after the key is missing' },
  'json-comma': { 'zh-Hans': '这里少了逗号或括号', 'zh-Hant': '這裡少了逗號或括號', en: 'a comma or a bracket is missing here' },
  'json-string': {
    'zh-Hans': '引号里的文字没有结束，或有不允许的字符',
    'zh-Hant': '引號裡的文字沒有結束，或有不允許的字元',
    en: 'the text in quotes does not end, or has a character that is not allowed',
  },
  'json-number': { 'zh-Hans': '这个数字写得不对', 'zh-Hant': '這個數字寫得不正確', en: 'this is not how a number is written' },
  'json-after': { 'zh-Hans': '后面还有多余的内容', 'zh-Hant': '後面還有多餘的內容', en: 'there is something after the end' },
  null: { 'zh-Hans': '空值', 'zh-Hant': '空值', en: 'empty' },
  text_list: { 'zh-Hans': '文本列表', 'zh-Hant': '文字清單', en: 'a list of texts' },
};

/** The problem in the reader's words. */
export function schemaMessage(problem: SchemaProblem, locale: Locale): string {
  const suggestion = problem.nearest === undefined ? '' : fillMessage(didYouMean[locale], { nearest: problem.nearest });
  return fillMessage(messages[problem.kind][locale], {
    field: problem.path.length === 0 ? wholeFile[locale] : problem.path.map(String).join('.'),
    expected: problem.kind === 'choice' ? problem.expected : nameExpected(problem.expected, locale),
    unit: problem.unit === undefined ? '' : units[problem.unit][locale],
    suggestion,
  }).trim();
}

/** An expectation in the reader's words; one without a name stays as it is. */
export function nameExpected(expected: string, locale: Locale): string {
  const names = expected.split('|').map((name) => (Object.hasOwn(expectations, name) ? expectations[name]?.[locale] : undefined));
  return names.every((name) => name !== undefined) ? names.join(or[locale]) : expected;
}
