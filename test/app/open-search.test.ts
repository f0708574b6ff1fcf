import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSearch, settleSearch } from '../../src/app/open-search.js';
import type { FileSource, IndexStore, StoredIndex } from '../../src/app/ports.js';
import { SearchKeeper } from '../../src/app/search-keeper.js';
import { openSession } from '../../src/app/session.js';
import { searchDocuments } from '../../src/core/search/documents.js';
import { search } from '../../src/core/search/engine.js';
import { writeIndex } from '../../src/core/search/write-index.js';
import { type Files, knowledgeBaseOf, searchOf, today } from '../support/knowledge-base.js';

const settings = { locale: 'zh-Hans', today } as const;

function sourceOf(files: Files): FileSource {
  return {
    list: async () =>
      Object.keys(files)
        .sort()
        .map((path) => ({ path })),
    read: async (path) => (files[path] === undefined ? undefined : { text: files[path] }),
  };
}

/** A store in memory that counts how often an index was kept. */
function memoryStore(): IndexStore & { saved: number; kept?: StoredIndex } {
  const store: IndexStore & { saved: number; kept?: StoredIndex } = {
    saved: 0,
    load: async () => store.kept,
    save: async (manifest, parts) => {
      store.saved += 1;
      store.kept = { manifest, parts: new Map(parts) };
    },
  };
  return store;
}

const page = (id: string, title: string, body: string) => `---\nid: ${id}\ntitle: ${title}\n---\n${body}\n`;
const files: Files = {
  'a.md': page('refund', '退款到账', '三个工作日内原路退回。'),
  'b.md': page('delivery', '物流延误', '包裹晚到，先致歉。\n\n::include{id=terms}\n'),
  'c.md': page('terms', '通用条款', '以公告为准。'),
};
const queries = ['退款', '工作日', '公告', 'tuikuan', '物流', '致歉', '赔付', '"原路退回"', '退', 'refund'];
const ids = (found: (query: { text: string }) => { hits: readonly { id: string }[] }) =>
  queries.map((text) => found({ text }).hits.map(({ id }) => id));
const fresh = (now: Files) => ids(searchOf(knowledgeBaseOf(now)));

describe('opening a knowledge base for searching', () => {
  it('writes the index once, and reads it from then on', async () => {
    const store = memoryStore();
    expect(ids((await openSearch(sourceOf(files), settings, store)).search)).toEqual(fresh(files));
    expect(ids((await openSearch(sourceOf(files), settings, store)).search)).toEqual(fresh(files));
    expect(store.saved).toBe(1);
  });

  it('writes it anew when feedback makes a page more useful, and not when it only was opened', async () => {
    const store = memoryStore();
    const alike: Files = { 'a.md': page('a', '退款甲', '七天内退款。'), 'b.md': page('b', '退款乙', '七天内退款。') };
    const open = async (...kinds: readonly string[]) => {
      const told = kinds.map((kind, number) =>
        JSON.stringify({ version: 1, id: `${number}`.repeat(32), day: today, page: 'b', revision: 'a1b2c3d4', kind }),
      );
      const { search: found } = await openSearch({ ...sourceOf(alike), feedback: async () => [told.join('\n')] }, settings, store);
      return [
        found({ text: '退款' })
          .hits.map(({ id }) => id)
          .join(' '),
        store.saved,
      ];
    };
    expect(await open()).toEqual(['a b', 1]);
    expect(await open('opened', 'opened')).toEqual(['a b', 1]);
    expect(await open('solved', 'solved', 'solved')).toEqual(['b a', 2]);
    expect(await open('solved', 'solved', 'solved')).toEqual(['b a', 2]);
  });

  it('takes in what changed since, through snippets too', async () => {
    const store = memoryStore();
    await openSearch(sourceOf(files), settings, store);
    const now: Files = { ...files, 'c.md': page('terms', '通用条款', '延误照章赔付。'), 'd.md': page('new', '致歉用语', '实在抱歉。') };
    const { 'a.md': _gone, ...left } = now;
    const opened = await openSearch(sourceOf(left), settings, store);
    expect(ids(opened.search)).toEqual(fresh(left));
    // 赔付 stands in the snippet alone, and is found through the page that embeds it.
    expect(
      opened
        .search({ text: '赔付' })
        .hits.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['delivery', 'terms']);
    expect(store.saved).toBe(1);
  });

  it('writes it anew when the config is another, or what was kept cannot be read', async () => {
    const store = memoryStore();
    await openSearch(sourceOf(files), settings, store);
    const named = { ...files, 'playbook.config.yaml': 'title: 别的\nsynonyms: [[退款, 赔付]]\n' };
    const opened = await openSearch(sourceOf(named), settings, store);
    expect(store.saved).toBe(2);
    expect(opened.search({ text: '赔付' }).hits.map(({ id }) => id)).toEqual(['refund']);
    if (store.kept) store.kept = { ...store.kept, parts: new Map([['start', '{"format":0}']]) };
    expect(ids((await openSearch(sourceOf(named), settings, store)).search)).toEqual(ids(searchOf(knowledgeBaseOf(named))));
    expect(store.saved).toBe(3);
  });
});

