import type { Locale, Localized } from '../model/locale.js';
import { fillMessage } from '../model/locale.js';

/** What is wrong with one value, the same for zod and for JSON Schema. */
export interface SchemaProblem {
  /** Keys and indexes from the top of the document. */
  readonly path: readonly (string | number)[];
  readonly kind: 'missing' | 'unknown' | 'type' | 'choice' | 'pattern' | 'range' | 'other';
  /** What would be right, in words or as values. */
  readonly expected: string;
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
    'zh-Hans': '“{field}”超出允许范围：{expected}。',
    'zh-Hant': '「{field}」超出允許範圍：{expected}。',
    en: '“{field}” is out of range: {expected}.',
  },
  other: {
    'zh-Hans': '“{field}”不符合要求：{expected}',
    'zh-Hant': '「{field}」不符合要求：{expected}',
    en: '“{field}” is not valid: {expected}',
  },
};

const didYouMean: Localized = {
  'zh-Hans': '是不是想写“{nearest}”？',
  'zh-Hant': '是否要寫「{nearest}」？',
  en: 'Did you mean “{nearest}”?',
};

/** Names of value types as a knowledge manager would say them. */
const typeNames: Readonly<Record<string, Localized>> = {
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
  null: { 'zh-Hans': '空值', 'zh-Hant': '空值', en: 'empty' },
  text_list: { 'zh-Hans': '文本列表', 'zh-Hant': '文字清單', en: 'a list of texts' },
};

/** The problem in the reader's words. */
export function schemaMessage(problem: SchemaProblem, locale: Locale): string {
  const suggestion = problem.nearest === undefined ? '' : fillMessage(didYouMean[locale], { nearest: problem.nearest });
  return fillMessage(messages[problem.kind][locale], {
    field: problem.path.map(String).join('.'),
    expected: Object.hasOwn(typeNames, problem.expected) ? (typeNames[problem.expected]?.[locale] ?? '') : problem.expected,
    suggestion,
  }).trim();
}
