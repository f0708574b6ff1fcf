import { isVariable, nameSpan } from '../content/placeholders.js';
import { nearest } from '../schema/nearest.js';
import { changeTo } from './change-to.js';
import { defineRule } from './rule.js';

export const unknownVariable = defineRule({
  code: 'unknown-variable',
  severity: 'error',
  description: {
    'zh-Hans': '用到的变量在设置里没有定义。',
    'zh-Hant': '用到的變數在設定裡沒有定義。',
    en: 'A variable is not defined in the config.',
  },
  rationale: {
    'zh-Hans': '带点的名字取自 playbook.config.yaml 的 variables；没有定义，页面上就会出现花括号。改成已有的变量，或在设置里加上。',
    'zh-Hant': '帶點的名字取自 playbook.config.yaml 的 variables；沒有定義，頁面上就會出現大括號。請改成已有的變數，或在設定裡加上。',
    en: 'A name with a dot is taken from variables in playbook.config.yaml; without a value there, the braces appear on the page. Use a variable that exists, or define it.',
  },
  example: {
    wrong: '> 请拨打 {{company.fone}}。\n',
    right: '> 请拨打 {{company.phone}}。\n',
    files: { 'playbook.config.yaml': 'variables:\n  company:\n    phone: 400-000-0000\n' },
  },
  fixable: true,
  messages: {
    unknown: {
      'zh-Hans': '设置里没有变量“{name}”。请在 playbook.config.yaml 的 variables 里定义。',
      'zh-Hant': '設定裡沒有變數「{name}」。請在 playbook.config.yaml 的 variables 裡定義。',
      en: 'The config has no variable “{name}”. Define it under variables in playbook.config.yaml.',
    },
    misspelled: {
      'zh-Hans': '设置里没有变量“{name}”。是不是想写“{meant}”？',
      'zh-Hant': '設定裡沒有變數「{name}」。是否要寫「{meant}」？',
      en: 'The config has no variable “{name}”. Did you mean “{meant}”?',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const { variables } = knowledgeBase.config;
    for (const use of playbook.placeholderUses) {
      const { name } = use;
      if (!isVariable(name, knowledgeBase) || variables.has(name)) continue;
      const meant = nearest(name, variables.keys());
      if (meant === undefined) {
        report('unknown', { at: use, values: { name } });
        continue;
      }
      report('misspelled', { at: use, values: { name, meant }, fix: changeTo(nameSpan(playbook, use), meant) });
    }
  },
});
