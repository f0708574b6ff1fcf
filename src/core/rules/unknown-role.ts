import { findEntry } from '../config/vocabulary.js';
import { labelSpan } from '../content/directives.js';
import { nearestLocale } from '../model/locale.js';
import { changeTo } from './change-to.js';
import { defineRule } from './rule.js';
import { nearestEntry } from './vocabulary-values.js';

export const unknownRole = defineRule({
  code: 'unknown-role',
  severity: 'error',
  description: {
    'zh-Hans': '步骤的负责角色不在配置里。',
    'zh-Hant': '步驟的負責角色不在設定裡。',
    en: 'A step’s owner is not a role of the config.',
  },
  rationale: {
    'zh-Hans': '事发时每一步都要知道找谁。请写配置里的角色，或把它加进 playbook.config.yaml 的 roles。',
    'zh-Hant': '事發時每一步都要知道找誰。請寫設定裡的角色，或把它加進 playbook.config.yaml 的 roles。',
    en: 'In an incident every step must say whom to find. Use a role of the config, or add it to roles in playbook.config.yaml.',
  },
  example: { wrong: '1. 通知客户。:owner[主菅人员]\n', right: '1. 通知客户。:owner[主管]\n' },
  fixable: true,
  messages: {
    near: {
      'zh-Hans': '没有角色“{written}”。是不是想写“{nearest}”？',
      'zh-Hant': '沒有角色「{written}」。是否要寫「{nearest}」？',
      en: 'There is no role “{written}”. Did you mean “{nearest}”?',
    },
    unknown: {
      'zh-Hans': '没有角色“{written}”。可用的角色：{roles}。',
      'zh-Hant': '沒有角色「{written}」。可用的角色：{roles}。',
      en: 'There is no role “{written}”. The roles are: {roles}.',
    },
    empty: {
      'zh-Hans': '请在方括号里写负责的角色，例如 :owner[{example}]。',
      'zh-Hant': '請在方括號裡寫負責的角色，例如 :owner[{example}]。',
      en: 'Name the role in the brackets, as in :owner[{example}].',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const { roles } = knowledgeBase.config;
    const labels = roles.map((role) => role.label[nearestLocale(playbook.lang)]);
    for (const directive of playbook.directives) {
      if (directive.name !== 'owner') continue;
      const written = directive.label.trim();
      const at = labelSpan(playbook, directive);
      if (written === '') report('empty', { at: directive, values: { example: labels[0] ?? '' } });
      else if (!findEntry(roles, written)) {
        const near = nearestEntry(roles, written);
        if (!near) report('unknown', { at, values: { written, roles: labels.join(', ') } });
        else {
          report('near', { at, values: { written, nearest: near.name }, fix: changeTo(at, near.name) });
        }
      }
    }
  },
});
