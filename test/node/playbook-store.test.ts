import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptPlaybooks, PlaybookStore } from '../../src/app/ports.js';
import { openSession } from '../../src/app/session.js';
import type { Playbook } from '../../src/core/model/playbook.js';
import { parsePlaybook } from '../../src/core/parse/playbook.js';
import { createPlaybookStore } from '../../src/node/playbook-store.js';
import { markdownText } from '../support/arbitrary.js';
import { useUserCache } from '../support/user-cache.js';

const cache = useUserCache();
const read = (path: string, text: string) => parsePlaybook(path, { text }, 'zh-Hans');
const save = async (root: string, reader: string, playbooks: readonly Playbook[]) =>
  (await createPlaybookStore(root, reader).open('zh-Hans')).save(playbooks);

describe('the store of playbooks', () => {
  it('gives back exactly what was read, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(markdownText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const playbooks = texts.map((text, index) => read(`手册/${index}.md`, text));
        await save('/knowledge', 'a', playbooks);
        const kept = await createPlaybookStore('/knowledge', 'a').open('zh-Hans');
        expect(kept.size).toBe(playbooks.length);
        for (const playbook of playbooks) expect(kept.get(playbook.path)).toEqual(playbook);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps nothing for another folder, language or program, and from sources nothing at all', async () => {
    await save('/knowledge', 'a', [read('a.md', '甲')]);
    const sizeOf = async (root: string, reader: string | undefined, language: string) =>
      (await createPlaybookStore(root, reader).open(language)).size;
    expect((await createPlaybookStore('/knowledge', 'a').open('zh-Hans')).get('b.md')).toBeUndefined();
    expect(await sizeOf('/knowledge', 'a', 'zh-Hans')).toBe(1);
    expect(await sizeOf('/knowledge', 'a', 'en')).toBe(0);
    expect(await sizeOf('/other', 'a', 'zh-Hans')).toBe(0);
    expect(await sizeOf('/knowledge', 'b', 'zh-Hans')).toBe(0);
    expect(await sizeOf('/knowledge', undefined, 'zh-Hans')).toBe(0);
    expect(cache.files().map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
  });

  it('keeps what the editor read beside what the command line read', async () => {
    const engines = ['13.6.233.17-node.37', '14.2.231.18-electron.0'].map((engine) => createPlaybookStore('/knowledge', 'a', engine));
    for (const [index, store] of engines.entries()) await (await store.open('zh-Hans')).save([read('a.md', `第 ${index} 个`)]);
    const kept = await Promise.all(engines.map((store) => store.open('zh-Hans')));
    expect(kept.map((opened) => opened.get('a.md')?.text)).toEqual(['第 0 个', '第 1 个']);
  });

  it('writes what came from it as it was, and the rest beside it', async () => {
    await save('/knowledge', 'a', [read('a.md', '甲'), read('b.md', '乙')]);
    const kept = await createPlaybookStore('/knowledge', 'a').open('zh-Hans');
    const [a, c] = [kept.get('a.md'), read('c.md', '丙')];
    await kept.save(a ? [a, c] : []);
    const again = await createPlaybookStore('/knowledge', 'a').open('zh-Hans');
    expect([again.get('a.md'), again.get('b.md'), again.get('c.md')]).toEqual([read('a.md', '甲'), undefined, c]);
  });

  it('takes a damaged file for none', async () => {
    await save('/knowledge', 'a', [read('a.md', '甲')]);
    const [file = ''] = cache.files();
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      expect((await createPlaybookStore('/knowledge', 'a').open('zh-Hans')).size, `byte ${at}`).toBe(0);
    }
  });

  it('removes what nobody has used for two months, and nothing that is not its own', async () => {
    await save('/old', 'a', [read('a.md', 'a')]);
    const [old = ''] = cache.files();
    const other = join(cache.folder(), 'something-else');
    writeFileSync(other, '');
    const longAgo = new Date(Date.now() - 61 * 24 * 60 * 60 * 1000);
    for (const file of [old, other]) utimesSync(file, longAgo, longAgo);
    await save('/new', 'a', [read('a.md', 'a')]);
    expect(cache.files()).toContain(other);
    expect(cache.files()).not.toContain(old);
    expect(cache.files()).toHaveLength(2);
  });
});

