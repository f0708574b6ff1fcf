import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createIndexStore } from '../../src/node/index-store.js';
import { useUserCache } from '../support/user-cache.js';

const cache = useUserCache();
const parts = new Map([
  ['start', '{"开始":1}'],
  ['texts/0', '退款\t1\tAB\n😀'],
  ['texts/1', ''],
]);

describe('the store of a search index', () => {
  it('gives back what was kept, for this folder only, and nobody else may read it', async () => {
    await createIndexStore('/knowledge').save('清单', parts);
    const stored = await createIndexStore('/knowledge').load();
    expect(stored?.manifest).toBe('清单');
    expect([...parts.keys()].map((name) => stored?.parts.get(name))).toEqual([...parts.values()]);
    expect(stored?.parts.get('texts/2')).toBeUndefined();
    expect(await createIndexStore('/other').load()).toBeUndefined();
    expect(await createIndexStore('/knowledge', 'another release').load()).toBeUndefined();
    expect(cache.files().map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
  });

  it('takes one that was damaged or cut anywhere for none', async () => {
    const store = createIndexStore('/knowledge');
    await store.save('清单', parts);
    const [file = ''] = cache.files();
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      expect(await store.load(), `byte ${at}`).toBeUndefined();
      writeFileSync(file, whole.subarray(0, at));
      expect(await store.load(), `cut at ${at}`).toBeUndefined();
    }
    writeFileSync(file, whole);
    expect((await store.load())?.manifest).toBe('清单');
  });

  it('does without where nothing may be written', async () => {
    vi.stubEnv('XDG_CACHE_HOME', '/dev/null');
    const store = createIndexStore('/knowledge');
    await store.save('清单', parts);
    expect(await store.load()).toBeUndefined();
  });
});
