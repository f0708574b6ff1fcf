import type { SectionOutline } from '../model/outline.js';

/** Sections that several types have; a type that requires one adds `min: 1`. */

export const neverSay: SectionOutline = {
  key: 'never-say',
  kind: 'never-say',
  headings: {
    'zh-Hans': ['不要说', '禁用表述', '禁止用语'],
    'zh-Hant': ['不要說', '禁用表述', '禁止用語'],
    en: ['Do not say', 'Never say'],
  },
  purpose: {
    'zh-Hans': '不能对客户说的话、出现的场景、换成怎么说',
    'zh-Hant': '不能對客戶說的話、出現的情境、換成怎麼說',
    en: 'What must not be said, in which scene, and what to say instead',
  },
  content: { tables: { min: 1, minColumns: 3, minRows: 1 } },
};

export const escalation: SectionOutline = {
  key: 'escalation',
  kind: 'escalation',
  headings: {
    'zh-Hans': ['升级', '升级条件', '升级阶梯'],
    'zh-Hant': ['升級', '升級條件', '升級階梯'],
    en: ['Escalation', 'Escalation ladder'],
  },
  purpose: {
    'zh-Hans': '什么情况下、由谁、带着什么信息升级',
    'zh-Hant': '什麼情況下、由誰、帶著什麼資訊升級',
    en: 'Who escalates to whom, when, and with which information',
  },
};
