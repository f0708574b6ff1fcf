import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { siteOf as packedSiteOf } from './support.js';

/** Every file of the site, what search reads among them as text. */
async function siteOf(files: Parameters<typeof packedSiteOf>[0]): Promise<ReadonlyMap<string, string>> {
  const unpacked = (content: string) =>
    content.replace(/^playbookSearch\("(.*)"\);\n$/, (_, packed: string) => inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8'));
  return new Map([...(await packedSiteOf(files))].map(([path, content]) => [path, unpacked(content)]));
}

const page = (id: string, fields: string, body = '正文') =>
  `---\nid: ${id}\ntype: policy\ntitle: ${id}标题\nlang: zh-Hans\n${fields}---\n${body}\n`;
const linker = page('linker', 'related: [old]\n', '请看[旧政策](old.md)、[[old]]。\n\n::include{id=old}');

describe('a retired playbook', () => {
  const files = {
    'linker.md': linker,
    'new.md': page('new', '', '新正文'),
    'old.md': page('old', 'retired_on: 2026-11-01\nreplaced_by: new\nowner: 售后组\n', '旧正文'),
  };

  it('leaves a small page at its address that leads to its successor', async () => {
    const html = (await siteOf(files)).get('pages/old.html') ?? '';
    expect(html).toContain('本页已于 2026-11-01 停用。');
    expect(html).toMatch(/<a href="new\.html">.*?new标题<\/a>/s);
    expect(html).not.toContain('旧正文');
  });

  it('is named nowhere else, and whatever led to it leads to its successor', async () => {
    const site = await siteOf(files);
    for (const [path, html] of site) if (path !== 'pages/old.html') expect([path, html.includes('old标题')]).toEqual([path, false]);
    for (const html of site.values()) expect(html).not.toContain('旧正文');
    const html = site.get('pages/linker.html') ?? '';
    expect(html).toContain('<a href="new.html">旧政策</a>、<a href="new.html">new标题</a>');
    expect(html).toContain('<p>新正文</p>');
    expect(html).not.toContain('old.html');
  });

  it('says whom to ask when nothing replaces it, or the replacements go in a circle', async () => {
    const alone = await siteOf({ 'linker.md': linker, 'old.md': page('old', 'retired_on: 2026-11-22\nowner: 售后组\n') });
    expect(alone.get('pages/old.html')).toContain('需要时请问 售后组。');
    expect(alone.get('pages/linker.html')).toContain('<a href="old.html">旧政策</a>');
    const circle = await siteOf({
      'old.md': page('old', 'replaced_by: two\n'),
      'two.md': page('two', 'replaced_by: old\n'),
      'a.md': page('a', ''),
    });
    expect(circle.get('pages/old.html')).toContain('本页已停用。');
    expect(circle.get('pages/two.html')).toContain('需要时请问 知识管理员。');
  });

  it('is in use until its day comes', async () => {
    const site = await siteOf({ 'old.md': page('old', 'retired_on: 2026-11-23\nreplaced_by: new\n', '旧正文'), 'new.md': page('new', '') });
    expect(site.get('pages/old.html')).toContain('旧正文');
  });

  it('keeps the addresses of all other pages', async () => {
    const before = await siteOf({ ...files, 'old.md': page('old', '') });
    const after = await siteOf(files);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  });
});

describe('a playbook before its first valid day', () => {
  it('is nowhere on the site', async () => {
    const site = await siteOf({ 'linker.md': linker, 'old.md': page('old', 'valid_from: 2026-11-23\n', '机密新规') });
    expect([...site.keys()]).not.toContain('pages/old.html');
    for (const [path, html] of site) expect([path, /old标题|机密新规|pages\/old/.test(html)]).toEqual([path, false]);
  });
});

describe('a playbook after its last valid day', () => {
  const files = { 'linker.md': linker, 'old.md': page('old', 'valid_to: 2026-11-21\nowner: 售后组\n', '旧正文') };

  it('is marked', async () => {
    const html = (await siteOf(files)).get('pages/old.html') ?? '';
    expect(html).toContain('本页已于 2026-11-21 失效');
    expect(html).toContain('旧正文');
  });

  it('is hidden if the config says so, but its address says why', async () => {
    const site = await siteOf({ ...files, 'playbook.config.yaml': 'site: { expired: hide }\n' });
    expect(site.get('pages/old.html')).toContain('本页的有效期到 2026-11-21 为止，内容不再显示。');
    for (const html of site.values()) expect(html).not.toContain('旧正文');
    expect(site.get('search-data.js')).not.toContain('old标题');
    expect(site.get('index.html')).not.toContain('old标题');
  });
});
