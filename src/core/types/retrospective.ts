import { z } from 'zod';
import { commonFields, day, described } from './fields.js';
import { defineType } from './playbook-type.js';
import { templates } from './templates/retrospective.js';

export const retrospective = defineType({
  name: 'retrospective',
  label: { 'zh-Hans': '复盘', 'zh-Hant': '覆盤', en: 'Retrospective' },
  description: {
    'zh-Hans': '事后找原因、定措施、改手册',
    'zh-Hant': '事後找原因、定措施、改手冊',
    en: 'Causes, actions and the playbooks to change after an incident',
  },
  icon: 'history',
  fields: z.strictObject({
    ...commonFields,
    incident_date: described(day.optional(), { 'zh-Hans': '事件日期', 'zh-Hant': '事件日期', en: 'Day of the incident' }),
    protocol: described(z.string().min(1).optional(), {
      'zh-Hans': '启动的预案编号',
      'zh-Hant': '啟動的預案編號',
      en: 'Id of the protocol that ran',
    }),
  }),
  outline: {
    sections: [
      {
        key: 'summary',
        headings: { 'zh-Hans': ['事件概述', '概述'], 'zh-Hant': ['事件概述', '概述'], en: ['Summary'] },
        purpose: { 'zh-Hans': '发生了什么', 'zh-Hant': '發生了什麼', en: 'What happened' },
        min: 1,
      },
      {
        key: 'timeline',
        headings: { 'zh-Hans': ['时间线'], 'zh-Hant': ['時間線'], en: ['Timeline'] },
        purpose: {
          'zh-Hans': '几点发生什么、谁做了什么',
          'zh-Hant': '幾點發生什麼、誰做了什麼',
          en: 'What happened when and who did what',
        },
        min: 1,
        content: { tables: { min: 1, minColumns: 2, minRows: 3 } },
      },
      {
        key: 'impact',
        headings: { 'zh-Hans': ['影响'], 'zh-Hant': ['影響'], en: ['Impact'] },
        purpose: {
          'zh-Hans': '影响了多少客户、多久、多少钱',
          'zh-Hant': '影響了多少客戶、多久、多少錢',
          en: 'How many customers, how long, how much',
        },
        min: 1,
      },
      {
        key: 'went-well',
        headings: { 'zh-Hans': ['做得好的'], 'zh-Hant': ['做得好的'], en: ['What went well'] },
        purpose: { 'zh-Hans': '值得保留的做法', 'zh-Hant': '值得保留的做法', en: 'What to keep' },
      },
      {
        key: 'five-whys',
        kind: 'why-tree',
        headings: { 'zh-Hans': ['五个为什么', '五问'], 'zh-Hant': ['五個為什麼', '五問'], en: ['Five whys'] },
        purpose: {
          'zh-Hans': '嵌套列表，一层一个“为什么”',
          'zh-Hant': '巢狀清單，一層一個「為什麼」',
          en: 'A nested list, one why a level',
        },
        min: 1,
        content: { lists: { min: 1 } },
      },
      {
        key: 'fishbone',
        kind: 'fishbone',
        headings: { 'zh-Hans': ['鱼骨图'], 'zh-Hant': ['魚骨圖'], en: ['Fishbone'] },
        purpose: {
          'zh-Hans': '第一层为人员、流程、系统、外部，下一层为原因',
          'zh-Hant': '第一層為人員、流程、系統、外部，下一層為原因',
          en: 'People, process, system and external factors, with causes below each',
        },
        min: 1,
        content: { lists: { min: 1, minItems: 3 } },
      },
      {
        key: 'actions',
        headings: { 'zh-Hans': ['改进措施'], 'zh-Hant': ['改進措施'], en: ['Actions'] },
        purpose: { 'zh-Hans': '措施、负责人、期限', 'zh-Hant': '措施、負責人、期限', en: 'Action, owner, due date' },
        min: 1,
        content: { tables: { min: 1, minColumns: 3, minRows: 1 } },
      },
      {
        key: 'playbooks',
        headings: { 'zh-Hans': ['需修订的手册'], 'zh-Hant': ['需修訂的手冊'], en: ['Playbooks to change'] },
        purpose: {
          'zh-Hans': '链接到要改的手册，写明改什么',
          'zh-Hant': '連到要改的手冊，寫明改什麼',
          en: 'Links to the playbooks to change, and what to change',
        },
        min: 1,
        content: { lists: { min: 1, minItems: 1 } },
      },
    ],
  },
  templates,
});
