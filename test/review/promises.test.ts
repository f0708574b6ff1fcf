import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitOn } from '../../src/core/review/order.js';
import { exportedText } from '../support/exported-text.js';
import { configText, page, people, Repository, temporaryFolder, useRepositories } from '../support/repository.js';

useRepositories();

describe('promise 1: nothing unapproved is ever in an export of approved content', () => {
  const secret = '机密未审核';

  it('not in pages, titles, lists, the search index, nor through a new playbook, a translation or a custom type', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': page('a', '已审核的话术。'),
      'schemas/meeting.outline.yaml': 'label: 会议\nsections:\n  - { key: agenda, headings: [议程] }\n',
    });
    await repository.approve('playbook.config', 'carol');
    await repository.approve('a', 'carol');
    await repository.approve('playbook.schemas/meeting.outline.yaml', 'carol');
    expect(await exportedText(repository)).toContain('已审核的话术。');
    repository.commit('bob', {
      'playbooks/a.md': page('a', secret)
        .replace('标题 a', `${secret}标题`)
        .replace('lang:', `keywords: [${secret}]\nsummary: ${secret}\nlang:`),
      'playbooks/b.md': page('b', secret),
      'playbooks/a.en.md': page('a-en', secret, 'translation_of: a\n').replace('zh-Hans', 'en'),
      'schemas/meeting.outline.yaml': `label: ${secret}\nsections:\n  - { key: agenda, headings: [${secret}] }\n`,
      'playbooks/说明.md': `# ${secret}\n`,
      'queries.yaml': `- { query: ${secret}, first: a }\n`,
    });
    const after = await exportedText(repository);
    expect(after).toContain('已审核的话术。');
    expect(after).not.toContain(secret);
    expect(after).not.toContain('a-en');
  });

  it('not through a snippet, a variable, a title or a synonym of the config', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText('', 'variables: { company: { phone: "400-111-1111" } }\n'),
      'playbooks/a.md': page('a', '请拨打 {{company.phone}}。', '').replace('> 请', '::include{id=s}\n\n> 请'),
      'playbooks/s.md': page('s', '片段旧值。'),
    });
    await repository.approve('playbook.config', 'carol');
    await repository.approve('a', 'carol');
    await repository.approve('s', 'carol');
    repository.commit('bob', {
      'playbook.config.yaml': configText('', `variables: { company: { phone: "${secret}" } }\nsynonyms: [[退款, ${secret}]]\n`).replace(
        '客服知识库',
        secret,
      ),
      'playbooks/s.md': page('s', secret),
    });
    const text = await exportedText(repository);
    expect(text).not.toContain(secret);
    expect(text).toContain('400-111-1111');
    const html = text.slice(text.indexOf('\npages/a.html'));
    expect(html).toContain('片段旧值。');
  });

  it('not through a picture or document, even where another page may show the new one', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': `${page('a')}\n![图](图.png) [价目](价目.csv)\n`,
      'playbooks/b.md': `${page('b')}\n![图](图.png)\n`,
      'playbooks/图.png': '旧图',
      'playbooks/价目.csv': '旧价目',
    });
    await repository.approve('a', 'carol');
    repository.commit('bob', { 'playbooks/图.png': secret, 'playbooks/价目.csv': secret });
    expect(await repository.state('a')).toBe('changed');
    let text = await exportedText(repository);
    expect(text).toContain(Buffer.from('旧图').toString('latin1'));
    expect(text).not.toContain(Buffer.from(secret).toString('latin1'));
    // b is approved with the new picture; a goes on showing the old one.
    await repository.approve('b', 'carol');
    text = await exportedText(repository);
    expect(text).toContain(Buffer.from(secret).toString('latin1'));
    const session = await repository.publishedSession();
    const shownBy = (id: string) => {
      const playbook = session.knowledgeBase.withId(id)[0];
      const target = playbook && session.knowledgeBase.resolveLink(playbook, { form: 'markdown', target: '图.png' });
      return target?.kind === 'file' ? target.path : undefined;
    };
    const { blobs } = await repository.published();
    expect(blobs.get(shownBy('b') ?? '')).toBe(repository.blob('playbooks/图.png'));
    expect(blobs.get(shownBy('a') ?? '')).not.toBe(repository.blob('playbooks/图.png'));
    expect(shownBy('a')).not.toBe(shownBy('b'));
  });

  it('not through a renamed, moved or deleted file', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': page('a', '已审核。'),
      'playbooks/p.md': page('p', '政策。'),
    });
    await repository.approve('a', 'carol');
    await repository.approve('p', 'carol');
    repository.git('mv', 'playbooks/a.md', 'playbooks/新.md');
    repository.commit('bob');
    expect(await repository.state('a')).toBe('approved');
    repository.commit('bob', { 'playbooks/l.md': `${page('l')}\n[到新的位置](新.md)\n` });
    await repository.approve('l', 'carol');
    expect(await exportedText(repository)).toContain('<a href="a.html">到新的位置</a>');
    repository.git('mv', 'playbooks/新.md', 'playbooks/又新.md');
    repository.commit('bob', { 'playbooks/又新.md': page('a', secret) });
    repository.git('rm', '-q', 'playbooks/p.md');
    repository.commit('bob', { 'playbooks/新.md': page('p2', secret) });
    expect(await exportedText(repository)).not.toContain(secret);
    expect(await repository.seen('a')).toContain('已审核。');
    expect(await repository.state('p')).toBe('changed');
    expect(await repository.seen('p')).toContain('政策。');
    await repository.approve('p', 'carol');
    expect(await repository.state('p')).toBe('retired');
    expect(await repository.seen('p')).toBeUndefined();
  });

  it('and nothing at all before anything is approved', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText().replace('客服知识库', secret),
      'playbooks/a.md': page('a', secret),
    });
    expect(await exportedText(repository)).not.toContain(secret);
  });
});

