import { z } from 'zod';
import { commonFields, described } from './fields.js';
import { defineType } from './playbook-type.js';
import { escalation, neverSay } from './shared-sections.js';
import { templates } from './templates/script.js';

export const script = defineType({
  name: 'script',
  label: { 'zh-Hans': '话术', 'zh-Hant': '話術', en: 'Script' },
  description: {
    'zh-Hans': '一次对话里对客户说的话，按渠道和客户等级分',
    'zh-Hant': '一次對話裡對客戶說的話，按管道和客戶等級分',
    en: 'What is said to a customer in one conversation, by channel and tier',
  },
  icon: 'comment-discussion',
  fields: z.strictObject({
    ...commonFields,
    stage: described(z.enum(['inbound', 'outbound', 'hand-over']).optional(), {
      'zh-Hans': '呼入、外呼还是转交',
      'zh-Hant': '進線、外撥或轉交',
      en: 'Inbound, outbound or hand-over',
    }),
  }),
  outline: {
    sections: [
      {
        key: 'scenario',
        headings: { 'zh-Hans': ['适用场景', '场景'], 'zh-Hant': ['適用情境', '適用場景', '情境'], en: ['When to use', 'Scenario'] },
        purpose: {
          'zh-Hans': '什么客户、什么诉求时用',
          'zh-Hant': '什麼客戶、什麼訴求時使用',
          en: 'Which customer and which request this is for',
        },
        min: 1,
      },
      {
        key: 'opening',
        kind: 'wording',
        headings: { 'zh-Hans': ['开场', '开场白'], 'zh-Hant': ['開場', '開場白'], en: ['Opening'] },
        purpose: { 'zh-Hans': '问候并说明身份', 'zh-Hant': '問候並說明身分', en: 'Greet and say who you are' },
        min: 1,
        content: { wording: { min: 1 } },
      },
      {
        key: 'verification',
        kind: 'wording',
        headings: { 'zh-Hans': ['身份核实', '核实身份'], 'zh-Hant': ['身分核實', '核實身分'], en: ['Identity check', 'Verification'] },
        purpose: {
          'zh-Hans': '核实身份，只问必要信息',
          'zh-Hant': '核實身分，只問必要資訊',
          en: 'Check identity, asking only what is needed',
        },
        content: { wording: { min: 1 } },
      },
      {
        key: 'empathy',
        kind: 'wording',
        headings: { 'zh-Hans': ['共情', '共情安抚', '安抚'], 'zh-Hant': ['同理', '同理安撫', '安撫'], en: ['Empathy'] },
        purpose: {
          'zh-Hans': '先接住情绪，再谈办法',
          'zh-Hant': '先接住情緒，再談辦法',
          en: 'Acknowledge the feeling before the solution',
        },
        content: { wording: { min: 1 } },
      },
      {
        key: 'solution',
        kind: 'wording',
        headings: { 'zh-Hans': ['解决方案', '解决'], 'zh-Hant': ['解決方案', '解決'], en: ['Solution'] },
        purpose: {
          'zh-Hans': '给出做法、期限和替代方案',
          'zh-Hant': '給出做法、期限和替代方案',
          en: 'What we do, by when, and the alternatives',
        },
        min: 1,
        content: { wording: { min: 1 } },
      },
      {
        key: 'objections',
        kind: 'wording',
        headings: { 'zh-Hans': ['异议处理', '客户异议'], 'zh-Hant': ['異議處理', '客戶異議'], en: ['Objections'] },
        purpose: { 'zh-Hans': '客户常见的反对意见和回应', 'zh-Hant': '客戶常見的反對意見和回應', en: 'Usual objections and the answers' },
        content: { wording: { min: 1 } },
      },
      {
        key: 'closing',
        kind: 'wording',
        headings: { 'zh-Hans': ['结束语', '结束'], 'zh-Hant': ['結束語', '結束'], en: ['Closing'] },
        purpose: { 'zh-Hans': '复述约定，确认，感谢', 'zh-Hant': '複述約定，確認，感謝', en: 'Restate the agreement, confirm, thank' },
        min: 1,
        content: { wording: { min: 1 } },
      },
      { ...neverSay, min: 1 },
      { ...escalation, min: 1 },
      {
        key: 'hand-over',
        headings: { 'zh-Hans': ['转交信息', '转交'], 'zh-Hant': ['轉交資訊', '轉交'], en: ['Hand-over data', 'Hand-over'] },
        purpose: {
          'zh-Hans': '转给其他部门时必须带上的信息',
          'zh-Hant': '轉給其他部門時必須帶上的資訊',
          en: 'What another department needs to be told',
        },
        content: { lists: { min: 1 } },
      },
      {
        key: 'notes',
        headings: { 'zh-Hans': ['坐席提示', '提示'], 'zh-Hant': ['客服提示', '提示'], en: ['Notes for the agent', 'Notes'] },
        purpose: { 'zh-Hans': '给坐席看的提示，不对客户说', 'zh-Hant': '給客服看的提示，不對客戶說', en: 'For the agent only' },
      },
    ],
  },
  templates,
});