describe('a session with a store', () => {
  const many = (change: (path: string, text: string) => string = (_path, text) => text) => {
    const files = new Map(Array.from({ length: 60 }, (_item, index) => [`${index}.md`, `---\nid: p-${index}\n---\n\n正文 ${index}\n`]));
    return {
      list: async () => [...files.keys()].map((path) => ({ path })),
      read: async (path: string) => {
        const text = files.get(path);
        return text === undefined ? undefined : { text: change(path, text) };
      },
    };
  };
  const settings = { locale: 'zh-Hans', today: '2026-11-22' } as const;
  /** A store that says when it has saved, and what it was asked to read beside. */
  const observed = (store: PlaybookStore, readBeside?: KeptPlaybooks['readBeside']) => {
    let saved: Promise<void> | undefined;
    const open = async (language: string): Promise<KeptPlaybooks> => {
      const kept = await store.open(language);
      return {
        size: kept.size,
        get: (path) => kept.get(path),
        readBeside: readBeside ?? ((files, take) => kept.readBeside(files, take)),
        save: (playbooks) => (saved = kept.save(playbooks)),
      };
    };
    return { store: { open }, saved: () => saved };
  };

  it('reads only what has changed since, and never shows an old text', async () => {
    const first = observed(createPlaybookStore('/knowledge', 'a'));
    await openSession(many(), { ...settings, store: first.store });
    await first.saved();
    const changed = many((path, text) => (path === '7.md' ? text.replace('正文', '改过的正文') : text));
    const second = observed(createPlaybookStore('/knowledge', 'a'));
    const session = await openSession(changed, { ...settings, store: second.store });
    expect(session.knowledgeBase.playbooks.get('7.md')?.text).toContain('改过的正文');
    expect([...session.knowledgeBase.playbooks.values()]).toEqual([
      ...(await openSession(changed, settings)).knowledgeBase.playbooks.values(),
    ]);
    // One file of sixty is not worth writing everything again.
    expect(second.saved()).toBeUndefined();
  });

  it('leaves small folders alone', async () => {
    const { store, saved } = observed(createPlaybookStore('/knowledge', 'a'));
    const few = { list: async () => [{ path: 'a.md' }], read: async () => ({ text: '甲' }) };
    await openSession(few, { ...settings, store });
    expect(saved()).toBeUndefined();
  });

  describe('of very many files', () => {
    const files = new Map(Array.from({ length: 320 }, (_item, index) => [`${index}.md`, `---\nid: p-${index}\n---\n\n正文 ${index}\n`]));
    const folder = {
      list: async () => [...files.keys()].map((path) => ({ path })),
      read: async (path: string) => ({ text: files.get(path) ?? '' }),
    };
    /** Reads beside as far as `most` files, the last one first. */
    const upTo =
      (most: number, asked: string[]): KeptPlaybooks['readBeside'] =>
      async (unread, take) => {
        asked.push(...unread.map(({ path }) => path));
        for (const { path, source } of unread.slice(0, most).reverse()) take(parsePlaybook(path, source, 'zh-Hans'));
        return most >= unread.length;
      };

    it.each([
      ['all', 320],
      ['none', 0],
      ['some', 100],
    ])('has them read beside; %s of them were', async (_name, most) => {
      const asked: string[] = [];
      const told: string[] = [];
      const { store, saved } = observed(createPlaybookStore('/knowledge', 'a'), upTo(most, asked));
      const progress = (done: number, total: number) => told.push(`${done}/${total}`);
      const session = await openSession(folder, { ...settings, progress, store });
      expect(asked).toEqual([...files.keys()]);
      expect([...session.knowledgeBase.playbooks]).toEqual([...(await openSession(folder, settings)).knowledgeBase.playbooks]);
      expect(told).toEqual(Array.from({ length: 320 }, (_item, index) => `${index + 1}/320`));
      await saved();
      // What changed afterwards is little, so it is read here.
      const again = await openSession(folder, {
        ...settings,
        store: observed(createPlaybookStore('/knowledge', 'a'), upTo(0, asked)).store,
      });
      expect(asked).toHaveLength(320);
      expect(again.knowledgeBase.playbooks.size).toBe(320);
    });
  });
});