describe('giving a session its index', () => {
  /** Opens a session of some files and settles its index, which must answer as a new one does. */
  const settler = () => {
    const store = memoryStore();
    let written = 0;
    const settle = async (now: Files) => {
      const session = await openSession(sourceOf(now), settings);
      await settleSearch(session, store, async (knowledgeBase) => {
        written += 1;
        return writeIndex(searchDocuments(knowledgeBase));
      });
      expect(session.hasSearchIndex).toBe(true);
      expect(ids((query) => session.search(query))).toEqual(fresh(now));
    };
    return { store, settle, written: () => written };
  };

  it('writes it once, and takes in what changed since', async () => {
    const { store, settle, written } = settler();
    await settle(files);
    await settle(files);
    await settle({ ...files, 'a.md': page('refund', '退款到账', '当天赔付。') });
    // Of a snippet: what embeds it is found by its words.
    await settle({ ...files, 'c.md': page('terms', '通用条款', '先行赔付。') });
    await settle({ ...files, 'c.md': page('renamed', '通用条款', '先行赔付。') });
    const { 'c.md': _gone, ...rest } = files;
    await settle(rest);
    await settle({ ...files, 'aa.md': page('pay', '赔付标准', '工作日赔付。') });
    expect([written(), store.saved]).toEqual([1, 1]);
  });

  it('writes it again when much changed, the config did, or it cannot be read', async () => {
    const { store, settle, written } = settler();
    await settle(files);
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_item, index) => [`many/${index}.md`, page(`m-${index}`, `第${index}页`, '物流。')]),
    );
    await settle({ ...files, ...many });
    expect(written()).toBe(2);
    await settle({ ...files, ...many, 'playbook.config.yaml': 'synonyms: [[退款, 返款]]\n' });
    expect(written()).toBe(3);
    store.kept = { manifest: store.kept?.manifest ?? '', parts: new Map() };
    await settle({ ...files, ...many, 'playbook.config.yaml': 'synonyms: [[退款, 返款]]\n' });
    expect(written()).toBe(4);
  });
});

/** Texts whose words are shared, so that every change moves how rare others are. */
const words = ['退款', '换货', '物流', '投诉', 'refund', 'router', '宽带'];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => `${list.join('，')}。`);
const edits = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), body: fc.option(text, { nil: undefined }) }), {
  maxLength: 12,
});

describe('an index that is kept true file by file', () => {
  it('answers as one that is written anew, whatever the edits', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const now: Record<string, string> = {
          'a.md': page('a', '甲退款', '退款。'),
          'b.md': page('b', '乙', '换货，物流。'),
          'z.md': page('z', '末', '宽带。'),
        };
        const keeper = new SearchKeeper();
        keeper.index(knowledgeBaseOf(now));
        for (const { name, body } of list) {
          if (body === undefined) delete now[`${name}.md`];
          else now[`${name}.md`] = page(name, `页${name}`, body);
          keeper.update(knowledgeBaseOf(now), [`${name}.md`]);
        }
        const knowledgeBase = knowledgeBaseOf(now);
        const index = keeper.index(knowledgeBase);
        for (const word of words) {
          const scored = (result: ReturnType<typeof search>) => new Map(result.hits.map((hit) => [hit.id, [hit.section, hit.excerpt]]));
          expect(scored(search(index, { text: word, limit: 99 })), word).toEqual(
            scored(searchOf(knowledgeBase)({ text: word, limit: 99 })),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is used by a session when a file changes', async () => {
    const session = await openSession(sourceOf(files), settings);
    expect(session.search({ text: '赔付' }).hits).toEqual([]);
    session.update({ path: 'c.md', source: { text: page('terms', '通用条款', '延误照章赔付。') } });
    expect(
      session
        .search({ text: '赔付' })
        .hits.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['delivery', 'terms']);
    session.update({ path: 'b.md' });
    expect(session.search({ text: '赔付' }).hits.map(({ id }) => id)).toEqual(['terms']);
  });
});
