import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Outcome, run, useProgram } from '../support/command-line.js';
import { configText, type PersonName, page, Repository, temporaryFolder, useRepositories } from '../support/repository.js';

useProgram();
useRepositories();

const playbook = (repository: Repository, who: PersonName, ...args: readonly string[]): Promise<Outcome> =>
  run(args, { cwd: repository.root, env: repository.environment(who) });

const start = () =>
  Repository.create({
    'playbook.config.yaml': configText('  groups: { legal: [carol@example.com] }\n  rules: [{ match: "policies/**", groups: [legal] }]\n'),
    'playbooks/a.md': page('a', '一'),
    'playbooks/policies/p.md': page('p', '政策'),
  });

describe('review approve', () => {
  it('shows what is approved and commits the decision alone, leaving index and working tree as they are', async () => {
    const repository = start();
    repository.write({ 'staged.txt': '暂存', 'playbooks/policies/p.md': '改了没提交', 'new.txt': '新' });
    repository.git('add', 'staged.txt');
    const before = repository.git('status', '--porcelain');
    const { code, stdout, stderr } = await playbook(repository, 'carol', 'review', 'approve', 'a', '--note', '可以');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('  > 一');
    expect(stdout).toContain('a is published as revision 1.');
    expect(repository.git('status', '--porcelain')).toBe(before);
    const files = repository.git('show', '--name-status', '--format=%an <%ae> %s', 'HEAD').trim().split('\n');
    expect(files[0]).toMatch(/^陈晨 <carol@example\.com> Approve a at [0-9a-f]{8}$/);
    expect(files.slice(2).map((line) => line.replace(/-[0-9a-f]{6}\.yaml$/, ''))).toEqual([
      `A\t.playbook/reviews/a/${repository.blob('playbooks/a.md').slice(0, 8)}-carol-at-example.com`,
    ]);
    expect(await repository.state('a')).toBe('approved');
  });

  it('runs nothing that the repository names', async () => {
    const repository = start();
    const trap = `touch ${join(repository.folder, 'trapped')}; cat`;
    repository.write({
      '.git/hooks/post-commit': `#!/bin/sh\n${trap}\n`,
      '.git/hooks/reference-transaction': `#!/bin/sh\n${trap}\n`,
      '.gitattributes': '*.md diff=trap filter=trap\n',
    });
    repository.git('update-index', '--refresh');
    for (const [name, value] of Object.entries({
      'core.fsmonitor': trap,
      'core.pager': trap,
      'core.sshCommand': trap,
      'diff.external': trap,
      'diff.trap.textconv': trap,
      'diff.trap.command': trap,
      'filter.trap.clean': trap,
      'filter.trap.smudge': trap,
      'gpg.program': trap,
      'gpg.ssh.program': trap,
      'log.showSignature': 'true',
      'core.editor': trap,
      'alias.log': `!${trap}`,
    }))
      repository.git('config', name, value);
    for (const args of [
      ['review', 'status'],
      ['review', 'approve', 'a'],
      ['review', 'check'],
      ['show', 'a'],
      ['export', '--out', join(temporaryFolder(), 'site')],
    ]) {
      expect((await run(args, { cwd: repository.root, env: repository.environment('carol') })).code).toBeLessThan(2);
    }
    expect(existsSync(join(repository.folder, 'trapped'))).toBe(false);
  });

  it('refuses what could not count, in words', async () => {
    const repository = start();
    const refused = async (who: PersonName, ...args: readonly string[]) => {
      const { code, stderr } = await playbook(repository, who, 'review', ...args);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused('alice', 'approve', 'a')).toContain('nobody approves their own words');
    expect(await refused('dave', 'approve', 'p')).toContain('carol@example.com');
    expect(await refused('dave', 'approve', 'aa')).toContain('Did you mean “a”?');
    expect(await refused('dave', 'verify', 'a')).toContain('is not published');
    repository.write({ 'playbooks/a.md': page('a', '没提交') });
    expect(await refused('dave', 'approve', 'a')).toContain('not committed');
    repository.write({ 'playbooks/a.md': page('a', '一').replaceAll('\n', '\r\n') });
    expect((await playbook(repository, 'dave', 'review', 'approve', 'a')).code).toBe(0);
    expect(await refused('dave', 'approve', 'a')).toContain('approved already (revision 1)');
  });

  it('asks only people who could approve, and says so when nobody knows them', async () => {
    const repository = start();
    const ask = (id: string, reviewer: string) => playbook(repository, 'bob', 'review', 'request', id, '--reviewer', reviewer);
    const head = repository.head();
    const { code, stderr } = await ask('a', '鲍 勃');
    expect([code, stderr]).toEqual([2, '✖ --reviewer takes an e-mail address, and “鲍 勃” is none.\n']);
    expect((await ask('a', 'alice@example.com')).stderr).toContain('alice@example.com wrote part of this change');
    expect((await ask('p', 'caro@example.com')).stderr).toBe(
      '✖ By review.rules, p is not for caro@example.com to approve, but for: carol@example.com.\nDid you mean “carol@example.com”?\n',
    );
    expect(repository.head()).toBe(head);
    expect((await ask('a', 'caro@example.com')).stderr).toBe(
      'caro@example.com has made no commit here yet. Check that the address is right.\nDid you mean “carol@example.com”?\n',
    );
    expect((await ask('a', 'Carol@Example.com')).stderr).toBe('');
  });

  it('asks for changes only with a note that says which', async () => {
    const { code, stderr } = await playbook(start(), 'carol', 'review', 'changes', 'a', '--note', ' ');
    expect([code, stderr]).toEqual([2, '✖ Say what to change: playbook review changes a --note "…"\n']);
  });

  it('says what a verification is, and where to see the pages that a snippet reaches', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/s.md': page('s', '片段').replace('type: article', 'type: snippet'),
      'playbooks/a.md': page('a', '::include{id=s}'),
    });
    const { stdout } = await playbook(repository, 'carol', 'review', 'approve', 's');
    expect(stdout).toContain(
      'Pages that embed it: a\nThese pages before and after: playbook review diff s --format html --out diff.html\n',
    );
    const verified = (await playbook(repository, 'carol', 'review', 'verify', 's')).stdout;
    expect(verified).toMatch(/^The text of s is that of revision 1:\nplaybooks\/s\.md\n {2}---\n[\s\S]* {2}> 片段\n/);
    expect(verified).toMatch(/s revision 1 is confirmed as still right\.\n$/);
  });

  it('says which pictures are others than approved, where the words are the same too', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': page('a', '![图](图.svg)'),
      'playbooks/图.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    await playbook(repository, 'carol', 'review', 'approve', 'a');
    expect((await playbook(repository, 'carol', 'review', 'diff', 'a')).stderr).not.toContain('differ');
    repository.commit('bob', { 'playbooks/图.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>' });
    const said = 'Pictures and files that differ from the approved ones: 图.svg\n';
    expect((await playbook(repository, 'carol', 'review', 'diff', 'a')).stderr).toContain(said);
    expect((await playbook(repository, 'carol', 'review', 'approve', 'a')).stdout).toContain(said);
  });

  it('--no-commit writes the file and leaves the rest to the user', async () => {
    const repository = start();
    const head = repository.head();
    expect((await playbook(repository, 'carol', 'review', 'changes', 'a', '--note', '太长', '--no-commit')).code).toBe(0);
    expect(repository.head()).toBe(head);
    expect(await repository.state('a')).toBe('never-approved');
    repository.commit('carol');
    expect(await repository.state('a')).toBe('changes-requested');
  });
});

