import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/site/render/render-markdown.js';
import { sanitizeSvg } from '../../src/site/render/svg.js';
import { bodyOf, dangersIn, siteOf } from './support.js';

/** Ways to run code or reach out that HTML in Markdown has been used for. */
const attacks: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script>',
  'script in capitals and pieces': '<ScRiPt>alert(1)</sCrIpT><scr<script>ipt>alert(1)</scr</script>ipt>',
  'event handler': '<img src=x onerror=alert(1)>',
  'event handler without space': '<img/src="x"/onerror=alert(1)>',
  'handler on an allowed element': '<details open ontoggle=alert(1)><summary onclick="alert(1)">a</summary></details>',
  'javascript link': '[a](javascript:alert(1))',
  'javascript link with entities': '<a href="&#106;avascript&colon;alert(1)">a</a>',
  'javascript link with a line break': '<a href="java\nscript:alert(1)">a</a>',
  'javascript link with control characters': '<a href="\u0001javascript:alert(1)">a</a>',
  'javascript reference link': '[a][b]\n\n[b]: javascript:alert(1)',
  'javascript autolink': '<javascript:alert(1)>',
  'vbscript link': '[a](VBScript:msgbox(1))',
  'data link': '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  'data image': '![a](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  'file link': '[a](file:///etc/passwd)',
  'our own scheme': '<a href="playbook-id:javascript%3Aalert(1)">a</a>',
  'protocol-relative image': '![a](//third.example/x.png)',
  'remote image': '![a](https://third.example/x.png) <img src="https://third.example/y.png" srcset="https://third.example/z.png 2x">',
  picture: '<picture><source srcset="https://third.example/x.png"><img src="x"></picture>',
  iframe: '<iframe src="https://third.example"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  'object and embed': '<object data="x.swf"></object><embed src="x.swf"><applet code="x"></applet>',
  'base and meta':
    '<base href="https://third.example/"><meta http-equiv="refresh" content="0;url=javascript:alert(1)"><link rel="stylesheet" href="//third.example/x.css">',
  form: '<form action="https://third.example"><input name="a"><button formaction="javascript:alert(1)">b</button><input type="image" src="x"></form>',
  'style element': '<style>@import url(//third.example/x.css); body{background:url(//third.example)}</style>',
  'style attribute': '<p style="background:url(//third.example/x)">a</p><div style="position:fixed;inset:0">b</div>',
  'SVG script': '<svg><script>alert(1)</script></svg>',
  'SVG handler': '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
  'SVG link': '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a><use href="data:image/svg+xml,x#y"/></svg>',
  MathML: '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">a</maction></math>',
  'mutation through noscript': '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  'mutation through MathML and style':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></mglyph></table></mtext></math>',
  'mutation through SVG and style': '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>"></svg>',
  'mutation through template': '<template><img src=x onerror=alert(1)></template>',
  'mutation through a form':
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph></form></mtext></math>',
  'mutation through plaintext': '<plaintext><img src=x onerror=alert(1)>',
  'mutation through a comment': '<!--><img src=x onerror=alert(1)>--> <!-- --!><img src=x onerror=alert(1)> -->',
  'mutation through a textarea': '<textarea></textarea><img src=x onerror=alert(1)></textarea>',
  'unclosed attribute': '<img title="`><img src=x onerror=alert(1)>',
  'CDATA and instruction': '<![CDATA[<img src=x onerror=alert(1)>]]><?php <img src=x onerror=alert(1)> ?>',
  'handler in a heading': '## <img src=x onerror=alert(1)> a',
  'handler in a table': '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  'handler in an alternative text': '![<img src=x onerror=alert(1)>](x.png "\\"><img src=x onerror=alert(1)>")',
  'attribute breaking a link': '[a](<x.md" onmouseover="alert(1)>)',
  'attribute breaking a footnote': 'a[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: b',
  'include of markup': '::include{id="<img src=x onerror=alert(1)>"}',
  'placeholder of markup': '{{<img src=x onerror=alert(1)>}}',
  'owner of markup': '1. a :owner[<img src=x onerror=alert(1)>] :within[<script>alert(1)</script>]',
  'our marks':
    '<span class="placeholder" data-name="x" onclick="alert(1)">a</span><div class="embedded" data-include="0" onclick="alert(1)">b</div>',
  video:
    '<video src="https://third.example/x.mp4" poster="javascript:alert(1)" onloadstart=alert(1)><source src="//third.example/x.mp4" onerror=alert(1)></video>',
};

describe('attacks in a body', () => {
  for (const [name, markdown] of Object.entries(attacks)) {
    it(`plain Markdown: ${name}`, () => expect(dangersIn(renderMarkdown(markdown))).toEqual([]));

    it(`a playbook, its embeds and its page: ${name}`, async () => {
      const front = (id: string) => `---\nid: ${id}\ntype: script\ntitle: 页\nlang: zh-Hans\n---\n\n`;
      const files = {
        'page.md': `${front('page')}## 开场\n\n### 电话\n\n${markdown}\n\n### 在线\n\n> b\n\n::include{id=other}\n`,
        'other.md': `${front('other')}${markdown}\n\n> ${markdown.replace(/\n/g, '\n> ')}\n`,
        'x.png': '',
      };
      expect(dangersIn(bodyOf(files))).toEqual([]);
      const site = await siteOf(files);
      expect(dangersIn(site.get('pages/page.html') ?? '<script>')).toEqual([]);
      expect(dangersIn(site.get('pages/other.html') ?? '<script>')).toEqual([]);
    });
  }
});

describe('attacks outside the body', () => {
  const evil = '\'"></title></script></style><img src=x onerror=alert(1)>{{a}}';

  it('shows markup in titles, front matter, types, tags, config and file names as text', async () => {
    const text = JSON.stringify(evil);
    const files = {
      'playbook.config.yaml': `title: ${text}\nlanguages: [zh-Hans, ${text}, en]\nchannels: [phone, {id: ${text}, label: ${text}}]\nroles: [${text}]\nescalation: [${text}]\nvariables: {a: ${text}}\npriorities: [{id: ${text}, respondWithin: 5m}]\n`,
      [`a/${evil}.md`]: `---\nid: ${text}\ntype: script\ntitle: ${text}\nlang: ${text}\nowner: ${text}\nsummary: ${text}\nshort_code: ${text}\naliases: [${text}]\nutterances: [${text}]\nchannels: [${text}, phone]\ntiers: [${text}]\naudience: [${text}]\ntags: [${text}]\nproduct: ${text}\nrisk: ${text}\nrelated: [b]\nvalid_from: ${text}\nreviewed_on: ${text}\nstage: ${text}\nplaceholders: {${text}: {label: ${text}, example: ${text}, type: choice, choices: [${text}]}}\n---\n\n# ${evil}\n\n## ${evil}\n\n> {{a}} [x](${encodeURIComponent(`${evil}.svg`)}) ![y](${encodeURIComponent(`${evil}.svg`)})\n`,
      'b.md': `---\nid: b\ntype: ${text}\ntitle: b\nrelated: [${text}]\n---\n\n[[${evil.replaceAll(/[[\]|]/g, '')}]]\n`,
      [`a/${evil}.svg`]: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path d="M0 0"/></svg>',
    };
    const site = await siteOf(files);
    const pages = [...site].filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    for (const [path, html] of pages) {
      expect(path).toMatch(/^[a-zA-Z0-9./-]+$/);
      expect({ path, dangers: dangersIn(html) }).toEqual({ path, dangers: [] });
    }
    expect(pages.some(([, html]) => html.includes('&#x3C;img src=x onerror=alert(1)>'))).toBe(true);
  });

  it('carries search data as data: nothing in it ends the script or a string', async () => {
    const site = await siteOf({ 'a.md': '---\nid: a\ntitle: "</script>\\"\\u2028`"\n---\n\n\\");alert(1)//\n' });
    const script = site.get('search-data.js') ?? '';
    const packed = /^playbookSearch\("([A-Za-z0-9+/=]*)"\);\n$/.exec(script)?.[1] ?? '';
    const parts: unknown = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8'));
    expect(parts).toMatchObject({ 'site/0': '{"address":"pages/a.html","validity":"in-force"}' });
  });
});

describe('names that scripts look up', () => {
  it('gives headings their anchors and everything else a prefix', () => {
    const html = bodyOf({
      'page.md':
        '## Location\n\n<p id="location">a</p>\n<a id="pageSearchField" name="forms">b</a>\n\n<form id="x"><input name="attributes"></form>\n',
    });
    expect(html).toBe(
      '<h2 id="location">Location</h2>\n\n<p id="user-content-location">a</p>\n<a id="user-content-pageSearchField">b</a>\n<input disabled type="checkbox">',
    );
  });

  it('leads links to a file’s own anchors to where they are now', () => {
    const html = bodyOf({ 'page.md': '<a id="here"></a>\n\n[go](#here) [away](#nowhere)\n' });
    expect(html).toContain('<a href="#user-content-here">go</a>');
    expect(html).toContain('<a href="page.html">away</a>');
  });
});

describe('SVG files', () => {
  const around = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;
  const cases: readonly (readonly [name: string, source: string, clean: string | undefined])[] = [
    [
      'keeps drawings, text and gradients',
      around(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect width="9" height="9" fill="url(#g)"/><text x="1" y="2" font-size="3">退款</text>',
      ),
      around(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs><rect width="9" height="9" fill="url(#g)"></rect><text x="1" y="2" font-size="3">退款</text>',
      ),
    ],
    [
      'drops scripts and handlers',
      around('<script>alert(1)</script><rect onclick="alert(1)" width="1"/>'),
      around('<rect width="1"></rect>'),
    ],
    [
      'drops embedded HTML',
      around('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script>x</body></foreignObject><g/>'),
      around('<g></g>'),
    ],
    [
      'drops animation, which can set links',
      around('<a href="#x"><animate attributeName="href" to="javascript:alert(1)"/><text>a</text></a>'),
      around('<text>a</text>'),
    ],
    [
      'drops references to elsewhere',
      around(
        '<image href="https://third.example/x.png"/><use xlink:href="other.svg#x"/><rect fill="url(https://third.example/#p)" width="1"/>',
      ),
      around('<image></image><use></use><rect width="1"></rect>'),
    ],
    ['keeps references inside', around('<g id="a"/><use xlink:href="#a"/>'), around('<g id="a"></g><use href="#a"></use>')],
    [
      'keeps raster pictures inside, no other data',
      around('<image href="data:image/png;base64,AAAA"/><image href="data:image/svg+xml;base64,AAAA"/>'),
      around('<image href="data:image/png;base64,AAAA"></image><image></image>'),
    ],
    [
      'drops styles that import, keeps others',
      around('<style>@import url(//third.example/x.css);</style><style>.a{fill:red}</style>'),
      around('<style>.a{fill:red}</style>'),
    ],
    [
      'drops document types and their entities',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${around('<text>&x;</text>')}`,
      around('<text>&#x26;x;</text>'),
    ],
    ['refuses what is no SVG', '<html><script>alert(1)</script></html>', undefined],
  ];
  for (const [name, source, clean] of cases) {
    it(name, () => {
      const cleaned = sanitizeSvg(source)?.trim();
      expect(
        cleaned
          ?.replaceAll('/>', '></>')
          .replace(/<(\w+)((?: [^<>]*)?)><\/>/g, '<$1$2></$1>')
          .replace(/ >/g, '>'),
      ).toBe(clean);
    });
  }

  it('survives nesting no picture has', () => {
    expect(sanitizeSvg(`<svg>${'<g>'.repeat(20_000)}</svg>`)?.length ?? 0).toBeLessThan(20_000);
  });
});

describe('files that are copied', () => {
  it('copies pictures and documents that pages refer to, cleans SVG, and leaves everything a browser runs', async () => {
    const site = await siteOf({
      'page.md': '![a](a.png) [b](b.pdf) [c](c.html) [d](d.js) ![e](e.svg) [f](f.svg.html) ![g](g.svgz)\n',
      'a.png': '',
      'b.pdf': '',
      'c.html': '<script>alert(1)</script>',
      'd.js': 'alert(1)',
      'e.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="1"/></svg>',
      'f.svg.html': '',
      'g.svgz': '',
      'unused.png': '',
    });
    const assets = [...site].filter(([path]) => path.startsWith('assets/'));
    expect(assets).toEqual([
      ['assets/a.png', 'copy of a.png'],
      ['assets/b.pdf', 'copy of b.pdf'],
      ['assets/e.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" /></svg>\n'],
    ]);
  });
});
