import { describe, expect, it } from 'vitest';
import { siteOf } from './support.js';

const files = Object.fromEntries(
  [...Array(450).keys()].map((number) => [
    `p${String(number).padStart(3, '0')}.md`,
    `---\nid: p${number}\ntitle: 第 ${number} 篇\ntags: [退款]\n---\n\n字\n`,
  ]),
);
const site = await siteOf({ ...files, 'playbook.config.yaml': 'title: 星海\nlanguages: [zh-Hans, en]\n' });
const linksOf = (path: string) =>
  [...(site.get(path) ?? '').matchAll(/<main[\s\S]*<\/main>/g)].flatMap(([main]) =>
    [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
  );

describe('lists of a large knowledge base', () => {
  it('are several pages of 200, each leading to all others', () => {
    expect([...site.keys()].filter((path) => path.startsWith('types/'))).toEqual([
      'types/article.html',
      'types/article.p2.html',
      'types/article.p3.html',
      'types/article.en.html',
      'types/article.en.p2.html',
      'types/article.en.p3.html',
    ]);
    expect(linksOf('types/article.p2.html').filter((href) => href?.startsWith('article'))).toEqual([
      ...['article.html', 'article.p2.html', 'article.p3.html'],
      ...['article.html', 'article.p2.html', 'article.p3.html'],
    ]);
    expect(linksOf('types/article.p3.html').filter((href) => href?.startsWith('../pages/'))).toHaveLength(50);
    expect(site.get('types/article.p2.html')).toContain('<title>知识条目 · 第 2 页，共 3 页 · 星海</title>');
    expect(site.get('types/article.p2.html')).toMatch(
      /<a href="article\.p2\.html" aria-label="第 2 页，共 3 页" aria-current="page">2<\/a>/,
    );
  });

  it('are reached from the table of contents, which stays small', () => {
    expect(linksOf('all.html')).toEqual([
      'types/article.html',
      'types/article.html',
      'types/article.p2.html',
      'types/article.p3.html',
      expect.stringMatching(/^tags\//),
    ]);
    expect((site.get('all.html') ?? '').length).toBeLessThan(20_000);
  });

  it('leave out no page', () => {
    const listed = [...site.keys()].filter((path) => /^types\/article(?:\.p\d)?\.html$/.test(path)).flatMap(linksOf);
    expect(new Set(listed.filter((href) => href?.startsWith('../pages/'))).size).toBe(450);
  });
});
