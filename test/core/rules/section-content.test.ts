import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../../src/core/config/config.js';
import { createKnowledgeBase } from '../../../src/core/knowledge-base.js';
import type { ContentRequirement } from '../../../src/core/model/outline.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { checkPlaybook } from '../../../src/core/rules/run.js';
import { defineType } from '../../../src/core/types/playbook-type.js';
import { checkMarked, takeExpectations, today } from '../../support/knowledge-base.js';

/** Checks the section “内容” of a type that demands `content` of it. */
function check(content: ContentRequirement, marked: string, { lang = 'zh-Hans', snippet = '' } = {}) {
  const words = { 'zh-Hans': '测试', 'zh-Hant': '測試', en: 'Test' };
  const type = defineType({
    name: 'test',
    label: words,
    description: words,
    icon: 'file',
    fields: z.looseObject({}),
    outline: { sections: [{ key: 'content', headings: { 'zh-Hans': ['内容'] }, content }] },
    templates: words,
  });
  const { text, expected } = takeExpectations(`---\ntype: test\nlang: ${lang}\n---\n${marked}`);
  const { config } = readConfig(undefined);
  const read = (path: string, source: string) => parsePlaybook(path, { text: source }, config.defaultLanguage);
  const page = read('page.md', text);
  const playbooks = [page, ...(snippet === '' ? [] : [read('s.md', `---\nid: s\n---\n${snippet}`)])];
  const knowledgeBase = createKnowledgeBase({ config, types: [type], playbooks, files: [] });
  const problems = checkPlaybook(knowledgeBase, page, { locale: 'en', today }).filter((problem) => problem.code === 'section-content');
  return {
    expected,
    found: problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset })),
    messages: problems.map((problem) => problem.message),
  };
}

function expectMarks(content: ContentRequirement, marked: string, messages: readonly string[], options = {}) {
  const result = check(content, marked, options);
  expect(result.found).toEqual(result.expected);
  expect(result.messages).toEqual(messages);
}

const heading = '## ⟦section-content|内容⟧\n\n';
const fine = '## 内容\n\n';

