import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtInTypes } from '../../src/core/types/index.js';
import { folderOf, type Outcome, response, run, runShell, useProgram } from '../support/command-line.js';

useProgram();

const frontMatter = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');

describe('init', () => {
  it.each([
    ['zh-Hans', '# 知识库的设置', '✔ 没有发现问题，共检查 9 篇手册。\n'],
    ['zh-Hant', '# 知識庫的設定', '✔ 沒有發現問題，共檢查 9 篇手冊。\n'],
    ['en', '# Settings of this knowledge base', '✔ No problems in 9 playbooks.\n'],
  ])('makes a knowledge base without any problem, and with an example of each type (%s)', async (lang, comment, clean) => {
    const cwd = folderOf({});
    expect((await run(['init', 'kb', '--lang', lang], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'kb/playbook.config.yaml'), 'utf8')).toContain(comment);
    expect(parse(readFileSync(join(cwd, 'kb/playbook.config.yaml'), 'utf8'))).toMatchObject({ content: 'playbooks', languages: [lang] });
    const check = await run(['check', '--locale', lang], { cwd: join(cwd, 'kb') });
    expect(check).toEqual({ code: 0, stdout: clean, stderr: '' });
    const { stdout } = await run(['stats', 'kb', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      types: Object.fromEntries(builtInTypes.map((type) => [type.name, 1])),
      languages: { [lang]: 9 },
      freshness: { current: 9 },
    });
  });

  it.runIf(process.platform === 'linux')(
    'leaves no part of a file where there is no room, and goes on from there the next time',
    async () => {
      const cwd = folderOf({});
      // No file may grow beyond a few hundred bytes, as on a disk that is full.
      const outcome = await runShell('ulimit -f 1; $PLAYBOOK init --lang zh-Hans', { cwd });
      expect(outcome).toEqual({ code: 2, stdout: '', stderr: '✖ The disk is full; writing did not finish.\n' });
      expect(readdirSync(cwd)).toEqual([]);
      expect((await run(['init', '--lang', 'zh-Hans'], { cwd })).code).toBe(0);
      expect((await run(['check'], { cwd })).code).toBe(0);
    },
  );

  it('leaves what is there and names it', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'title: 我的\ncontent: docs\n', '.gitignore': 'mine\n' });
    const { code, stdout } = await run(['init', '--locale', 'zh-Hans', '--lang', 'en'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(
      '已存在，未改动 playbook.config.yaml\n已存在，未改动 .gitignore\n已新建 docs/scripts/script-address-change.md\n',
    );
    expect(readFileSync(join(cwd, 'playbook.config.yaml'), 'utf8')).toBe('title: 我的\ncontent: docs\n');
    expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toBe('mine\n');
    const again = await run(['init', '--locale', 'zh-Hans'], { cwd });
    expect(again.stdout).not.toContain('已新建');
    expect(again.stdout).toContain('所有文件都已存在，没有改动。\n');
  });

  it('writes nothing through a link that leaves the folder', async () => {
    const elsewhere = folderOf({});
    const cwd = folderOf({ playbooks: { link: elsewhere } });
    const { code, stderr } = await run(['init'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '✖ “playbooks/scripts/script-address-change.md” lies outside the knowledge base; nothing is written there.\n',
    });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('takes no file for a folder', async () => {
    const { code, stderr } = await run(['init', 'a.md', '--locale', 'zh-Hant'], { cwd: folderOf({ 'a.md': '' }) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '✖ 「a.md」是檔案，不是資料夾。請寫它所在的資料夾。\n' });
  });
});

describe('new', () => {
  const knowledgeBase = () => folderOf({ 'playbook.config.yaml': 'content: 手册\nlanguages: [zh-Hans, en]\n' });
  const create = async (cwd: string, ...args: readonly string[]): Promise<Outcome> =>
    run(['new', ...args, '--today', '2026-11-22'], { cwd });

  it('prints the path of a playbook that has no problem', async () => {
    const cwd = knowledgeBase();
    expect(await create(cwd, 'policy', '退款政策')).toEqual({ code: 0, stdout: '手册/policies/policy-20261122-1.md\n', stderr: '' });
    const { title, id, lang, reviewed_on } = frontMatter(readFileSync(join(cwd, '手册/policies/policy-20261122-1.md'), 'utf8'));
    expect({ title, id, lang, reviewed_on }).toEqual({
      title: '退款政策',
      id: 'policy-20261122-1',
      lang: 'zh-Hans',
      reviewed_on: '2026-11-22',
    });
    expect((await run(['check', '--today', '2026-11-22'], { cwd })).stdout).toBe('✔ No problems in 1 playbook.\n');
  });

  it('makes ids of plain letters, each once', async () => {
    const cwd = knowledgeBase();
    const paths = [];
    for (const title of ['VIP 投诉：Über 升级', 'vip über', '退款', '改签', 'VIP-über'])
      paths.push((await create(cwd, 'script', title)).stdout.trim());
    expect(paths.map((path) => path.replace('手册/scripts/script-', ''))).toEqual([
      'vip-uber.md',
      'vip-uber-2.md',
      '20261122-1.md',
      '20261122-2.md',
      'vip-uber-3.md',
    ]);
  });

  it.each([
    'a: b # c',
    '"引号" 和 \'单引号\'',
    '[列表], {表}',
    '{today} $& {{x}}',
    'null',
    '2026-11-22',
    '多行\n---\nid: 注入',
    '@ ` ! & * | > %',
    '007',
  ])('quotes the title %j', async (title) => {
    const cwd = knowledgeBase();
    const path = (await create(cwd, 'article', title, '--id', 'x')).stdout.trim();
    const data = frontMatter(readFileSync(join(cwd, path), 'utf8'));
    expect([data.title, data.id]).toEqual([title.replace(/\s+/g, ' '), 'x']);
  });

  it('keeps an id a text that YAML would read as a number', async () => {
    const cwd = knowledgeBase();
    const path = (await create(cwd, 'article', '漫游', '--id', '007')).stdout.trim();
    expect(frontMatter(readFileSync(join(cwd, path), 'utf8')).id).toBe('007');
  });

  it('puts it where its type is already kept, or where it is told', async () => {
    const cwd = folderOf({
      'playbook.config.yaml': '',
      '回复/a.md': response('response-a', '一'),
      '回复/b.md': response('response-b', '二'),
      '别处/c.md': response('response-c', '三'),
    });
    expect((await create(cwd, 'response', 'Four')).stdout).toBe('回复/response-four.md\n');
    expect((await create(join(cwd, '别处'), 'response', 'Five', '--dir', '.')).stdout).toBe('response-five.md\n');
    expect((await create(cwd, 'response', 'Six', '--dir', '新的/更深')).stdout).toBe('新的/更深/response-six.md\n');
  });

  it('writes in the language asked for', async () => {
    const cwd = knowledgeBase();
    const path = (await create(cwd, '标准回复', 'Callback promise', '--lang', 'EN')).stdout.trim();
    const text = readFileSync(join(cwd, path), 'utf8');
    expect(frontMatter(text).lang).toBe('en');
    expect(text).toContain('## When to use');
  });

  it('never overwrites', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'content: kb\n', 'kb/articles/article-esim.md': { link: '/nonexistent' } });
    expect((await create(cwd, 'article', 'eSIM')).stdout).toBe('kb/articles/article-esim-2.md\n');
    const { code, stderr } = await create(cwd, 'article', 'eSIM', '--id', 'article-esim');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('kb/articles/article-esim.md is already there and was left alone.'),
    });
  });

  it.each([
    [
      ['scirpt', '标题'],
      '没有“scirpt”这个类型。可用的类型：script、response、protocol、flow、policy、article、case、retrospective、snippet。\n是不是“script”？',
    ],
    [['script', ' '], '请写标题。'],
    [['script', '标题', '--lang', 'fr'], '--lang 不能是“fr”，可以写：zh-Hans、en。'],
    [['script', '标题', '--id', '../x'], '编号“../x”不能用：要以文字或数字开头，只含文字、数字和 . _ - /，最多 200 个字符。'],
    [['script', '标题', '--id', 'Script_A'], '编号“Script_A”已经用在 手册/a.md。请换一个。'],
    [['script', '标题', '--dir', '别处'], '“别处”不在知识库的内容文件夹“手册”里，放在那里不会被检查和导出。'],
    [['script', '标题', '--dir', '..'], '“..”在知识库之外，不会写到那里。'],
    [['script', '标题', '--dir', '手册/外面'], '在知识库之外，不会写到那里。'],
  ])('refuses %j', async (args, message) => {
    const cwd = folderOf({
      'playbook.config.yaml': 'content: 手册\nlanguages: [zh-Hans, en]\n',
      '手册/a.md': response('script-a', '一'),
      '手册/外面': { link: folderOf({}) },
    });
    const { code, stdout, stderr } = await run(['new', ...args, '--locale', 'zh-Hans'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('never leaves the folder with an id that climbs', async () => {
    const cwd = knowledgeBase();
    mkdirSync(join(cwd, '手册'));
    expect((await create(cwd, 'article', 'x', '--id', 'a/../../b')).stdout).toBe('手册/articles/a-..-..-b.md\n');
  });
});