describe('promise 2: any edit voids the approval of the new text, and the last approved text stays', () => {
  it('holds for one character, in the body, in the front matter, or of white space', async () => {
    for (const change of [
      (text: string) => text.replace('查询。', '查询！'),
      (text: string) => text.replace('id: a', 'id:  a'),
      (text: string) => `${text}\n`,
    ]) {
      const repository = Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a') });
      await repository.approve('a', 'carol');
      repository.commit('bob', { 'playbooks/a.md': change(page('a')) });
      expect(await repository.state('a')).toBe('changed');
      expect(await repository.seen('a')).toBe(page('a'));
    }
  });

  it('does not void what embeds a changed snippet', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': `${page('a')}\n::include{id=s}\n`,
      'playbooks/s.md': page('s'),
    });
    await repository.approve('a', 'carol');
    await repository.approve('s', 'carol');
    repository.commit('bob', { 'playbooks/s.md': page('s', '新') });
    expect(await repository.state('a')).toBe('approved');
    expect(await repository.state('s')).toBe('changed');
  });
});

describe('promise 3: nobody approves their own change, nor in somebody else’s name', () => {
  const approved = async () => {
    const repository = Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a', '一') });
    await repository.approve('a', 'carol');
    return repository;
  };
  const problemsOf = async (repository: Repository) =>
    (await repository.review()).judgements.get('a')?.decisions.map(({ problem }) => problem);

  it('refuses authors of any commit since the last approved text, and co-authors', async () => {
    const repository = await approved();
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    repository.commit('dave', { 'playbooks/a.md': page('a', '三') }, '改\n\nCo-authored-by: 叶琳 <Erin@Example.com>\n\n末尾还有别的话');
    await repository.approve('a', 'bob', 'dave', 'erin');
    expect(await repository.state('a')).toBe('changed');
    expect(await problemsOf(repository)).toEqual([undefined, 'own-change', 'own-change', 'own-change']);
    await repository.approve('a', 'alice');
    expect(await repository.state('a')).toBe('approved');
  });

  it('refuses those who wrote a text that comes back later from other hands', async () => {
    const repository = await approved();
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    repository.commit('dave', { 'playbooks/a.md': page('a', '一') });
    repository.commit('dave', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'bob');
    expect(await repository.state('a')).toBe('changed');
  });

  it('refuses a decision that somebody else committed, and reports it', async () => {
    const repository = await approved();
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.decide('mallory', 'a', { as: 'carol' });
    expect(await repository.state('a')).toBe('changed');
    const state = (await repository.review()).states.get('a');
    expect(state?.suspicious.map(({ problem, author }) => [problem, author.email])).toEqual([['not-author', 'mallory@example.com']]);
  });

  it('voids a decision file that was edited afterwards, even by its maker, and reports it', async () => {
    const repository = Repository.create({ 'playbook.config.yaml': configText('  rules: [{ count: 2 }]\n'), 'playbooks/a.md': page('a') });
    await repository.approve('a', 'carol');
    const file = await repository.decide('dave', 'a');
    expect(await repository.state('a')).toBe('approved');
    repository.commit('dave', { [file]: `${readFileSync(join(repository.root, file), 'utf8')}note: "好"\n` });
    expect(await repository.state('a')).toBe('never-approved');
    expect((await repository.review()).states.get('a')?.suspicious.map(({ problem }) => problem)).toEqual(['edited']);
  });

  it('lets a decision be withdrawn by its maker only', async () => {
    const repository = await approved();
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    const file = await repository.decide('dave', 'a');
    repository.git('rm', '-q', file);
    repository.commit('mallory');
    expect(await repository.state('a')).toBe('approved');
    const other = await approved();
    other.commit('bob', { 'playbooks/a.md': page('a', '二') });
    const own = await other.decide('dave', 'a');
    other.git('rm', '-q', own);
    other.commit('dave');
    expect(await other.state('a')).toBe('changed');
    expect(await other.seen('a')).toBe(page('a', '一'));
  });

  it('counts only decisions with a signature that git verifies, where the config asks for it', async () => {
    const keys = temporaryFolder();
    const makeKey = (name: string) => {
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(keys, name)]);
      return readFileSync(join(keys, `${name}.pub`), 'utf8').trim();
    };
    const carol = makeKey('carol');
    makeKey('mallory');
    const repository = Repository.create({
      'playbook.config.yaml': configText(`  require_signature: true\n  signers: { carol@example.com: "${carol}" }\n`),
      'playbooks/a.md': page('a'),
    });
    await repository.approve('a', 'carol');
    expect(await problemsOf(repository)).toEqual(['unsigned']);
    const sign = async (who: 'carol' | 'mallory', key: string) => {
      const { path, text } = await repository.decisionFile(who, 'a', { as: 'carol' });
      repository.write({ [path]: text });
      repository.git('add', '--all');
      const { name, email } = people.carol;
      repository.gitAs(
        'mallory',
        ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${join(keys, key)}`, 'commit', '-q', '-S', '-m', 'Approve'],
        { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
      );
      repository.skipDays(1);
    };
    await sign('mallory', 'mallory');
    expect(await problemsOf(repository)).toEqual(['unsigned', 'unsigned']);
    expect(await repository.state('a')).toBe('never-approved');
    await sign('carol', 'carol');
    expect(await repository.state('a')).toBe('approved');
  });

  it('trusts the user’s own list of keys where the config names none', async () => {
    const keys = temporaryFolder();
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'c', '-f', join(keys, 'carol')]);
    writeFileSync(join(keys, 'allowed'), `carol@example.com ${readFileSync(join(keys, 'carol.pub'), 'utf8')}`);
    writeFileSync(join(keys, 'gitconfig'), `[gpg "ssh"]\n\tallowedSignersFile = ${join(keys, 'allowed')}\n`);
    const repository = Repository.create({
      'playbook.config.yaml': configText('  require_signature: true\n'),
      'playbooks/a.md': page('a'),
    });
    const { path, text } = await repository.decisionFile('carol', 'a');
    repository.write({ [path]: text });
    repository.git('add', '--all');
    repository.gitAs('carol', [
      '-c',
      'gpg.format=ssh',
      '-c',
      `user.signingkey=${join(keys, 'carol')}`,
      'commit',
      '-q',
      '-S',
      '-m',
      'Approve',
    ]);
    expect(await repository.state('a')).toBe('never-approved');
    const before = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = join(keys, 'gitconfig');
    try {
      expect(await repository.state('a')).toBe('approved');
    } finally {
      if (before === undefined) delete process.env['GIT_CONFIG_GLOBAL'];
      else process.env['GIT_CONFIG_GLOBAL'] = before;
    }
  });
});

describe('promise 4: rules say who must approve what', () => {
  const groups = '  groups: { legal: [bob@example.com, carol@example.com], ops: [dave@example.com, bob@example.com] }\n';

  it('by path, type, tag and risk; the first that fits wins', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(
        `${groups}  rules:\n    - { match: "policies/**", groups: [legal] }\n    - { tag: 退款, count: 2 }\n    - { risk: high, groups: [ops] }\n    - { type: response, count: 3 }\n`,
      ),
      'playbooks/policies/深/p.md': page('p'),
      'playbooks/t.md': page('t', '话', 'tags: [退款]\n'),
      'playbooks/r.md': page('r', '话', 'risk: high\n'),
      'playbooks/x.md': page('x'),
      'playbooks/y.md': '# 没有编号的文章\n',
    });
    const { states } = await repository.review();
    const missing = (id: string) => states.get(id)?.missing.map(({ group, count }) => [group, count]);
    expect(missing('p')).toEqual([['legal', 1]]);
    expect(missing('t')).toEqual([[undefined, 2]]);
    expect(missing('r')).toEqual([['ops', 1]]);
    expect(missing('x')).toEqual([[undefined, 3]]);
    expect(missing('playbooks/y')).toEqual([[undefined, 1]]);
  });

  it('two people from two groups: one person never stands for both', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(`${groups}  rules: [{ groups: [legal, ops] }]\n`),
      'playbooks/a.md': page('a'),
    });
    await repository.approve('a', 'bob');
    expect(await repository.state('a')).toBe('never-approved');
    await repository.approve('a', 'erin');
    expect(await repository.state('a')).toBe('never-approved');
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('approved');
  });

  it('takes owners of CODEOWNERS', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText('  codeowners: true\n  groups: { legal-team: [carol@example.com] }\n'),
      '.github/CODEOWNERS': '* dave@example.com\n/playbooks/policies/ @org/legal-team\n',
      'playbooks/a.md': page('a'),
      'playbooks/policies/p.md': page('p'),
    });
    await repository.approve('a', 'carol');
    await repository.approve('p', 'dave');
    expect([await repository.state('a'), await repository.state('p')]).toEqual(['never-approved', 'never-approved']);
    await repository.approve('a', 'dave');
    await repository.approve('p', 'carol');
    expect([await repository.state('a'), await repository.state('p')]).toEqual(['approved', 'approved']);
  });

  it('takes CODEOWNERS from the top of the repository, and only once it is approved', async () => {
    const repository = Repository.create({ 'playbook.config.yaml': configText('  codeowners: true\n'), 'playbooks/a.md': page('a') }, 'kb');
    const owners = (text: string) => writeFileSync(join(repository.folder, 'CODEOWNERS'), text);
    owners('/kb/playbooks/ dave@example.com\n');
    repository.commit('alice');
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('never-approved');
    await repository.approve('playbook.codeowners', 'carol');
    owners('* mallory@example.com\n');
    repository.commit('mallory');
    await repository.approve('a', 'mallory');
    expect(await repository.state('a')).toBe('never-approved');
    expect(await repository.state('playbook.codeowners')).toBe('changed');
    await repository.approve('a', 'dave');
    expect(await repository.state('a')).toBe('approved');
  });

  it('by kind of change: a number needs legal, a word does not', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(`${groups}  rules: [{ change: number, groups: [legal] }, { count: 1 }]\n`),
      'playbooks/a.md': page('a', '退款 7 天内到账。'),
    });
    await repository.approve('a', 'carol');
    repository.commit('alice', { 'playbooks/a.md': page('a', '退款将在 7 天内到账。') });
    await repository.approve('a', 'erin');
    expect(await repository.state('a')).toBe('approved');
    repository.commit('alice', { 'playbooks/a.md': page('a', '退款将在 30 天内到账。') });
    await repository.approve('a', 'erin');
    expect(await repository.state('a')).toBe('changed');
    await repository.approve('a', 'bob');
    expect(await repository.state('a')).toBe('approved');
  });
});

describe('promise 5: every way that git joins work gives a correct state or a clear refusal', () => {
  const base = (review = '') => Repository.create({ 'playbook.config.yaml': configText(review), 'playbooks/a.md': page('a', '一') });

  it('two reviewers on two branches never conflict', async () => {
    const repository = base('  rules: [{ count: 2 }]\n');
    repository.git('checkout', '-q', '-b', 'other');
    await repository.approve('a', 'dave');
    repository.git('checkout', '-q', 'main');
    await repository.approve('a', 'carol');
    repository.gitAs('alice', ['merge', '-q', '--no-edit', 'other']);
    expect(await repository.state('a')).toBe('approved');
  });

  it('merge: keeps decisions; a text that only the merge has is nobody’s until approved', async () => {
    const repository = base();
    await repository.approve('a', 'carol');
    repository.git('checkout', '-q', '-b', 'other');
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'dave');
    repository.git('checkout', '-q', 'main');
    repository.gitAs('alice', ['merge', '-q', '--no-ff', '--no-commit', 'other']);
    repository.commit('mallory', { 'playbooks/a.md': page('a', '合并时混入') });
    expect(await repository.state('a')).toBe('changed');
    expect(await repository.seen('a')).toBe(page('a', '二'));
    await repository.approve('a', 'mallory');
    expect(await repository.state('a')).toBe('changed');
  });

  it('squash merge: the decision is not its author’s any more, and says so', async () => {
    const repository = base();
    repository.git('checkout', '-q', '-b', 'other');
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'carol');
    repository.git('checkout', '-q', 'main');
    repository.gitAs('bob', ['merge', '-q', '--squash', 'other']);
    repository.commit('bob');
    expect(await repository.state('a')).toBe('never-approved');
    expect((await repository.review()).states.get('a')?.suspicious[0]?.problem).toBe('not-author');
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('approved');
  });

  it('rebase and cherry-pick: a decision keeps its author, after the text it is about', async () => {
    const repository = base();
    repository.git('checkout', '-q', '-b', 'other');
    const change = repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'carol');
    const decision = repository.head();
    repository.git('checkout', '-q', 'main');
    repository.commit('erin', { 'playbooks/别的.md': page('b') });
    repository.git('checkout', '-q', 'other');
    repository.gitAs('dave', ['rebase', '-q', 'main']);
    expect(await repository.state('a')).toBe('approved');
    repository.git('checkout', '-q', 'main');
    repository.gitAs('dave', ['cherry-pick', decision]);
    expect(await repository.state('a')).toBe('never-approved');
    expect((await repository.review()).judgements.get('a')?.decisions.map(({ problem }) => problem)).toEqual(['unknown-text']);
    repository.gitAs('dave', ['cherry-pick', change]);
    expect(await repository.state('a')).toBe('never-approved');
  });

  it('revert: an earlier text does not come back by itself', async () => {
    const repository = base();
    await repository.approve('a', 'carol');
    const change = repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'carol');
    repository.gitAs('mallory', ['revert', '--no-edit', change]);
    expect(await repository.state('a')).toBe('changed');
    expect(await repository.seen('a')).toBe(page('a', '二'));
    await repository.approve('a', 'mallory');
    expect(await repository.state('a')).toBe('changed');
    await repository.approve('a', 'carol');
    expect(await repository.seen('a')).toBe(page('a', '一'));
    expect((await repository.review()).states.get('a')?.published?.number).toBe(3);
  });

  it('an approval of an older text that arrives late does not replace a newer one', async () => {
    const repository = base();
    repository.git('checkout', '-q', '-b', 'late');
    await repository.approve('a', 'dave');
    repository.git('checkout', '-q', 'main');
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'carol');
    repository.gitAs('alice', ['merge', '-q', '--no-edit', 'late']);
    expect(await repository.state('a')).toBe('approved');
    expect(await repository.seen('a')).toBe(page('a', '二'));
  });

  it('moves: the id counts, pictures move along, and a stricter place asks for more', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText('  groups: { legal: [dave@example.com] }\n  rules: [{ match: "policies/**", groups: [legal] }]\n'),
      'playbooks/旧/a.md': `${page('a')}\n![图](图.png)\n`,
      'playbooks/旧/图.png': '图',
    });
    await repository.approve('a', 'carol');
    repository.git('mv', 'playbooks/旧', 'playbooks/新');
    repository.commit('bob');
    expect(await repository.state('a')).toBe('approved');
    repository.git('mv', 'playbooks/新', 'playbooks/policies');
    repository.commit('bob');
    const state = (await repository.review()).states.get('a');
    expect(state?.state).toBe('changed');
    expect(state?.missing).toEqual([{ group: 'legal', count: 1, from: ['dave@example.com'] }]);
    await repository.approve('a', 'dave');
    expect(await repository.state('a')).toBe('approved');
  });

  it('line endings: what git stores counts, so a checkout with CRLF changes nothing and a commit of CRLF does', async () => {
    const repository = base();
    await repository.approve('a', 'carol');
    repository.write({ 'playbooks/a.md': page('a', '一').replaceAll('\n', '\r\n') });
    expect(await repository.state('a')).toBe('approved');
    repository.commit('bob');
    expect(repository.git('cat-file', 'blob', repository.blob('playbooks/a.md'))).toContain('\r\n');
    expect(await repository.state('a')).toBe('changed');
    expect(await repository.seen('a')).toBe(page('a', '一'));
  });

  it('refuses a shallow and a partial clone, and says what to fetch', async () => {
    const repository = base();
    await repository.approve('a', 'carol');
    repository.git('config', 'uploadpack.allowFilter', 'true');
    for (const [option, problem] of [
      ['--depth=1', 'shallow'],
      ['--filter=blob:none', 'partial'],
    ] as const) {
      const clone = temporaryFolder();
      execFileSync('git', ['clone', '-q', option, `file://${repository.folder}`, clone], {
        env: repository.environment('alice'),
        stdio: 'pipe',
      });
      // Another text than the one that was checked out, which the partial clone lacks.
      const other = new Repository(clone);
      if (problem === 'partial') {
        other.git('config', 'remote.origin.url', '/nonexistent');
        repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
      }
      if (problem === 'shallow') await expect(other.review()).rejects.toMatchObject({ problem });
    }
    const partial = temporaryFolder();
    execFileSync('git', ['clone', '-q', '--filter=blob:none', `file://${repository.folder}`, partial], {
      env: repository.environment('alice'),
      stdio: 'pipe',
    });
    await expect(new Repository(partial).review()).rejects.toMatchObject({ problem: 'partial' });
    execFileSync('git', ['fetch', '-q', '--refetch', '--no-filter'], { cwd: partial, env: repository.environment('alice'), stdio: 'pipe' });
    expect(await new Repository(partial).state('a')).toBe('changed');
    const shallow = temporaryFolder();
    execFileSync('git', ['clone', '-q', '--depth=1', `file://${repository.folder}`, shallow], {
      env: repository.environment('alice'),
      stdio: 'pipe',
    });
    execFileSync('git', ['fetch', '-q', '--unshallow'], { cwd: shallow, env: repository.environment('alice'), stdio: 'pipe' });
    expect(await new Repository(shallow).state('a')).toBe('changed');
  });

  it('a knowledge base in a folder below the repository’s top', async () => {
    const repository = Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a', '一') }, '知识库/客服');
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('approved');
    expect(await repository.seen('a')).toBe(page('a', '一'));
  });

  it('says in plain words where there is no history', async () => {
    const folder = temporaryFolder();
    await expect(new Repository(folder).review()).rejects.toMatchObject({ problem: 'no-repository' });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    await expect(new Repository(folder).review()).rejects.toMatchObject({ problem: 'no-commit' });
  });
});

