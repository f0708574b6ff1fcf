import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitBlob } from '../../src/core/parse/blob.js';
import { builtInTypes } from '../../src/core/types/index.js';
import { folderOf, response, run, useProgram } from '../support/command-line.js';

useProgram();

const dated = (id: string, fields: string) =>
  `---\nid: ${id}\ntype: article\ntitle: ${id}\nlang: zh-Hans\nowner: 知识组\n${fields}---\n\n四个汉字 two words\n`;

describe('stats', () => {
  const original = response('response-refund', '退款');
  const translation = (id: string, blob: string) =>
    `---\nid: ${id}\ntype: response\ntitle: Refund\nlang: en\ntranslation_of: response-refund\nsource_blob: "${blob}"\n---\n\n## When to use\n\nAlways.\n`;
  const knowledgeBase = () =>
    folderOf({
      'playbook.config.yaml': 'languages: [zh-Hans, en]\n',
      '1.md': dated('expired', 'valid_to: 2026-11-21\nreviewed_on: 2026-11-01\nreview_every: 90d\n'),
      '2.md': dated('overdue', 'reviewed_on: 2026-01-01\nreview_every: 90d\n'),
      '3.md': dated('due', 'reviewed_on: 2026-09-01\nreview_every: 90d\n'),
      '4.md': dated('later', 'valid_from: 2026-11-23\n'),
      '5.md': dated('undated', ''),
      '6.md': dated('last-day', 'valid_to: 2026-11-22\n'),
      '7.md': original,
      '8.md': translation('response-refund-en', '000000000000'),
    });

  it('--json counts exactly', async () => {
    const cwd = knowledgeBase();
    const { code, stdout } = await run(['stats', '--json', '--today', '2026-11-22'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      root: cwd,
      today: '2026-11-22',
      playbooks: 8,
      types: { article: 6, response: 2 },
      languages: { 'zh-Hans': 7, en: 1 },
      owners: { 知识组: 6, '': 2 },
      freshness: { retired: 0, expired: 1, overdue: 1, 'review-due': 1, 'not-yet-valid': 1, 'no-date': 3, current: 1 },
      size: { han: 6 * 4 + 4 + 10 + 4 + 8, words: 6 * 2 + 3 + 1 },
      sections: [
        { type: 'response', playbooks: 2, required: 4, filled: 3 },
        { type: 'article', playbooks: 6, required: 0, filled: 0 },
      ],
      translations: [{ lang: 'en', translated: 1, of: 7, outdated: 1 }],
    });
  });

  it('takes a translation of the present text for current', async () => {
    const cwd = knowledgeBase();
    const folder = folderOf({
      'playbook.config.yaml': 'languages: [zh-Hans, en]\n',
      '7.md': readFileSync(join(cwd, '7.md'), 'utf8'),
      '8.md': translation('response-refund-en', gitBlob(original).slice(0, 12)),
    });
    const { stdout } = await run(['stats', '--json'], { cwd: folder });
    expect(JSON.parse(stdout).translations).toEqual([{ lang: 'en', translated: 1, of: 1, outdated: 0 }]);
  });

  it.each([
    [
      'zh-Hans',
      '  标准回复  75%  3/4\n',
      '时效（2026-11-22）\n  已过期         1\n  复核已逾期     1\n  14 天内要复核  1\n',
      '  知识组    6\n  （未写）  2\n',
    ],
    [
      'zh-Hant',
      '  標準回覆  75%  3/4\n',
      '時效（2026-11-22）\n  已過期         1\n  覆核已逾期     1\n  14 天內要覆核  1\n',
      '  知识组    6\n  （未寫）  2\n',
    ],
    ['en', '  Standard response  75%  3/4\n', 'Freshness on 2026-11-22\n  expired                    1\n', '  知识组  6\n  (none)  2\n'],
  ])('aligns Chinese in columns (%s)', async (locale, ...parts) => {
    const { stdout } = await run(['stats', '--today', '2026-11-22', '--locale', locale], { cwd: knowledgeBase() });
    for (const part of parts) expect(stdout).toContain(part);
  });
});

