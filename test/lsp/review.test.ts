import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver/node';
import type {
  ComparisonAnswer,
  DecisionAnswer,
  Health,
  Overview,
  PreviewAnswer,
  ReviewEntry,
  ReviewOverview,
  Revisions,
  RevisionText,
} from '../../src/lsp/protocol.js';
import { type LanguageServer, type ServerOptions, useLanguageServer, type WorkspaceFolder } from '../support/language-server.js';
import { configText, type PersonName, page, people, Repository, temporaryFolder, useRepositories } from '../support/repository.js';

useRepositories();

const commands = { showReviewCommand: 'playbook.review', approveCommand: 'playbook.approve', requestReviewCommand: 'playbook.request' };

function as(who: PersonName, more: ServerOptions = {}): ServerOptions {
  const { name, email } = people[who];
  const environment = {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
  return { environment, ...more };
}

const bob = useLanguageServer(as('bob', { options: commands }));
const alice = useLanguageServer(as('alice', { locale: 'en' }));
const nobody = useLanguageServer({ locale: 'zh-Hant', environment: { GIT_CONFIG_GLOBAL: '/dev/null' } });

const groups =
  '  groups: { legal: [bob@example.com, carol@example.com] }\n  rules: [{ match: "policies/**", groups: [legal] }, { match: "**" }]\n';

interface Opened {
  readonly repository: Repository;
  readonly folder: WorkspaceFolder;
  readonly address: string;
}

/** A knowledge base in git whose config is approved, with two playbooks by Alice; the policy is for the legal group. */
async function repository(): Promise<Repository> {
  const made = Repository.create({
    'playbook.config.yaml': configText(groups),
    'playbooks/policies/refund.md': page('policy-refund', '七天内可以退款。', 'review_every: 90d\ntags: [退款]\nowner: 法务\n'),
    'playbooks/greeting.md': page('greeting', '您好😀。'),
  });
  await made.approve('playbook.config', 'bob');
  return made;
}

async function opened(server: LanguageServer, made: Repository): Promise<Opened> {
  const folder = await server.openFolder({}, made.root);
  return { repository: made, folder, address: folder.uri('').replace(/\/$/, '') };
}

function ask<Answer>(server: LanguageServer, method: string, params: object): Promise<Answer> {
  return server.connection.sendRequest<Answer>(`playbook/${method}`, params);
}

/** The overview as soon as it is as expected. */
function overview(
  server: LanguageServer,
  uri: string,
  isExpected: (answer: ReviewOverview) => boolean = ({ availability }) => availability === 'ready',
) {
  return server.eventually('playbook/reviewChanged', () => ask<ReviewOverview>(server, 'reviewOverview', { uri }), isExpected);
}

function isUnavailable({ availability }: ReviewOverview): boolean {
  return availability === 'unavailable';
}

function entry({ entries }: ReviewOverview, id: string): ReviewEntry {
  const found = entries.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

describe('playbook/preview', () => {
  it('says how the text in the editor stands', async () => {
    const made = await repository();
    await made.approve('greeting', 'bob');
    const { address, folder } = await opened(bob(), made);
    await overview(bob(), address);
    const path = 'playbooks/greeting.md';
    const text = readFileSync(join(made.root, path), 'utf8');
    const document = await folder.open(path, text);
    expect((await document.ask<PreviewAnswer>('playbook/preview')).html).toContain('第 1 版');
    await folder.type(path, text.replace('您好', '你好'));
    expect((await document.ask<PreviewAnswer>('playbook/preview')).html).toContain('本页在第 1 版审核之后有改动，改动还没有审核。');
  });
});

describe('playbook/reviewOverview', () => {
  it('answers at once, then says how everything stands and for whom it waits', async () => {
    const { address, folder } = await opened(bob(), await repository());
    expect(await ask(bob(), 'reviewOverview', { uri: address })).toMatchObject({ availability: 'loading', total: 0, canDecide: false });
    const answer = await overview(bob(), address);
    expect(answer).toMatchObject({
      mode: 'required',
      me: people.bob,
      canDecide: true,
      isConfigApproved: true,
      total: 3,
    });
    expect(answer.states).toContainEqual({ name: 'never-approved', label: '待审核', count: 2 });
    expect(entry(answer, 'policy-refund')).toEqual({
      id: 'policy-refund',
      kind: 'playbook',
      uri: folder.uri('playbooks/policies/refund.md'),
      path: 'playbooks/policies/refund.md',
      title: '标题 policy-refund',
      type: 'response',
      lang: 'zh-Hans',
      tags: ['退款'],
      owner: '法务',
      state: 'never-approved',
      authors: ['alice@example.com'],
      approvedBy: [],
      awaiting: [{ group: 'legal', count: 1, from: ['bob@example.com', 'carol@example.com'] }],
      // Bob has committed here, Carol has not yet, so git knows no name of hers.
      mayBeAsked: [people.bob, { name: 'carol@example.com', email: 'carol@example.com' }],
      description: '待审核，还缺 legal 的 1 人审核：鲍勃、carol@example.com',
      requests: [],
      changesRequested: [],
      mayApprove: true,
      waitsForMe: true,
      requestedByMe: false,
      writtenByMe: false,
      changedSinceApproval: false,
      uncommitted: false,
      suspicious: [],
    });
    expect(entry(answer, 'greeting')).toMatchObject({ mayApprove: true, waitsForMe: false });
    expect(entry(answer, 'playbook.config')).toMatchObject({ kind: 'config', state: 'approved', title: '知识库配置' });
  });

  it('follows commits that others make, and what is typed', async () => {
    const { address, folder, repository: made } = await opened(bob(), await repository());
    await overview(bob(), address);
    await made.decide('alice', 'greeting', { kind: 'requested', note: '请看称呼', reviewers: ['bob@example.com'] });
    const asked = await overview(bob(), address, (answer) => entry(answer, 'greeting').requests.length > 0);
    expect(entry(asked, 'greeting')).toMatchObject({
      waitsForMe: true,
      requestedByMe: false,
      // By their names, where git knows them; between Chinese ones without the space that e-mails need.
      description: '待审核，还缺 1 人审核，艾丽请鲍勃审核',
      requests: [{ by: people.alice, note: '请看称呼', reviewers: ['bob@example.com'] }],
    });
    await made.approve('policy-refund', 'carol');
    made.commit('alice', { 'playbooks/policies/refund.md': page('policy-refund', '十天内可以退款。', 'review_every: 90d\n') });
    await folder.tellChanged('playbooks/policies/refund.md');
    const changed = await overview(bob(), address, (answer) => entry(answer, 'policy-refund').state === 'changed');
    expect(entry(changed, 'policy-refund')).toMatchObject({
      changedSinceApproval: true,
      revision: { number: 1, approvers: [people.carol] },
      due: { kind: 'review' },
      uncommitted: false,
    });
    await folder.open('playbooks/greeting.md', page('greeting', '您好𠮷。'));
    expect(entry(await overview(bob(), address), 'greeting')).toMatchObject({
      uncommitted: true,
      description: expect.stringMatching(/有未提交的改动$/),
    });
  });

  it('has new playbooks that were never committed, and removed ones', async () => {
    const made = await repository();
    await made.approve('greeting', 'carol');
    rmSync(join(made.root, 'playbooks/greeting.md'));
    made.commit('alice');
    made.write({ 'playbooks/new.md': page('new') });
    const { address } = await opened(bob(), made);
    const answer = await overview(bob(), address);
    expect(entry(answer, 'new')).toMatchObject({ state: 'never-approved', uncommitted: true, awaiting: [], mayApprove: false });
    const gone = entry(answer, 'greeting');
    expect(gone).toMatchObject({
      state: 'changed',
      uncommitted: false,
      title: 'greeting',
      description: expect.stringContaining('文件已删除'),
    });
    expect(gone.uri).toBeUndefined();
  });

  it('says in words why there is no history: no repository, no commit, a shallow clone', async () => {
    const none = await nobody().openFolder({ 'a.md': '# 甲\n' }, temporaryFolder());
    expect(await overview(nobody(), none.uri('').replace(/\/$/, ''), isUnavailable)).toMatchObject({
      problem: 'no-repository',
      message: '這個資料夾不在 git 儲存庫裡，沒有審核可查。要開始：git init，再提交一次。',
      mode: 'off',
      entries: [],
    });
    const empty = Repository.create();
    const second = await opened(nobody(), empty);
    expect(await overview(nobody(), second.address, isUnavailable)).toMatchObject({ problem: 'no-commit' });
    const made = await repository();
    const clone = join(temporaryFolder(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${made.folder}`, clone]);
    const third = await nobody().openFolder({}, clone);
    const shallow = await overview(nobody(), third.uri('').replace(/\/$/, ''), isUnavailable);
    expect(shallow).toMatchObject({ problem: 'shallow', message: expect.stringContaining('git fetch --unshallow') });
    const refused = await ask<DecisionAnswer>(nobody(), 'approve', { uri: third.uri('playbooks/greeting.md') });
    expect(refused).toMatchObject({ isDone: false, refusal: 'no-history', message: shallow.message });
    expect(await ask(nobody(), 'revisions', { uri: third.uri('playbooks/greeting.md') })).toBeNull();
  });

  it('notices that a folder gets a history, and its first commit', async () => {
    const root = temporaryFolder();
    const folder = await nobody().openFolder({ 'greeting.md': page('greeting') }, root);
    const address = folder.uri('').replace(/\/$/, '');
    expect(await overview(nobody(), address, isUnavailable)).toMatchObject({ problem: 'no-repository' });
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: root, env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
    git('init', '--quiet', '--initial-branch=main');
    await folder.tellChanged('.git/HEAD');
    expect(await overview(nobody(), address, ({ problem }) => problem === 'no-commit')).toMatchObject({ entries: [] });
    git('add', '.');
    git('-c', 'user.name=艾丽', '-c', 'user.email=alice@example.com', 'commit', '--quiet', '--message', '初稿');
    expect(await overview(nobody(), address)).toMatchObject({ availability: 'ready', mode: 'off' });
  });

  it('several knowledge bases each have their own', async () => {
    const [first, second] = [await opened(bob(), await repository()), await opened(bob(), await repository())];
    await first.repository.approve('greeting', 'carol');
    const approved = await overview(bob(), first.address, (answer) =>
      answer.entries.some(({ id, state }) => id === 'greeting' && state === 'approved'),
    );
    expect(entry(approved, 'greeting').state).toBe('approved');
    expect(entry(await overview(bob(), second.address), 'greeting').state).toBe('never-approved');
  });
});

describe('deciding', () => {
  it('approves as the command line does: one commit with one file, and tells what agents see now', async () => {
    const { address, folder, repository: made } = await opened(bob(), await repository());
    const before = made.head();
    const uri = folder.uri('playbooks/greeting.md');
    const answer = await ask<DecisionAnswer>(bob(), 'approve', { uri, note: '称呼已核对' });
    if (!answer.isDone) throw new Error(answer.message);
    expect(answer).toMatchObject({ message: '“标题 greeting”已发布为第 1 版。', state: 'approved', warnings: [], commit: made.head() });
    expect(made.git('show', '--format=%an <%ae>%n%s', '--name-only', 'HEAD').trim().split('\n')).toEqual([
      '鲍勃 <bob@example.com>',
      `Approve greeting at ${made.blob('playbooks/greeting.md').slice(0, 8)}`,
      '',
      answer.file,
    ]);
    expect(made.git('rev-parse', 'HEAD^').trim()).toBe(before);
    expect(made.git('status', '--porcelain')).toBe('');
    expect(entry(await overview(bob(), address), 'greeting')).toMatchObject({
      state: 'approved',
      description: '已审核',
      revision: { number: 1 },
    });
    const again = await ask<DecisionAnswer>(bob(), 'approve', { uri });
    expect(again).toMatchObject({ refusal: 'already-approved', message: expect.stringContaining('（第 1 版）') });
    expect(await ask(bob(), 'verify', { uri })).toMatchObject({ isDone: true, message: '“标题 greeting”已确认仍然正确。' });
  });

  it('refuses one’s own change, who is not asked, what is not saved or committed, and a wish for changes without words', async () => {
    const made = await repository();
    const { folder } = await opened(alice(), made);
    const uri = folder.uri('playbooks/greeting.md');
    expect(await ask(alice(), 'approve', { uri })).toEqual({
      isDone: false,
      refusal: 'own-change',
      message: 'You (艾丽) wrote part of this change, and nobody approves their own words. Ask somebody else for a review.',
    });
    made.commit('bob', { 'playbooks/policies/other.md': page('policy-other') });
    expect(await ask(alice(), 'approve', { uri: folder.uri('playbooks/policies/other.md'), id: 'policy-other' })).toMatchObject({
      refusal: 'not-entitled',
      // Carol has not committed yet, so git knows no name of hers.
      message: expect.stringContaining('not for 艾丽 to approve, but for: 鲍勃, carol@example.com.'),
    });
    expect(await ask(alice(), 'requestChanges', { uri, note: '  ' })).toMatchObject({
      refusal: 'empty-note',
      message: 'Say what to change.',
    });
    await folder.open('playbooks/greeting.md', page('greeting', '您好，未保存。'));
    expect(await ask(alice(), 'requestReview', { uri })).toMatchObject({ refusal: 'unsaved' });
    await folder.close('playbooks/greeting.md');
    writeFileSync(join(made.root, 'playbooks/greeting.md'), page('greeting', '您好，未提交。'));
    await folder.tellChanged('playbooks/greeting.md');
    expect(await ask(alice(), 'requestReview', { uri })).toMatchObject({ refusal: 'uncommitted' });
    expect(await ask(alice(), 'approve', { uri: folder.uri('playbooks/none.md') })).toMatchObject({ refusal: 'unknown-playbook' });
    expect(made.git('log', '-1', '--format=%s').trim()).toBe('Change');
  });

  it('approves the removal of a playbook, though the editor still shows its text', async () => {
    const { address, folder, repository: made } = await opened(bob(), await repository());
    await made.approve('greeting', 'carol');
    await folder.open('playbooks/greeting.md', page('greeting'));
    made.git('rm', '--quiet', 'playbooks/greeting.md');
    made.commit('alice', {});
    await folder.tellChanged('playbooks/greeting.md');
    const asked = await overview(bob(), address, ({ entries }) =>
      entries.some(({ id, state }) => id === 'greeting' && state === 'changed'),
    );
    expect(entry(asked, 'greeting')).toMatchObject({ mayApprove: true, changedSinceApproval: true });
    const answer = await ask<DecisionAnswer>(bob(), 'approve', { uri: address, id: 'greeting' });
    expect(answer).toMatchObject({ isDone: true, message: expect.stringContaining('已停用，客服专员不再看到它。') });
    expect(entry(await overview(bob(), address), 'greeting')).toMatchObject({ state: 'retired' });
  });

  it('asks for a review and warns of an address that nobody here has', async () => {
    const { address, folder } = await opened(alice(), await repository());
    const uri = folder.uri('playbooks/greeting.md');
    const answer = await ask<DecisionAnswer>(alice(), 'requestReview', { uri, reviewers: ['carrol@example.com', 'bob@example.com'] });
    expect(answer).toMatchObject({
      isDone: true,
      message: 'Asked for a review of “标题 greeting”.',
      warnings: ['carrol@example.com has made no commit here yet. Check that the address is right. Did you mean carol@example.com?'],
    });
    expect(entry(await overview(alice(), address), 'greeting')).toMatchObject({
      requestedByMe: true,
      writtenByMe: true,
      waitsForMe: false,
    });
    expect(await ask(alice(), 'requestReview', { uri, reviewers: ['bob'] })).toMatchObject({ refusal: 'no-email' });
    expect(await ask(alice(), 'requestReview', { uri, reviewers: ['alice@example.com'] })).toMatchObject({
      refusal: 'asks-author',
      message: '艾丽 wrote part of this change, and nobody approves their own words. Ask somebody else.',
    });
  });

  it('asks for changes, or only writes the file', async () => {
    const { address, folder, repository: made } = await opened(bob(), await repository());
    const uri = folder.uri('playbooks/greeting.md');
    const written = await ask<DecisionAnswer>(bob(), 'requestChanges', { uri, note: '称呼要改', commit: false });
    if (!written.isDone) throw new Error(written.message);
    expect(existsSync(join(made.root, written.file))).toBe(true);
    expect(written.commit).toBeUndefined();
    expect(written.message).toBe(`已写入 ${written.file}，由你本人提交后才算数。`);
    expect(await ask(bob(), 'requestChanges', { uri, note: '称呼要改' })).toMatchObject({ isDone: true, state: 'changes-requested' });
    expect(entry(await overview(bob(), address), 'greeting')).toMatchObject({ changesRequested: [{ by: people.bob, note: '称呼要改' }] });
  });

  it('needs to know who commits', async () => {
    const { folder } = await opened(nobody(), await repository());
    expect(await ask(nobody(), 'approve', { uri: folder.uri('playbooks/greeting.md') })).toMatchObject({
      refusal: 'no-identity',
      message: expect.stringContaining('git config --global user.email'),
    });
  });
});

describe('wordings', () => {
  it('are listed newest first, read by any name and compared as a page', async () => {
    const made = await repository();
    await made.decide('bob', 'policy-refund', { note: '法务已核对' });
    made.commit('alice', { 'playbooks/policies/refund.md': page('policy-refund', '十天内可以退款。') });
    await made.approve('policy-refund', 'carol');
    made.commit('alice', { 'playbooks/policies/refund.md': page('policy-refund', '十四天内可以退款。') });
    const { address, folder } = await opened(bob(), made);
    const uri = folder.uri('playbooks/policies/refund.md');
    const listed = await ask<Revisions>(bob(), 'revisions', { uri });
    expect(listed).toMatchObject({
      id: 'policy-refund',
      title: '标题 policy-refund',
      committed: made.blob('playbooks/policies/refund.md'),
    });
    expect(listed.revisions.map(({ number, approvers, notes, size, classes }) => ({ number, approvers, notes, size, classes }))).toEqual([
      { number: 2, approvers: [people.carol], notes: [], size: 'major', classes: ['number', 'metadata'] },
      { number: 1, approvers: [people.bob], notes: ['法务已核对'], size: 'major', classes: ['number', 'section', 'metadata', 'wording'] },
    ]);
    await folder.open('playbooks/policies/refund.md', page('policy-refund', '二十天内可以退款。'));
    const text = async (wording: unknown) => {
      const found = await ask<RevisionText | null>(bob(), 'revisionText', { uri: address, id: 'policy-refund', wording });
      return found && { name: found.name, words: /> (.*)/.exec(found.text)?.[1] };
    };
    expect(await text(1)).toEqual({ name: `第 1 版 · ${listed.revisions[1]?.day}`, words: '七天内可以退款。' });
    expect(await text('approved')).toEqual({ name: `第 2 版 · ${listed.revisions[0]?.day}`, words: '十天内可以退款。' });
    expect(await text('committed')).toEqual({ name: '已提交的文字', words: '十四天内可以退款。' });
    expect(await text('working-tree')).toEqual({ name: '编辑中的文字', words: '二十天内可以退款。' });
    expect(await text(listed.revisions[1]?.blob)).toMatchObject({ words: '七天内可以退款。' });
    expect(await text(3)).toBeNull();
    // A blob of another file is nobody’s wording of this one.
    expect(await text(made.blob('playbooks/greeting.md'))).toBeNull();
    const compared = await ask<ComparisonAnswer>(bob(), 'comparison', { uri, from: 1, to: 'approved' });
    expect(compared.html).toMatch(/^<!doctype html>/i);
    expect(compared.html).toContain(`第 1 版 · ${listed.revisions[1]?.day}`);
    expect(compared.html).not.toContain('二十天');
    expect((await ask<ComparisonAnswer>(bob(), 'comparison', { uri })).html).toContain('二十');
  });

  it('a playbook that nobody approved has none', async () => {
    const { folder } = await opened(bob(), await repository());
    const uri = folder.uri('playbooks/greeting.md');
    expect(await ask(bob(), 'revisions', { uri })).toMatchObject({ id: 'greeting', revisions: [] });
    expect(await ask(bob(), 'revisionText', { uri, wording: 'approved' })).toBeNull();
    expect((await ask<ComparisonAnswer>(bob(), 'comparison', { uri })).html).toContain('（没有）');
    expect(await ask(bob(), 'revisions', { uri: folder.uri('playbooks/none.md') })).toBeNull();
  });
});

describe('what else goes by review', () => {
  it('lenses: the state with its approvers, and what can be done', async () => {
    const made = await repository();
    await made.approve('policy-refund', 'carol');
    const { address, folder } = await opened(bob(), made);
    await overview(bob(), address);
    const lensesOf = async (path: string, text: string) => {
      const document = await folder.open(path, text);
      const lenses = await document.ask<CodeLens[]>('textDocument/codeLens');
      return lenses.map(({ command }) => [command?.title, command?.command]);
    };
    expect(
      await lensesOf(
        'playbooks/policies/refund.md',
        page('policy-refund', '七天内可以退款。', 'review_every: 90d\ntags: [退款]\nowner: 法务\n'),
      ),
    ).toEqual([
      ['已过期 · 第 1 版 · 陈晨', 'playbook.review'],
      ['没有页面用到', ''],
    ]);
    expect(await lensesOf('playbooks/greeting.md', page('greeting', '您好😀。'))).toEqual([
      ['待审核，还缺 1 人审核', 'playbook.review'],
      ['审核通过', 'playbook.approve'],
      ['没有页面用到', ''],
    ]);
  });

  it('lenses can be read in an editor without such commands', async () => {
    const { address, folder } = await opened(alice(), await repository());
    await overview(alice(), address);
    const document = await folder.open('playbooks/greeting.md', page('greeting', '您好😀。'));
    const lenses = await document.ask<CodeLens[]>('textDocument/codeLens');
    expect(lenses.map(({ command }) => [command?.title, command?.command])).toEqual([
      ['never approved, needs 1 more approval', ''],
      ['No page uses this', ''],
    ]);
  });

  it('days of reviews: problems, lists and health, as on the command line', async () => {
    const made = await repository();
    await made.approve('policy-refund', 'carol');
    const { address, folder } = await opened(bob(), made);
    const uri = folder.uri('playbooks/policies/refund.md');
    await overview(bob(), address);
    const problems = await bob().problems(uri, undefined, (found) => found.some(({ code }) => code === 'review-overdue'));
    expect(problems.map(({ code }) => code)).toContain('review-overdue');
    const { entries } = await ask<Overview>(bob(), 'overview', { uri: address });
    expect(entries.map(({ id, life }) => [id, life])).toEqual([
      ['greeting', 'no-date'],
      ['policy-refund', 'overdue'],
    ]);
    const health = await ask<Health>(bob(), 'health', { uri: address });
    expect(health.approved).toEqual({ playbooks: 0, of: 2 });
    expect(health.due.entries.map(({ id, kind }) => [id, kind])).toEqual([['policy-refund', 'review']]);
    await ask(bob(), 'verify', { uri });
    await bob().problems(uri, undefined, (found) => found.every(({ code }) => code !== 'review-overdue'));
  });
});
