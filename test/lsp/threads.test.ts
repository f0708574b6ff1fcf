import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReviewOverview, Thread, ThreadAnswer, Threads } from '../../src/lsp/protocol.js';
import { positionIn, textIn, useLanguageServer, type WorkspaceFolder } from '../support/language-server.js';
import { configText, page, people, Repository, temporaryFolder, useRepositories } from '../support/repository.js';

useRepositories();

const { name, email } = people.bob;
const bob = useLanguageServer({
  locale: 'zh-Hant',
  environment: {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  },
});
const path = 'playbooks/greeting.md';
const text = page('greeting', '𠮷您好，七天内可以退款。');

interface Opened {
  readonly made: Repository;
  readonly folder: WorkspaceFolder;
  readonly uri: string;
}

async function opened(): Promise<Opened> {
  const made = Repository.create({ 'playbook.config.yaml': configText(), [path]: text });
  const folder = await bob().openFolder({}, made.root);
  return { made, folder, uri: folder.uri(path) };
}

function ask<Answer>(method: string, params: object): Promise<Answer> {
  return bob().connection.sendRequest<Answer>(`playbook/${method}`, params);
}

function rangeIn(content: string, words: string) {
  const start = content.indexOf(words);
  return { start: positionIn(content, start), end: positionIn(content, start + words.length) };
}

async function done(answer: Promise<ThreadAnswer>): Promise<Extract<ThreadAnswer, { isDone: true }>> {
  const told = await answer;
  if (!told.isDone) throw new Error(told.message);
  return told;
}

const create = ({ uri }: Opened, words: string, said: string) =>
  done(ask('threadCreate', { uri, range: rangeIn(text, words), text: said }));

function shown({ range, anchor, remark }: Thread, content: string) {
  return [textIn(content, range), anchor, ...(remark === undefined ? [] : [remark])];
}

describe('review threads', () => {
  it('begin at words, go on, are settled and opened again; each message is a commit of its own', async () => {
    const place = await opened();
    const { made, uri } = place;
    const begun = await create(place, '七天内', '期限應為 **十四天**。😀');
    expect(begun).toMatchObject({ message: '意見已記下。', commit: made.head(), thread: { state: 'open', quote: '七天内' } });
    expect(shown(begun.thread, text)).toEqual(['七天内', 'found']);
    expect(made.git('show', '--format=%ae %s', '--name-only', 'HEAD').trim().split('\n')).toEqual([
      `bob@example.com Comment on greeting (${begun.thread.id})`,
      '',
      begun.file,
    ]);
    expect(readFileSync(join(made.root, begun.file), 'utf8')).toMatch(/\n---\n\n期限應為 \*\*十四天\*\*。😀\n$/);
    const thread = begun.thread.id;
    await done(ask('threadReply', { uri, thread, text: '同意。' }));
    const settled = await done(ask('threadResolve', { uri, thread }));
    expect(settled).toMatchObject({ message: '意見已解決。', thread: { state: 'resolved' } });
    expect(settled.thread.messages.map(({ kind, by, text: said, proof }) => [kind, by, said, proof])).toEqual([
      ['comment', people.bob, '期限應為 **十四天**。😀', 'proven'],
      ['comment', people.bob, '同意。', 'proven'],
      ['resolved', people.bob, '', 'proven'],
    ]);
    expect((await done(ask('threadReopen', { uri, thread, text: '還沒改' }))).thread.state).toBe('open');
    expect(made.git('status', '--porcelain')).toBe('');
    expect(await ask<Threads>('threads', { uri })).toMatchObject({
      id: 'greeting',
      canWrite: true,
      me: people.bob,
      threads: [{ id: thread }],
    });
  });

  it('keep their place while the text is written, and say when their words are gone', async () => {
    const place = await opened();
    const { folder, uri } = place;
    await create(place, '七天内', '期限？');
    await done(ask('threadCreate', { uri, text: '整篇太長。' }));
    const moved = text.replace('## 标准回复', '## 说明\n\n新的一段𠮷。\n\n## 标准回复');
    await folder.open(path, moved);
    const list = async (content: string) => (await ask<Threads>('threads', { uri })).threads.map((thread) => shown(thread, content));
    expect(await list(moved)).toEqual([
      ['', 'whole'],
      ['七天内', 'found'],
    ]);
    const changed = moved.replace('七天内', '十四天内');
    await folder.type(path, changed);
    expect((await list(changed))[1]).toEqual(['十四天内', 'changed', '文字已更動，原文是「七天内」。']);
  });

  it('are told before they are committed, and change nothing about what is approved', async () => {
    const place = await opened();
    const { made, folder, uri } = place;
    await made.approve('greeting', 'carol');
    const overview = () => ask<ReviewOverview>('reviewOverview', { uri });
    await bob().eventually('playbook/reviewChanged', overview, ({ availability }) => availability === 'ready');
    const written = await done(ask('threadCreate', { uri, range: rangeIn(text, '您好'), text: '稱呼？', commit: false }));
    expect(written.commit).toBeUndefined();
    expect(written.message).toBe(`已寫入 ${written.file}，由你本人提交後才算數。`);
    expect(written.thread.messages[0]?.proof).toBe('uncommitted');
    await folder.tellChanged(written.file);
    made.commit('bob');
    const threads = () => ask<Threads>('threads', { uri });
    await bob().eventually('playbook/reviewChanged', threads, (answer) => answer.threads[0]?.messages[0]?.proof === 'proven');
    const { entries } = await bob().eventually('playbook/reviewChanged', overview, ({ commit }) => commit === made.head());
    expect(entries.find(({ id }) => id === 'greeting')?.state).toBe('approved');
  });

  it('are refused without words, in an unknown thread, and where there is no history', async () => {
    const { uri, folder } = await opened();
    expect(await ask('threadCreate', { uri, text: ' \n' })).toEqual({ isDone: false, refusal: 'empty-text', message: '請寫下意見。' });
    expect(await ask('threadReply', { uri, thread: '00000000', text: '甲' })).toMatchObject({ refusal: 'unknown-thread' });
    expect(await ask('threadReply', { uri, thread: '../../x', text: '甲' })).toMatchObject({ refusal: 'unknown-thread' });
    expect(await ask('threadCreate', { uri: folder.uri('playbooks/none.md'), text: '甲' })).toMatchObject({ refusal: 'unknown-playbook' });
    const none = await bob().openFolder({ 'a.md': '# 甲\n' }, temporaryFolder());
    expect(await ask('threadCreate', { uri: none.uri('a.md'), text: '甲' })).toMatchObject({
      refusal: 'no-history',
      message: '這個資料夾不在 git 儲存庫裡，沒有審核可查。要開始：git init，再提交一次。',
    });
    expect(await ask('threads', { uri: none.uri('a.md') })).toBeNull();
  });
});
