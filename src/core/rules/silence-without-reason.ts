import type { Span } from '../model/text.js';
import { nearest } from '../schema/nearest.js';
import { changeTo } from './change-to.js';
import { defineRule } from './rule.js';
import { readSilences, type Silence } from './silence.js';

export const silenceWithoutReason = defineRule({
  code: 'silence-without-reason',
  severity: 'warning',
  description: {
    'zh-Hans': '忽略规则时没有写理由，或规则名写错了。',
    'zh-Hant': '忽略規則時沒有寫理由，或規則名寫錯了。',
    en: 'A rule is silenced without a reason, or by a wrong name.',
  },
  rationale: {
    'zh-Hans': '没有理由的忽略不起作用：以后的人要知道为什么可以例外。',
    'zh-Hant': '沒有理由的忽略不起作用：以後的人要知道為什麼可以例外。',
    en: 'A silence without a reason has no effect: whoever comes later must know why this is an exception.',
  },
  example: {
    wrong: '<!-- playbook-ignore heading-order -->\n\n正文。\n',
    right: '<!-- playbook-ignore heading-order: 沿用供应商的编号 -->\n\n正文。\n',
  },
  fixable: true,
  messages: {
    noReason: {
      'zh-Hans': '请在“{code}”后面用冒号写明为什么忽略，否则不起作用。',
      'zh-Hant': '請在「{code}」後面用冒號寫明為什麼忽略，否則不起作用。',
      en: 'Say why “{code}” is ignored, after a colon; it has no effect otherwise.',
    },
    unknownRule: {
      'zh-Hans': '没有规则“{code}”，这一条不起作用。',
      'zh-Hant': '沒有規則「{code}」，這一條不起作用。',
      en: 'There is no rule “{code}”, so this has no effect.',
    },
    nearRule: {
      'zh-Hans': '没有规则“{code}”。是不是想写“{nearest}”？',
      'zh-Hant': '沒有規則「{code}」。是否要寫「{nearest}」？',
      en: 'There is no rule “{code}”. Did you mean “{nearest}”?',
    },
  },
  check(playbook, { ruleCodes, report }) {
    for (const silence of readSilences(playbook)) {
      const { code } = silence;
      if (!ruleCodes.has(code)) {
        const at = codePlace(playbook.text, silence);
        const near = nearest(code, ruleCodes);
        if (near === undefined) report('unknownRule', { at, values: { code } });
        else {
          report('nearRule', { at, values: { code, nearest: near }, fix: changeTo(at, near) });
        }
      } else if (silence.reason === '') report('noReason', { at: silence, values: { code } });
    }
  },
});

function codePlace(text: string, silence: Silence): Span {
  const word = text.indexOf('playbook-ignore', silence.start) + 'playbook-ignore'.length;
  const start = text.indexOf(silence.code, word);
  return { start, end: start + silence.code.length };
}
