import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, type Hover } from 'vscode-languageserver/node';
import type { PreviewAnswer, SearchAnswer } from '../../src/lsp/protocol.js';
import { exportFolder, folderWith } from '../support/built-program.js';
import { useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();
const searching = useLanguageServer();
const large = useLanguageServer();

const files = {
  'playbook.config.yaml': 'title: 星海\n',
  '政策/refund.md':
    '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\ntags: [退款]\nrelated: [article-exchange]\n---\n\n## 期限\n\n七天内可以退款，见 [换货](../article.md)。\n\n![图](../a.svg)\n',
  'article.md': '---\nid: article-exchange\ntype: article\ntitle: 换货\nlang: zh-Hans\n---\n\n## 步骤\n\n先退款再下单。\n',
  'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>图</title></svg>',
};

describe('playbook/preview', () => {
  it('is byte for byte the exported page', async () => {
    const root = folderWith(files);
    const folder = await server().openFolder({}, root);
    const document = await folder.open('政策/refund.md', files['政策/refund.md']);
    const preview = await document.ask<PreviewAnswer>('playbook/preview');
    const site = await exportFolder(root);
    expect(preview.html).toBe(readFileSync(join(site, preview.address), 'utf8'));
    expect(Object.values(preview.assets)).toEqual([folder.uri('a.svg')]);
    expect(Object.values(preview.pages).sort()).toEqual([folder.uri('article.md'), folder.uri('政策/refund.md')].sort());
    expect(preview.lines).toEqual([{ anchor: '期限', line: 9 }]);
    expect([preview.title, preview.lineCount]).toEqual(['退款政策', 15]);
    expect(preview.accentStyle).toBe(readFileSync(join(site, 'accent.css'), 'utf8'));
    // The export leaves out what no script says.
    const said = JSON.parse(/^playbookWords=(.*);$/m.exec(readFileSync(join(site, 'words.zh-Hans.js'), 'utf8'))?.[1] ?? '');
    expect(preview.words).toMatchObject(said);
    const withLines = await document.ask<PreviewAnswer>('playbook/preview', { withSourceLines: true });
    expect(withLines.html).toContain('<p data-line="11">七天内可以退款');
    expect(withLines.html.replace(/ data-line="\d+"/g, '')).toBe(preview.html.replace(' data-offline=""', ''));
  });

  it('shows the text in the editor, that of other pages too, and the same as a fresh server would', async () => {
    const folder = await server().openFolder(files);
    const document = await folder.open('政策/refund.md', files['政策/refund.md']);
    expect((await document.ask<PreviewAnswer>('playbook/preview')).html).toContain('七天内可以退款');
    const body = files['政策/refund.md'].replace('七天', '十天😀');
    await folder.type('政策/refund.md', body);
    const second = await document.ask<PreviewAnswer>('playbook/preview');
    expect(second.html).toContain('十天😀内可以退款');
    const fresh = await server().openFolder({ ...files, '政策/refund.md': body });
    expect(second.html).toBe((await (await fresh.open('政策/refund.md', body)).ask<PreviewAnswer>('playbook/preview')).html);
    // A title is shown on other pages.
    await folder.open('article.md', files['article.md'].replace('title: 换货', 'title: 换一件'));
    expect((await document.ask<PreviewAnswer>('playbook/preview')).html).toContain('换一件');
  });

  it('of a file that is no playbook is nothing', async () => {
    const folder = await server().openFolder(files);
    expect(await (await folder.open('playbook.config.yaml', 'title: 星海\n')).ask('playbook/preview')).toBeNull();
  });
});

describe('playbook/search', () => {
  it('ranks as the site does and says where each hit is', async () => {
    const folder = await searching().openFolder(files);
    const answer = await searching().connection.sendRequest<SearchAnswer>('playbook/search', { text: '退款', limit: 5 });
    expect(answer.hits.map(({ id }) => id)).toEqual(['policy-refund', 'article-exchange']);
    expect(answer.hits[0]).toMatchObject({ uri: folder.uri('政策/refund.md'), title: '退款政策' });
    expect(answer.facets.types).toEqual({ policy: 1, article: 1 });
    const policies = await searching().connection.sendRequest<SearchAnswer>('playbook/search', { text: 'tuikuan', types: ['policy'] });
    expect(policies.hits.map(({ id }) => id)).toEqual(['policy-refund']);
  });

  it('finds what was typed a moment ago, in several folders', async () => {
    const folder = await searching().openFolder({ 'x.md': '# 甲\n' });
    await folder.open('x.md', '# 量子通信\n\n量子。\n');
    const { hits, total } = await searching().connection.sendRequest<SearchAnswer>('playbook/search', { text: '量子' });
    expect(hits.map(({ uri }) => uri)).toEqual([folder.uri('x.md')]);
    expect(total).toBe(1);
  });

  it('of a large folder answers other questions while it indexes, and knows what was typed meanwhile', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`n${number}.md`, `# 第 ${number} 篇\n\n宽带安装。\n`]));
    const folder = await large().openFolder(many);
    const document = await folder.open('n7.md', many['n7.md'] ?? '');
    const found: string[] = [];
    const search = large()
      .connection.sendRequest<SearchAnswer>('playbook/search', { text: '光猫' })
      .then((answer) => {
        found.push('search');
        return answer;
      });
    await document.ask('textDocument/documentSymbol').then(() => found.push('symbols'));
    await folder.type('n7.md', '# 光猫怎么重启\n\n拔电源。\n');
    await large().problems(document.uri, 2);
    await search;
    expect(found).toEqual(['symbols', 'search']);
    const { hits } = await large().connection.sendRequest<SearchAnswer>('playbook/search', { text: '光猫' });
    expect(hits.map(({ uri, title }) => [uri, title])).toEqual([[document.uri, '光猫怎么重启']]);
    const all = await large().connection.sendRequest<SearchAnswer>('playbook/search', { text: '宽带', limit: 1 });
    expect(all.total).toBe(299);
  });

  it('takes any parameters', async () => {
    for (const params of [{}, { text: 1, types: 'x', limit: -3 }, []]) {
      expect(await searching().connection.sendRequest<SearchAnswer>('playbook/search', params)).toMatchObject({ query: '' });
    }
  });
});

describe('a feature that fails', () => {
  it('is a logged error and an empty answer, and the server goes on', async () => {
    const folder = await server().openFolder(files);
    const document = await folder.open('article.md', files['article.md']);
    expect(await document.ask('textDocument/hover', { position: undefined })).toBeNull();
    expect(server().logged.at(-1)).toMatch(/^hover: /);
    expect(await document.ask<Hover>('textDocument/hover', { position: { line: 2, character: 7 } })).toMatchObject({
      contents: { kind: 'markdown' },
    });
  });

  it('cancelled questions are answered as cancelled', async () => {
    const folder = await server().openFolder(files);
    const document = await folder.open('article.md', files['article.md']);
    const source = new CancellationTokenSource();
    const answer = server().connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: document.uri } }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(await document.ask('textDocument/documentSymbol')).toHaveLength(1);
  });
});
