import type { Localized } from '../../core/model/locale.js';

/** Texts of lists that are too long for one page. */
export const listWords = {
  listParts: { 'zh-Hans': '分页', 'zh-Hant': '分頁', en: 'Pages of this list' },
  listPart: { 'zh-Hans': '第 {number} 页，共 {count} 页', 'zh-Hant': '第 {number} 頁，共 {count} 頁', en: 'Page {number} of {count}' },
} as const satisfies Readonly<Record<string, Localized>>;
