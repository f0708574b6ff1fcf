import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../../src/core/config/config.js';
import { applyEdits } from '../../../src/core/edit/apply-edits.js';
import { createKnowledgeBase } from '../../../src/core/knowledge-base.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { checkPlaybook } from '../../../src/core/rules/run.js';
import { defineType } from '../../../src/core/types/playbook-type.js';
import { checkMarked, takeExpectations, today } from '../../support/knowledge-base.js';

const words = { 'zh-Hans': '测试', 'zh-Hant': '測試', en: 'Test' };
/** A type that accepts “适用场景” up to twice and “处理步骤”, nothing else. */
const closedType = defineType({
  name: 'closed',
  label: words,
  description: words,
  icon: 'file',
  fields: z.looseObject({}),
  outline: {
    others: false,
    sections: [
      { key: 'when', headings: { 'zh-Hans': ['适用场景', '场景'] }, max: 2 },
      { key: 'steps', headings: { 'zh-Hans': ['处理步骤'] } },
    ],
  },
  templates: words,
});

function checkClosed(body: string) {
  const { text, expected } = takeExpectations(`---\ntype: closed\n---\n${body}`);
  const { config } = readConfig(undefined);
  const page = parsePlaybook('page.md', { text }, config.defaultLanguage);
  const knowledgeBase = createKnowledgeBase({ config, types: [closedType], playbooks: [page], files: [] });
  const problems = checkPlaybook(knowledgeBase, page, { locale: 'en', today }).filter((problem) => problem.code === 'unexpected-section');
  return {
    text,
    expected,
    problems,
    found: problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset })),
  };
}

describe('unexpected-section', () => {
  it('marks a section that is there already under another of its names', () => {
    const { expected, found, problems } = checkMarked(
      'unexpected-section',
      '---\ntype: response\n---\n## 标准回复\n\n> 一。\n\n## ⟦unexpected-section|回复内容⟧\n\n> 二。\n',
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('“回复内容” is the same section as “标准回复” above; at most 1 allowed. Merge them.');
    expect(problems[0]?.related?.[0]).toMatchObject({
      path: 'page.md',
      message: 'The first one is here',
      range: { start: { line: 4, column: 4 } },
    });
  });

  it('leaves the same words twice to duplicate-heading', () => {
    const page = '---\ntype: response\n---\n## 标准回复\n\n> 一。\n\n## 标准回复\n\n> 二。\n';
    expect(checkMarked('unexpected-section', page).found).toEqual([]);
    expect(checkMarked('duplicate-heading', page).found).toHaveLength(1);
  });

  it('counts up to the maximum of the type', () => {
    expect(checkClosed('## 适用场景\n\n一。\n\n## 场景\n\n二。\n').found).toEqual([]);
  });

  it('marks sections that a closed type does not list, and renames a misspelled one', () => {
    const { text, expected, found, problems } = checkClosed(
      '## ⟦unexpected-section|处里步骤⟧\n\n一。\n\n## ⟦unexpected-section|闲谈⟧\n\n二。\n',
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'The type has no section “处里步骤”. Did you mean “处理步骤”?',
      'The type has no section “闲谈”. It has: 适用场景, 处理步骤.',
    ]);
    const mended = applyEdits(text, problems[0]?.fix?.edits ?? []);
    expect(checkClosed(mended.slice(mended.indexOf('## '))).problems.map((problem) => problem.message)).toEqual([
      'The type has no section “闲谈”. It has: 适用场景, 处理步骤.',
    ]);
  });

  it('accepts sections of one’s own where the type is open', () => {
    expect(checkMarked('unexpected-section', '---\ntype: response\n---\n## 闲谈\n\n一。\n').found).toEqual([]);
  });
});
