import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderOf, run, runShell, useProgram } from '../support/command-line.js';

useProgram();

const commands = ['init', 'new', 'check', 'search', 'convert', 'export', 'serve', 'lsp', 'mcp', 'review', 'show', 'stats', 'types'];

describe('help', () => {
  it.each([
    ['zh-Hans', ['用法：', '选项：', '命令：', '[命令] [选项]']],
    ['zh-Hant', ['用法：', '選項：', '命令：', '[命令] [選項]']],
    ['en', ['Usage:', 'Options:', 'Commands:', '[command] [options]']],
  ])('names every command (%s)', async (locale, words) => {
    const { code, stdout, stderr } = await run(['--help', '--locale', locale]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of [...words, ...commands.map((command) => `  ${command} `)]) expect(stdout).toContain(word);
  });

  it('is shown when nothing was asked', async () => {
    expect((await run([])).stdout).toBe((await run(['--help'])).stdout);
  });

  it.each(commands)('shows an example of %s, and no English in Chinese', async (command) => {
    const { code, stdout } = await run([command, '--help', '--locale', 'zh-Hans']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`示例：\\n  playbook ${command}`));
    expect(stdout).not.toMatch(/usage|options|arguments|commands|display|default|choices/i);
    expect((await run(['help', command, '--locale', 'zh-Hans'])).stdout).toBe(stdout);
  });
});

describe('mistakes', () => {
  it.each([
    [
      ['chek'],
      '没有“chek”这个命令。\n是不是“check”？\n查看用法：playbook --help',
      '沒有「chek」這個命令。\n是不是「check」？\n查看用法：playbook --help',
    ],
    [
      ['check', '--fomat', 'json'],
      '没有“--fomat”这个选项。\n是不是“--format”？\n查看用法：playbook check --help',
      '沒有「--fomat」這個選項。\n是不是「--format」？\n查看用法：playbook check --help',
    ],
    [['new', 'script'], '缺少参数 <title>。\n查看用法：playbook new --help', '缺少參數 <title>。\n查看用法：playbook new --help'],
    [
      ['check', 'a', 'b'],
      '参数太多：最多 1 个，写了 2 个。含空格的内容请加引号。\n查看用法：playbook check --help',
      '參數太多：最多 1 個，寫了 2 個。含空格的內容請加引號。\n查看用法：playbook check --help',
    ],
    [
      ['check', '--format'],
      '选项“--format <format>”后面要写一个值。\n查看用法：playbook check --help',
      '選項「--format <format>」後面要寫一個值。\n查看用法：playbook check --help',
    ],
    [
      ['export'],
      '缺少选项“--out <dir>”。\n查看用法：playbook export --help',
      '缺少選項「--out <dir>」。\n查看用法：playbook export --help',
    ],
    [['serve', '--port', '70000'], '--port 要写 1 到 65535 的整数；“70000”不是。', '--port 要寫 1 到 65535 的整數；「70000」不是。'],
  ])('%j', async (args, simplified, traditional) => {
    const cwd = folderOf({});
    expect(await run([...args, '--locale', 'zh-Hans'].filter(Boolean), { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `✖ ${simplified}\n`,
    });
    expect((await run(['--locale=zh-TW', ...args], { cwd })).stderr).toBe(`✖ ${traditional}\n`);
  });

  it('says that the current folder is gone', async () => {
    const { code, stderr } = await runShell('mkdir gone && cd gone && rmdir ../gone && $PLAYBOOK check --locale zh-Hans', {
      cwd: folderOf({}),
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '✖ 当前文件夹已经不存在。请先进入别的文件夹。\n' });
  });

  it('refuses a language it does not speak', async () => {
    expect(await run(['check', '--locale', 'fr'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '✖ --locale cannot be “fr”. Choose one of: zh-Hans, zh-Hant, en.\n',
    });
  });
});

it('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});
