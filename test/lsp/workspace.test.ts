import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { LanguageServer, richEditor, temporaryFolder, useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();
const pulling = useLanguageServer({
  capabilities: {
    textDocument: { ...richEditor.textDocument, diagnostic: {} },
    workspace: { ...richEditor.workspace, diagnostics: { refreshSupport: true } },
  },
});
const codes = (problems: readonly Diagnostic[] | undefined) => problems?.map(({ code }) => code);
const broken = '# 甲\n\n[[none]]\n';

describe('folders of any kind', () => {
  it('several at once, each a knowledge base of its own', async () => {
    const first = await server().openFolder({ 'a.md': '---\nid: same\n---\n甲\n', 'b.md': broken });
    const second = await server().openFolder({ 'a.md': '---\nid: same\n---\n乙 [[none]]\n' });
    expect(codes(await server().problems(first.uri('b.md')))).toEqual(['broken-link']);
    expect(codes(await server().problems(second.uri('a.md')))).toEqual(['broken-link']);
    await server().changeFolders([], [`${new URL(second.uri('.')).href}`.replace(/\/\.?$/, '')]);
    await server().problems(second.uri('a.md'), undefined, (found) => found.length === 0);
  });

  it('a knowledge base deeper in a workspace: what lies beside it is left alone', async () => {
    const folder = await server().openFolder({ 'README.md': broken, 'kb/playbook.config.yaml': 'title: 星海\n', 'kb/a.md': broken });
    expect(codes(await server().problems(folder.uri('kb/a.md')))).toEqual(['broken-link']);
    await folder.open('README.md', broken);
    await folder.open('kb/a.md', broken);
    await server().problems(folder.uri('kb/a.md'), 1);
    expect(server().lastProblems(folder.uri('README.md'))).toBeUndefined();
  });

  it('a file is told once, by the innermost of two nested knowledge bases', async () => {
    const folder = await server().openFolder({
      'playbook.config.yaml': 'rules: { broken-link: off }\n',
      'inner/playbook.config.yaml': 'title: 内\n',
      'inner/a.md': broken,
      'b.md': '# 乙\n\n[x](none.md) {{x}}\n',
    });
    expect(codes(await server().problems(folder.uri('inner/a.md')))).toEqual(['broken-link']);
    expect(codes(await server().problems(folder.uri('b.md')))).toEqual(['undeclared-placeholder']);
  });

  it('files and folders with Chinese, spaces and signs in their names', async () => {
    const folder = await server().openFolder({ '话术 #1/退款%.md': broken });
    expect(codes(await server().problems(folder.uri('话术 #1/退款%.md')))).toEqual(['broken-link']);
  });

  it('read-only ones', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'kb'));
    writeFileSync(join(root, 'kb/a.md'), broken);
    chmodSync(join(root, 'kb/a.md'), 0o444);
    chmodSync(join(root, 'kb'), 0o555);
    const folder = await server().openFolder({}, join(root, 'kb'));
    expect(codes(await server().problems(folder.uri('a.md')))).toEqual(['broken-link']);
    chmodSync(join(root, 'kb'), 0o755);
  });

  it('one that is gone is said in words, and the others go on', async () => {
    await server().changeFolders(['file:///no/such/folder'], []);
    const folder = await server().openFolder({ 'a.md': broken });
    await server().problems(folder.uri('a.md'));
    expect(server().logged).toContainEqual(expect.stringMatching(/^无法读取文件夹“\/no\/such\/folder”（ENOENT）/));
  });

  it('nothing outside is read: neither a link that leaves, nor a config above, nor hidden files', async () => {
    const outer = temporaryFolder();
    writeFileSync(join(outer, 'playbook.config.yaml'), 'rules: { broken-link: off }\n');
    writeFileSync(join(outer, 'secret.md'), broken);
    mkdirSync(join(outer, 'kb/.hidden'), { recursive: true });
    writeFileSync(join(outer, 'kb/.hidden/a.md'), broken);
    const folder = await server().openFolder({ 'a.md': broken, 'link.md': { link: '../secret.md' } }, join(outer, 'kb'));
    expect(codes(await server().problems(folder.uri('a.md')))).toEqual(['broken-link']);
    await folder.open('.hidden/a.md', broken);
    await folder.open('a.md', broken);
    await server().problems(folder.uri('a.md'), 1);
    expect(server().lastProblems(folder.uri('link.md'))).toBeUndefined();
    expect(server().lastProblems(folder.uri('.hidden/a.md'))).toBeUndefined();
  });

  it('a document that belongs to no folder gets empty answers', async () => {
    const uri = 'untitled:Untitled-1';
    await server().connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: broken },
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(
      await server().connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } }),
    ).toEqual([]);
  });
});

describe('clients that ask for problems', () => {
  it('get those of open files only when they ask, and are told of the others', async () => {
    const folder = await pulling().openFolder({ 'a.md': broken, 'b.md': broken });
    const document = await folder.open('a.md', broken);
    const report = await document.ask<DocumentDiagnosticReport>('textDocument/diagnostic');
    if (report.kind !== 'full') throw new Error('not full');
    expect(codes(report.items)).toEqual(['broken-link']);
    const again = await document.ask<DocumentDiagnosticReport>('textDocument/diagnostic', { previousResultId: report.resultId });
    expect(again).toEqual({ kind: 'unchanged', resultId: report.resultId });
    expect(codes(await pulling().problems(folder.uri('b.md')))).toEqual(['broken-link']);
    expect(codes(pulling().lastProblems(folder.uri('a.md'))) ?? []).toEqual([]);
    await folder.type('a.md', '# 甲\n\n好。\n');
    expect(await document.ask('textDocument/diagnostic', { previousResultId: report.resultId })).toMatchObject({ kind: 'full', items: [] });
  });
});

describe('the server', () => {
  it('shows how far reading has come', async () => {
    const folder = await server().openFolder({ 'a.md': broken });
    await server().problems(folder.uri('a.md'));
    expect(server().progress).toContainEqual({ kind: 'begin', title: '正在读取知识库', percentage: 0 });
    expect(server().progress).toContainEqual({ kind: 'report', percentage: 100, message: '1 / 1' });
    expect(server().progress.at(-1)).toEqual({ kind: 'end' });
  });

  it('watches the folder itself where the editor does not', async () => {
    const own = await LanguageServer.start({ capabilities: { workspace: { workspaceFolders: true } } });
    const folder = await own.openFolder({ 'a.md': broken });
    await own.problems(folder.uri('a.md'));
    // The watch may begin a moment later: the file is written until it is noticed.
    const timer = setInterval(() => writeFileSync(join(folder.root, 'new.md'), '---\nid: none\n---\n新\n'), 200);
    await own.problems(folder.uri('a.md'), undefined, (found) => found.length === 0);
    clearInterval(timer);
    expect(await own.stop()).toBe(0);
  });

  it('ends by itself when the editor is gone', async () => {
    const own = await LanguageServer.start();
    const closed = once(own.child, 'close');
    own.child.stdin?.end();
    expect(await closed).toEqual([1, null]);
    own.connection.dispose();
  });

  it('ends with 0 after goodbye, even while it is reading', async () => {
    const own = await LanguageServer.start();
    await own.openFolder(Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`n${number}.md`, broken])));
    expect(await own.stop()).toBe(0);
  });

  it('ends with 0 after goodbye', async () => {
    const own = await LanguageServer.start();
    expect(await own.stop()).toBe(0);
  });
});