describe('review approve where commits are signed', () => {
  it('signs the decision with the user’s key, on a branch and without one', async () => {
    const keys = temporaryFolder();
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'c', '-f', join(keys, 'key')]);
    const key = readFileSync(join(keys, 'key.pub'), 'utf8').trim();
    const repository = Repository.create({
      'playbook.config.yaml': configText(`  require_signature: true\n  signers: { carol@example.com: "${key}" }\n`),
      'playbooks/a.md': page('a', '一'),
      'playbooks/b.md': page('b', '二'),
    });
    for (const [name, value] of Object.entries({ 'commit.gpgSign': 'true', 'gpg.format': 'ssh', 'user.signingKey': join(keys, 'key') })) {
      repository.git('config', name, value);
    }
    expect((await playbook(repository, 'carol', 'review', 'approve', 'a')).stdout).toContain('published as revision 1');
    expect((await playbook(repository, 'dave', 'review', 'approve', 'b')).stdout).toContain('without a good signature');
    repository.git('checkout', '-q', '--detach');
    expect((await playbook(repository, 'carol', 'review', 'approve', 'b')).stdout).toContain('published as revision 1');
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('review status, check, history and show', () => {
  it('keep Markdown of a comment harmless', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': page('"x|y <img src=x> @team [a](b) `c`"'),
    });
    const { stdout } = await playbook(repository, 'bob', 'review', 'check', '--format', 'markdown');
    expect(stdout).not.toMatch(/<img|@team|\]\(b\)|`c`/);
    const rows = stdout.split('\n').filter((line) => line.startsWith('| <code>'));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.split(' | ')).toHaveLength(4);
  });

  it('say what keeps the gate shut where only a forged decision is left', async () => {
    const repository = start();
    await playbook(repository, 'carol', 'review', 'approve', 'playbook.config');
    await playbook(repository, 'carol', 'review', 'approve', 'a');
    await playbook(repository, 'carol', 'review', 'approve', 'p');
    await playbook(repository, 'dave', 'review', 'verify', 'a', '--no-commit');
    repository.commit('bob');
    const { code, stdout } = await playbook(repository, 'bob', 'review', 'check');
    expect(code).toBe(1);
    expect(stdout).not.toContain('await');
    expect(stdout).toMatch(/\n1 decision file cannot count\. Find out why and remove it; until then the gate stays shut\.\n$/);
    repository.git('rm', '-qr', '.playbook/reviews/a');
    repository.git('reset', '-q', 'HEAD');
    repository.git(
      'checkout',
      '-q',
      '--',
      ...repository
        .git('ls-files', '.playbook/reviews/a')
        .trim()
        .split('\n')
        .filter((file) => !file.includes('dave')),
    );
    repository.commit('bob');
    expect((await playbook(repository, 'bob', 'review', 'check')).stdout).toBe('No approval is missing.\n');
  });

  it('say how things stand, for people and for programs', async () => {
    const repository = start();
    await playbook(repository, 'carol', 'review', 'approve', 'a');
    repository.git('checkout', '-q', '-b', 'change');
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await playbook(repository, 'bob', 'review', 'request', 'a', '--reviewer', 'carol@example.com');
    const { stdout } = await playbook(repository, 'bob', 'review', 'status');
    expect(stdout).toContain('changed since approval · 1');
    expect(stdout).toContain('bob@example.com asked carol@example.com');
    const status = JSON.parse((await playbook(repository, 'bob', 'review', 'status', '--json')).stdout);
    expect(status.mode).toBe('required');
    expect(status.playbooks.find(({ id }: { id: string }) => id === 'a')).toMatchObject({
      state: 'changed',
      blob: repository.blob('playbooks/a.md'),
      published: { revision: 1, approvers: ['carol@example.com'] },
      authors: ['bob@example.com'],
      missing: [{ group: null, count: 1, from: [] }],
    });
    const check = await playbook(repository, 'bob', 'review', 'check', '--base', 'main', '--format', 'markdown');
    expect(check.code).toBe(1);
    expect(check.stdout).toContain('| <code>a</code><br><code>playbooks/a.md</code> | changed since approval | needs 1 more approval');
    expect(check.stdout).not.toContain('<code>p</code>');
    expect((await playbook(repository, 'bob', 'review', 'check', '--base', 'main', '--format', 'github')).stdout).toContain(
      '::error file=playbooks/a.md,title=Review::a',
    );
    expect(JSON.parse((await playbook(repository, 'bob', 'review', 'check', '--base', 'main', '--format', 'gitlab')).stdout)).toHaveLength(
      1,
    );
    await playbook(repository, 'carol', 'review', 'approve', 'a', '--note', '好');
    expect((await playbook(repository, 'bob', 'review', 'check', '--base', 'main')).code).toBe(0);
    expect((await playbook(repository, 'bob', 'review', 'history', 'a')).stdout).toContain('→ revision 2');
    expect((await playbook(repository, 'bob', 'show', 'a@1')).stdout).toBe(page('a', '一'));
    expect((await playbook(repository, 'bob', 'show', 'a')).stdout).toBe(page('a', '二'));
    expect((await playbook(repository, 'bob', 'show', 'a@main')).stdout).toBe(page('a', '一'));
  });

  it('gives the same with a cache, with a damaged one and without', async () => {
    const repository = start();
    await playbook(repository, 'carol', 'review', 'approve', 'a');
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    const ask = async () => (await playbook(repository, 'bob', 'review', 'status', '--json')).stdout;
    const fresh = await ask();
    expect(await ask()).toBe(fresh);
    const folder = join(repository.folder, '.git/playbook');
    const [name = ''] = readdirSync(folder);
    const content = readFileSync(join(folder, name), 'utf8');
    repository.write({ [`.git/playbook/${name}`]: content.replace('bob@example.com', 'eve@example.com') });
    expect(await ask()).toBe(fresh);
    repository.write({ [`.git/playbook/${name}`]: content.slice(0, 500) });
    expect(await ask()).toBe(fresh);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    expect(JSON.parse(await ask()).playbooks.find(({ id }: { id: string }) => id === 'a').state).toBe('approved');
  });
});

