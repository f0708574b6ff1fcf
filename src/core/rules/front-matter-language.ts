import { defineRule } from './rule.js';

export const frontMatterLanguage = defineRule({
  code: 'front-matter-language',
  severity: 'error',
  description: {
    'zh-Hans': '文件头用了 YAML 以外的语言，没有读取。',
    'zh-Hant': '檔案開頭用了 YAML 以外的語言，沒有讀取。',
    en: 'The front matter is in a language other than YAML and was not read.',
  },
  rationale: {
    'zh-Hans': '文件头只读 YAML。TOML、JSON 不读取，JavaScript 更不会运行，所以里面写的编号、类型和标题都不起作用。请改写成 YAML。',
    'zh-Hant': '檔案開頭只讀 YAML。TOML、JSON 不讀取，JavaScript 更不會執行，所以裡面寫的編號、類型和標題都不起作用。請改寫成 YAML。',
    en: 'Only YAML is read. TOML and JSON are not, and JavaScript is never run, so an id, type or title in them has no effect. Rewrite it as YAML.',
  },
  example: { wrong: '+++\ntitle = "退款"\n+++\n\n正文。\n', right: '---\ntitle: 退款\n---\n\n正文。\n' },
  fixable: false,
  messages: {
    language: {
      'zh-Hans': '文件头用的是 {language}，没有读取，也不会运行。请改写成 YAML，一行一个“字段: 值”。',
      'zh-Hant': '檔案開頭用的是 {language}，沒有讀取，也不會執行。請改寫成 YAML，一行一個「欄位: 值」。',
      en: 'The front matter is in {language}; it was not read and is never run. Rewrite it as YAML: “key: value” lines.',
    },
    languageUnclosed: {
      'zh-Hans': '文件头用的是 {language}，而且没有结束，整个文件都当作正文。请改写成 YAML，前后各用一行“---”。',
      'zh-Hant': '檔案開頭用的是 {language}，而且沒有結束，整個檔案都當作正文。請改寫成 YAML，前後各用一行「---」。',
      en: 'The front matter is in {language} and is never closed, so all of the file counts as text. Rewrite it as YAML between two lines of “---”.',
    },
  },
  check(playbook, { report }) {
    for (const problem of playbook.problems) {
      if (problem.code !== 'front-matter-language') continue;
      const written = String(problem.values['language'] ?? '');
      report(problem.reason === 'languageUnclosed' ? 'languageUnclosed' : 'language', {
        at: problem,
        values: { language: languageNames[written.toLowerCase()] ?? written },
      });
    }
  },
});

const languageNames: Readonly<Record<string, string>> = {
  toml: 'TOML',
  json: 'JSON',
  js: 'JavaScript',
  javascript: 'JavaScript',
  coffee: 'CoffeeScript',
  coffeescript: 'CoffeeScript',
  cson: 'CSON',
};
