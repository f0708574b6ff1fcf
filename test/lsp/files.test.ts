import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { applyWorkspaceEdit, useLanguageServer, type WorkspaceFolder } from '../support/language-server.js';

const server = useLanguageServer();

const files = {
  'policies/退款 政策.md':
    '---\nid: policy-refund\n---\n\n![图](../assets/a.svg) [甲](../a.md) [[a]] [自己](退款%20政策.md#期限)\n\n## 期限\n\n七天。\n',
  'a.md':
    '---\nid: a\n---\n\n𠮷[退款](policies/退款%20政策.md#期限) [根](/policies/退款%20政策) [网](https://example.com/policies/)\n\n[也][r]\n\n[r]: <./policies/退款%20政策.md>\n',
  'faq/plain.md': '# 没有编号\n\n[甲](../a.md)\n',
  'b.md': '[[faq/plain]]\n\n::include{id=faq/plain}\n\n![图](assets/a.svg)\n',
  'assets/a.svg': '<svg/>',
} as const;

async function willRename(folder: WorkspaceFolder, from: string, to: string) {
  const edit = await server().connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
    files: [{ oldUri: folder.uri(from), newUri: folder.uri(to) }],
  });
  return applyWorkspaceEdit(folder, edit, files);
}

describe('a move', () => {
  it('of a file keeps links to it and from it right, written as they were', async () => {
    const folder = await server().openFolder(files);
    expect(await willRename(folder, 'policies/退款 政策.md', '归档/2026/退款.md')).toEqual({
      'policies/退款 政策.md': files['policies/退款 政策.md']
        .replace('../assets/a.svg', '../../assets/a.svg')
        .replace('../a.md', '../../a.md')
        .replace('退款%20政策.md#', '退款.md#'),
      'a.md': files['a.md']
        .replace('(policies/退款%20政策.md', '(归档/2026/退款.md')
        .replace('(/policies/退款%20政策)', '(/归档/2026/退款)')
        .replace('<./policies/退款%20政策.md>', '<./归档/2026/退款.md>'),
    });
  });

  it('of a folder moves everything in it; links inside it stay', async () => {
    const folder = await server().openFolder(files);
    expect(await willRename(folder, 'policies', 'rules/policies')).toEqual({
      'policies/退款 政策.md': files['policies/退款 政策.md']
        .replace('../assets/a.svg', '../../assets/a.svg')
        .replace('../a.md', '../../a.md'),
      'a.md': files['a.md']
        .replace('(policies/', '(rules/policies/')
        .replace('(/policies/', '(/rules/policies/')
        .replace('<./policies/', '<./rules/policies/'),
    });
  });

  it('of a picture keeps the pages that show it right', async () => {
    const folder = await server().openFolder(files);
    expect(await willRename(folder, 'assets/a.svg', 'pictures/b.svg')).toEqual({
      'policies/退款 政策.md': files['policies/退款 政策.md'].replace('../assets/a.svg', '../pictures/b.svg'),
      'b.md': files['b.md'].replace('assets/a.svg', 'pictures/b.svg'),
    });
  });

  it('of a file whose id is its path renames that id', async () => {
    const folder = await server().openFolder(files);
    expect(await willRename(folder, 'faq/plain.md', 'faq/simple.md')).toEqual({
      'b.md': files['b.md'].replaceAll('faq/plain', 'faq/simple'),
    });
  });

  it('of a file nothing leads to changes nothing', async () => {
    const folder = await server().openFolder({ 'lonely.md': '# 甲\n' });
    expect(await willRename(folder, 'lonely.md', 'alone.md')).toEqual({});
  });
});

describe('files that come and go', () => {
  const broken = { 'a.md': '[甲](new/b.md)\n' };

  it('are read when the editor made them, whole folders too', async () => {
    const folder = await server().openFolder(broken);
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 1);
    mkdirSync(join(folder.root, 'new'));
    writeFileSync(join(folder.root, 'new/b.md'), '# 乙\n');
    await server().connection.sendNotification('workspace/didCreateFiles', { files: [{ uri: folder.uri('new') }] });
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 0);
    renameSync(join(folder.root, 'new'), join(folder.root, 'old'));
    await server().connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: folder.uri('new'), newUri: folder.uri('old') }],
    });
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 1);
    renameSync(join(folder.root, 'old'), join(folder.root, 'new'));
    await server().connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: folder.uri('old'), newUri: folder.uri('new') }],
    });
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 0);
    await folder.remove('new');
    await server().connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: folder.uri('new') }] });
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 1);
  });
});
