import { describe, expect, it } from 'vitest';
import { bodyOf } from './support.js';

const front = (extra = '') => `---\nid: page\ntype: script\ntitle: 页\nlang: zh-Hans\n${extra}---\n\n`;

describe('links', () => {
  const others = {
    'policies/退款 政策.md': '---\nid: policy\ntitle: 退款政策\n---\n\n## 金额与期限\n\nx\n',
    'a/b.png': '',
    'a/c.docx': '',
    'a/d.exe': '',
  };
  const link = (markdown: string) => bodyOf({ ...others, 'scripts/page.md': `${front()}${markdown}\n` }, 'scripts/page.md');

  it.each([
    ['by path', '[x](../policies/%E9%80%80%E6%AC%BE%20%E6%94%BF%E7%AD%96.md)', '<p><a href="policy.html">x</a></p>'],
    [
      'by path without extension, with an anchor',
      '[x](<../policies/退款 政策#金额与期限>)',
      '<p><a href="policy.html#金额与期限">x</a></p>',
    ],
    ['from the root of the content', '[x](</policies/退款 政策.md>)', '<p><a href="policy.html">x</a></p>'],
    ['by id, in the target’s own words', '[[policy]]', '<p><a href="policy.html">退款政策</a></p>'],
    ['by id, to a section', '[[policy#金额与期限]]', '<p><a href="policy.html#金额与期限">退款政策 · 金额与期限</a></p>'],
    ['by id, in other words', '[[policy|看这里]]', '<p><a href="policy.html">看这里</a></p>'],
    ['an anchor that is not there leads to the page', '[[policy#没有|x]]', '<p><a href="policy.html">x</a></p>'],
    ['to a missing page', '[x](nowhere.md)', '<p><span class="missing" title="The linked page is not here">x</span></p>'],
    ['out of the knowledge base', '[x](../../../etc/passwd)', '<p><span class="missing" title="The linked page is not here">x</span></p>'],
    [
      'to another site',
      '[x](https://example.com/?a=b)',
      '<p><a href="https://example.com/?a=b" class="external" rel="noopener noreferrer" target="_blank">x</a></p>',
    ],
    [
      'without a scheme',
      '[x](//example.com)',
      '<p><a href="https://example.com" class="external" rel="noopener noreferrer" target="_blank">x</a></p>',
    ],
    ['to a telephone', '[x](tel:400)', '<p><a href="tel:400" class="external" rel="noopener noreferrer" target="_blank">x</a></p>'],
    ['to a picture', '[x](../a/b.png)', '<p><a href="../assets/b-'],
    ['to a document', '[x](../a/c.docx)', 'download="c.docx">x</a></p>'],
    ['to a program', '[x](../a/d.exe)', '<p><span class="missing" title="The linked page is not here">x</span></p>'],
    ['in raw HTML', '<a href="../policies/退款 政策.md" target="_top" onclick="x()">x</a>', '<p><a href="policy.html">x</a></p>'],
  ])('%s', (_name, markdown, html) => {
    expect(link(markdown)).toContain(html);
  });
});

describe('pictures', () => {
  it('of the knowledge base are shown, others are words and a link', () => {
    const html = bodyOf({
      'img/a.svg': '',
      'page.md': `${front()}![流程](img/a.svg "标题")\n\n![远](https://example.com/x.png)\n\n![没有](img/b.svg)\n`,
    });
    expect(html).toMatch(/<p><img src="\.\.\/assets\/a-[0-9a-f]{12}\.svg" alt="流程" loading="lazy" title="标题"><\/p>/);
    expect(html).toContain(
      '<p><span class="remote-image">远 (<a href="https://example.com/x.png" class="external" rel="noopener noreferrer" target="_blank">Image on another site</a>)</span></p>',
    );
    expect(html).toContain('<p><span class="missing" title="The image is not here">没有</span></p>');
  });
});

describe('blanks and variables', () => {
  const config = { 'playbook.config.yaml': 'variables: { company: { phone: "400-1" } }\n' };
  const body = (markdown: string) =>
    bodyOf({ ...config, 'page.md': `${front('placeholders:\n  订单号: { label: 订单编号, example: X1 }\n')}${markdown}\n` });

  it('a blank is a span with its label, a variable its value', () => {
    expect(body('> 订单 {{ 订单号 }}，{{other}}，电话 {{company.phone}}。')).toBe(
      '<blockquote>\n<p>订单 <span class="placeholder" data-name="订单号">订单编号</span>，<span class="placeholder" data-name="other">other</span>，电话 400-1。</p>\n</blockquote>',
    );
  });

  it('code and escaped braces stay as they are written', () => {
    expect(body('`{{订单号}}` \\{\\{订单号}}')).toBe('<p><code>{{订单号}}</code> {{订单号}}</p>');
  });
});

