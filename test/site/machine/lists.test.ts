import { describe, expect, it } from 'vitest';
import { createAddresses } from '../../../src/site/addresses.js';
import { sitemapFiles } from '../../../src/site/machine/sitemap.js';
import type { PageReview } from '../../../src/site/site-reviews.js';
import { knowledgeBaseOf, today } from '../../support/knowledge-base.js';
import { siteOf } from '../support.js';

const approved = (number: number, approvedOn: string): PageReview => ({
  state: 'approved',
  isApproved: true,
  revision: { number, approvedOn, approvers: ['李 & 明'] },
});
const files = {
  'playbook.config.yaml': 'title: 星海 <知识库>\nlanguages: [zh-Hans, en]\n',
  'a.md': '---\nid: a\ntitle: "甲 <a> & 乙"\nsummary: 七天 \u0007内\n---\n\n正文\n',
  'b.md': '---\nid: b\ntitle: 乙\n---\n\n正文\n',
  'c.md': '---\nid: c\ntitle: 丙\n---\n\n没人审核\n',
};
const reviews = new Map([
  ['a.md', approved(2, '2026-05-01')],
  ['b.md', approved(1, '2026-06-01')],
  ['c.md', { state: 'never-approved', isApproved: false } as const],
]);

describe('the feed of approved changes', () => {
  it('has the newest approval first, one entry a revision', async () => {
    const feed = (await siteOf(files, { formats: ['feed'], reviews })).get('feed.xml') ?? '';
    expect([...feed.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title)).toEqual([
      '星海 &lt;知识库&gt;：已审核的更新',
      '乙',
      '甲 &lt;a&gt; &amp; 乙',
    ]);
    expect([...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, day]) => day)).toEqual([
      '2026-06-01T00:00:00Z',
      '2026-06-01T00:00:00Z',
      '2026-05-01T00:00:00Z',
    ]);
    expect(feed).toContain('<author><name>李 &amp; 明</name></author>');
    expect(feed).toContain('<summary>第 2 版 七天 内</summary>');
    expect(feed).toContain('href="pages/a.html"');
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('has every approved revision of a page, each with what it changed', async () => {
    const marks = [1, 2, 3, 4].map((number) => ({
      number,
      approvedOn: `2026-0${number}-01`,
      approvers: ['李明'],
      notes: [],
      isRemoval: number === 2,
    }));
    const review = { ...approved(4, '2026-04-01'), revisions: marks };
    const english = { ...files, 'playbook.config.yaml': 'title: Help\nlanguages: [en]\n' };
    const feed = (await siteOf(english, { formats: ['feed'], reviews: new Map([['a.md', review]]) })).get('feed.xml') ?? '';
    const entries = [...feed.matchAll(/<entry[\s\S]*?<\/entry>/g)].map(([entry]) => [
      /<updated>(.{10})/.exec(entry)?.[1],
      /<name>(.*?)</.exec(entry)?.[1],
      /<summary>(.*?)</.exec(entry)?.[1],
      /rel="related" type="text\/html" href="(.*?)"/.exec(entry)?.[1],
    ]);
    expect(entries).toEqual([
      ['2026-04-01', '李 &amp; 明', 'Revision 4. 七天 内', 'history/a.3-4.html'],
      ['2026-03-01', '李明', 'Revision 3.', 'history/a.1-3.html'],
      ['2026-01-01', '李明', 'Revision 1.', undefined],
    ]);
  });

  it('names an entry anew when the page is approved anew, and only then', async () => {
    const idOf = async (number: number, day: string) =>
      /<entry[^>]*>\s*<id>(.*?)<\/id>/.exec(
        (await siteOf(files, { formats: ['feed'], reviews: new Map([['a.md', approved(number, day)]]) })).get('feed.xml') ?? '',
      )?.[1];
    expect(await idOf(2, '2026-05-01')).toBe(await idOf(2, '2026-05-01'));
    expect(await idOf(3, '2026-07-01')).not.toBe(await idOf(2, '2026-05-01'));
  });

  it('is not there where nothing is approved', async () => {
    expect((await siteOf(files, { formats: ['feed'] })).has('feed.xml')).toBe(false);
  });
});

describe('the sitemap', () => {
  const placed = {
    ...files,
    'playbook.config.yaml': 'title: x\nlanguages: [zh-Hans]\nsite: { address: "https://help.example.com/kb?x" }\n',
  };

  it('has absolute addresses and days of approval', async () => {
    const sitemap = (await siteOf(placed, { formats: ['sitemap'], reviews })).get('sitemap.xml') ?? '';
    expect([...sitemap.matchAll(/<url>(.*?)<\/url>/g)].map(([, entry]) => entry)).toEqual([
      '<loc>https://help.example.com/kb/index.html</loc>',
      '<loc>https://help.example.com/kb/pages/a.html</loc><lastmod>2026-05-01</lastmod>',
      '<loc>https://help.example.com/kb/pages/b.html</loc><lastmod>2026-06-01</lastmod>',
      '<loc>https://help.example.com/kb/pages/c.html</loc>',
    ]);
  });

  it('is not there without an address', async () => {
    expect((await siteOf(files, { formats: ['sitemap'] })).has('sitemap.xml')).toBe(false);
  });

  it('is cut into files where it is too long for one', () => {
    const knowledgeBase = knowledgeBaseOf(placed);
    const made = [...sitemapFiles({ knowledgeBase, addresses: createAddresses(knowledgeBase), today }, 3)];
    expect(made.map(({ path }) => path)).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    expect(made.at(-1)).toMatchObject({ content: expect.stringContaining('<loc>https://help.example.com/kb/sitemap-2.xml</loc>') });
  });
});

describe('llms.txt', () => {
  it('leads to the Markdown of every page, by type', async () => {
    const site = await siteOf(files, { formats: ['markdown'] });
    const guide = site.get('llms.txt') ?? '';
    expect(guide.split('\n').slice(0, 3)).toEqual([
      '# 星海 \\<知识库\\>',
      '',
      '> 客服话术、应急预案、标准回复与政策。客服专员按这里的内容答复客户。',
    ]);
    expect(guide).toContain('## 知识条目\n\n- [甲 \\<a\\> & 乙](pages/a.md): 七天 \u0007内\n- [乙](pages/b.md)\n');
    for (const [, address = ''] of guide.matchAll(/\]\((.*?)\)/g)) expect(site.has(address)).toBe(true);
  });

  it('leads to a list for each type where there are many', async () => {
    const many = Object.fromEntries([...Array(501).keys()].map((number) => [`m${number}.md`, `---\nid: m${number}\n---\n\n字\n`]));
    const site = await siteOf(many, { formats: ['markdown'] });
    expect(site.get('llms.txt')).toContain('- [知识条目](types/article.md): 501 篇');
    expect(site.get('types/article.md')).toContain('- [m7](../pages/m7.md)');
  });
});

it('nothing of this is written unless it is asked for', async () => {
  const paths = [...(await siteOf(files, { reviews })).keys()];
  expect(paths.filter((path) => /\.(?:md|txt|xml|json|jsonl|csv)$/.test(path))).toEqual([]);
});
