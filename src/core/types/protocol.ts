import { z } from 'zod';
import { commonFields, described, duration } from './fields.js';
import { defineType } from './playbook-type.js';
import { escalation, neverSay } from './shared-sections.js';
import { templates } from './templates/protocol.js';

export const protocol = defineType({
  name: 'protocol',
  label: { 'zh-Hans': '应急预案', 'zh-Hant': '應急預案', en: 'Crisis protocol' },
  description: {
    'zh-Hans': '事件发生时谁在多久内做什么、对客户说什么',
    'zh-Hant': '事件發生時誰在多久內做什麼、對客戶說什麼',
    en: 'Who does what within which time in an incident, and what customers are told',
  },
  icon: 'flame',
  fields: z.strictObject({
    ...commonFields,
    incident: described(z.enum(['outage', 'logistics', 'refund', 'data-leak', 'public-opinion', 'fraud', 'facility', 'other']).optional(), {
      'zh-Hans': '事件类别',
      'zh-Hant': '事件類別',
      en: 'Kind of incident',
    }),
    backup_channel: described(z.string().min(1).optional(), {
      'zh-Hans': '备用沟通渠道',
      'zh-Hant': '備用溝通管道',
      en: 'Channel used when the usual ones fail',
    }),
    drill_every: described(duration.optional(), { 'zh-Hans': '演练周期', 'zh-Hant': '演練週期', en: 'How often it is drilled' }),
  }),
  outline: {
    sections: [
      {
        key: 'trigger',
        headings: { 'zh-Hans': ['触发条件'], 'zh-Hant': ['觸發條件'], en: ['Trigger'] },
        purpose: { 'zh-Hans': '看到什么就启动', 'zh-Hant': '看到什麼就啟動', en: 'What starts this protocol' },
        min: 1,
        content: { lists: { min: 1, minItems: 1 } },
      },
      {
        key: 'no-trigger',
        headings: { 'zh-Hans': ['不触发的情形', '不触发'], 'zh-Hant': ['不觸發的情形', '不觸發'], en: ['Not a trigger'] },
        purpose: {
          'zh-Hans': '容易误判、不应启动的情形',
          'zh-Hant': '容易誤判、不應啟動的情形',
          en: 'What looks alike but does not start it',
        },
        min: 1,
        content: { lists: { min: 1, minItems: 1 } },
      },
      {
        key: 'severity',
        kind: 'matrix',
        headings: {
          'zh-Hans': ['分级矩阵', '紧急-影响矩阵', '紧急影响矩阵'],
          'zh-Hant': ['分級矩陣', '緊急-影響矩陣', '緊急影響矩陣'],
          en: ['Severity matrix', 'Urgency and impact'],
        },
        purpose: {
          'zh-Hans': '影响为行，紧急程度为列，格内为优先级；第二张表写每个优先级的响应时效',
          'zh-Hant': '影響為列，緊急程度為欄，格內為優先級；第二張表寫每個優先級的回應時效',
          en: 'Impact rows, urgency columns, a priority in each cell; a second table gives each priority its response time',
        },
        min: 1,
        content: { tables: { min: 1, minColumns: 3, minRows: 2 } },
      },
      {
        key: 'roles',
        headings: { 'zh-Hans': ['角色与代理人', '角色'], 'zh-Hant': ['角色與代理人', '角色'], en: ['Roles and deputies', 'Roles'] },
        purpose: {
          'zh-Hans': '每个角色由谁担任、谁代理',
          'zh-Hant': '每個角色由誰擔任、誰代理',
          en: 'Who holds each role and who stands in',
        },
        min: 1,
        content: { tables: { min: 1, minColumns: 3, minRows: 2 } },
      },
      {
        key: 'steps',
        kind: 'steps',
        headings: { 'zh-Hans': ['处置步骤', '处理步骤'], 'zh-Hant': ['處置步驟', '處理步驟'], en: ['Steps', 'Response steps'] },
        purpose: {
          'zh-Hans': '每一步写明负责人 :owner[…] 和时限 :within[…]',
          'zh-Hant': '每一步寫明負責人 :owner[…] 和時限 :within[…]',
          en: 'Each step names its :owner[…] and limit :within[…]',
        },
        min: 1,
        content: { lists: { min: 1, ordered: true, minItems: 3 }, steps: { owner: true, limit: true } },
      },
      { ...escalation, min: 1 },
      {
        key: 'contacts',
        headings: {
          'zh-Hans': ['联系人与备用渠道', '联系人'],
          'zh-Hant': ['聯絡人與備用管道', '聯絡人'],
          en: ['Contacts and backup channel', 'Contacts'],
        },
        purpose: {
          'zh-Hans': '联系谁、用什么渠道；主渠道失效时用什么',
          'zh-Hant': '聯絡誰、用什麼管道；主要管道失效時用什麼',
          en: 'Whom to reach and how, also when the usual channel is down',
        },
        min: 1,
        content: { tables: { min: 1, minColumns: 2, minRows: 1 } },
      },
      {
        key: 'messages',
        kind: 'messages',
        headings: { 'zh-Hans': ['对客公告', '客户通知'], 'zh-Hant': ['對客公告', '客戶通知'], en: ['Messages to customers'] },
        purpose: { 'zh-Hans': '各阶段对客户说什么', 'zh-Hant': '各階段對客戶說什麼', en: 'What customers are told at each stage' },
        min: 1,
        body: {
          sections: [
            {
              key: 'message-first',
              kind: 'wording',
              headings: { 'zh-Hans': ['首次通知'], 'zh-Hant': ['首次通知'], en: ['First message'] },
              purpose: {
                'zh-Hans': '确认已知情，说明下次更新时间',
                'zh-Hant': '確認已知情，說明下次更新時間',
                en: 'We know, and when we speak next',
              },
              min: 1,
              content: { wording: { min: 1 } },
            },
            {
              key: 'message-update',
              kind: 'wording',
              headings: { 'zh-Hans': ['进展更新'], 'zh-Hant': ['進展更新'], en: ['Update'] },
              purpose: { 'zh-Hans': '进展和下次更新时间', 'zh-Hant': '進展和下次更新時間', en: 'Progress and the next update' },
              min: 1,
              content: { wording: { min: 1 } },
            },
            {
              key: 'message-long',
              kind: 'wording',
              headings: { 'zh-Hans': ['长时间未恢复'], 'zh-Hant': ['長時間未恢復'], en: ['Long-running'] },
              purpose: { 'zh-Hans': '超过预期时怎么说', 'zh-Hant': '超過預期時怎麼說', en: 'When it takes longer than expected' },
              min: 1,
              content: { wording: { min: 1 } },
            },
            {
              key: 'message-resolved',
              kind: 'wording',
              headings: { 'zh-Hans': ['恢复通知'], 'zh-Hant': ['恢復通知'], en: ['Resolved'] },
              purpose: { 'zh-Hans': '恢复后告知和致歉', 'zh-Hant': '恢復後告知和致歉', en: 'It works again, and sorry' },
              min: 1,
              content: { wording: { min: 1 } },
            },
          ],
        },
      },
      { ...neverSay, min: 1 },
      {
        key: 'data',
        headings: { 'zh-Hans': ['需记录的数据', '记录数据'], 'zh-Hant': ['需記錄的資料', '記錄資料'], en: ['Data to record'] },
        purpose: { 'zh-Hans': '处置过程中要记录什么', 'zh-Hant': '處置過程中要記錄什麼', en: 'What is written down while it runs' },
        min: 1,
        content: { lists: { min: 1, minItems: 2 } },
      },
      {
        key: 'exit',
        headings: { 'zh-Hans': ['结束条件'], 'zh-Hant': ['結束條件'], en: ['Exit criteria'] },
        purpose: { 'zh-Hans': '满足什么才算结束', 'zh-Hant': '滿足什麼才算結束', en: 'What must hold before it ends' },
        min: 1,
        content: { lists: { min: 1, minItems: 1 } },
      },
      {
        key: 'stand-down',
        headings: { 'zh-Hans': ['解除与交接', '解除'], 'zh-Hant': ['解除與交接', '解除'], en: ['Stand-down'] },
        purpose: {
          'zh-Hans': '怎么宣布解除、未结事项交给谁',
          'zh-Hant': '怎麼宣布解除、未結事項交給誰',
          en: 'How it is called off and who takes what is left',
        },
        min: 1,
      },
      {
        key: 'review',
        headings: { 'zh-Hans': ['复盘安排'], 'zh-Hant': ['覆盤安排'], en: ['Review after'] },
        purpose: { 'zh-Hans': '何时、由谁、交什么', 'zh-Hant': '何時、由誰、交什麼', en: 'When, by whom, with what result' },
        min: 1,
      },
    ],
  },
  templates,
});
