import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Health, PreviewAnswer, Problems } from '../../src/lsp/protocol.js';
import { healthBody } from '../../src/vscode/health/health-page.js';
import { comparisonInWebview, messagePage, ownPage, type PageResources, previewPage } from '../../src/vscode/preview/preview-page.js';
import { violations } from '../support/axe.js';
import { useBrowser } from '../support/browser.js';
import { folderWith, runBuilt } from '../support/built-program.js';
import { type EditorTheme, editorThemes, inTheme } from '../support/editor-themes.js';
import { useLanguageServer } from '../support/language-server.js';

const windows = useBrowser();
const server = useLanguageServer();

const built = (path: string) => pathToFileURL(resolve('dist', path)).href;
const resources: PageResources = {
  cspSource: 'file:',
  nonce: 'n0nce',
  siteFile: (name) => built(`site/${name}`),
  pageScript: built('preview/preview.js'),
  pageStyle: built('preview/preview.css'),
  fileAddress: (uri) => uri,
};
const say = (text: string, ...values: readonly (string | number)[]) =>
  text.replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)]));

/** What a page told the editor. */
interface Told {
  readonly messages: readonly unknown[];
  readonly state: unknown;
}

/** Shows a page as a webview does, with the editor at its other end. */
async function show(html: string, options: BrowserContextOptions = {}) {
  const file = join(folderWith({ 'page.html': html }), 'page.html');
  const { context, page, takeProblems } = await windows.open('file://', options);
  await context.addInitScript(() => {
    const told: { messages: unknown[]; state: unknown } = { messages: [], state: undefined };
    Object.assign(window, {
      told,
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => told.messages.push(message),
        setState: (state: unknown) => Object.assign(told, { state }),
      }),
    });
  });
  await page.goto(pathToFileURL(file).href);
  return { page, takeProblems };
}

const told = (page: Page): Promise<Told> => page.evaluate(() => (window as unknown as { told: Told }).told);

let sample: Promise<{ readonly uri: string; readonly address: (path: string) => string }> | undefined;

/** The sample knowledge base, open in the language server. */
function openSample() {
  sample ??= (async () => {
    const root = folderWith({});
    cpSync('playbooks', root, { recursive: true });
    const folder = await server().openFolder({}, root);
    return { uri: folder.uri('').replace(/\/$/, ''), address: (path: string) => folder.uri(path) };
  })();
  return sample;
}

async function preview(path: string): Promise<string> {
  const uri = (await openSample()).address(path);
  const params = { textDocument: { uri }, withSourceLines: true };
  const answer = await server().connection.sendRequest<PreviewAnswer>('playbook/preview', params);
  const { words, lines, lineCount } = answer;
  const texts = { search: '在编辑器里检索', absent: '只在帮助网站上有' };
  return previewPage(answer, { uri, isLocked: false, words, lines, lineCount, texts }, resources);
}

async function healthPage(): Promise<string> {
  const { uri } = await openSample();
  const { connection } = server();
  const health = await connection.sendRequest<Health>('playbook/health', { uri });
  const problems = await connection.sendRequest<Problems>('playbook/problems', { uri, limit: 0 });
  const late = health.unused.entries.map((entry) => ({ ...entry, kind: 'review' as const, day: '2026-11-01', days: -21 }));
  const due = { ...health.due, total: late.length, entries: late.slice(0, 3) };
  const body = healthBody('星海客服知识库', { ...health, due }, problems, say);
  return ownPage('健康', body, 'zh-CN', { ...resources, restoredFrom: uri });
}

async function comparison(): Promise<string> {
  const page = (days: number) =>
    `---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\n---\n\n## 政策内容\n\n我们会在 ${days} 个工作日内退款。\n`;
  const folder = folderWith({ 'a.md': page(3), 'b.md': page(5) });
  const { stdout } = await runBuilt(['review', 'diff', 'a.md', 'b.md', '--format', 'html', '--locale', 'zh-Hans'], folder);
  return comparisonInWebview(stdout, { ...resources, restoredFrom: 'file:///kb/退款.md' });
}

const message = async (): Promise<string> =>
  messagePage(
    { title: '无法预览', text: '语言服务没有运行。', action: { label: '启动', command: 'playbook.restartServer' } },
    'zh-CN',
    resources,
  );

const pages: readonly (readonly [string, () => Promise<string>])[] = [
  ['the preview of a script', () => preview('scripts/script-refund-request.md')],
  ['the preview of a protocol', () => preview('protocols/protocol-system-outage.md')],
  ['the preview of a flow', () => preview('flows/flow-refund.md')],
  ['the health of the knowledge base', healthPage],
  ['the comparison of two wordings', comparison],
  ['a page that only says something', message],
];

describe.each(editorThemes)('pages in webviews, %s', (theme: EditorTheme) => {
  it.each(pages)('%s meets WCAG 2.2 AA', async (_name, make) => {
    // The policy of the page would keep axe out.
    const { page } = await show(inTheme(await make(), theme), { bypassCSP: true, viewport: { width: 1000, height: 4000 } });
    expect(await violations(page)).toEqual([]);
  });
});

describe('pages in webviews', () => {
  it.each(pages)('%s loads and runs nothing that its policy forbids', async (_name, make) => {
    const { page, takeProblems } = await show(await make());
    await page.waitForLoadState('load');
    expect(takeProblems()).toEqual([]);
  });

  it('remember what they are made from, for the next time the window is loaded', async () => {
    expect((await told((await show(await comparison())).page)).state).toEqual({ uri: 'file:///kb/退款.md' });
    const { uri } = await openSample();
    expect((await told((await show(await healthPage())).page)).state).toEqual({ uri });
  });

  it('rows and buttons tell the editor, by keyboard too', async () => {
    const { page } = await show(await healthPage());
    await page.locator('[data-open]').first().focus();
    const uri = await page.locator('[data-open]').first().getAttribute('data-open');
    await page.keyboard.press('Enter');
    expect((await told(page)).messages).toEqual([{ kind: 'openPlaybook', uri, anchor: '', asSource: true }]);
    const { page: said } = await show(await message());
    await said.getByRole('button', { name: '启动' }).click();
    expect((await told(said)).messages).toEqual([{ kind: 'command', command: 'playbook.restartServer' }]);
  });

  it('languages that a page is not in are named without being struck through', async () => {
    const { page } = await show(await preview('flows/flow-refund.md'));
    const lines = await page.locator('.language').evaluateAll((all) => all.map((one) => getComputedStyle(one).textDecorationLine));
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines)).toEqual(new Set(['none']));
  });
});
