import { configFileName, type SupportFile } from '../config/config.js';
import { reviewProblems } from '../config/review-problems.js';
import { findEntry } from '../config/vocabulary.js';
import type { FrontMatterNode } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { parseYaml } from '../parse/yaml.js';
import { nearest } from '../schema/nearest.js';
import { nameExpected, type SchemaProblem, schemaMessage } from '../schema/problem.js';
import { changeTo } from './change-to.js';
import { defineRule, type Report } from './rule.js';
import { yamlMessages } from './yaml-messages.js';

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
    ...yamlMessages,
    json: {
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
    unknownProtocol: {
      'zh-Hans': 'inForce 里的“{written}”不是应急预案的编号，横幅不会出现。请写一篇应急预案的编号。',
      'zh-Hant': 'inForce 裡的「{written}」不是應急預案的編號，橫幅不會出現。請寫一篇應急預案的編號。',
      en: '“{written}” in inForce is the id of no protocol, so no banner appears. Write the id of a protocol.',
    },
    neverInForce: {
      'zh-Hans': '结束日期 {to} 早于开始日期 {from}，横幅不会出现。',
      'zh-Hant': '結束日期 {to} 早於開始日期 {from}，橫幅不會出現。',
      en: 'The last day {to} is before the first day {from}, so no banner appears.',
    },
    unknownGroup: {
      'zh-Hans': '审核规则里的小组“{written}”不在 review.groups 里，没有人能审核。请在 groups 里写上它和成员的邮箱。',
      'zh-Hant': '審核規則裡的小組「{written}」不在 review.groups 裡，沒有人能審核。請在 groups 裡寫上它和成員的電子郵件。',
      en: 'No group “{written}” is in review.groups, so nobody could approve. Add it there with the e-mails of its members.',
    },
    tooFewPeople: {
      'zh-Hans': '这条规则要 {count} 个人审核，但这些小组一共只有 {people} 个人。请增加成员，或减少人数。',
      'zh-Hant': '這條規則要 {count} 個人審核，但這些小組一共只有 {people} 個人。請增加成員，或減少人數。',
      en: 'This rule asks for {count} approvals, but its groups have {people} member(s) in all. Add members or ask for fewer.',
    },
    noEmail: {
      'zh-Hans': '“{written}”不是邮箱。小组成员要写他们在 git 里用的邮箱。',
      'zh-Hant': '「{written}」不是電子郵件。小組成員要寫他們在 git 裡用的電子郵件。',
      en: '“{written}” is no e-mail. Members of a group are named by the e-mail they use in git.',
    },
    neverSigned: {
      'zh-Hans': '审核要有签名，但 review.signers 里没有“{written}”的公钥，他的审核不会算数。请补上公钥。',
      'zh-Hant': '審核要有簽章，但 review.signers 裡沒有「{written}」的公鑰，他的審核不會算數。請補上公鑰。',
      en: 'Decisions must be signed, but review.signers has no key of “{written}”, whose approvals would not count. Add the key.',
    },
  },
  checkSupportFile(file, { knowledgeBase, locale, ruleCodes, report }) {
    for (const { problem, start, end } of file.problems) {
      if (problem.kind === 'yaml') {
        report(problem.reason, { at: { start, end }, values: { detail: problem.detail } });
        continue;
      }
      if (problem.kind === 'json') {
        report('json', { at: { start, end }, values: { detail: nameExpected(problem.expected, locale) } });
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
      else report('nearRule', { at, values: { written, nearest: near }, fix: changeTo(at, near) });
    }
    config.escalation.forEach((written, index) => {
      if (!findEntry(config.roles, written)) report('unknownRole', { at: valuePlace(nodes, `/escalation/${index}`), values: { written } });
    });
    const protocols = [...knowledgeBase.playbooks.values()].filter(({ type }) => type === 'protocol').map(({ id }) => id);
    config.inForce.forEach(({ protocol: written, from, to }, index) => {
      const at = valuePlace(nodes, `/inForce/${index}/protocol`);
      const near = nearest(written, protocols);
      if (!protocols.includes(written)) {
        report('unknownProtocol', { at, values: { written }, ...(near !== undefined && { fix: changeTo(at, near) }) });
      }
      if (from !== undefined && to !== undefined && to < from) {
        report('neverInForce', { at: valuePlace(nodes, `/inForce/${index}/to`), values: { from, to } });
      }
    });
    for (const { kind, pointer, values } of reviewProblems(config)) report(kind, { at: valuePlace(nodes, pointer), values });
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
  return changeTo(at, problem.nearest, quote + problem.nearest + quote);
}
