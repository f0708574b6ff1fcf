import { z } from 'zod';
import { commonFields } from './fields.js';
import { defineType } from './playbook-type.js';
import { neverSay } from './shared-sections.js';
import { templates } from './templates/response.js';

export const response = defineType({
  name: 'response',
  label: { 'zh-Hans': '标准回复', 'zh-Hant': '標準回覆', en: 'Standard response' },
  description: {
    'zh-Hans': '原样发送的短回复，只填空',
    'zh-Hant': '照樣送出的短回覆，只填空',
    en: 'A short reply sent as it is, with blanks filled',
  },
  icon: 'reply',
  fields: z.strictObject({
    ...commonFields,
  }),
  outline: {
    sections: [
      {
        key: 'when',
        headings: { 'zh-Hans': ['使用场景', '适用场景'], 'zh-Hant': ['使用情境', '適用情境'], en: ['When to use'] },
        purpose: { 'zh-Hans': '客户问什么时用', 'zh-Hant': '客戶問什麼時使用', en: 'Which question it answers' },
        min: 1,
      },
      {
        key: 'wording',
        kind: 'wording',
        headings: { 'zh-Hans': ['标准回复', '回复内容'], 'zh-Hant': ['標準回覆', '回覆內容'], en: ['Response', 'Wording'] },
        purpose: { 'zh-Hans': '可以直接发送的文字', 'zh-Hant': '可以直接送出的文字', en: 'The text to send' },
        min: 1,
        content: { wording: { min: 1 } },
      },
      {
        key: 'notes',
        headings: { 'zh-Hans': ['注意事项', '提示'], 'zh-Hant': ['注意事項', '提示'], en: ['Notes'] },
        purpose: { 'zh-Hans': '发送前要确认什么', 'zh-Hant': '送出前要確認什麼', en: 'What to check before sending' },
      },
      neverSay,
    ],
  },
  templates,
});
