import { findEntry } from '../config/vocabulary.js';
import { withSubsections } from '../content/sections.js';
import { readSpokenTexts } from '../content/spoken-text.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook, Section } from '../model/playbook.js';
import { countSms } from '../sms.js';
import { defineRule } from './rule.js';

/** Segments of a text message that a customer still gets as one readable message on most networks. */
const mostSegments = 2;
/** As many odd characters are named; with more, the text is simply not in the GSM alphabet. */
const fewCharacters = 3;

export const messageTooLong = defineRule({
  code: 'message-too-long',
  severity: 'warning',
  description: {
    'zh-Hans': '短信太长，会拆成多条发送。',
    'zh-Hant': '簡訊太長，會拆成多則送出。',
    en: 'A text message is so long that it is sent in many parts.',
  },
  rationale: {
    'zh-Hans':
      '含中文的短信每条 70 字，拆开后每条 67 字；纯英文为 160 和 153 字符。待填项按示例的长度、变量和片段按展开后的内容计算。请删到两条以内。',
    'zh-Hant':
      '含中文的簡訊每則 70 字，拆開後每則 67 字；純英文為 160 和 153 字元。待填項依範例的長度、變數和片段依展開後的內容計算。請刪到兩則以內。',
    en: 'A message with Chinese holds 70 characters, or 67 in each part of a longer one; plain English 160 and 153. Blanks count by their examples, variables and snippets by what they stand for. Keep it within two parts.',
  },
  example: {
    wrong: `## 短信\n\n> ${'您的退款申请已经受理，我们会尽快处理。'.repeat(8)}\n`,
    right: '## 短信\n\n> 您的退款申请已经受理，我们会尽快处理。\n',
  },
  fixable: false,
  messages: {
    tooLong: {
      'zh-Hans': '这条短信有 {units} 个字，要分 {segments} 条发送；请控制在 {most} 条以内（{room} 个字）。',
      'zh-Hant': '這則簡訊有 {units} 個字，要分 {segments} 則送出；請控制在 {most} 則以內（{room} 個字）。',
      en: 'This text message has {units} characters and is sent in {segments} parts. Keep it within {most} parts ({room} characters).',
    },
    oddCharacters: {
      'zh-Hans': '这条短信因为含有“{characters}”，每条只能容纳 67 个字，要分 {segments} 条发送。换掉这些字符，每条可容纳 153 个。',
      'zh-Hant': '這則簡訊因為含有「{characters}」，每則只能容納 67 個字，要分 {segments} 則送出。換掉這些字元，每則可容納 153 個。',
      en: 'Because of “{characters}” a part of this text message holds only 67 characters, and it is sent in {segments} parts. Without them a part holds 153.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const section of smsSections(playbook, knowledgeBase)) {
      for (const { text, start, end } of readSpokenTexts(playbook, section, knowledgeBase)) {
        const { segments, units, encoding, foreign } = countSms(text);
        if (segments <= mostSegments) continue;
        const isOdd = encoding === 'ucs-2' && foreign.length <= fewCharacters && !/\p{Script=Han}/u.test(text);
        report(isOdd ? 'oddCharacters' : 'tooLong', {
          at: { start, end },
          values: {
            segments,
            units,
            most: mostSegments,
            room: mostSegments * (encoding === 'gsm-7' ? 153 : 67),
            characters: foreign.join(' '),
          },
        });
      }
    }
  },
});

/** All of a playbook that is for SMS only, else what stands below headings that name SMS. */
function smsSections(playbook: Playbook, { config }: KnowledgeBase): readonly Section[] {
  const sms = config.channels.filter(({ id }) => id === 'sms');
  const isSms = (name: string): boolean => findEntry(sms, name) !== undefined;
  const { channels } = playbook.fields;
  if (channels.length > 0 && channels.every(isSms)) return [playbook.root];
  const named = withSubsections(playbook.root).filter((section) => section.heading && isSms(section.heading.text));
  return named.filter((section) => !named.some((outer) => outer !== section && outer.start <= section.start && outer.end >= section.end));
}
