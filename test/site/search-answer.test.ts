import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchDocuments } from '../../src/core/search/documents.js';
import { search } from '../../src/core/search/engine.js';
import { createSearchIndex } from '../../src/core/search/search-index.js';
import { createAddresses } from '../../src/site/addresses.js';
import { Answerer } from '../../src/site/client/search/answer.js';
import { PartLoader, unpack } from '../../src/site/client/search/part-loader.js';
import { searchFiles } from '../../src/site/search-files.js';
import type { SiteReviews } from '../../src/site/site-reviews.js';
import { type Files, knowledgeBaseOf, today } from '../support/knowledge-base.js';
import { readSample } from '../support/sample.js';

const pack = (text: string) => deflateRawSync(text).toString('base64');

/** The search files of a knowledge base as a browser would load them, and which of them were. */
function siteOf(knowledgeBase: ReturnType<typeof readSample>, reviews?: SiteReviews) {
  const files = new Map<string, string>();
  for (const file of searchFiles({ knowledgeBase, addresses: createAddresses(knowledgeBase), today, ...(reviews && { reviews }) }, pack)) {
    if ('content' in file) files.set(file.path, file.content);
  }
  const loaded: string[] = [];
  const loader = new PartLoader((address) => {
    loaded.push(address);
    const text = files.get(address);
    if (text === undefined) throw new Error(`no ${address}`);
    return unpack(text.slice(text.indexOf('"') + 1, text.lastIndexOf('"')));
  });
  return { files, loaded, answerer: new Answerer(loader) };
}

/** So many texts that they do not fit one file: those of the sample, again and again with other names. */
function largeKnowledgeBase() {
  const files: Record<string, string> = {};
  for (const { path, text } of readSample().playbooks.values()) {
    for (const copy of ['', '-b', '-c', '-d', '-e']) {
      files[path.replace('.md', `${copy}.md`)] = text.replace(/^id: (\S+)/m, `id: $1${copy}`).replace(/^title: (.+)$/m, `title: $1${copy}`);
    }
  }
  return knowledgeBaseOf({
    ...files,
    'noise.md': `# ${[...Array(30_000).keys()].map((number) => number.toString(36)).join(' ')}\n`,
  } satisfies Files);
}

const large = largeKnowledgeBase();
const index = createSearchIndex(searchDocuments(large));
const site = siteOf(large);
const always = () => true;

