import { describe, expect, it } from 'vitest';
import { siteOf } from './support.js';

const page = (front: string, title: string, body = '正文。') => `---\n${front}\n---\n\n# ${title}\n\n${body}\n`;
const protocols = {
  'outage.md': page('id: outage\ntype: protocol\nlang: zh-Hans', '系统宕机预案'),
  'outage-en.md': page('id: outage-en\ntype: protocol\nlang: en\ntranslation_of: outage', 'System outage'),
  'other.md': page('id: other\nlang: zh-Hans', '别的页面'),
};
const config = (inForce: string) => ({ 'playbook.config.yaml': `languages: [zh-Hans, en]\ninForce:\n${inForce}` });
const banner = (html: string | undefined) => /<section class="in-force".*?<\/section>/s.exec(html ?? '')?.[0];

describe('what is in force', () => {
  it('is said on every page, in the language of the page', async () => {
    const site = await siteOf({
      ...protocols,
      ...config('  - { protocol: outage, from: 2026-11-01, note: { zh-Hans: 先看预案, en: Read it first } }\n'),
    });
    for (const [path, html] of site) {
      if (!path.endsWith('.html')) continue;
      expect([path, /lang="en"/.test(html.slice(0, 120)) ? 'System outage' : '系统宕机预案']).toEqual([
        path,
        />(System outage|系统宕机预案)<\/a>/.exec(banner(html) ?? '')?.[1],
      ]);
    }
    expect(banner(site.get('pages/other.html'))).toContain('<a href="outage.html">系统宕机预案</a>');
    expect(banner(site.get('pages/other.html'))).toContain('先看预案');
    expect(banner(site.get('index.en.html'))).toContain('Read it first');
  });

  it('begins and ends on its days', async () => {
    const on = async (days: string) =>
      banner((await siteOf({ ...protocols, ...config(`  - { protocol: outage, ${days} }\n`) })).get('index.html'));
    expect(await on('to: 2026-11-21')).toBe(undefined);
    expect(await on('from: 2026-11-23')).toBe(undefined);
    expect(await on('from: 2026-11-22, to: 2026-11-22')).toContain('data-last-day="2026-11-22"');
  });

  it('is nothing that is no protocol', async () => {
    const site = await siteOf({ ...protocols, ...config('  - { protocol: other }\n  - { protocol: nowhere }\n') });
    expect(banner(site.get('index.html'))).toBe(undefined);
  });
});

describe('the home page', () => {
  it('lists pages that must be read, and each of them asks for an acknowledgement of its very text', async () => {
    const site = await siteOf({ 'a.md': page('id: a\nmust_read: true', '必读甲'), 'b.md': page('id: b', '乙') });
    const home = site.get('index.html') ?? '';
    const item = /<li data-must-read="" data-id="a" data-title="必读甲" data-version="([0-9a-f]{8})">/.exec(home);
    expect(item).not.toBe(null);
    expect(site.get('pages/a.html')).toContain(
      `data-must-read="" aria-label="必读" data-id="a" data-title="必读甲" data-version="${item?.[1]}"`,
    );
    expect(site.get('pages/b.html')).not.toContain('data-must-read');
    expect(home).not.toContain('data-id="b"');
  });

  it('tells leads what is due within four weeks, the most urgent first, with its owner', async () => {
    const due = (id: string, reviewedOn: string) =>
      page(`id: ${id}\nowner: 组-${id}\nreview_every: 30d\nreviewed_on: ${reviewedOn}`, `页${id}`);
    const site = await siteOf({ 'a.md': due('a', '2026-11-15'), 'b.md': due('b', '2026-10-01'), 'c.md': due('c', '2026-11-22') });
    const block = /<details class="home-block due">.*?<\/details>/s.exec(site.get('index.html') ?? '')?.[0] ?? '';
    expect(
      [...block.matchAll(/<a [^>]*>([^<]*)<\/a>.*?datetime="([^"]*)".*?class="owner">([^<]*)</gs)].map(([, ...found]) => found),
    ).toEqual([
      ['页b', '2026-10-31', '组-b'],
      ['页a', '2026-12-15', '组-a'],
    ]);
    expect(block.match(/复核逾期/g)?.length).toBe(1);
  });

  it('knows what changed last, by its content', async () => {
    const site = await siteOf({
      'a.md': page('id: a\nreviewed_on: 2026-11-01', '甲'),
      'b.md': page('id: b\nreviewed_on: 2026-11-20', '乙'),
      'c.md': page('id: c\nreviewed_on: 2027-01-01', '明年的'),
    });
    const keys = [...(site.get('index.html') ?? '').matchAll(/data-changed="([^@"]*)@[0-9a-f]{8}"/g)].map(([, id]) => id);
    expect(keys).toEqual(['b', 'a']);
  });
});
