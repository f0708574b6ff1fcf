import { configFileName, type SupportFile } from '../config/config.js';
import { findEntry } from '../config/vocabulary.js';
import type { FrontMatterNode } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { parseYaml } from '../parse/yaml.js';
import { nearest } from '../schema/nearest.js';
import { nameExpected, type SchemaProblem, schemaMessage } from '../schema/problem.js';
import { defineRule, type Report } from './rule.js';

export const configSchema = defineRule({
  code: 'config-schema',
  severity: 'error',
  description: {
    'zh-Hans': '配置、自定义类型或 queries.yaml 文件有错。',
    'zh-Hant': '設定檔、自訂類型檔或 queries.yaml 有錯。',
    en: 'The config, a custom type or queries.yaml has a mistake.',
  },
  rationale: {
    'zh-Hans': '写错的一项不起作用，用的是默认值。请改正，让配置按你写的生效。',
    'zh-Hant': '寫錯的一項不起作用，用的是預設值。請改正，讓設定照你寫的生效。',
    en: 'A part that is wrong has no effect and its default is used. Correct it, so that what you wrote counts.',
  },
  example: {
    path: configFileName,
    wrong: 'title: 客服知识库\nlangauges: [zh-Hans]\n',
    right: 'title: 客服知识库\nlanguages: [zh-Hans]\n',
  },
  fixable: true,
  messages: {
    problem: { 'zh-Hans': '{detail}', 'zh-Hant': '{detail}', en: '{detail}' },
    syntax: {
      'zh-Hans': '这里的写法不对，读不出来：{detail}。',
      'zh-Hant': '這裡的寫法不正確，讀不出來：{detail}。',
      en: 'This cannot be read: {detail}.',
    },
    unknownRule: {
      'zh-Hans': '没有规则“{written}”。',
      'zh-Hant': '沒有規則「{written}」。',
      en: 'There is no rule “{written}”.',
    },
    nearRule: {
      'zh-Hans': '没有规则“{written}”。是不是想写“{nearest}”？',
      'zh-Hant': '沒有規則「{written}」。是否要寫「{nearest}」？',
      en: 'There is no rule “{written}”. Did you mean “{nearest}”?',
    },
    unknownRole: {
      'zh-Hans': '升级阶梯里的“{written}”不在 roles 里。请先在 roles 里写上它。',
      'zh-Hant': '升級階梯裡的「{written}」不在 roles 裡。請先在 roles 裡寫上它。',
      en: '“{written}” is a step of the escalation ladder but no role. Add it to roles.',
    },
  },
  checkSupportFile(file, { knowledgeBase, locale, ruleCodes, report }) {
    for (const { problem, start, end } of file.problems) {
      if (problem.kind === 'syntax') {
        report('syntax', { at: { start, end }, values: { detail: nameExpected(problem.detail.replace(/[.。]+\s*$/, ''), locale) } });
        continue;
      }
      const fix = findFix(file, { start, end }, problem);
      report('problem', { at: { start, end }, values: { detail: schemaMessage(problem, locale) }, ...(fix && { fix }) });
    }
    if (file.path !== configFileName && !file.path.endsWith(`/${configFileName}`)) return;

    const { config } = knowledgeBase;
    const { nodes } = parseYaml(file.text);
    for (const written of Object.keys(config.rules).filter((code) => !ruleCodes.has(code))) {
      const at = nodes.get(`/rules/${written}`)?.key ?? { start: 0, end: 0 };
      const near = nearest(written, ruleCodes);
      if (near === undefined) report('unknownRule', { at, values: { written } });
      else report('nearRule', { at, values: { written, nearest: near }, fix: replacement(at, near) });
    }
    config.escalation.forEach((written, index) => {
      if (!findEntry(config.roles, written)) report('unknownRole', { at: valuePlace(nodes, `/escalation/${index}`), values: { written } });
    });
  },
});

function valuePlace(nodes: ReadonlyMap<string, FrontMatterNode>, pointer: string): Span {
  return nodes.get(pointer)?.value ?? { start: 0, end: 0 };
}

function findFix(file: SupportFile, at: Span, problem: SchemaProblem): Report['fix'] | undefined {
  if (problem.nearest === undefined || (problem.kind !== 'unknown' && problem.kind !== 'choice')) return undefined;
  // Renaming onto a key that is there already would make two of it.
  const isTaken = new RegExp(`(?:^|[{,\\s])["']?${problem.nearest.replace(/[^\w-]/g, '\\$&')}["']?\\s*:`, 'm').test(file.text);
  if (problem.kind === 'unknown' && isTaken) return undefined;
  const quote = /^["']/.exec(file.text.slice(at.start, at.end))?.[0] ?? '';
  return replacement(at, quote + problem.nearest + quote, problem.nearest);
}

function replacement(at: Span, newText: string, shown: string = newText): NonNullable<Report['fix']> {
  return {
    title: { 'zh-Hans': '改为“{nearest}”', 'zh-Hant': '改為「{nearest}」', en: 'Change to “{nearest}”' },
    values: { nearest: shown },
    edits: [{ ...at, newText }],
  };
}
