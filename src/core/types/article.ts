import { z } from 'zod';
import { commonFields, described, texts } from './fields.js';
import { defineType } from './playbook-type.js';
import { templates } from './templates/article.js';

export const article = defineType({
  name: 'article',
  label: { 'zh-Hans': '知识条目', 'zh-Hant': '知識條目', en: 'Article' },
  description: {
    'zh-Hans': '产品功能、常见问题、操作指南',
    'zh-Hant': '產品功能、常見問題、操作指南',
    en: 'Product functions, frequent questions, operating guides',
  },
  icon: 'book',
  fields: z.strictObject({
    ...commonFields,
    course: described(texts.optional(), {
      'zh-Hans': '作为培训课程时，按顺序包含哪些页面（编号）',
      'zh-Hant': '作為培訓課程時，依序包含哪些頁面（編號）',
      en: 'Makes this a training course: ids of its pages, in order',
    }),
    passing_score: described(z.int().min(1).max(100).optional(), {
      'zh-Hans': '测验合格线（%）',
      'zh-Hant': '測驗及格線（%）',
      en: 'Pass mark of the quiz (%)',
    }),
    function: described(z.string().min(1).optional(), { 'zh-Hans': '产品功能', 'zh-Hant': '產品功能', en: 'Product function' }),
  }),
  outline: {
    sections: [
      {
        key: 'question',
        headings: { 'zh-Hans': ['问题'], 'zh-Hant': ['問題'], en: ['Question'] },
        purpose: { 'zh-Hans': '客户的问题', 'zh-Hant': '客戶的問題', en: 'The question' },
      },
      {
        key: 'answer',
        headings: { 'zh-Hans': ['解答'], 'zh-Hant': ['解答'], en: ['Answer'] },
        purpose: { 'zh-Hans': '直接的回答', 'zh-Hant': '直接的回答', en: 'The direct answer' },
      },
      {
        key: 'procedure',
        headings: { 'zh-Hans': ['操作步骤'], 'zh-Hant': ['操作步驟'], en: ['Procedure'] },
        purpose: { 'zh-Hans': '一步一步怎么做', 'zh-Hant': '一步一步怎麼做', en: 'Step by step' },
        content: { lists: { min: 1, ordered: true } },
      },
      {
        key: 'wording',
        kind: 'wording',
        headings: { 'zh-Hans': ['对客话术'], 'zh-Hant': ['對客話術'], en: ['Wording'] },
        purpose: { 'zh-Hans': '对客户怎么说', 'zh-Hant': '對客戶怎麼說', en: 'How to say it' },
        content: { wording: { min: 1 } },
      },
      {
        key: 'faq',
        headings: { 'zh-Hans': ['常见问题'], 'zh-Hant': ['常見問題'], en: ['Frequent questions'] },
        purpose: { 'zh-Hans': '追问和回答', 'zh-Hant': '追問和回答', en: 'What is asked next' },
      },
    ],
  },
  templates,
});
