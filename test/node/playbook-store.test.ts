import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaybookStore } from '../../src/app/ports.js';
import { openSession } from '../../src/app/session.js';
import { parsePlaybook } from '../../src/core/parse/playbook.js';
import { createPlaybookStore } from '../../src/node/playbook-store.js';
import { markdownText } from '../support/arbitrary.js';
import { useUserCache } from '../support/user-cache.js';

const cache = useUserCache();
const read = (path: string, text: string) => parsePlaybook(path, { text }, 'zh-Hans');

describe('the store of playbooks', () => {
  it('gives back exactly what was read, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(markdownText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const playbooks = texts.map((text, index) => read(`手册/${index}.md`, text));
        await createPlaybookStore('/knowledge', 'a').save('zh-Hans', playbooks, undefined);
        const kept = await createPlaybookStore('/knowledge', 'a').load('zh-Hans');
        expect(kept?.size).toBe(playbooks.length);
        for (const playbook of playbooks) expect(kept?.get(playbook.path)).toEqual(playbook);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps nothing for another folder, language or program, and from sources nothing at all', async () => {
    const store = createPlaybookStore('/knowledge', 'a');
    await store.save('zh-Hans', [read('a.md', '甲')], undefined);
    expect((await store.load('zh-Hans'))?.get('b.md')).toBeUndefined();
    expect(await store.load('en')).toBeUndefined();
    expect(await createPlaybookStore('/other', 'a').load('zh-Hans')).toBeUndefined();
    expect(await createPlaybookStore('/knowledge', 'b').load('zh-Hans')).toBeUndefined();
    expect(await createPlaybookStore('/knowledge').load('zh-Hans')).toBeUndefined();
    expect(cache.files().map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
  });

  it('writes what came from it as it was, and the rest beside it', async () => {
    const store = createPlaybookStore('/knowledge', 'a');
    await store.save('zh-Hans', [read('a.md', '甲'), read('b.md', '乙')], undefined);
    const kept = await store.load('zh-Hans');
    const [a, c] = [kept?.get('a.md'), read('c.md', '丙')];
    await store.save('zh-Hans', a ? [a, c] : [], kept);
    const again = await store.load('zh-Hans');
    expect([again?.get('a.md'), again?.get('b.md'), again?.get('c.md')]).toEqual([read('a.md', '甲'), undefined, c]);
  });

  it('takes a damaged file for none', async () => {
    const store = createPlaybookStore('/knowledge', 'a');
    await store.save('zh-Hans', [read('a.md', '甲')], undefined);
    const [file = ''] = cache.files();
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      expect(await store.load('zh-Hans'), `byte ${at}`).toBeUndefined();
    }
  });

  it('removes what nobody has used for two months, and nothing that is not its own', async () => {
    await createPlaybookStore('/old', 'a').save('en', [read('a.md', 'a')], undefined);
    const [old = ''] = cache.files();
    const other = join(cache.folder(), 'something-else');
    writeFileSync(other, '');
    const longAgo = new Date(Date.now() - 61 * 24 * 60 * 60 * 1000);
    for (const file of [old, other]) utimesSync(file, longAgo, longAgo);
    await createPlaybookStore('/new', 'a').save('en', [read('a.md', 'a')], undefined);
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
  /** A store that says when it has saved. */
  const observed = (store: PlaybookStore) => {
    let saved: Promise<void> | undefined;
    return {
      store: { ...store, save: (...given: Parameters<PlaybookStore['save']>) => (saved = store.save(...given)) },
      saved: () => saved,
    };
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
});
