import { z } from 'zod';
import { placeOf } from '../config/config.js';
import { yamlScalar } from '../edit/set-field.js';
import type { Playbook } from '../model/playbook.js';
import { jsonPointer } from '../parse/yaml.js';
import { type SchemaProblem, schemaMessage } from '../schema/problem.js';
import { validateWithZod } from '../schema/zod.js';
import { commonFields } from '../types/fields.js';
import { changeTo } from './change-to.js';
import { defineRule, type Report } from './rule.js';

export const frontMatterSchema = defineRule({
  code: 'front-matter-schema',
  severity: 'error',
  description: {
    'zh-Hans': '文件头的字段不认识，或值不符合要求。',
    'zh-Hant': '檔案開頭的欄位無法識別，或值不符合要求。',
    en: 'A field of the front matter is unknown or has a value that does not fit.',
  },
  rationale: {
    'zh-Hans': '写错的字段等于没写：检索、筛选和复核提醒都用不上它。请改正字段名或值；自定义字段请在 schemas 文件夹里定义类型。',
    'zh-Hant': '寫錯的欄位等於沒寫：搜尋、篩選和覆核提醒都用不上它。請改正欄位名稱或值；自訂欄位請在 schemas 資料夾裡定義類型。',
    en: 'A misspelled field is as good as none: search, filters and review reminders miss it. Correct the name or the value; fields of your own belong to a type in the schemas folder.',
  },
  example: {
    wrong: '---\nid: article-roaming\ntype: article\ntitel: 国际漫游\n---\n\n正文。\n',
    right: '---\nid: article-roaming\ntype: article\ntitle: 国际漫游\n---\n\n正文。\n',
  },
  fixable: true,
  messages: {
    problem: { 'zh-Hans': '{detail}', 'zh-Hant': '{detail}', en: '{detail}' },
    endsBeforeStart: {
      'zh-Hans': '失效日期 {to} 早于生效日期 {from}。请改正其中一个。',
      'zh-Hant': '失效日期 {to} 早於生效日期 {from}。請改正其中一個。',
      en: 'It ends on {to}, before it begins on {from}. Correct one of the two.',
    },
  },
  check(playbook, { knowledgeBase, locale, report }) {
    const { frontMatter, fields } = playbook;
    // Where YAML cannot be read, what it seems to say would only be reported once more.
    if (!frontMatter.span || playbook.problems.some(({ code }) => code === 'yaml-syntax')) return;
    const type = knowledgeBase.typeOf(playbook);
    // An empty field counts as absent, as it does everywhere else.
    const data = Object.fromEntries(Object.entries(frontMatter.data).filter(([, value]) => value !== null));
    const problems = type ? type.validate(data) : validateWithZod(commonOnly, data);
    for (const problem of problems) {
      // A folder that was not written for us has fields of its own; only a slip of a known name is worth a word there.
      const isForeign = !type || !playbook.hasOwnType;
      if (isForeign && problem.kind === 'unknown' && problem.path.length === 1 && problem.nearest === undefined) continue;
      const fix = findFix(playbook, problem);
      report('problem', {
        at: placeOf(problem, frontMatter.nodes, playbook.text.length),
        values: { detail: schemaMessage(problem, locale) },
        ...(fix && { fix }),
      });
    }
    const end = frontMatter.nodes.get('/valid_to');
    if (end && fields.validFrom !== undefined && fields.validTo !== undefined && fields.validTo < fields.validFrom) {
      report('endsBeforeStart', { at: end.value, values: { from: fields.validFrom, to: fields.validTo } });
    }
  },
});

const commonOnly = z.strictObject(commonFields);

function findFix(playbook: Playbook, problem: SchemaProblem): Report['fix'] | undefined {
  const { nodes } = playbook.frontMatter;
  const node = nodes.get(jsonPointer(problem.path));
  if (!node) return undefined;
  if (problem.kind === 'unknown' && problem.nearest !== undefined && node.key) {
    const taken = nodes.has(jsonPointer([...problem.path.slice(0, -1), problem.nearest]));
    if (taken) return undefined;
    return {
      title: { 'zh-Hans': '改为“{nearest}”', 'zh-Hant': '改為「{nearest}」', en: 'Rename to “{nearest}”' },
      values: { nearest: problem.nearest },
      edits: [{ ...node.key, newText: yamlScalar(problem.nearest) }],
    };
  }
  if (problem.kind === 'choice' && problem.nearest !== undefined) {
    return changeTo(node.value, problem.nearest, yamlScalar(problem.nearest));
  }
  if (problem.kind === 'type' && problem.expected === 'string') {
    const written = playbook.text.slice(node.value.start, node.value.end);
    // A number or true written where a text belongs needs nothing but quotes.
    if (!/^[\w.+-]+$/.test(written)) return undefined;
    return {
      title: { 'zh-Hans': '加上引号', 'zh-Hant': '加上引號', en: 'Put it in quotes' },
      edits: [{ ...node.value, newText: JSON.stringify(written) }],
    };
  }
  return undefined;
}
