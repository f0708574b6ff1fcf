import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { applyWorkspaceEdit, type Document, positionIn, richEditor, useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();
const plain = useLanguageServer({
  locale: 'zh-TW',
  capabilities: { textDocument: {}, workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
});
const snippets = useLanguageServer({
  locale: 'en',
  capabilities: { workspace: { ...richEditor.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
});

/** What is offered at the cursor. */
async function getActions(document: Document, only?: string): Promise<CodeAction[]> {
  const at = positionIn(document.text, Math.max(0, document.caret));
  return document.ask<CodeAction[]>('textDocument/codeAction', {
    range: { start: at, end: at },
    context: { diagnostics: [], ...(only !== undefined && { only: [only] }) },
  });
}

const config = 'forbiddenWording: [{ pattern: 百分百, replacement: 我们会尽力 }]\n';
const wording = (text: string) => `# 退款\n\n> ${text}\n`;

describe('quick fixes', () => {
  it('mend the problem at the cursor, after a surrogate pair too', async () => {
    const folder = await server().openFolder({ 'playbook.config.yaml': config });
    const document = await folder.open('a.md', wording('😀𠮷百‸分百退款。'));
    const [fix] = await getActions(document);
    expect(fix).toMatchObject({ title: '改为“我们会尽力”', kind: 'quickfix', isPreferred: true });
    expect(fix?.diagnostics?.map(({ code }) => code)).toEqual(['forbidden-wording']);
    expect(applyWorkspaceEdit(folder, fix?.edit, { 'a.md': document.text })).toEqual({ 'a.md': wording('😀𠮷我们会尽力退款。') });
    expect(fix?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri: document.uri, version: 1 } });
  });

  it('are not offered away from the problem', async () => {
    const folder = await server().openFolder({ 'playbook.config.yaml': config });
    expect(await getActions(await folder.open('a.md', `‸${wording('百分百退款。')}`), 'quickfix')).toEqual([]);
  });

  it('speak traditional Chinese and give plain edits to a plain editor', async () => {
    const folder = await plain().openFolder({ 'playbook.config.yaml': config });
    const document = await folder.open('a.md', wording('百‸分百退款。'));
    const [fix] = await getActions(document);
    expect(fix?.title).toBe('改為「我们会尽力」');
    expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([document.uri]);
  });

  it('of expected search results are offered in that file', async () => {
    const text = '- query: 退款\n  first: policy-refnd\n';
    const folder = await server().openFolder({ 'a.md': '---\nid: policy-refund\n---\n退款\n', 'queries.yaml': text });
    const document = await folder.open('queries.yaml', text.replace('refnd', 'ref‸nd'));
    const [fix] = await getActions(document);
    expect(applyWorkspaceEdit(folder, fix?.edit, { 'queries.yaml': text })).toEqual({
      'queries.yaml': text.replace('refnd', 'refund'),
    });
  });
});

describe('fixing more than one problem', () => {
  it('mends the whole file', async () => {
    const folder = await server().openFolder({ 'playbook.config.yaml': config });
    const document = await folder.open('a.md', wording('百分百退款，百分百到账。{{order}}'));
    const actions = await getActions(document, 'source.fixAll');
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([['修复本文件的全部问题', 'source.fixAll.playbook']]);
    expect(applyWorkspaceEdit(folder, actions[0]?.edit, { 'a.md': document.text })).toEqual({
      'a.md': `---\nplaceholders:\n  order: { type: text }\n---\n\n${wording('我们会尽力退款，我们会尽力到账。{{order}}')}`,
    });
  });

  it('mends one kind in the whole knowledge base, the edit being worked out when it is chosen', async () => {
    const texts = { 'a.md': wording('百分百退款。'), 'b.md': wording('百分百到账。{{order}}') };
    const folder = await server().openFolder({ 'playbook.config.yaml': config, ...texts });
    await server().problems(folder.uri('b.md'));
    const document = await folder.open('a.md', wording('百‸分百退款。'));
    const action = (await getActions(document)).find(({ data }) => data !== undefined);
    expect(action?.title).toBe('在整个知识库里修复全部“forbidden-wording”（2 个文件）');
    expect(action?.edit).toBeUndefined();
    const resolved = await server().connection.sendRequest<CodeAction>('codeAction/resolve', action);
    expect(applyWorkspaceEdit(folder, resolved.edit, texts)).toEqual({
      'a.md': wording('我们会尽力退款。'),
      'b.md': wording('我们会尽力到账。{{order}}'),
    });
  });

  it('is a command for an editor that cannot ask later', async () => {
    const texts = { 'a.md': wording('百分百退款。'), 'b.md': wording('百分百到账。') };
    const folder = await plain().openFolder({ 'playbook.config.yaml': config, ...texts });
    await plain().problems(folder.uri('b.md'));
    const action = (await getActions(await folder.open('a.md', wording('百‸分百退款。')))).find(({ command }) => command !== undefined);
    expect(action?.title).toBe('在整個知識庫裡修正全部「forbidden-wording」（2 個檔案）');
    await plain().connection.sendRequest('workspace/executeCommand', action?.command);
    expect(applyWorkspaceEdit(folder, plain().applied.at(-1), texts)).toEqual({
      'a.md': wording('我们会尽力退款。'),
      'b.md': wording('我们会尽力到账。'),
    });
  });
});

describe('the silencing comment', () => {
  const silence = async (marked: string, others: Readonly<Record<string, string>> = {}) => {
    const folder = await server().openFolder({ 'playbook.config.yaml': config, ...others });
    const document = await folder.open('a.md', marked);
    const action = (await getActions(document)).find(({ title }) => title.includes('不再提示'));
    const text = applyWorkspaceEdit(folder, action?.edit, { 'a.md': document.text })['a.md'] ?? '';
    // With a reason, the problem is gone.
    const version = await folder.type('a.md', text.replace(/: (?=-->|\r?\n| -->)/, ': 法规原文'));
    const left = await server().problems(document.uri, version);
    return { title: action?.title, text, left: left.map(({ code }: Diagnostic) => code) };
  };

  it('stands above a block', async () => {
    expect(await silence(wording('百‸分百退款。'))).toEqual({
      title: '在这里不再提示“forbidden-wording”（请写明原因）',
      text: '# 退款\n\n<!-- playbook-ignore forbidden-wording:  -->\n> 百分百退款。\n',
      left: [],
    });
  });

  it('stands in a list item', async () => {
    expect((await silence('# 退款\n\n1. 见 [[no‸ne]]\n2. 好\n')).text).toBe(
      '# 退款\n\n1. 见 [[none]] <!-- playbook-ignore broken-link:  -->\n2. 好\n',
    );
  });

  it('stands in the last cell of a table row', async () => {
    const { text, left } = await silence('# 退款\n\n| 甲 | 乙 |\n|---|---|\n| [[no‸ne]] | 好 |\n');
    expect(text).toContain('| [[none]] | 好 <!-- playbook-ignore broken-link:  --> |');
    expect(left).toEqual([]);
  });

  it('is a YAML comment in front matter', async () => {
    const { text, left } = await silence('---\nid: a\nrelated:\n  - no‸ne\n---\n\n# 退款\n\n好。\n');
    expect(text).toContain('related:\n  # playbook-ignore broken-link: \n  - none\n');
    expect(left).toEqual([]);
  });

  it('lets the reason be typed where the editor can', async () => {
    const folder = await snippets().openFolder({});
    const document = await folder.open('a.md', '# 退款\n\n见 [[no‸ne]]\n');
    const action = (await getActions(document)).find(({ title }) => title === 'Silence “broken-link” here (say why)');
    expect(action?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: document.uri, version: 1 },
        edits: [
          {
            range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
            snippet: { kind: 'snippet', value: `<!-- playbook-ignore broken-link: $${'{1:reason}'} -->\n` },
          },
        ],
      },
    ]);
  });
});
