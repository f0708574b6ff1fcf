import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, response, run, runShell, useProgram } from '../support/command-line.js';

useProgram();

const brokenLine = '请看[退款政策](missing.md)。';
const broken = () => folderOf({ '退款.md': response('response-x', '退款进度', brokenLine) });

describe('exit codes', () => {
  it('0 without errors', async () => {
    const cwd = folderOf({ 'a.md': response('response-x', '退款进度') });
    expect(await run(['check'], { cwd })).toEqual({ code: 0, stdout: '✔ No problems in 1 playbook.\n', stderr: '' });
  });

  it('0 with nothing worse than a warning', async () => {
    const cwd = folderOf({ 'a.md': '---\ntype: article\ntitle: 漫游\nlang: zh-Hans\n---\n\n正文。\n' });
    const { code, stdout } = await run(['check'], { cwd });
    expect(stdout).toContain('0 errors, 1 warning, 0 infos in 1 playbook.');
    expect(code).toBe(0);
  });

  it('1 with an error', async () => {
    expect((await run(['check'], { cwd: broken() })).code).toBe(1);
  });

  it.each([
    ['a folder that does not exist', ['check', 'nowhere'], 'There is no folder “nowhere”. Check the path.'],
    ['a file instead of a folder', ['check', 'a.md'], '“a.md” is a file, not a folder. Name the folder it is in.'],
    [
      'an unknown format',
      ['check', '--format', 'jsn'],
      '--format cannot be “jsn”. Choose one of: pretty, json, sarif, github.\nDid you mean “json”?',
    ],
    [
      'a day that does not exist',
      ['check', '--today', '2026-02-30'],
      '--today needs a day that exists, as in 2026-11-22; “2026-02-30” is none.',
    ],
  ])('2 for %s', async (_name, args, message) => {
    const cwd = folderOf({ 'a.md': '' });
    expect(await run(args, { cwd })).toEqual({ code: 2, stdout: '', stderr: `✖ ${message}\n` });
  });

  it('2 for an empty folder, and says how to begin', async () => {
    const { code, stdout, stderr } = await run(['check', '.', '--locale', 'zh-Hans'], { cwd: folderOf({}) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      '✖ “.”里还没有手册，也没有 playbook.config.yaml。\n从这里开始：playbook init（放入配置和每种类型的示例），或指定别的文件夹。\n',
    );
  });

  it('0 for a knowledge base without playbooks, and says how to write one', async () => {
    const { code, stderr } = await run(['check', '.'], { cwd: folderOf({ 'playbook.config.yaml': 'title: x\n' }) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '“.” holds no playbooks yet. Write the first: playbook new script "Title"\n' });
  });

  it.runIf(process.getuid?.() === 0)('2 for a folder that may not be read', async () => {
    const cwd = folderOf({ 'closed/a.md': '' });
    chmodSync(join(cwd, 'closed'), 0);
    expect(await runAsNobody(['check', 'closed'], cwd)).toEqual({
      code: 2,
      stdout: '',
      stderr: '✖ The folder “closed” may not be read. Check its permissions.\n',
    });
  });

  it.runIf(process.getuid?.() === 0)('names a closed folder inside the knowledge base and checks the rest', async () => {
    const cwd = folderOf({ 'a.md': response('response-x', '退款进度'), 'closed/b.md': '' });
    chmodSync(join(cwd, 'closed'), 0);
    expect(await runAsNobody(['check'], cwd)).toEqual({
      code: 0,
      stdout: '✔ No problems in 1 playbook.\n',
      stderr: 'Left out the folder closed: it may not be read.\n',
    });
  });
});

async function runAsNobody(args: readonly string[], cwd: string) {
  return run(args, { cwd, uid: 65_534 });
}

describe('pretty', () => {
  it.each([
    ['zh-Hans', '  10:10  ✖ 错误  链接的目标“missing.md”不存在。  broken-link', '✖ 1 个错误，0 个警告，0 条提示；共检查 1 篇手册。'],
    ['zh-Hant', '  10:10  ✖ 錯誤  連結的目標「missing.md」不存在。  broken-link', '✖ 1 個錯誤，0 個警告，0 則提示；共檢查 1 篇手冊。'],
    [
      'en',
      '  10:10  ✖ error  The link’s target “missing.md” does not exist.  broken-link',
      '✖ 1 error, 0 warnings, 0 infos in 1 playbook.',
    ],
  ])('marks the place under double-width characters (%s)', async (locale, problem, summary) => {
    const { stdout } = await run(['check', '--locale', locale], { cwd: broken() });
    expect(stdout.split('\n')).toEqual([
      '退款.md',
      problem,
      '    10 │ 请看[退款政策](missing.md)。',
      '       │                ^^^^^^^^^^',
      '',
      summary,
      '',
    ]);
  });

  it('cuts a long line around the place', async () => {
    const cwd = folderOf({ 'a.md': response('response-x', '退款进度', `${'前'.repeat(200)}[政策](x.md)${'后'.repeat(200)}`) });
    const lines = (await run(['check'], { cwd })).stdout.split('\n');
    expect(lines[2]).toBe(`    10 │ …${'前'.repeat(11)}[政策](x.md)${'后'.repeat(27)}…`);
    expect(lines[3]).toBe(`       │ ${' '.repeat(1 + 22 + 7)}^^^^`);
  });

  it('counts what --fix would mend', async () => {
    const cwd = folderOf({ 'a.md': '---\ntype: article\ntitle: 漫游\nlang: zh-Hans\n---\n\n正文。\n' });
    expect((await run(['check', '--locale', 'zh'], { cwd })).stdout).toContain('  其中 1 个可以用 --fix 自动改好。\n');
  });

  it('shows no characters that would steer the terminal', async () => {
    const cwd = folderOf({ 'a.md': response('response-x', '退款进度', '\u001b[31m红\u202e[政策](missing.md)') });
    const { stdout } = await run(['check'], { cwd });
    expect(stdout).toContain('\uFFFD[31m红\uFFFD[政策](missing.md)');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may come through
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('json', () => {
  it('holds exactly what programs need', async () => {
    const cwd = folderOf({ '退款.md': response('response-x', '退款进度', brokenLine), 'playbook.config.yaml': 'titel: 客服\n' });
    const { code, stdout } = await run(['check', '--format', 'json', '--locale', 'en'], { cwd });
    expect(code).toBe(1);
    const text = response('response-x', '退款进度', brokenLine);
    const start = text.indexOf('missing.md');
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      root: cwd,
      summary: { files: 1, errors: 2, warnings: 0, infos: 0 },
      diagnostics: [
        {
          code: 'config-schema',
          severity: 'error',
          message: expect.stringContaining('“titel”'),
          path: 'playbook.config.yaml',
          range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 6, offset: 5 } },
          fix: {
            title: 'Change to “title”',
            edits: [{ range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 6, offset: 5 } }, newText: 'title' }],
          },
        },
        {
          code: 'broken-link',
          severity: 'error',
          message: 'The link’s target “missing.md” does not exist.',
          path: '退款.md',
          range: { start: { line: 10, column: 10, offset: start }, end: { line: 10, column: 20, offset: start + 10 } },
        },
      ],
    });
  });

  it('names paths from the root, wherever the check is run', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'content: 手册\n', '手册/深/a.md': response('response-x', '退款', brokenLine) });
    const { stdout } = await run(['check', '--format', 'json'], { cwd: join(cwd, '手册/深') });
    const { root, diagnostics } = JSON.parse(stdout);
    expect([root, diagnostics[0].path]).toEqual([cwd, '手册/深/a.md']);
  });
});

