import { defineRule } from './rule.js';
import { yamlMessages } from './yaml-messages.js';

export const yamlSyntax = defineRule({
  code: 'yaml-syntax',
  severity: 'error',
  description: {
    'zh-Hans': '文件头（front matter）不是正确的 YAML。',
    'zh-Hant': '檔案開頭（front matter）不是正確的 YAML。',
    en: 'The front matter is not correct YAML.',
  },
  rationale: {
    'zh-Hans': '文件头读不出来，这一篇就没有编号、类型和标题，检索和审核都找不到它。',
    'zh-Hant': '檔案開頭讀不出來，這一篇就沒有編號、類型和標題，搜尋和審核都找不到它。',
    en: 'Without readable front matter a playbook has no id, type or title, so neither search nor review can find it.',
  },
  example: { wrong: '---\ntitle: 退款: 七天\n---\n', right: '---\ntitle: "退款: 七天"\n---\n' },
  fixable: false,
  messages: {
    unclosed: {
      'zh-Hans': '文件头没有结束。请在最后一个字段后面另起一行写“---”。',
      'zh-Hant': '檔案開頭沒有結束。請在最後一個欄位之後另起一行寫「---」。',
      en: 'The front matter is never closed. Add a line with “---” after its last field.',
    },
    notMapping: {
      'zh-Hans': '文件头应为“字段: 值”，一行一个。',
      'zh-Hant': '檔案開頭應為「欄位: 值」，一行一個。',
      en: 'The front matter should be “key: value” lines.',
    },
    ...yamlMessages,
  },
  check(playbook, { report }) {
    for (const problem of playbook.problems) {
      if (problem.code !== 'yaml-syntax') continue;
      const name = problem.reason in this.messages ? problem.reason : 'syntax';
      report(name as keyof typeof this.messages, { at: problem, values: problem.values });
    }
  },
});