describe('types', () => {
  it('lists the built-in types anywhere', async () => {
    const { code, stdout } = await run(['types', '--json', '--locale', 'zh-Hant'], { cwd: folderOf({}) });
    expect(code).toBe(0);
    const { types } = JSON.parse(stdout);
    expect(types.map((type: { name: string }) => type.name)).toEqual(builtInTypes.map((type) => type.name));
    expect(types[1]).toMatchObject({
      name: 'response',
      label: '標準回覆',
      builtIn: true,
      sections: [
        { key: 'when', heading: '使用情境', required: true },
        { key: 'wording', heading: '標準回覆', required: true },
        { key: 'notes', heading: '注意事項', required: false },
        { key: 'never-say', heading: '不要說', required: false },
      ],
    });
  });

  it('says what each type requires', async () => {
    const { stdout } = await run(['types', '--locale', 'zh-Hans'], { cwd: folderOf({}) });
    expect(stdout).toContain(
      'response  标准回复  内置\n   原样发送的短回复，只填空\n   必备小节：使用场景、标准回复\n   可选小节：注意事项、不要说\n',
    );
  });
});

describe('types derive', () => {
  const minutes = (day: string) =>
    `---\ntype: article\ntitle: 周会 ${day}\nlang: zh-Hans\nheld_on: ${day}\n---\n\n## 决定\n\n- 一\n\n## 待办\n\n| 事项 | 负责人 |\n|---|---|\n| 一 | 主管 |\n`;
  const knowledgeBase = () =>
    folderOf({ 'playbook.config.yaml': '', '周会/1.md': minutes('2026-11-01'), '周会/2.md': minutes('2026-11-08') });
  const files = ['周会/1.md', '周会/2.md'];

  it('prints a proposal and writes nothing', async () => {
    const cwd = knowledgeBase();
    const { code, stdout } = await run(['types', 'derive', ...files], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^# schemas\/周会\.schema\.json\n\{[\s\S]*"held_on"[\s\S]*\}\n\n# schemas\/周会\.outline\.yaml\nsections:\n[\s\S]*决定[\s\S]*待办/,
    );
    expect(existsSync(join(cwd, 'schemas'))).toBe(false);
    const { name, schema } = JSON.parse((await run(['types', 'derive', ...files, '--name', 'meeting', '--json'], { cwd })).stdout);
    expect([name, schema.required]).toEqual(['meeting', ['held_on']]);
  });

  it('writes a type that new, check and types know at once', async () => {
    const cwd = knowledgeBase();
    const { stdout } = await run(['types', 'derive', ...files, '--name', 'meeting', '--write', '--locale', 'zh-Hans'], { cwd });
    expect(stdout).toBe('已新建 schemas/meeting.schema.json\n已新建 schemas/meeting.outline.yaml\n');
    expect((await run(['types', '--locale', 'zh-Hans'], { cwd })).stdout).toMatch(
      /meeting {2}\S+ {2}自定义\n[\s\S]*必备小节：决定、待办\n[\s\S]*必填字段：held_on\n/,
    );
    const created = await run(['new', 'meeting', 'Weekly', '--dir', '周会'], { cwd });
    expect(created).toEqual({ code: 0, stdout: '周会/meeting-weekly.md\n', stderr: '' });
    const text = readFileSync(join(cwd, '周会/meeting-weekly.md'), 'utf8');
    expect(text).toContain('type: meeting\n');
    expect(text).toMatch(/## 决定\n[\s\S]*## 待办\n/);
  });

  it('never overwrites, and writes neither file if one is there', async () => {
    const cwd = knowledgeBase();
    await run(['types', 'derive', ...files, '--name', 'meeting', '--write'], { cwd });
    const before = readFileSync(join(cwd, 'schemas/meeting.outline.yaml'), 'utf8');
    const { code, stderr } = await run(['types', 'derive', '周会/1.md', '--name', 'meeting', '--write'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '✖ schemas/meeting.schema.json is already there and was left alone. Choose another --name, or move it away first.\n',
    });
    expect(readFileSync(join(cwd, 'schemas/meeting.outline.yaml'), 'utf8')).toBe(before);
  });

  it.each([
    [['没有.md'], '找不到文件“没有.md”。请检查路径。'],
    [['周会'], '“周会”不是文件。请写 Markdown 文件，例如 周会/*.md。'],
    [['周会/1.md', '--name', 'script'], '“script”是内置类型。请用 --name 另取名称。'],
    [['周会/1.md', '--name', '../x'], '类型名“../x”不能用：只含文字、数字、_ 和 -。请用 --name 另取。'],
  ])('refuses %j', async (args, message) => {
    const outcome = await run(['types', 'derive', ...args, '--locale', 'zh-Hans'], { cwd: knowledgeBase() });
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: `✖ ${message}\n` });
  });
});
