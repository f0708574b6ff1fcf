import { findPersonalData } from '../content/personal-data.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { placeholderPattern } from '../parse/body.js';
import { defineRule } from './rule.js';

export const personalData = defineRule({
  code: 'personal-data',
  severity: 'error',
  description: {
    'zh-Hans': '手册里出现了手机号、证件号、银行卡号或邮箱等个人信息。',
    'zh-Hant': '手冊裡出現了手機號碼、身分證字號、銀行卡號或電子郵件等個人資料。',
    en: 'A playbook holds personal data: a phone, identity-card or bank-card number, or an e-mail address.',
  },
  rationale: {
    'zh-Hans':
      '手册会导出给所有客服，也会留在版本历史里。客户的信息用待填项代替，公司的电话写进设置的 variables，示例请打码（138xxxx0000）。',
    'zh-Hant':
      '手冊會匯出給所有客服，也會留在版本紀錄裡。客戶的資料用待填項代替，公司的電話寫進設定的 variables，範例請遮蔽（138xxxx0000）。',
    en: 'Playbooks go to every agent and stay in the history. Use a placeholder for what belongs to a customer and a config variable for the company’s own numbers, and mask examples (138xxxx0000).',
  },
  example: { wrong: '客户王某的手机是 13812345678。\n', right: '客户的手机是 {{phone}}，例如 138xxxx5678。\n' },
  fixable: false,
  messages: {
    mobile: {
      'zh-Hans': '“{value}”像是手机号码。请改用待填项，或者打码。',
      'zh-Hant': '「{value}」像是手機號碼。請改用待填項，或加以遮蔽。',
      en: '“{value}” looks like a mobile number. Use a placeholder, or mask it.',
    },
    landline: {
      'zh-Hans': '“{value}”像是固定电话。公司的电话请写进设置的 variables，其他的请打码。',
      'zh-Hant': '「{value}」像是市話號碼。公司的電話請寫進設定的 variables，其他的請遮蔽。',
      en: '“{value}” looks like a phone number. Put the company’s own numbers under variables in the config, and mask others.',
    },
    identityCard: {
      'zh-Hans': '“{value}”是身份证号码。请改用待填项，或者打码。',
      'zh-Hant': '「{value}」是身分證號碼。請改用待填項，或加以遮蔽。',
      en: '“{value}” is an identity-card number. Use a placeholder, or mask it.',
    },
    taiwanId: {
      'zh-Hans': '“{value}”像是台湾的身份证字号。请改用待填项，或者打码。',
      'zh-Hant': '「{value}」像是身分證字號。請改用待填項，或加以遮蔽。',
      en: '“{value}” looks like a Taiwan identity number. Use a placeholder, or mask it.',
    },
    bankCard: {
      'zh-Hans': '“{value}”像是银行卡号。请改用待填项，或者打码。',
      'zh-Hant': '「{value}」像是銀行卡號。請改用待填項，或加以遮蔽。',
      en: '“{value}” looks like a bank-card number. Use a placeholder, or mask it.',
    },
    email: {
      'zh-Hans': '“{value}”是电子邮箱。公司的邮箱请写进设置的 variables，其他的请删掉或打码。',
      'zh-Hant': '「{value}」是電子郵件地址。公司的地址請寫進設定的 variables，其他的請刪掉或遮蔽。',
      en: '“{value}” is an e-mail address. Put the company’s own under variables in the config, and remove or mask others.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const publicValues = new Set([...knowledgeBase.config.variables.values()].map(compact));
    const reported: Span[] = [];
    for (const place of placesToSearch(playbook)) {
      for (const { kind, value, start, end } of findPersonalData(place.text)) {
        const at = { start: place.start + start, end: place.start + end };
        if (publicValues.has(compact(value)) || reported.some((other) => other.start < at.end && at.start < other.end)) continue;
        reported.push(at);
        report(kind, { at, values: { value } });
      }
    }
  },
});

interface Place {
  readonly start: number;
  readonly text: string;
}

/** Names and hashes among the fields: never a person's. */
const technicalFields = /^\/(?:id|type|lang|related|course|translation_of|replaced_by|source_blob)(?:\/|$)/;

/** Texts of the front matter, running text with placeholders blanked, and addresses such as `tel:`. */
function placesToSearch(playbook: Playbook): readonly Place[] {
  const { text, frontMatter } = playbook;
  const pointers = [...frontMatter.nodes.keys()];
  const fields = pointers
    .filter((pointer) => !technicalFields.test(pointer) && isScalar(frontMatter.data, pointer))
    .flatMap((pointer): Place[] => {
      const value = frontMatter.nodes.get(pointer)?.value;
      return value ? [{ start: value.start, text: text.slice(value.start, value.end) }] : [];
    });
  const body = playbook.textRuns.map((run) => ({ start: run.start, text: text.slice(run.start, run.end) }));
  const addresses = playbook.links
    .filter((link) => /^(?:mailto|tel|sms):/i.test(link.target))
    .map(({ targetSpan }) => ({ start: targetSpan.start, text: text.slice(targetSpan.start, targetSpan.end) }));
  return [...fields, ...body, ...addresses].map(({ start, text: words }) => ({
    start,
    text: words.replace(placeholderPattern, (placeholder) => ' '.repeat(placeholder.length)),
  }));
}

function isScalar(data: unknown, pointer: string): boolean {
  let here: unknown = data;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return false;
    here = Reflect.get(here, part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return typeof here === 'string' || typeof here === 'number';
}

/** Ignores how a number is grouped. */
function compact(value: string): string {
  return value.toLowerCase().replace(/[\s()+-]/g, '');
}