describe('section-content', () => {
  it('asks a wording section of a built-in type for wording, and finds it in subsections, lists and embeds', () => {
    const page = (body: string) => `---\nid: r\ntype: response\n---\n## 使用场景\n\n查询。\n\n${body}`;
    const marked = page('## ⟦section-content|标准回复⟧\n\n告诉客户正在查。\n');
    const { expected, found, problems } = checkMarked('section-content', marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('“标准回复” needs at least 1 piece(s) of wording and has 0. Start the customer’s words with “> ”.');
    for (const body of ['### 电话\n\n> 您好。\n', '- 先说：\n\n  > 您好。\n', '::include{id=s}\n', '::include{id=nobody}\n'])
      expect(checkMarked('section-content', page(`## 标准回复\n\n${body}`), { 's.md': '---\nid: s\n---\n> 您好。\n' }).found).toEqual([]);
  });

  it('leaves an empty section to another rule', () => {
    expectMarks({ wording: { min: 1 } }, '## 内容\n', []);
  });

  it('requires and forbids text', () => {
    expectMarks({ text: { required: ['\\d+ 个?工作日', '元'] } }, `${heading}到账要 3 **天**，共 5 元。\n`, [
      '“内容” must have text that matches “\\d+ 个?工作日”.',
    ]);
    expectMarks(
      { text: { forbidden: ['(?i)sorry', '大[概约]'] } },
      `${fine}⟦section-content|大概⟧三天，⟦section-content|Sorry⟧。\n\n\`大约\`\n`,
      ['“大概” must not stand in “内容”. Write it another way.', '“Sorry” must not stand in “内容”. Write it another way.'],
    );
    expectMarks({ text: { forbidden: ['大概三天'] } }, `${heading}大概**三天**。\n`, [
      '“大概三天” must not stand in “内容”. Write it another way.',
    ]);
  });

  it('takes a pattern that is not RE2 for none', () => {
    expectMarks({ text: { required: ['(?=x)'], forbidden: ['(a)\\1'] } }, `${fine}aa\n`, []);
  });

  it('counts tables, their columns and rows, and looks for headers', () => {
    const tables = { min: 1, minColumns: 2, minRows: 2, headers: ['金额'] };
    expectMarks({ tables }, `${heading}没有表。\n`, ['“内容” needs at least 1 table(s) and has 0.']);
    expectMarks({ tables }, `${fine}⟦section-content|| 项目 | 期限 |⟧\n|---|---|\n| a | b |\n`, ['This table lacks the columns: 金额.']);
    expectMarks({ tables }, `${fine}⟦section-content|| 金额 |⟧\n|---|\n| a |\n`, ['This table needs at least 2 columns and has 1.']);
    expectMarks({ tables }, `${fine}⟦section-content|| 项目 | 金额 |⟧\n|---|---|\n| a | b |\n`, [
      'This table needs at least 2 row(s) below its header and has 1.',
    ]);
    expectMarks({ tables }, `${fine}| 项目 | 金 额 |\n|---|---|\n| a | b |\n| c | d |\n\n| 别的 |\n|---|\n| e |\n`, []);
  });

  it('counts lists and their items, and asks for an order', () => {
    expectMarks({ lists: { min: 1 } }, `${heading}没有列表。\n`, ['“内容” needs at least 1 list(s) and has 0.']);
    expectMarks({ lists: { ordered: true } }, `${fine}⟦section-content|- 一\n- 二⟧\n`, [
      'The list in “内容” has an order; start its items with “1.”.',
    ]);
    expectMarks({ lists: { minItems: 3 } }, `${heading}- 一\n- 二\n  - 三\n`, ['The list in “内容” needs at least 3 item(s) and has 2.']);
    expectMarks({ lists: { min: 1, ordered: true, minItems: 2 } }, `${fine}- 零\n\n文字\n\n1. 一\n2. 二\n`, []);
  });

  it('counts pictures, and asks what they show and in which format', () => {
    expectMarks({ images: { min: 2 } }, `${heading}![图](a.svg)\n`, ['“内容” needs at least 2 picture(s) and has 1.']);
    expectMarks(
      { images: { alt: true, formats: ['svg', '.PNG'] } },
      `${fine}⟦section-content|![](b.png)⟧ ![图](⟦section-content|c.gif⟧)\n`,
      ['Pictures in “内容” must say what they show: ![what it shows](…).', 'Pictures in “内容” must be one of: svg, png.'],
    );
  });

  it('counts code blocks and asks for their language', () => {
    expectMarks({ code: { min: 1 } }, `${heading}无。\n`, ['“内容” needs at least 1 code block(s) and has 0.']);
    expectMarks(
      { code: { languages: ['sql', 'json'] } },
      `${fine}\`\`\`sql\nselect\n\`\`\`\n\n⟦section-content|\`\`\`yaml\na: 1\n\`\`\`⟧\n`,
      ['Code blocks in “内容” must name their language, one of: sql, json.'],
    );
  });

  it('counts Han characters, or words in other languages', () => {
    expectMarks({ length: { minHan: 5, minWords: 100 } }, `${heading}四个汉字 and words.\n`, [
      '“内容” needs at least 5 Han characters and has 4.',
    ]);
    expectMarks({ length: { minHan: 5, minWords: 3 } }, `${heading}Two words.\n`, ['“内容” needs at least 3 words and has 2.'], {
      lang: 'en',
    });
    expectMarks({ length: { maxHan: 3 } }, `${heading}四个汉字。\n`, ['“内容” may have at most 3 Han characters and has 4. Shorten it.']);
    expectMarks({ length: { maxWords: 1 } }, `${heading}Two words.\n`, ['“内容” may have at most 1 words and has 2. Shorten it.']);
    expectMarks({ length: { minHan: 4 } }, `${fine}::include{id=s}\n`, [], { snippet: '四个汉字。\n' });
  });
});
