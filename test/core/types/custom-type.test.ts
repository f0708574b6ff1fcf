import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/config.js';
import { applyEdits } from '../../../src/core/edit/apply-edits.js';
import { createKnowledgeBase } from '../../../src/core/knowledge-base.js';
import { fillMessage } from '../../../src/core/model/locale.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { checkPlaybook, checkSupportFiles } from '../../../src/core/rules/run.js';
import { readCustomTypes } from '../../../src/core/types/custom-type.js';
import { builtInTypes } from '../../../src/core/types/index.js';
import { takeExpectations, today } from '../../support/knowledge-base.js';

const schema = `{
  "title": "培训课程",
  "description": "新人培训的一课",
  "type": "object",
  "properties": {
    "hours": { "type": "number", "minimum": 1 },
    "level": { "enum": ["入门", "进阶"] },
    "code": { "type": "string", "pattern": "^PX-\\\\d+$", "examples": ["PX-1"] }
  },
  "required": ["hours", "level", "code"],
  "additionalProperties": false
}
`;
const outline = `sections:
  - key: goal
    headings: { zh-Hans: [学习目标, 目标], en: Goal }
    purpose: { zh-Hans: 学完能做什么 }
    min: 1
  - key: talk
    kind: wording
    headings: { zh-Hans: 示范话术, en: Example wording }
    min: 1
    content: { wording: { min: 1 }, text: { forbidden: ['保证'] } }
  - key: exam
    headings: { zh-Hans: 考核, en: Exam }
    content: { tables: { min: 1, headers: [题目, 答案], minRows: 2 }, lists: { min: 1, ordered: true, minItems: 2 } }
    body:
      sections:
        - { key: score, headings: 评分, min: 1 }
others: false
`;
const files = [
  { path: 'schemas/course.schema.json', text: schema },
  { path: 'schemas/course.outline.yaml', text: outline },
];

function knowledgeBaseWith(custom: readonly { path: string; text: string }[], pages: Readonly<Record<string, string>> = {}) {
  const { config } = readConfig(undefined);
  const { types, files: supportFiles } = readCustomTypes(custom);
  const playbooks = Object.entries(pages).map(([path, text]) => parsePlaybook(path, { text }, config.defaultLanguage));
  return createKnowledgeBase({ config, types: [...builtInTypes, ...types], playbooks, files: [], supportFiles });
}

const noSearch = () => expect.unreachable('no rule searches where nothing is expected of search');

function checkPage(marked: string) {
  const { text, expected } = takeExpectations(marked);
  const knowledgeBase = knowledgeBaseWith(files, { 'page.md': text });
  const page = knowledgeBase.playbooks.get('page.md');
  const problems = page ? checkPlaybook(knowledgeBase, page, { locale: 'en', today }) : [];
  return {
    text,
    expected,
    problems,
    found: problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset })),
    messages: problems.map((problem) => problem.message),
  };
}

function checkFile(path: string, marked: string, locale: 'zh-Hans' | 'en' = 'en') {
  const { text, expected } = takeExpectations(marked);
  const problems = checkSupportFiles(knowledgeBaseWith([{ path, text }]), { locale, today }, noSearch);
  return {
    expected,
    found: problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset })),
    messages: problems.map((problem) => problem.message),
  };
}

const sound = `---
id: course-1
type: course
title: 第一课
lang: zh-Hans
owner: 培训组
hours: 2
level: 入门
code: PX-1
---

## 学习目标

会用。

## 示范话术

> 您好。

## 考核

1. 一
2. 二

| 题目 | 答案 |
|---|---|
| a | b |
| c | d |

### 评分

满分 100。
`;

