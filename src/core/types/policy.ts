import { z } from 'zod';
import { commonFields, described } from './fields.js';
import { defineType } from './playbook-type.js';
import { neverSay } from './shared-sections.js';
import { templates } from './templates/policy.js';

export const policy = defineType({
  name: 'policy',
  label: { 'zh-Hans': '政策', 'zh-Hant': '政策', en: 'Policy' },
  description: {
    'zh-Hans': '可以承诺什么、对谁、到什么时候',
    'zh-Hant': '可以承諾什麼、對誰、到什麼時候',
    en: 'What may be promised, to whom, until when',
  },
  icon: 'law',
  fields: z.strictObject({
    ...commonFields,
    authority: described(z.string().min(1).optional(), { 'zh-Hans': '谁批准的', 'zh-Hant': '由誰核准', en: 'Who decided it' }),
  }),
  outline: {
    sections: [
      {
        key: 'scope',
        headings: { 'zh-Hans': ['适用范围'], 'zh-Hant': ['適用範圍'], en: ['Scope'] },
        purpose: {
          'zh-Hans': '对谁、哪些产品、哪些渠道有效',
          'zh-Hant': '對誰、哪些產品、哪些管道有效',
          en: 'For whom, which products, which channels',
        },
        min: 1,
      },
      {
        key: 'rules',
        headings: { 'zh-Hans': ['政策内容', '规定'], 'zh-Hant': ['政策內容', '規定'], en: ['Rules'] },
        purpose: { 'zh-Hans': '规定本身', 'zh-Hant': '規定本身', en: 'The rules themselves' },
        min: 1,
      },
      {
        key: 'limits',
        headings: { 'zh-Hans': ['金额与期限'], 'zh-Hant': ['金額與期限'], en: ['Amounts and deadlines'] },
        purpose: {
          'zh-Hans': '金额、天数、次数等事实',
          'zh-Hant': '金額、天數、次數等事實',
          en: 'Amounts, days and counts: facts that scripts repeat',
        },
        min: 1,
        content: { tables: { min: 1, minColumns: 2, minRows: 1 } },
      },
      {
        key: 'authority',
        headings: { 'zh-Hans': ['审批权限', '权限'], 'zh-Hant': ['核准權限', '權限'], en: ['Authority'] },
        purpose: { 'zh-Hans': '谁有权批到什么程度', 'zh-Hant': '誰有權核准到什麼程度', en: 'Who may grant how much' },
        min: 1,
        content: { tables: { min: 1, minColumns: 2, minRows: 1 } },
      },
      {
        key: 'exceptions',
        headings: { 'zh-Hans': ['例外情形', '例外'], 'zh-Hant': ['例外情形', '例外'], en: ['Exceptions'] },
        purpose: { 'zh-Hans': '不适用的情形和特殊处理', 'zh-Hant': '不適用的情形和特殊處理', en: 'What is excluded and what is special' },
        min: 1,
      },
      {
        key: 'wording',
        kind: 'wording',
        headings: { 'zh-Hans': ['对客说明'], 'zh-Hant': ['對客說明'], en: ['Wording for customers'] },
        purpose: { 'zh-Hans': '向客户解释政策时怎么说', 'zh-Hant': '向客戶解釋政策時怎麼說', en: 'How to explain it to a customer' },
        content: { wording: { min: 1 } },
      },
      neverSay,
    ],
  },
  templates,
});
