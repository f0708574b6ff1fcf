import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ForeignFolderError, siteMarker, writeSite } from '../../src/node/write-site.js';
import type { SiteFile } from '../../src/site/build-site.js';
import { folderOf, plainEnvironment, programPath, response, run, useProgram, writeFiles } from '../support/command-line.js';
import { usersNode } from '../support/users-node.js';

useProgram();

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>图</title></svg>';
const knowledgeBase = (title = '退款进度') =>
  folderOf({
    'playbook.config.yaml': 'title: 客服知识库\ncontent: 手册\n',
    '手册/a.md': response('response-refund', title, '![图](图.svg) ![照片](照片.png)'),
    '手册/图.svg': picture,
    '手册/照片.png': 'not really a picture',
  });

/** Everything below a folder, by path. */
function contents(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map((entry) => [
      join(entry.parentPath, entry.name).slice(folder.length + 1),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}

describe('export', () => {
  it('writes a site that opens at index.html', async () => {
    const cwd = knowledgeBase();
    const parent = folderOf({ kb: { link: cwd } });
    const { code, stdout, stderr } = await run(['export', 'kb', '--out', '网站', '--locale', 'zh-Hans'], { cwd: parent });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^已导出 \d+ 个文件到 网站。用浏览器打开 网站\/index\.html。\n$/);
    const site = contents(join(parent, '网站'));
    expect(site['index.html']).toContain('客服知识库');
    expect(site['pages/response-refund.html']).toContain('退款进度');
    expect(Object.values(site)).toContain('not really a picture');
  });

  it('gives the same bytes again', async () => {
    const cwd = knowledgeBase();
    await run(['export', '--out', 'a'], { cwd });
    await run(['export', '--out', 'b'], { cwd });
    expect(contents(join(cwd, 'b'))).toEqual(contents(join(cwd, 'a')));
  });

  it('replaces an earlier export whole', async () => {
    const cwd = knowledgeBase();
    await run(['export', '--out', 'site'], { cwd });
    writeFiles(cwd, { '手册/a.md': response('response-other', '改签') });
    expect((await run(['export', '--out', 'site'], { cwd })).code).toBe(0);
    expect(readdirSync(join(cwd, 'site/pages'))).toEqual(['response-other.html', 'response-other.md']);
    expect(readdirSync(cwd).sort()).toEqual(['playbook.config.yaml', 'site', '手册']);
  });

  it('writes the files for programs that are asked for, else those of the config', async () => {
    const cwd = knowledgeBase();
    const written = async (...args: string[]) => {
      const outcome = await run(['export', '--out', 'site', ...args], { cwd });
      return [outcome.code, Object.keys(contents(join(cwd, 'site'))).filter((path) => /\.(?:md|txt|xml|jsonl?|csv)$/.test(path))];
    };
    expect(await written('--formats', 'none')).toEqual([0, []]);
    expect(await written('--formats', 'csv, zendesk')).toEqual([0, ['desks/canned-responses.csv', 'desks/zendesk-macros.json']]);
    const { code, stderr } = await run(['export', '--out', 'site', '--formats', 'jsn', '--locale', 'en'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/jsn.*markdown, json, .*all, none[\s\S]*json/)]);
  });

  it('is not taken for content afterwards', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'content: .\n', 'a.md': response('response-refund', '退款') });
    const out = join(folderOf({}), 'site');
    await run(['export', '--out', out], { cwd });
    writeFiles(out, { 'b.md': '# 不是手册\n' });
    expect((await run(['check', out, '--format', 'json'])).code).toBe(2);
  });

  it('says how many errors the content still has', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'content: kb\n', 'kb/a.md': response('response-refund', '退款', '[x](missing.md)') });
    const { code, stderr } = await run(['export', '--out', 'site', '--locale', 'zh-Hant'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '內容裡還有 1 個錯誤，詳情見 playbook check。\n' });
  });

  it.each([
    ['a folder with other files', 'foreign', '“foreign”里有不是导出产生的文件，没有改动。请选一个空文件夹，或以前导出的文件夹。'],
    ['the content folder', '手册', '不能导出到“手册”：它在内容文件夹里，导出的页面会被当成手册。请选外面的文件夹。'],
    ['a folder in the content folder', '手册/site', '不能导出到“手册/site”：它在内容文件夹里，导出的页面会被当成手册。请选外面的文件夹。'],
    ['a link into the content folder', 'link/site', '不能导出到“link/site”：它在内容文件夹里，导出的页面会被当成手册。请选外面的文件夹。'],
    ['the knowledge base', '.', '不能导出到“.”：知识库就在里面。请选别的文件夹。'],
    ['a folder around it', '..', '不能导出到“..”：知识库就在里面。请选别的文件夹。'],
    ['the top of the disk', '/', '不能导出到“/”：这是个人文件夹或磁盘根目录。请选别的文件夹。'],
    ['a file', 'playbook.config.yaml', '是文件，不是文件夹。请写它所在的文件夹。'],
  ])('refuses %s and leaves everything as it was', async (_name, out, message) => {
    const cwd = knowledgeBase();
    writeFiles(cwd, { 'foreign/mine.txt': '我的', link: { link: '手册' } });
    const before = contents(cwd);
    const { code, stdout, stderr } = await run(['export', '--out', out, '--locale', 'zh-Hans'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(contents(cwd)).toEqual(before);
  });

  it('names the folder beside the target that is somebody’s own', async () => {
    const cwd = knowledgeBase();
    writeFiles(cwd, { 'site.replaced/mine.txt': '我的' });
    const before = contents(cwd);
    const { code, stderr } = await run(['export', '--out', 'site', '--locale', 'en'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '✖ “site.replaced” holds files that no export made; nothing was changed. Choose an empty folder or an earlier export.\n',
    });
    expect(contents(cwd)).toEqual(before);
  });

  // Not even the administrator can make a folder among the kernel's.
  it.runIf(process.platform === 'linux')('says where no folder can be made, as it was typed', async () => {
    const { code, stdout, stderr } = await run(['export', '--out', '/proc/x', '--locale', 'zh-Hans'], { cwd: knowledgeBase() });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: '✖ “/proc/x”那里不能新建文件夹，没有导出。请换一个可以写入的位置。\n',
    });
  });

  it('refuses the home folder, even an empty one', async () => {
    const home = folderOf({});
    const { code, stderr } = await run(['export', '--out', home], { cwd: knowledgeBase(), env: { HOME: home } });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `✖ “${home}” is a home folder or the top of a disk and cannot take the site. Choose another folder.\n`,
    });
  });

  it('copies no picture that a link brings in from elsewhere, or from what is hidden', async () => {
    const cwd = knowledgeBase();
    const elsewhere = folderOf({ 'secret.png': '秘密' });
    writeFiles(cwd, {
      '.git/config': 'token',
      '手册/b.md': response('response-b', '二', '![a](a.png) ![b](b.txt) [b](b.txt)'),
      '手册/a.png': { link: join(elsewhere, 'secret.png') },
      '手册/b.txt': { link: '../.git/config' },
    });
    expect((await run(['export', '--out', 'site'], { cwd })).code).toBe(0);
    const written = Object.values(contents(join(cwd, 'site')));
    expect(written.some((text) => text === '秘密' || text === 'token')).toBe(false);
  });
});

