import { z } from 'zod';
import { commonFields, described, texts } from './fields.js';
import { defineType } from './playbook-type.js';
import { templates } from './templates/case.js';

export const caseType = defineType({
  name: 'case',
  label: { 'zh-Hans': '标杆案例', 'zh-Hant': '標竿案例', en: 'Case' },
  description: {
    'zh-Hans': '一次出色的处理，用来培训',
    'zh-Hant': '一次出色的處理，用來培訓',
    en: 'An excellent handling, turned into training',
  },
  icon: 'mortar-board',
  fields: z.strictObject({
    ...commonFields,
    channel: described(z.string().min(1).optional(), {
      'zh-Hans': '发生在哪个渠道',
      'zh-Hant': '發生在哪個管道',
      en: 'Channel it happened on',
    }),
    skills: described(texts.optional(), { 'zh-Hans': '体现的能力', 'zh-Hant': '展現的能力', en: 'Skills it shows' }),
  }),
  outline: {
    sections: [
      {
        key: 'background',
        headings: { 'zh-Hans': ['案例背景', '背景'], 'zh-Hant': ['案例背景', '背景'], en: ['Background'] },
        purpose: { 'zh-Hans': '客户是谁、发生了什么', 'zh-Hant': '客戶是誰、發生了什麼', en: 'Who the customer is and what happened' },
        min: 1,
      },
      {
        key: 'dialogue',
        headings: { 'zh-Hans': ['对话实录', '对话'], 'zh-Hant': ['對話實錄', '對話'], en: ['Dialogue'] },
        purpose: {
          'zh-Hans': '关键对话，隐去个人信息',
          'zh-Hant': '關鍵對話，隱去個人資料',
          en: 'The decisive exchange, without personal data',
        },
        min: 1,
      },
      {
        key: 'highlights',
        headings: { 'zh-Hans': ['亮点分析', '亮点'], 'zh-Hant': ['亮點分析', '亮點'], en: ['What was done well'] },
        purpose: { 'zh-Hans': '好在哪里，为什么有效', 'zh-Hant': '好在哪裡，為什麼有效', en: 'What was good and why it worked' },
        min: 1,
        content: { lists: { min: 1, minItems: 2 } },
      },
      {
        key: 'result',
        headings: { 'zh-Hans': ['结果'], 'zh-Hant': ['結果'], en: ['Result'] },
        purpose: { 'zh-Hans': '客户和公司得到什么', 'zh-Hant': '客戶和公司得到什麼', en: 'What it brought' },
        min: 1,
      },
      {
        key: 'takeaways',
        headings: { 'zh-Hans': ['可复用做法'], 'zh-Hant': ['可複用做法'], en: ['Takeaways'] },
        purpose: { 'zh-Hans': '别人可以照做的', 'zh-Hant': '別人可以照做的', en: 'What others can copy' },
        min: 1,
        content: { lists: { min: 1, minItems: 1 } },
      },
      {
        key: 'rubric',
        headings: { 'zh-Hans': ['评分标准'], 'zh-Hant': ['評分標準'], en: ['Scoring rubric'] },
        purpose: { 'zh-Hans': '练习时怎么打分', 'zh-Hant': '練習時怎麼評分', en: 'How an exercise is scored' },
        content: { tables: { min: 1, minColumns: 2, minRows: 2 } },
      },
      {
        key: 'quiz',
        kind: 'quiz',
        headings: { 'zh-Hans': ['测验', '练习题'], 'zh-Hant': ['測驗', '練習題'], en: ['Quiz'] },
        purpose: {
          'zh-Hans': '每题一个下级标题，选项为任务列表，勾选的为正确答案',
          'zh-Hant': '每題一個下級標題，選項為任務清單，勾選的為正確答案',
          en: 'One heading a question, options as a task list, the right ones ticked',
        },
      },
    ],
  },
  templates,
});