describe('readCustomTypes', () => {
  it('makes a type that takes its own fields and the common ones', () => {
    expect(checkPage(sound).messages).toEqual([]);
    const [type] = readCustomTypes(files).types;
    expect(type).toMatchObject({
      name: 'course',
      builtIn: false,
      icon: 'file',
      label: { 'zh-Hans': '培训课程', en: '培训课程' },
      description: { 'zh-Hans': '新人培训的一课' },
    });
    expect(type?.fieldNames.slice(0, 4)).toEqual(['hours', 'level', 'code', 'id']);
  });

  it('finds problems in the front matter at their places, as for built-in types', () => {
    const page = sound
      .replace('hours: 2', 'hours: ⟦front-matter-schema|0⟧')
      .replace('level: 入门', '⟦front-matter-schema|levle⟧: 入门')
      .replace('code: PX-1', 'code: ⟦front-matter-schema|P1⟧')
      .replace('owner: 培训组', 'owner: ⟦front-matter-schema|[1]⟧')
      .replace('---\nid', '---\n⟦front-matter-schema|心情⟧: 好\nid');
    const { found, expected, messages, problems } = checkPage(page);
    const missing = messages.filter((message) => message.includes('required'));
    expect(missing).toEqual(['The required field “level” is missing.']);
    expect(found.filter((_, index) => messages[index] !== missing[0])).toEqual(expected);
    expect(messages).toContain('Unknown field “levle”. Did you mean “level”?');
    expect(messages).toContain('Unknown field “心情”.');
    expect(messages).toContain('“hours” is out of range: ≥ 1.');
    expect(messages).toContain('“code” is not written as expected: ^PX-\\d+$.');
    expect(problems.find((problem) => problem.message.includes('levle'))?.fix?.title).toBe('Rename to “level”');
  });

  it('holds the text against its outline', () => {
    const page = sound
      .replace('## 示范话术\n\n> 您好。', '## ⟦section-content|示范话术⟧\n\n我们⟦section-content|保证⟧。')
      .replace('### 评分\n\n满分 100。\n', '')
      .replace('## 考核', '## ⟦missing-section|考核⟧')
      .replace('## 学习目标', '## ⟦unexpected-section|其他⟧\n\n无。\n\n## 目标');
    const { found, expected } = checkPage(page);
    expect(found).toEqual(expected);
  });

  it('writes templates that pass their own type', () => {
    const [type] = readCustomTypes(files).types;
    for (const template of Object.values(type?.templates ?? {})) {
      const { messages } = checkPage(fillMessage(template, { id: 'course-new', title: '新课', today }));
      expect(messages).toEqual([]);
    }
    expect(type?.templates['zh-Hans']).toContain('hours: 1\nlevel: 入门\ncode: PX-1\n');
    expect(type?.templates['zh-Hans']).toContain('## 学习目标\n\n<!-- 学完能做什么 -->\n\n请填写。\n');
  });

  it('needs only one of the two files', () => {
    expect(readCustomTypes(files.slice(0, 1)).types[0]?.outline).toEqual({ sections: [] });
    const [type] = readCustomTypes(files.slice(1)).types;
    expect(type?.validate({ id: 'a', titel: 'b' })).toEqual([{ path: ['titel'], kind: 'unknown', expected: '', nearest: 'title' }]);
    expect(type?.validate({ id: 'a', 心情: '好' })).toEqual([]);
  });

  it('says where JSON is wrong, and keeps the type', () => {
    const path = 'schemas/course.schema.json';
    const { found, expected, messages } = checkFile(path, '{\n\t"type": "object",\n⟦config-schema|}⟧\n', 'zh-Hans');
    expect(found).toEqual(expected);
    expect(messages).toEqual(['这里的写法不对，读不出来：这里应是加英文双引号的字段名（最后一项后面不能有逗号）。']);
    expect(readCustomTypes([{ path, text: '{' }]).types.map(({ name }) => name)).toEqual(['course']);
  });

  it('says where a JSON Schema is wrong', () => {
    const { found, expected, messages } = checkFile(
      'schemas/course.schema.json',
      '{\n\t"type": ⟦config-schema|"objcet"⟧,\n\t"properties": { "code": { "pattern": ⟦config-schema|"^(?!x)"⟧ }, "b": { "$ref": "#/$defs/b" } }\n}\n',
    );
    expect(found).toEqual(expected);
    expect(messages[0]).toContain('Did you mean “object”?');
    expect(messages[1]).toContain('an RE2 pattern');
    expect(checkFile('schemas/course.schema.json', '{ "items": { "$ref": ⟦config-schema|"#/$defs/b"⟧ } }')).toMatchObject({
      messages: ['“items.$ref” is not valid: it refers to a definition that is not in this file.'],
    });
  });

  it('mends a misspelled word of a JSON Schema without losing its quotes', () => {
    const text = '{ "type": "objcet" }';
    const knowledgeBase = knowledgeBaseWith([{ path: 'schemas/course.schema.json', text }]);
    const [problem] = checkSupportFiles(knowledgeBase, { locale: 'en', today }, noSearch);
    expect(applyEdits(text, problem?.fix?.edits ?? [])).toBe('{ "type": "object" }');
  });

  it('says where an outline is wrong', () => {
    const { found, expected, messages } = checkFile(
      'schemas/course.outline.yaml',
      `sections:
  - key: a
    headings: 目标
    ⟦config-schema|mim⟧: 1
    kind: ⟦config-schema|wordign⟧
    content: { text: { forbidden: [⟦config-schema|'(?=x)'⟧] } }
`,
    );
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      'Unknown field “sections.0.mim”. Did you mean “min”?',
      expect.stringContaining('Did you mean “wording”?'),
      '“sections.0.content.text.forbidden.0” is not written as expected: an RE2 pattern (no look-around, no back-references, at most 1000 characters).',
    ]);
  });

  it('says which sections of an outline contradict each other', () => {
    const { found, expected, messages } = checkFile(
      'schemas/course.outline.yaml',
      `sections:
  - { key: a, headings: [目标, 学习目标] }
  - { key: ⟦config-schema|a⟧, headings: ⟦config-schema|{ zh-Hans: 一、学习目标 }⟧, min: 2, max: ⟦config-schema|1⟧ }
  - ⟦config-schema|{⟧ key: c }
`,
    );
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      '“sections.1.key” is not valid: two sections side by side have this key.',
      '“sections.1.headings” is not valid: two sections side by side have this heading.',
      '“sections.1.max” is not valid: max is less than min.',
      '“sections.2.headings” is not valid: it needs headings or a pattern.',
    ]);
  });

  it('refuses names that cannot be types, and leaves schemas of built-in types alone', () => {
    expect(checkFile('schemas/script.outline.yaml', '⟦config-schema|s⟧ections: []\n')).toMatchObject({
      messages: ['“the file” is not valid: a built-in type has this name; choose another file name.'],
    });
    expect(checkFile('schemas/my type.schema.json', '{}').messages).toEqual([
      '“the file” is not valid: the file name cannot be the name of a type; use letters, digits, - and _ only.',
    ]);
    expect(
      readCustomTypes([
        { path: 'schemas/script.schema.json', text: '{' },
        { path: 'schemas/playbook.config.schema.json', text: '{' },
      ]),
    ).toEqual({
      types: [],
      files: [],
    });
  });
});