describe('directives', () => {
  it('are chips; durations are words', () => {
    expect(bodyOf({ 'page.md': '1. 打开公告 :owner[值班主管] :within[5m] :record[时间]\n2. 结束 :outcome[callback] 在 12:30pm\n' })).toBe(
      '<ol>\n<li>打开公告 <span class="owner">值班主管</span> <span class="within">5 min</span> <span class="record">时间</span></li>\n<li>结束 <span class="outcome outcome-callback">Call back</span> 在 12:30pm</li>\n</ol>',
    );
  });

  it('notes have a title', () => {
    expect(bodyOf({ 'page.md': ':::warning\n不要承诺\n:::\n\n:::tip[**省时**]\n先问\n:::\n' })).toBe(
      '<div class="callout callout-warning"><p class="callout-title">Warning</p><p>不要承诺</p></div>\n<div class="callout callout-tip"><p class="callout-title"><strong>省时</strong></p><p>先问</p></div>',
    );
  });
});

describe('embeds', () => {
  const snippet = (id: string, body: string) => `---\nid: ${id}\ntype: snippet\ntitle: 片段 ${id}\nlang: zh-Hans\n---\n\n${body}\n`;

  it('stand in place, with links and blanks of their own', () => {
    const html = bodyOf({
      'page.md': `${front()}前\n\n::include{id=s}\n\n后\n`,
      'snippets/s.md': snippet('s', '> 见[页](../page.md)，{{金额}}'),
    });
    expect(html).toBe(
      '<p>前</p>\n<div class="embedded"><blockquote>\n<p>见<a href="page.html">页</a>，<span class="placeholder" data-name="金额">金额</span></p>\n</blockquote><p class="embedded-from">From <a href="s.html">片段 s</a></p></div>\n<p>后</p>',
    );
  });

  it('that are missing or embed themselves say so', () => {
    expect(bodyOf({ 'page.md': `${front()}::include{id=nothing}\n` })).toBe(
      '<div class="embedded"><div class="notice">The snippet “nothing” is not here.</div></div>',
    );
    const html = bodyOf({
      'page.md': `${front()}::include{id=a}\n`,
      'a.md': snippet('a', 'A\n\n::include{id=b}'),
      'b.md': snippet('b', 'B\n\n::include{id=a}'),
    });
    expect(html).toContain(
      '<p>A</p>\n<div class="embedded"><p>B</p>\n<div class="embedded"><div class="notice">The snippet “a” embeds itself; it stops here.</div></div>',
    );
  });

  it('that multiply stop at a bound', () => {
    const files: Record<string, string> = { 'page.md': `${front()}::include{id=s0}\n` };
    for (let level = 0; level < 8; level += 1) files[`s${level}.md`] = snippet(`s${level}`, `::include{id=s${level + 1}}\n\n`.repeat(8));
    files['s8.md'] = snippet('s8', '末');
    const html = bodyOf(files);
    expect(html).toContain('Too many embeds; they stop here.');
    expect(html.match(/class="embedded"/g)?.length).toBeLessThan(2000);
  });

  it('do not take the page’s anchors', () => {
    const html = bodyOf({ 'page.md': `${front()}::include{id=s}\n\n## 开场\n\nx\n`, 's.md': snippet('s', '## 开场\n\ny') });
    expect(html.match(/id="开场"/g)).toHaveLength(1);
    expect(html).toContain('<h2>开场</h2>');
  });
});

describe('headings and footnotes', () => {
  it('have the anchors that links and rules use, repeated ones too', () => {
    const html = bodyOf({ 'page.md': '## 开场\n\n### 电话\n\n## 结束\n\n### 电话\n\n## A  *b* `c`!\n' });
    expect([...html.matchAll(/<h\d id="([^"]*)"/g)].map((match) => match[1])).toEqual(['开场', '电话', '结束', '电话-1', 'a--b-c']);
  });

  it('footnotes lead there and back', () => {
    const html = bodyOf({ 'page.md': '话[^1]\n\n[^1]: 注\n' });
    expect(html).toContain(
      '<a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="user-content-footnote-label">1</a>',
    );
    expect(html).toContain('<h2 class="sr-only" id="user-content-footnote-label">Footnotes</h2>');
    expect(html).toContain('<li id="user-content-fn-1">');
    expect(html).toContain('href="#user-content-fnref-1"');
  });
});

describe('texts no page can be made of', () => {
  it('shows the source of tags that nest without end', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, number) => `<b title="${number}">话术\n\n`).join('');
    // So deep that what sanitizes a page still follows, but not what writes it.
    expect(bodyOf({ 'page.md': tags(2000) })).toMatch(/^<pre class="source">&#x3C;b title="0">话术/);
    expect(bodyOf({ 'page.md': tags(100) })).toMatch(/^<p><b title="0">话术/);
  });

  it('are shown as they are written', () => {
    const deep = `${'> '.repeat(200)}x`;
    expect(bodyOf({ 'page.md': `${deep}\n` })).toBe(
      `<pre class="source">${deep.replaceAll('>', '&#x3E;').replaceAll('&#x3E;', '>')}\n</pre>`,
    );
  });

  it('raw HTML in thousands of pieces or levels neither hangs nor fails', () => {
    expect(bodyOf({ 'page.md': `${'<b>x</b> '.repeat(3000)}\n` })).toContain('&#x3C;b>x&#x3C;/b>');
    expect(bodyOf({ 'page.md': `${'<div>'.repeat(20_000)}x\n` })).toContain('x');
  });
});