describe('promise 6: any past day can be rebuilt', () => {
  it('gives the bytes that agents saw then', async () => {
    const repository = Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a', '一') });
    await repository.approve('playbook.config', 'carol');
    await repository.approve('a', 'carol');
    const day = repository.today;
    const then = await exportedText(repository, undefined, day);
    repository.skipDays(5);
    repository.commit('bob', { 'playbooks/a.md': page('a', '二') });
    await repository.approve('a', 'dave');
    const { ledger } = await repository.review();
    expect(await exportedText(repository, commitOn(ledger.commits, day), day)).toBe(then);
    expect(commitOn(ledger.commits, '2025-12-31')).toBeUndefined();
    expect(await exportedText(repository)).not.toBe(then);
  });
});

describe('promise 7: formatting-only changes can keep an approval', () => {
  it('if the config says so, and what is published stays the approved bytes', async () => {
    for (const [review, expected] of [
      ['  keep_formatting: true\n', 'approved'],
      ['', 'changed'],
    ] as const) {
      const repository = Repository.create({ 'playbook.config.yaml': configText(review), 'playbooks/a.md': page('a', '一') });
      await repository.approve('a', 'carol');
      repository.commit('bob', {
        'playbooks/a.md': page('a', '一').replace('title: 标题 a', 'title: "标题 a"').replace('> 一', '\n>   一'),
      });
      expect(await repository.state('a')).toBe(expected);
      expect(await repository.seen('a')).toBe(page('a', '一'));
      repository.commit('bob', { 'playbooks/a.md': page('a', '一一') });
      expect(await repository.state('a')).toBe('changed');
    }
  });
});
