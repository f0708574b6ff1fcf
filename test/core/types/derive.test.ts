import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../src/core/config/config.js';
import { createKnowledgeBase } from '../../../src/core/knowledge-base.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { checkPlaybook } from '../../../src/core/rules/run.js';
import { readCustomTypes } from '../../../src/core/types/custom-type.js';
import { deriveType } from '../../../src/core/types/derive.js';
import { builtInTypes } from '../../../src/core/types/index.js';
import { today } from '../../support/knowledge-base.js';

const page = (id: string, frontMatter: string, body: string) =>
  parsePlaybook(`${id}.md`, { text: `---\nid: ${id}\ntype: 通知\ntitle: ${id}\n${frontMatter}---\n\n${body}` }, 'zh-Hans');

const pages = [
  page(
    'a',
    'lang: zh-Hans\n级别: 高\n发布日: 2026-11-01\n次数: 1\n',
    '# 停机通知\n\n## 背景\n\n机房检修。\n\n## 说法\n\n> 您好。\n\n> 再见。\n\n## 时间表\n\n| 时间 | 事项 |\n|---|---|\n| 8 点 | 开始 |\n\n## 备注\n\n无。\n',
  ),
  page(
    'b',
    'lang: zh-Hans\n级别: 低\n发布日: 2026-11-02\n次数: 2.5\n部门: [技术, 客服]\n',
    '## 背景：\n\n升级。\n\n## 说法\n\n### 电话\n\n> 您好。\n\n## 时间表\n\n| 时间 | 事项 | 谁 |\n|---|---|---|\n| 8 点 | 开始 | 甲 |\n',
  ),
  page(
    'c',
    'lang: en\n级别: 高\n发布日: 2026-11-03\ntranslation_of: a\n',
    '## Background\n\nMaintenance.\n\n## What to say\n\n> Hello.\n\n## Timetable\n\n| Time | What |\n|---|---|\n| 8 | start |\n\n## Remarks\n\nNone.\n',
  ),
  page(
    'd',
    'lang: zh-Hans\n级别: 低\n发布日: 2026-11-04\n',
    '## 背景\n\n扩容。\n\n## 说法\n\n> 好。\n\n## 时间表\n\n| 时间 | 事项 |\n|---|---|\n| 9 点 | 结束 |\n',
  ),
];

describe('deriveType', () => {
  const derived = deriveType('通知', pages);

  it('proposes the sections that most playbooks have, those of all as required, with what each of them holds', () => {
    expect(parse(derived.outline)).toEqual({
      sections: [
        { key: 'background', headings: { 'zh-Hans': ['背景', '背景：'], en: ['Background'] }, min: 1 },
        {
          key: 'what-to-say',
          kind: 'wording',
          headings: { 'zh-Hans': ['说法'], en: ['What to say'] },
          min: 1,
          content: { wording: { min: 1 } },
        },
        {
          key: 'timetable',
          headings: { 'zh-Hans': ['时间表'], en: ['Timetable'] },
          min: 1,
          content: { tables: { min: 1, minColumns: 2, minRows: 1 } },
        },
      ],
    });
  });

  it('proposes the fields besides the common ones', () => {
    expect(derived.schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: '通知',
      type: 'object',
      properties: {
        级别: { type: 'string', enum: ['低', '高'] },
        发布日: { type: 'string', format: 'date' },
        次数: { type: 'number' },
        部门: { type: 'array', items: { type: 'string' } },
      },
      required: ['级别', '发布日'],
    });
  });

  it('proposes a type that its own playbooks pass', () => {
    const custom = readCustomTypes([
      { path: 'schemas/通知.schema.json', text: JSON.stringify(derived.schema, null, 2) },
      { path: 'schemas/通知.outline.yaml', text: derived.outline },
    ]);
    expect(custom.files.flatMap((file) => file.problems)).toEqual([]);
    const { config } = readConfig('languages: [zh-Hans]\n');
    const knowledgeBase = createKnowledgeBase({ config, types: [...builtInTypes, ...custom.types], playbooks: pages, files: [] });
    const ofType = /^(?:front-matter-schema|unknown-type|missing-section|section-|unexpected-section)/;
    for (const playbook of pages) {
      const problems = checkPlaybook(knowledgeBase, playbook, { locale: 'en', today }).filter(({ code }) => ofType.test(code));
      expect(problems.map((problem) => problem.message)).toEqual([]);
    }
  });

  it('gives up the order where playbooks differ in it, and says nothing where there is nothing', () => {
    const other = page('e', '', '## 时间表\n\n无。\n\n## 背景\n\n无。\n');
    expect(parse(deriveType('x', [pages[1] ?? other, other]).outline)).toMatchObject({ ordered: false });
    expect(parse(deriveType('x', []).outline)).toEqual({ sections: [] });
  });
});