describe('export where review is on', () => {
  const read = (repository: Repository, path: string) => readFileSync(join(repository.root, path), 'utf8');

  it('gives approved content by default, and the folder only when told', async () => {
    const repository = start();
    await playbook(repository, 'carol', 'review', 'approve', 'playbook.config');
    await playbook(repository, 'carol', 'review', 'approve', 'a');
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    repository.write({ 'playbook.config.yaml': configText().replace('mode: required', 'mode: off') });
    expect((await playbook(repository, 'bob', 'export', '--out', 'site')).code).toBe(0);
    expect(read(repository, 'site/pages/a.html')).toContain('一');
    expect(read(repository, 'site/pages/a.html')).toContain('陈晨');
    expect(existsSync(join(repository.root, 'site/pages/p.html'))).toBe(false);
    const working = await playbook(repository, 'bob', 'export', '--out', 'site', '--content', 'working-tree');
    expect(working.stderr).toContain('Not for agents.');
    expect(read(repository, 'site/pages/a.html')).toContain('审核后有改动');
  });

  it('counts what approved wording lacks by itself, and does not call it mistakes of the folder', async () => {
    const whole = (id: string, scene: string) => page(id).replace('## 标准回复', `## 使用场景\n\n${scene}\n\n## 标准回复`);
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': whole('a', '见[乙](b.md)和[丙](c.md)。'),
      'playbooks/b.md': whole('b', '咨询。'),
      'playbooks/c.md': whole('c', '咨询。'),
    });
    for (const id of ['playbook.config', 'a', 'c']) await repository.approve(id, 'carol');
    expect((await playbook(repository, 'bob', 'check')).code).toBe(0);
    const { stderr } = await playbook(repository, 'bob', 'export', '--out', 'site', '--locale', 'zh-Hans');
    expect(stderr).toBe(
      '只含审核过的文字：2 篇；1 篇还没有审核过的版本，没有导出。\n审核过的文字里有 1 处提到还没有审核的内容，或另有错误（1 个文件）；提到的内容审核通过后就能打开。\n',
    );
    const { stdout } = await playbook(repository, 'bob', 'export', '--out', 'site', '--json');
    expect(JSON.parse(stdout)).toEqual({
      folder: 'site',
      home: join(repository.root, 'site/index.html'),
      files: expect.any(Number),
      content: 'approved',
      playbooks: 2,
      leftOut: 1,
      isConfigApproved: true,
      mayBeUnapproved: false,
      errors: 1,
      erroneous: ['playbooks/a.md'],
    });
  });

  it('--as-of gives the bytes that were exported on that day', async () => {
    const repository = start();
    await repository.approve('a', 'carol');
    const day = repository.today;
    await playbook(repository, 'bob', 'export', '--out', 'then', '--today', day);
    repository.skipDays(3);
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'carol');
    expect((await playbook(repository, 'bob', 'export', '--out', 'again', '--as-of', day)).code).toBe(0);
    const files = readdirSync(join(repository.root, 'then'), { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.'));
    expect(readdirSync(join(repository.root, 'again'), { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.'))).toEqual(
      files,
    );
    for (const path of files) expect(read(repository, join('again', path))).toBe(read(repository, join('then', path)));
  });

  it('refuses a day that is still to come', async () => {
    const repository = start();
    await repository.approve('a', 'carol');
    const message = '✖ 9999-01-01 还没有到，没有人知道那天会看到什么。请写今天或更早的一天。\n';
    for (const command of [
      ['export', '--out', 'site', '--as-of', '9999-01-01'],
      ['show', 'a@9999-01-01'],
    ]) {
      const { code, stdout, stderr } = await playbook(repository, 'bob', ...command, '--locale', 'zh-Hans');
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: message });
    }
  });

  it('advisory: exports the folder and marks pages', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText().replace('required', 'advisory'),
      'playbooks/a.md': page('a', '一'),
    });
    await playbook(repository, 'bob', 'export', '--out', 'site');
    expect(read(repository, 'site/pages/a.html')).toContain('本页还没有审核过');
    await playbook(repository, 'carol', 'review', 'approve', 'a');
    await playbook(repository, 'bob', 'export', '--out', 'site');
    expect(read(repository, 'site/pages/a.html')).not.toContain('本页还没有审核过');
    expect((await playbook(repository, 'bob', 'review', 'check')).code).toBe(0);
  });

  it('refuses without a repository, in plain words', async () => {
    const repository = start();
    repository.git('checkout', '-q', '--detach');
    const { code, stderr } = await run(['export', '--out', 'x'], {
      cwd: repository.root,
      env: { ...repository.environment('bob'), PATH: '/nonexistent' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no git on this computer.');
  });

  it('refuses where git says nothing and a config that nobody approved switches review off', async () => {
    const repository = start();
    await playbook(repository, 'bob', 'review', 'approve', 'playbook.config');
    repository.commit('alice', { 'playbook.config.yaml': configText().replace('required', 'off') });
    const without = { ...repository.environment('bob'), PATH: '/nonexistent' };
    const { code, stderr } = await run(['export', '--out', 'x'], { cwd: repository.root, env: without });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no git on this computer.');
    // A folder in which nothing was ever decided needs no git.
    const plain = Repository.create({ 'playbook.config.yaml': 'title: 甲\ncontent: playbooks\n', 'playbooks/a.md': page('a') });
    const unreviewed = await run(['export', '--out', 'x'], { cwd: plain.root, env: { ...plain.environment('bob'), PATH: '/nonexistent' } });
    expect([unreviewed.code, unreviewed.stderr]).toEqual([0, expect.not.stringContaining('git')]);
    expect((await run(['check'], { cwd: repository.root, env: without })).code).not.toBe(2);
  });

  it.runIf(process.getuid?.() === 0)('refuses in a repository of another user, which git does not read', async () => {
    const repository = Repository.create({ 'playbook.config.yaml': 'title: 甲\ncontent: playbooks\n', 'playbooks/a.md': page('a') });
    execFileSync('chown', ['-R', '65534', repository.root]);
    const { code, stderr } = await run(['export', '--out', 'x'], { cwd: repository.root, env: repository.environment('bob') });
    expect(code).toBe(2);
    expect(stderr).toContain('git config --global --add safe.directory');
    expect((await run(['check'], { cwd: repository.root, env: repository.environment('bob') })).code).not.toBe(2);
  });
});
