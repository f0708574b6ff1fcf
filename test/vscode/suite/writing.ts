import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, git, openFile, positionOf, problemsIn, replaceText, saveAll, textInEditor, textOnDisk } from './folder.js';
import type { Suite } from './runner.js';

const script = 'playbooks/scripts/script-refund-request.md';
const policy = 'playbooks/policies/policy-refund.md';

const has = (code: string) => (codes: readonly string[]) => codes.includes(code);
const hasNot = (code: string) => (codes: readonly string[]) => !codes.includes(code);

/** What the language server does, seen from the editor. */
export function addWriting(suite: Suite): void {
  suite.test('a forbidden word is marked while typing, and the light bulb puts a better one in its place', async () => {
    const editor = await openFile(script);
    await problemsIn(script, hasNot('forbidden-wording'));
    // 😀 and 𠮷 are two code units each.
    await replaceText(editor, '我现在就看能怎么退', '😀𠮷保证能退');
    const [problem, ...others] = (await problemsIn(script, has('forbidden-wording'))).filter(({ code }) => code === 'forbidden-wording');
    assert.ok(problem);
    assert.deepEqual(others, []);
    assert.equal(problem.message, '“保证” must not be said to customers; say for instance “我们会尽力”.');
    assert.equal(editor.document.getText(problem.range), '保证');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      problem.range,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(fix?.title, 'Replace with “我们会尽力”');
    assert.ok(fix.edit);
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    await problemsIn(script, hasNot('forbidden-wording'));
    assert.match(editor.document.lineAt(problem.range.start.line).text, /您想把钱退回来。😀𠮷我们会尽力能退，不让您来回跑。$/);
  });

  suite.test('an id that is changed in one file is missed in another that is open, before anything is saved', async () => {
    const other = 'playbooks/flows/flow-refund.md';
    await openFile(other);
    await problemsIn(other, hasNot('missing-id'));
    const before = (await problemsIn(other, () => true)).length;
    const editor = await openFile(policy);
    await replaceText(editor, 'id: policy-refund', 'id: policy-refund-2');
    const problems = await problemsIn(other, (codes) => codes.length > before);
    const added = problems.filter(({ message }) => message.includes('policy-refund'));
    assert.equal(added.length > 0, true, `flow-refund says nothing of the missing id: ${JSON.stringify(problems)}`);
    await replaceText(editor, 'id: policy-refund-2', 'id: policy-refund');
    await problemsIn(other, (codes) => codes.length === before);
  });

  suite.test('ids are completed in the front matter, with their titles', async () => {
    const editor = await openFile(script);
    const typed = 'related: [policy-';
    await replaceText(editor, 'related: [policy-refund', typed);
    const at = positionOf(editor.document, typed).translate(0, typed.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at,
    );
    const item = items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'policy-refund');
    assert.equal(item?.detail, '退款政策');
  });

  suite.test('an id is renamed in every file that names it', async () => {
    const editor = await openFile(script);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      positionOf(editor.document, 'script-refund-request'),
      'script-refund-start',
    );
    const renamed = edit.entries().map(([uri]) => vscode.workspace.asRelativePath(uri));
    // Where the id stands as a word of its own, not as part of an address.
    const named = git('grep', '-lP', '(?<![/\\w-])script-refund-request(?![\\w.-])').trim().split('\n');
    assert.deepEqual(renamed, named);
    assert.equal(named.length > 5, true);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await saveAll();
    assert.match(textOnDisk(script), /^---\nid: script-refund-start\n/);
    assert.match(textOnDisk('playbooks/flows/flow-refund.md'), /^related: \[.*script-refund-start.*\]$/m);
  });

  suite.test('links follow a file that is given another name', async () => {
    await openFile(script);
    await problemsIn(script, () => true);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri(policy), fileUri('playbooks/policies/退款 规则.md'));
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.equal(/\[退款政策\]\(.*?\)/.exec(textInEditor(script))?.[0], '[退款政策](../policies/退款%20规则.md)');
    await problemsIn(script, hasNot('broken-link'));
  });

  suite.test('a search for symbols of the workspace finds what customers say, in pinyin too', async () => {
    await openFile(script);
    for (const [query, expected] of [
      ['我要退款', script],
      ['tuikuan', policy],
    ] as const) {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
      const paths = found.map(({ location }) => vscode.workspace.asRelativePath(location.uri));
      assert.equal(paths.includes(expected), true, `${query}: ${paths.join(', ')}`);
    }
  });
}
