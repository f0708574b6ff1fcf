import { defineRule } from './rule.js';

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
    syntax: {
      'zh-Hans': '这里的 YAML 写法不对：{detail}。含有冒号或 # 的文字请加引号。',
      'zh-Hant': '這裡的 YAML 寫法不正確：{detail}。含有冒號或 # 的文字請加引號。',
      en: 'This is not correct YAML: {detail}. Put quotes around text that has a colon or #.',
    },
    duplicateKey: {
      'zh-Hans': '这个字段写了两次，请删掉一个。',
      'zh-Hant': '這個欄位寫了兩次，請刪掉一個。',
      en: 'This field is written twice. Remove one.',
    },
    tab: {
      'zh-Hans': '缩进用了 Tab，请改用空格。',
      'zh-Hant': '縮排用了 Tab，請改用空格。',
      en: 'This line is indented with a tab. Use spaces.',
    },
    indent: {
      'zh-Hans': '缩进不对，请与上一行对齐。',
      'zh-Hant': '縮排不正確，請與上一行對齊。',
      en: 'The indentation does not fit the lines above. Align it.',
    },
    severalDocuments: {
      'zh-Hans': '文件头里只能有一份 YAML。',
      'zh-Hant': '檔案開頭裡只能有一份 YAML。',
      en: 'There may be only one YAML document here.',
    },
    missingCharacter: {
      'zh-Hans': '这里少了一个符号（引号、括号或逗号）：{detail}。',
      'zh-Hant': '這裡少了一個符號（引號、括號或逗號）：{detail}。',
      en: 'A character is missing here (a quote, a bracket or a comma): {detail}.',
    },
    notMapping: {
      'zh-Hans': '文件头应为“字段: 值”，一行一个。',
      'zh-Hant': '檔案開頭應為「欄位: 值」，一行一個。',
      en: 'The front matter should be “key: value” lines.',
    },
    tooLarge: {
      'zh-Hans': '文件头超过 {detail} KB，没有读取。',
      'zh-Hant': '檔案開頭超過 {detail} KB，沒有讀取。',
      en: 'The front matter is larger than {detail} KB and was not read.',
    },
    tooDeep: {
      'zh-Hans': '文件头嵌套超过 {detail} 层，没有读取。',
      'zh-Hant': '檔案開頭巢狀超過 {detail} 層，沒有讀取。',
      en: 'The front matter is nested deeper than {detail} levels and was not read.',
    },
    aliases: {
      'zh-Hans': '文件头的别名（& 和 *）展开后太多，没有读取。',
      'zh-Hant': '檔案開頭的別名（& 和 *）展開後太多，沒有讀取。',
      en: 'The aliases (& and *) in the front matter expand to too much and were not read.',
    },
  },
  check(playbook, { report }) {
    for (const problem of playbook.problems) {
      if (problem.code !== 'yaml-syntax') continue;
      const name = problem.reason in this.messages ? problem.reason : 'syntax';
      report(name as keyof typeof this.messages, { at: problem, values: problem.values });
    }
  },
});
