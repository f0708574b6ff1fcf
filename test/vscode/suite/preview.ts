import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fileUri, openFile, replaceText } from './folder.js';
import type { Suite } from './runner.js';

/** The preview of a playbook beside its text. */
export function addPreview(suite: Suite): void {
  const script = 'playbooks/scripts/script-refund-request.md';
  const previews = (): readonly vscode.Tab[] =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('playbook.preview'));
  const titled = (title: string): Promise<vscode.Tab> =>
    eventually(() => previews().find(({ label }) => label === title), vscode.window.tabGroups.onDidChangeTabs);

  suite.test('the preview stands to the side, and shows text that is not saved', async () => {
    const editor = await openFile(script);
    await vscode.commands.executeCommand('playbook.previewToSide');
    const tab = await titled('Preview 退款申请安抚与受理');
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor, editor);
    await replaceText(editor, 'title: 退款申请安抚与受理', 'title: 退款😀受理');
    await titled('Preview 退款😀受理');
  });

  suite.test('one that is not locked follows the editor; one that is stays, and another opens beside it', async () => {
    await openFile(script);
    await vscode.commands.executeCommand('playbook.previewToSide');
    await titled('Preview 退款申请安抚与受理');
    await vscode.window.showTextDocument(fileUri('playbooks/policies/policy-refund.md'), {
      viewColumn: vscode.ViewColumn.One,
      preview: false,
    });
    await titled('Preview 退款政策');
    assert.equal(previews().length, 1);
    await vscode.commands.executeCommand('playbook.preview', fileUri('playbooks/policies/policy-refund.md'));
    // What locks is about the preview that has the focus.
    await eventually(
      () => (vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview ? true : undefined),
      vscode.window.tabGroups.onDidChangeTabs,
      vscode.window.tabGroups.onDidChangeTabGroups,
    );
    await vscode.commands.executeCommand('playbook.preview.lock');
    await titled('[Preview] 退款政策');
    await vscode.commands.executeCommand('playbook.previewToSide', fileUri(script));
    await titled('Preview 退款申请安抚与受理');
    assert.deepEqual(
      previews()
        .map(({ label }) => label)
        .sort(),
      ['Preview 退款申请安抚与受理', '[Preview] 退款政策'],
    );
  });
}
