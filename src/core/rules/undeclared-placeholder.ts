import { isVariable, misspelledName, nameSpan } from '../content/placeholders.js';
import { declarePlaceholder } from '../edit/front-matter.js';
import { changeTo } from './change-to.js';
import { defineRule, type Report } from './rule.js';

export const undeclaredPlaceholder = defineRule({
  code: 'undeclared-placeholder',
  severity: 'error',
  description: {
    'zh-Hans': '用到的待填项没有在 placeholders 里声明。',
    'zh-Hant': '用到的待填項沒有在 placeholders 裡宣告。',
    en: 'A placeholder is used but not declared.',
  },
  rationale: {
    'zh-Hans': '没有声明，填空表里就没有这一格，客服会把花括号原样发给客户。片段里用到的待填项在片段里声明。',
    'zh-Hant': '沒有宣告，填空表裡就沒有這一格，客服會把大括號原樣發給客戶。片段裡用到的待填項請在片段裡宣告。',
    en: 'Without a declaration the form has no field for it, and the braces are sent to the customer. What a snippet uses is declared in the snippet.',
  },
  example: {
    wrong: '> 您的订单 {{order_id}} 已受理。\n',
    right: '---\nplaceholders:\n  order_id: { type: text, label: 订单号 }\n---\n> 您的订单 {{order_id}} 已受理。\n',
  },
  fixable: true,
  messages: {
    undeclared: {
      'zh-Hans': '待填项“{name}”没有在 placeholders 里声明。',
      'zh-Hant': '待填項「{name}」沒有在 placeholders 裡宣告。',
      en: 'The placeholder “{name}” is not declared in the front matter.',
    },
    misspelled: {
      'zh-Hans': '待填项“{name}”没有声明。是不是想写“{meant}”？',
      'zh-Hant': '待填項「{name}」沒有宣告。是否要寫「{meant}」？',
      en: 'The placeholder “{name}” is not declared. Did you mean “{meant}”?',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const declared = playbook.fields.placeholders.map((definition) => definition.name);
    const known = [...declared, ...knowledgeBase.config.variables.keys()];
    for (const use of playbook.placeholderUses) {
      const { name } = use;
      if (declared.includes(name) || isVariable(name, knowledgeBase)) continue;
      const meant = misspelledName(name, known);
      if (meant !== undefined) {
        report('misspelled', { at: use, values: { name, meant }, fix: changeTo(nameSpan(playbook, use), meant) });
        continue;
      }
      const edit = declarePlaceholder(playbook, name);
      const fix: Report['fix'] = edit && {
        title: { 'zh-Hans': '声明待填项“{name}”', 'zh-Hant': '宣告待填項「{name}」', en: 'Declare the placeholder “{name}”' },
        edits: [edit],
      };
      report('undeclared', { at: use, values: { name }, ...(fix && { fix }) });
    }
  },
});