describe('an export that does not finish', () => {
  const earlier = { 'index.html': '以前的网站', [siteMarker]: '' };

  async function* failing(): AsyncGenerator<SiteFile> {
    yield { path: 'index.html', content: '新的网站' };
    yield { path: 'assets/a.png', copyOf: '手册/a.png' };
  }

  it('leaves the earlier site as it was when an asset cannot be copied', async () => {
    const parent = folderOf(Object.fromEntries(Object.entries(earlier).map(([path, text]) => [`site/${path}`, text])));
    const copy = async () => {
      throw new Error('gone');
    };
    await expect(writeSite(failing(), join(parent, 'site'), copy)).rejects.toThrow('gone');
    expect(contents(join(parent, 'site'))).toEqual(earlier);
    expect(readdirSync(parent)).toEqual(['site']);
  });

  it('never begins in a folder that is not its own', async () => {
    const parent = folderOf({ 'site/mine.txt': '我的' });
    await expect(writeSite(failing(), join(parent, 'site'), async () => {})).rejects.toThrow(ForeignFolderError);
    expect(contents(parent)).toEqual({ 'site/mine.txt': '我的' });
  });

  it('puts the earlier site back if it was killed between the two renames', async () => {
    const parent = folderOf(Object.fromEntries(Object.entries(earlier).map(([path, text]) => [`site.replaced/${path}`, text])));
    async function* one(): AsyncGenerator<SiteFile> {
      expect(contents(join(parent, 'site'))).toEqual(earlier);
      yield { path: 'index.html', content: '新的网站' };
    }
    await writeSite(one(), join(parent, 'site'), async () => {});
    expect(contents(parent)).toEqual({ 'site/index.html': '新的网站', [`site/${siteMarker}`]: '' });
  });

  it('never removes a folder of somebody’s own beside the target', async () => {
    const others = { 'site.replaced/mine.txt': '我的', 'site.new-0123abcd/mine.txt': '我的' };
    const parent = folderOf(others);
    async function* one(): AsyncGenerator<SiteFile> {
      yield { path: 'index.html', content: '网站' };
    }
    await expect(writeSite(one(), join(parent, 'site'), async () => {})).rejects.toThrow(ForeignFolderError);
    expect(contents(parent)).toEqual(others);
  });

  it('leaves the earlier site as it was when it is killed, and the next one clears up', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'content: kb\n', 'out/keep.txt': '' });
    mkdirSync(join(cwd, 'kb'));
    const write = (title: string) => {
      for (let number = 0; number < 400; number += 1) writeFileSync(join(cwd, 'kb', `${number}.md`), response(`response-${number}`, title));
    };
    write('以前');
    expect((await run(['export', '--out', 'out/site'], { cwd })).code).toBe(0);
    const before = contents(join(cwd, 'out/site'));
    write('以后');
    await endDuringExport(cwd, 'SIGKILL');
    const halfWritten = readdirSync(join(cwd, 'out')).filter((name) => name.startsWith('site.new-'));
    expect(halfWritten).toHaveLength(1);
    expect(contents(join(cwd, 'out/site'))).toEqual(before);
    expect((await run(['export', '--out', 'out/site'], { cwd })).code).toBe(0);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['keep.txt', 'site']);
    expect(readFileSync(join(cwd, 'out/site/pages/response-7.html'), 'utf8')).toContain('以后');
  });

  it('leaves the earlier site as it was and nothing beside it when it is interrupted', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'content: kb\n', 'out/keep.txt': '' });
    mkdirSync(join(cwd, 'kb'));
    for (let number = 0; number < 400; number += 1) writeFileSync(join(cwd, 'kb', `${number}.md`), response(`response-${number}`, '以前'));
    expect((await run(['export', '--out', 'out/site'], { cwd })).code).toBe(0);
    const before = contents(join(cwd, 'out/site'));
    await endDuringExport(cwd, 'SIGINT');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['keep.txt', 'site']);
    expect(contents(join(cwd, 'out/site'))).toEqual(before);
  });
});

/** Ends the program as soon as it has begun to write pages. */
function endDuringExport(cwd: string, wanted: 'SIGINT' | 'SIGKILL'): Promise<void> {
  const child = spawn(usersNode, [programPath(), 'export', '--out', 'out/site'], { cwd, env: plainEnvironment, stdio: 'ignore' });
  const timer = setInterval(() => {
    const fresh = readdirSync(join(cwd, 'out')).find((name) => name.startsWith('site.new-'));
    if (fresh !== undefined && existsSync(join(cwd, 'out', fresh, 'pages'))) child.kill(wanted);
  }, 1);
  return new Promise((resolve, reject) => {
    child.on('exit', (_code, signal) => {
      clearInterval(timer);
      if (signal === wanted) resolve();
      else reject(new Error('The export ended before it could be ended.'));
    });
  });
}