describe('searching on the site', () => {
  it('says of each hit how its review stands, where it is not as approved', async () => {
    const page = (id: string) => `---\nid: ${id}\ntitle: 退款 ${id}\nlang: zh-Hans\n---\n\n退款。\n`;
    const ids = ['approved', 'changed', 'changes-requested', 'never-approved'] as const;
    const reviewed = siteOf(
      knowledgeBaseOf(Object.fromEntries(ids.map((id) => [`${id}.md`, page(id)]))),
      new Map(ids.map((state) => [`${state}.md`, { state, isApproved: state === 'approved' }])),
    );
    const result = await reviewed.answerer.answer({ text: '退款', limit: 10 }, 'all', always);
    const told = result?.hits.map(({ id, care }) => [id, care ?? 'nothing']).toSorted();
    expect(told).toEqual([
      ['approved', 'nothing'],
      ['changed', 'changed'],
      ['changes-requested', 'changes-requested'],
      ['never-approved', 'never-approved'],
    ]);
  });

  it('reads one file where there is little', async () => {
    const small = siteOf(readSample());
    expect([...small.files.keys()]).toEqual(['search-data.js']);
    const result = await small.answerer.answer({ text: '退款', limit: 10 }, 'all', always);
    const own = search(createSearchIndex(searchDocuments(readSample())), { text: '退款', limit: 10 });
    expect(result?.hits.map(({ id }) => id)).toEqual(own.hits.map(({ id }) => id));
    expect(small.loaded).toEqual(['search-data.js']);
  });

  it('puts first, of pages alike, the one that readers say solved more, as the editor does', async () => {
    const page = (id: string) => `---\nid: ${id}\ntitle: 退款${id}\nlang: zh-Hans\n---\n\n七天内退款。\n`;
    const told = [...Array(9).keys()].map((number) =>
      JSON.stringify({ version: 1, id: `${number}`.repeat(32), day: today, page: 'c', revision: 'a1b2c3d4', kind: 'solved' }),
    );
    const knowledgeBase = knowledgeBaseOf({
      'a.md': page('a'),
      'b.md': page('b'),
      'c.md': page('c'),
      '.playbook/feedback/a.ndjson': told.join('\n'),
    });
    const own = search(createSearchIndex(searchDocuments(knowledgeBase)), { text: '退款', limit: 10 });
    const result = await siteOf(knowledgeBase).answerer.answer({ text: '退款', limit: 10 }, 'all', always);
    expect([own.hits, result?.hits ?? []].map((hits) => hits.map(({ id }) => id))).toEqual([
      ['c', 'a', 'b'],
      ['c', 'a', 'b'],
    ]);
  });

  it('fetches only what a query needs, each part once', async () => {
    expect(site.files.size).toBeGreaterThan(500);
    await site.answerer.answer({ text: '退款', limit: 10 }, 'all', always);
    // The start, one part of names and one of texts for the one pair of characters, those of its title and codes, ten pages.
    expect(site.loaded.length).toBeLessThan(20);
    expect(new Set(site.loaded).size).toBe(site.loaded.length);
    const before = site.loaded.length;
    expect(site.answerer.answerNow({ text: '退款', limit: 10 })?.hits.length).toBe(10);
    expect(site.answerer.answerNow({ text: '换货政策', limit: 10 })).toBeUndefined();
    await site.answerer.answer({ text: '退款', limit: 10 }, 'all', always);
    expect(site.loaded.length).toBe(before);
  });

  it('gives what the editor gives, in the same order, for any query', async () => {
    const titles = [...large.playbooks.values()].map(({ title }) => title);
    const query = fc.oneof(
      fc.constantFrom(...titles),
      fc.constantFrom(...titles).map((title) => title.slice(0, 3)),
      fc.constantFrom('tuikuan', 'tk', 'refnud', 'hui fang', 'router', '"退款申请"', '退款 -物流', '一', 're', 'VIP客户', 'zzzz'),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const asked = { text, limit: 10, today };
        const own = search(index, asked);
        const result = await site.answerer.answer(asked, 'all', always);
        expect(result?.hits.map(({ id, score, excerpt }) => [id, score, excerpt])).toEqual(
          own.hits.map(({ id, score, excerpt }) => [id, score, excerpt]),
        );
        expect([result?.total, result?.facets]).toEqual([own.total, own.facets]);
      }),
      { numRuns: 150 },
    );
  });

  it('answers by names first, from fewer parts, and says where pages are', async () => {
    const other = siteOf(large);
    const early = await other.answerer.answer({ text: '退款申请安抚与受理', limit: 10 }, 'names', always);
    expect(other.loaded.filter((address) => address.startsWith('search/texts'))).toEqual([]);
    expect(early?.hits[0]).toMatchObject({
      id: 'script-refund-request',
      address: 'pages/script-refund-request.html',
      validity: 'in-force',
    });
    expect(early?.hits[0]?.titleParts).toContainEqual({ text: '退款申请安抚与受理', match: true });
  });

  it('puts a title that has the whole query before what customers say of a part of it, also by names alone', async () => {
    const early = await site.answerer.answer({ text: '退款申请', limit: 10 }, 'names', always);
    expect(early?.hits.slice(0, 5).map(({ id }) => id)).toEqual(['-b', '-c', '-d', '-e', ''].map((copy) => `script-refund-request${copy}`));
  });

  it('stops as soon as nobody waits, and asks again for a part that did not come', async () => {
    expect(await site.answerer.answer({ text: '换货政策怎么说', limit: 10 }, 'all', () => false)).toBeUndefined();
    let fails = true;
    const loader = new PartLoader(async (address) => {
      if (fails) throw new Error('offline');
      const text = site.files.get(address) ?? '';
      return unpack(text.slice(text.indexOf('"') + 1, text.lastIndexOf('"')));
    });
    const answerer = new Answerer(loader);
    await expect(answerer.answer({ text: '退款' }, 'all', always)).rejects.toThrow('offline');
    fails = false;
    expect((await answerer.answer({ text: '退款' }, 'all', always))?.hits.length).toBeGreaterThan(5);
  });
});
