import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionPath, formatDecision } from '../../src/core/review/decision.js';
import { folderOf, plainEnvironment, run, useProgram, writeFiles } from '../support/command-line.js';

useProgram();

const config = 'title: 测试\ncontent: .\n';
const policy = (days: number) =>
  `---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\n---\n\n## 政策内容\n\n我们会在 ${days} 个工作日内退款。\n`;

function git(folder: string, ...args: readonly string[]): string {
  return gitAs('林小雨', 'lin@example.com', folder, ...args);
}

function gitAs(name: string, email: string, folder: string, ...args: readonly string[]): string {
  const env = {
    ...plainEnvironment,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: '2026-11-01T09:00:00+08:00',
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: '2026-11-01T09:00:00+08:00',
  };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' });
}

/** A repository with two commits: three days, then five under another path; the folder itself says seven. */
function repository(): string {
  const folder = folderOf({ 'playbook.config.yaml': config, 'policy.md': policy(3) });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=初版');
  git(folder, 'mv', 'policy.md', 'policy-refund.md');
  writeFiles(folder, { 'policy-refund.md': policy(5) });
  git(folder, 'commit', '--quiet', '--all', '--message=改期限');
  writeFiles(folder, { 'policy-refund.md': policy(7) });
  return folder;
}

describe('playbook review diff', () => {
  it('compares two files anywhere, in words', async () => {
    const folder = folderOf({ 'a.md': policy(3), 'b.md': policy(5) });
    const { code, stdout } = await run(['review', 'diff', 'a.md', 'b.md'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        '退款政策  policy-refund',
        'a.md → b.md',
        'major: number or deadline',
        '',
        '~ changed paragraph  政策内容  [number or deadline]',
        '    我们会在 [-3-]{+5+} 个工作日内退款。',
        '',
      ].join('\n'),
    );
  });

  it('compares what is in the folder with the last commit where nothing is reviewed, and any two commits', async () => {
    const folder = repository();
    const now = await run(['review', 'diff', 'policy-refund'], { cwd: folder });
    expect(now.stdout).toContain('[-5-]{+7+}');
    expect(now.stdout).toMatch(/^HEAD \([0-9a-f]{8}\) → working tree$/m);
    const past = await run(['review', 'diff', 'policy-refund', '--from', 'HEAD~1', '--to', 'HEAD'], { cwd: folder });
    expect(past.stdout).toContain('[-3-]{+5+}');
    const byFile = await run(['review', 'diff', 'policy-refund.md', '--from', 'HEAD~1'], { cwd: folder });
    expect(byFile.stdout).toContain('[-3-]{+7+}');
  });

  it('compares what was approved last with the folder, however many commits lie between', async () => {
    const folder = folderOf({ 'playbook.config.yaml': `${config}review: { mode: required }\n`, 'policy.md': policy(3) });
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message=初版');
    const blob = git(folder, 'rev-parse', 'HEAD:policy.md').trim();
    const decision = { id: 'policy-refund', kind: 'approved' as const, blob, assets: {}, by: 'zhou@example.com', reviewers: [] };
    const text = formatDecision(decision);
    writeFiles(folder, { [decisionPath(decision, text)]: text });
    gitAs('周明', 'zhou@example.com', folder, 'add', '--all');
    gitAs('周明', 'zhou@example.com', folder, 'commit', '--quiet', '--message=审核通过');
    writeFiles(folder, { 'policy.md': policy(5) });
    git(folder, 'commit', '--quiet', '--all', '--message=改期限');
    writeFiles(folder, { 'policy.md': policy(7) });
    const { stdout } = await run(['review', 'diff', 'policy-refund'], { cwd: folder });
    expect(stdout).toContain(`approved revision 1 (${blob.slice(0, 8)}) → working tree`);
    expect(stdout).toContain('[-3-]{+7+}');
    const { stdout: committed } = await run(['review', 'diff', 'policy-refund', '--to', 'HEAD'], { cwd: folder });
    expect(committed).toContain('[-3-]{+5+}');
  });

  it('says that nothing was approved yet', async () => {
    const folder = repository();
    const { stdout } = await run(['review', 'diff', 'policy-refund', '--from', 'approved', '--locale', 'zh-Hant'], { cwd: folder });
    expect(stdout).toContain('尚無審核通過的版本 → 資料夾裡現在的內容');
    expect(stdout).toContain('+ 新增整頁');
  });

  it('gives exact places as JSON', async () => {
    const folder = repository();
    const { stdout } = await run(['review', 'diff', 'policy-refund', '--format', 'json'], { cwd: folder });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ version: 1, id: 'policy-refund', path: 'policy-refund.md', size: 'major', classes: ['number'] });
    expect(report.changes[0].after).toEqual({ start: { line: 10, column: 1, offset: 75 }, end: { line: 10, column: 16, offset: 90 } });
  });

  it('gives Markdown that nothing in a playbook can break out of', async () => {
    const folder = folderOf({ 'a.md': policy(3), 'b.md': `${policy(5)}\n@bob #12 <img src=x> [x](javascript:1) **粗**\n` });
    const { stdout } = await run(['review', 'diff', 'a.md', 'b.md', '--format', 'markdown', '--locale', 'zh-Hans'], {
      cwd: folder,
    });
    expect(stdout).toContain('- **改动 · 段落** — 政策内容 (数字或期限)\n  <br>我们会在 <del>3</del><ins>5</ins> 个工作日内退款。');
    expect(stdout).not.toMatch(/@bob|#12|<img|\]\(|\*\*粗/);
  });

  it('writes a page to a file', async () => {
    const folder = repository();
    const { code, stderr } = await run(['review', 'diff', 'policy-refund', '--format', 'html', '--out', 'diff.html'], {
      cwd: folder,
    });
    expect([code, stderr]).toEqual([0, 'Written to diff.html\n']);
    expect(readFileSync(join(folder, 'diff.html'), 'utf8')).toContain('<del>5</del><ins>7</ins>');
  });

  it('says what is wrong', async () => {
    const folder = repository();
    const say = async (...args: readonly string[]) => (await run(['review', 'diff', ...args], { cwd: folder })).stderr;
    expect(await say('policy-refudn')).toBe(
      '✖ There is no playbook with the id “policy-refudn”, and no such file.\nDid you mean “policy-refund”?\n',
    );
    expect(await say('policy-refund', '--from', 'nope')).toBe('✖ Git knows no revision “nope”.\n');
    expect(await say('policy-refund', '--from', '--output=x')).toContain('✖');
    expect(await say('a.md', 'b.md')).toBe('✖ There is no file “a.md”.\n');
    const bare = folderOf({ 'playbook.config.yaml': config, 'policy.md': policy(3) });
    const { code, stderr } = await run(['review', 'diff', 'policy-refund'], { cwd: bare });
    expect(code).toBe(2);
    expect(stderr).toBe(
      '✖ This folder is in no git repository, so there are no approvals to go by. To begin: git init, then commit.\nTwo files can be compared without it: playbook review diff old.md new.md\n',
    );
    const shallow = join(folderOf({}), 'shallow');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, shallow);
    expect((await run(['review', 'diff', 'policy-refund'], { cwd: shallow })).stderr).toContain('git fetch --unshallow');
  });
});
