import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SourceText } from '../../src/core/model/playbook.js';
import { OpenFolder } from '../../src/lsp/open-folder.js';
import { type BeginProgress, Workspace } from '../../src/lsp/workspace.js';
import type { Folder } from '../../src/node/folder.js';
import { useUserCache } from '../support/user-cache.js';

useUserCache();

/** A folder whose files are read only when `release` is called; the config at once. */
function slowFolder(files: Readonly<Record<string, string>>) {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const folder: Folder = {
    root: '/knowledge',
    list: async () => Object.keys(files).map((path) => ({ path })),
    feedback: async () => [],
    read: async (path): Promise<SourceText | undefined> => {
      if (path.endsWith('.md')) await released;
      const text = files[path];
      return text === undefined ? undefined : { text };
    },
    copyTo: async () => {},
    openFile: async () => undefined,
  };
  return { folder, release };
}

describe('a folder that is still being read', () => {
  const files = {
    'playbook.config.yaml': 'channels: [phone]\n',
    'a.md': '---\nid: a\n---\n甲\n',
    'b.md': '---\nid: b\n---\n乙\n',
  };
  const settings = () => ({ locale: 'zh-Hans', today: '2026-11-22' }) as const;
  const codes = (folder: OpenFolder, path: string) => folder.session.checkPlaybook(path).map(({ code }) => code);
  const set = (folder: OpenFolder, path: string, version: number, text: string) => {
    folder.setText(path, { uri: pathToFileURL(`/knowledge/${path}`).href, version, text });
    folder.takeChanges();
  };

  it('has the problems of an open text itself, by the config, and no others', async () => {
    const { folder, release } = slowFolder(files);
    const opened = await OpenFolder.begin('/knowledge', folder, settings);
    set(opened, 'a.md', 1, '---\nid: a\nchannels: [chat]\n---\n[[b]] [[c]] {{空}}\n');
    expect(codes(opened, 'a.md')).toEqual(['unknown-channel', 'undeclared-placeholder']);
    const reading = opened.readAll();
    set(opened, 'a.md', 2, '---\nid: a\n---\n[[b]] [[c]] {{空}}\n');
    expect(codes(opened, 'a.md')).toEqual(['undeclared-placeholder']);
    release();
    await reading;
    opened.takeChanges();
    expect(codes(opened, 'a.md')).toEqual(['broken-link', 'undeclared-placeholder']);
    expect([...opened.session.knowledgeBase.playbooks.keys()]).toEqual(['a.md', 'b.md']);
  });

  it('takes in what is closed and what its config became meanwhile', async () => {
    const { folder, release } = slowFolder(files);
    const opened = await OpenFolder.begin('/knowledge', folder, settings);
    const reading = opened.readAll();
    // By now the config was read.
    await setImmediate();
    set(opened, 'a.md', 1, '---\nid: other\n---\n');
    const closing = opened.closeText('a.md');
    set(opened, 'playbook.config.yaml', 1, 'rules: { broken-link: off }\n');
    release();
    await Promise.all([reading, closing]);
    expect(opened.takeChanges().needsReopening).toBe(true);
    await opened.reopen();
    expect([...opened.session.knowledgeBase.playbooks.values()].map(({ id }) => id)).toEqual(['a', 'b']);
    expect(opened.session.knowledgeBase.config.rules).toEqual({ 'broken-link': 'off' });
  });
});

describe('a workspace that is still being read', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-opening-')));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeAll(() => {
    writeFileSync(join(root, 'playbook.config.yaml'), 'title: 星海\n');
    writeFileSync(join(root, 'a.md'), '---\nid: a\n---\n[[b]]\n');
    writeFileSync(join(root, 'b.md'), '---\nid: b\n---\n乙\n');
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const settings = () => ({ locale: 'zh-Hans', today: '2026-11-22' }) as const;

  /** Opens the folder; what happens is told in order. */
  function open(progress: BeginProgress) {
    const told: string[] = [];
    const events = {
      opened: ({ session }: OpenFolder) => told.push(`opened ${session.knowledgeBase.playbooks.size}`),
      closed: () => told.push('closed'),
      changed: () => told.push('changed'),
      failed: (_folder: string, error: unknown) => told.push(`failed ${String(error)}`),
    };
    const workspace = new Workspace(settings, events, progress);
    const ready = workspace.changeFolders([pathToFileURL(root).href], []);
    return { workspace, ready, told };
  }

  it('is not opened by a change of its config before its playbooks are known', async () => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { workspace, ready, told } = open(async () => {
      await released;
      return { report: () => {}, done: () => {} };
    });
    await workspace.begun;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const uri = pathToFileURL(join(root, 'playbook.config.yaml')).href;
    workspace.setText({ uri, version: 1, text: 'title: 新星海\n' });
    for (const folder of workspace.folders) workspace.takeChanges(folder);
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    // Time for whatever reads from disk.
    await workspace.folders[0]?.readFile('a.md');
    expect(told).toEqual(['changed']);
    release();
    await ready;
    expect(told).toEqual(['changed', 'opened 2']);
    expect(workspace.folders[0]?.session.knowledgeBase.config.title).toBe('新星海');
  });

  it('says so if it cannot be read, and goes on', async () => {
    const { workspace, ready, told } = open(() => Promise.reject(new Error('不行')));
    await ready;
    expect(told).toEqual(['changed', 'closed', 'failed Error: 不行']);
    expect(workspace.folders).toEqual([]);
  });
});
