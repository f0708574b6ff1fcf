import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SourceText } from '../../src/core/model/playbook.js';
import { OpenFolder } from '../../src/lsp/open-folder.js';
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