describe('sarif', () => {
  it('has the shape that code scanning reads', async () => {
    const cwd = folderOf({ '退款 1.md': `---\ntype: article\ntitle: 漫游\nlang: zh-Hans\n---\n\n${brokenLine}\n` });
    const { code, stdout } = await run(['check', '--format', 'sarif', '--locale', 'zh-Hant'], { cwd });
    expect(code).toBe(1);
    const log = JSON.parse(stdout);
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/^https:.*sarif.*2\.1\.0/);
    const [{ tool, results, columnKind }] = log.runs;
    expect([tool.driver.name, tool.driver.version, columnKind]).toEqual(['Playbook KB', packageVersion(), 'utf16CodeUnits']);
    for (const rule of tool.driver.rules) {
      expect(rule).toEqual({
        id: expect.stringMatching(/^[a-z-]+$/),
        shortDescription: { text: expect.stringMatching(/./) },
        fullDescription: { text: expect.stringMatching(/./) },
        help: { text: expect.stringMatching(/./) },
        defaultConfiguration: { level: expect.stringMatching(/^(error|warning|note)$/) },
      });
    }
    for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    const link = results.find((result: { ruleId: string }) => result.ruleId === 'broken-link');
    expect(link).toEqual({
      ruleId: 'broken-link',
      ruleIndex: expect.any(Number),
      level: 'error',
      message: { text: '連結的目標「missing.md」不存在。' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%E9%80%80%E6%AC%BE%201.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7, startColumn: 10, endLine: 7, endColumn: 20 },
          },
        },
      ],
    });
    const [{ artifactChanges }] = results.find((result: { ruleId: string }) => result.ruleId === 'missing-id').fixes;
    expect(artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 1 },
      insertedContent: { text: expect.stringContaining('id: ') },
    });
  });
});

