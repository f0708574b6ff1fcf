import { describe, expect, it } from 'vitest';
import type { PreviewAnswer } from '../../src/lsp/protocol.js';
import { type PageData, readMessage } from '../../src/vscode/preview/messages.js';
import { comparisonInWebview, messagePage, ownPage, type PageResources, previewPage } from '../../src/vscode/preview/preview-page.js';

const resources: PageResources = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'n0nce',
  siteFile: (name) => `https://res/${name}`,
  pageScript: 'https://res/preview.js',
  pageStyle: 'https://res/preview.css',
  fileAddress: (uri) => `https://res${uri.slice('file://'.length)}`,
};

const data: PageData = {
  uri: 'file:///kb/退款.md',
  isLocked: false,
  words: { close: '</script><script>alert(1)</script>' },
  lines: [],
  lineCount: 3,
  texts: { search: '检索', absent: '没有' },
};

const page = (head: string, body: string): PreviewAnswer => ({
  html: `<!doctype html><html lang="zh-Hans"><head>${head}</head><body class="page-playbook">${body}</body></html>\n`,
  title: '退款',
  address: 'pages/a.html',
  assets: { 'assets/b-1.png': 'file:///kb/b.png' },
  pages: { 'pages/c.html': 'file:///kb/c.md' },
  lines: [],
  lineCount: 3,
  accentStyle: ':root{--accent-text:#060}',
  words: {},
});

/** What a page loads or runs, in order. */
function loads(html: string): readonly string[] {
  return [...html.matchAll(/<(script|link|style|meta)\b[^>]*>/g)].map(([tag]) => tag);
}

describe('an exported page in a webview', () => {
  const head =
    '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><meta name="viewport" content="width=device-width"><title>退款 · 星海</title><link rel="icon" href="../icon.svg"><script src="../theme.js"></script><link rel="stylesheet" href="../site.css"><link rel="stylesheet" href="../accent.css"><link rel="stylesheet" href="../run.css"><script src="../words.zh-Hans.js" defer></script><script src="../site.js" defer></script><script src="../run.js" defer></script>';

  it('loads the scripts and styles that it names from the editor, under a policy of its own, and nothing of the site', () => {
    const html = previewPage(page(head, '<p>甲</p>'), data, resources);
    expect(loads(html)).toEqual([
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width">',
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-n0nce'; style-src https://*.vscode-cdn.net 'nonce-n0nce'; img-src https://*.vscode-cdn.net; media-src https://*.vscode-cdn.net; base-uri 'none'; form-action 'none'\">",
      '<link rel="stylesheet" href="https://res/site.css">',
      '<link rel="stylesheet" href="https://res/run.css">',
      '<style nonce="n0nce">',
      '<link rel="stylesheet" href="https://res/preview.css">',
      '<script type="application/json" id="playbookPreview">',
      '<script nonce="n0nce" src="https://res/preview.js" defer>',
      '<script nonce="n0nce" src="https://res/site.js" defer>',
      '<script nonce="n0nce" src="https://res/run.js" defer>',
    ]);
  });

  it('holds its texts as data that cannot end early', () => {
    const html = previewPage(page(head, ''), data, resources);
    const block = /<script type="application\/json" id="playbookPreview">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(block)).toEqual(data);
  });

  it.each([
    ['a picture of the knowledge base', '<img src="../assets/b-1.png" alt="图">', '<img src="https://res/kb/b.png" alt="图">'],
    ['a picture that is not listed', '<img src="../assets/z.png" alt="图">', '<img alt="图">'],
    [
      'a playbook, with an anchor',
      '<a href="c.html#期限">丙</a>',
      '<a href="c.html#期限" data-preview-page="file:///kb/c.md" data-preview-anchor="期限">丙</a>',
    ],
    ['a page of the site only', '<a href="../index.html">首页</a>', '<a href="../index.html" data-preview-absent>首页</a>'],
    [
      'a document of the knowledge base',
      '<a href="../assets/b-1.png" download="b.png">',
      '<a href="https://res/kb/b.png" download="b.png">',
    ],
    ['a place on the page', '<a href="#期限">期限</a>', '<a href="#期限">期限</a>'],
    ['another site', '<a href="https://example.com/?a=1">x</a>', '<a href="https://example.com/?a=1">x</a>'],
    ['text that looks like a link', '<p>&#x3C;a href="../index.html"></p>', '<p>&#x3C;a href="../index.html"></p>'],
    ['a script that has no place there', '<script src="x.js"></script>', '</script>'],
  ])('leads to %s', (_name, body, expected) => {
    expect(previewPage(page(head, body), data, resources)).toContain(`<body class="page-playbook">${expected}</body>`);
  });
});

describe('a page that only says something', () => {
  it('is escaped, announced, and has the button that helps', () => {
    const html = messagePage(
      { title: '无法预览', text: '<b>"', action: { label: '启动', command: 'playbook.restartServer' } },
      'zh-cn',
      resources,
    );
    expect(html).toContain(
      '<main role="alert"><h1>无法预览</h1><p>&lt;b>"</p><p><button type="button" data-command="playbook.restartServer">启动</button></p></main>',
    );
  });
});

describe('a page that is made again after the window was loaded anew', () => {
  const restored = { ...resources, restoredFrom: 'file:///kb/退"款.md' };
  const address = '<meta name="playbook-address" content="file:///kb/退&quot;款.md">';

  it('says from which address: the extension’s own', () => {
    expect(ownPage('健康', '<p>甲</p>', 'zh-cn', restored)).toContain(address);
    expect(ownPage('健康', '<p>甲</p>', 'zh-cn', resources)).not.toContain('playbook-address');
  });

  it('a comparison, which keeps its styles, by nonce, and loses its own policy', () => {
    const html = comparisonInWebview(
      '<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><style>p{}</style></head><body><p>甲</p></body></html>',
      restored,
    );
    expect(html).toContain(address);
    expect(loads(html)).toEqual([
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-n0nce'; style-src https://*.vscode-cdn.net 'nonce-n0nce'; img-src https://*.vscode-cdn.net data:; media-src https://*.vscode-cdn.net; base-uri 'none'; form-action 'none'\">",
      '<meta charset="utf-8">',
      '<style nonce="n0nce">',
      address,
      '<link rel="stylesheet" href="https://res/preview.css">',
      '<script nonce="n0nce" src="https://res/preview.js" defer>',
    ]);
  });
});

describe('a message of a page', () => {
  it.each([
    [
      { kind: 'scrolled', line: 2.5 },
      { kind: 'scrolled', line: 2.5 },
    ],
    [
      { kind: 'scrolled', line: -1 },
      { kind: 'scrolled', line: 0 },
    ],
    [{ kind: 'scrolled', line: Number.NaN }, undefined],
    [
      { kind: 'openPlaybook', uri: 'file:///a.md' },
      { kind: 'openPlaybook', uri: 'file:///a.md', anchor: '', asSource: false },
    ],
    [{ kind: 'openPlaybook', uri: 7 }, undefined],
    [{ kind: 'run', command: 'x' }, undefined],
    ['search', undefined],
    [null, undefined],
  ])('%j', (message, expected) => {
    expect(readMessage(message)).toEqual(expected);
  });
});