describe('github', () => {
  it('escapes what its commands would take apart', async () => {
    const cwd = folderOf({ 'kb/a,b:50%.md': response('response-x', '退款', '[政策](100%25,x:y.md)') });
    const { stdout } = await run(['check', 'kb', '--format', 'github'], { cwd });
    expect(stdout).toBe(
      '::error file=kb/a%2Cb%3A50%25.md,line=10,endLine=10,col=6,endColumn=19,title=broken-link::The link’s target “100%2525,x:y.md” does not exist.\n',
    );
  });

  it('writes nothing when there is nothing to say', async () => {
    const cwd = folderOf({ 'a.md': response('response-x', '退款进度') });
    expect(await run(['check', '--format', 'github'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('--fix', () => {
  const unmended =
    '\uFEFF---\r\ntype: article\r\ntitle: 漫游\r\nlang: zh-Hans\r\ntags: [漫游]\r\n---\r\n\r\n### 怎么开通\r\n\r\n正文。\r\n';

  it('keeps line endings, byte-order mark and permissions, and says what it changed', async () => {
    const cwd = folderOf({ '漫游.md': unmended });
    chmodSync(join(cwd, '漫游.md'), 0o640);
    const { code, stdout, stderr } = await run(['check', '--fix', '--locale', 'zh-Hans'], { cwd });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '✔ 没有发现问题，共检查 1 篇手册。\n',
      stderr: '已修改 漫游.md：2 处\n',
    });
    expect(readFileSync(join(cwd, '漫游.md'), 'utf8')).toBe(unmended.replace('---\r\n', '---\r\nid: 漫游\r\n').replace('### ', '## '));
    expect(statSync(join(cwd, '漫游.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(['漫游.md']);
  });

  it('gives two files of one name two ids', async () => {
    const text = '---\ntype: article\ntitle: 漫游\nlang: zh-Hans\n---\n\n正文。\n';
    const cwd = folderOf({ 'a/漫游.md': text, 'b/漫游.md': text });
    expect((await run(['check', '--fix'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'b/漫游.md'), 'utf8')).toContain('id: 漫游-2\n');
  });

  it('mends the config first', async () => {
    const cwd = folderOf({ 'playbook.config.yaml': 'conten: 手册\n', '手册/a.md': response('response-x', '退款') });
    expect((await run(['check', '--fix'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'playbook.config.yaml'), 'utf8')).toBe('content: 手册\n');
  });

  it('leaves a file alone that is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('---\ntype: article\ntitle: x\nlang: en\n---\n\n'),
      Buffer.from([0xb0, 0xa1]),
      Buffer.from('\n'),
    ]);
    const cwd = folderOf({});
    writeFileSync(join(cwd, 'a.md'), bytes);
    const { stderr } = await run(['check', '--fix'], { cwd });
    expect(stderr).toContain('a.md was left alone: it is not UTF-8. Save it as UTF-8 first.\n');
    expect(readFileSync(join(cwd, 'a.md')).equals(bytes)).toBe(true);
  });

  it('does not call a translation current that nobody has read', async () => {
    const translation =
      '---\nid: response-x-en\ntype: article\ntitle: Refund\nlang: en\ntranslation_of: response-x\nsource_blob: "000000000000"\n---\n\nText.\n';
    const cwd = folderOf({ 'a.md': response('response-x', '退款'), 'en.md': translation });
    const { stdout, stderr } = await run(['check', '--fix'], { cwd });
    expect(stderr).toBe('Nothing could be fixed automatically.\n');
    expect(stdout).toContain('translation-stale');
    expect(stdout).not.toContain('--fix');
    expect(readFileSync(join(cwd, 'en.md'), 'utf8')).toBe(translation);
  });
});

describe('links that leave the knowledge base', () => {
  it('are named and never read or written', async () => {
    const secret = folderOf({ 'secret.md': '---\ntype: article\ntitle: 秘密\nlang: zh-Hans\n---\n\n### 密码\n' });
    const before = readFileSync(join(secret, 'secret.md'), 'utf8');
    const cwd = folderOf({
      'a.md': response('response-x', '退款'),
      'b.md': { link: join(secret, 'secret.md') },
      c: { link: secret },
      'd.md': { link: 'gone.md' },
    });
    const { code, stdout, stderr } = await run(['check', '--fix', '--locale', 'zh-Hant'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe('✔ 沒有發現問題，共檢查 1 篇手冊。\n');
    expect(stderr).toContain('已略過 b.md：這個連結通往知識庫之外。\n已略過 c：這個連結通往知識庫之外。\n');
    expect(stderr).toContain('已略過 d.md：這個連結通往的檔案不存在。\n');
    expect(readFileSync(join(secret, 'secret.md'), 'utf8')).toBe(before);
  });
});

describe('output', () => {
  it('ends quietly when the reader has seen enough', async () => {
    const cwd = folderOf(
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.md`, response(`response-${n}`, '退款', brokenLine)])),
    );
    const { stdout, stderr } = await runShell('$PLAYBOOK check --format json | head -n 1', { cwd });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });

  it.runIf(process.platform === 'linux')('says that the disk is full', async () => {
    const { code, stderr } = await runShell('$PLAYBOOK check --locale zh-Hans > /dev/full', { cwd: broken() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '✖ 磁盘空间不足，没有写完。\n' });
  });

  it('takes the language from LC_ALL, then LC_MESSAGES, then LANG', async () => {
    const cwd = folderOf({ 'a.md': response('response-x', '退款进度') });
    const say = async (env: Record<string, string>) => (await run(['check'], { cwd, env })).stdout;
    expect(await say({ LC_ALL: 'zh_TW.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'C' })).toContain('沒有發現問題');
    expect(await say({ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'C' })).toContain('没有发现问题');
    expect(await say({ LANG: 'zh_HK.UTF-8' })).toContain('沒有發現問題');
    expect(await say({ LANG: 'C' })).toContain('No problems');
  });
});

function packageVersion(): string {
  return JSON.parse(readFileSync('package.json', 'utf8')).version;
}
