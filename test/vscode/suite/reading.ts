import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fileUri, openFile, replaceText, textInEditor } from './folder.js';
import type { Suite } from './runner.js';

/** Pages that tell of the knowledge base, conversion between the Chinese scripts, and what the editor's chat may read. */
export function addReading(suite: Suite): void {
  const webview = (type: string): Promise<vscode.Tab> =>
    eventually(
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type)),
      vscode.window.tabGroups.onDidChangeTabs,
    );

  suite.test('the health of the knowledge base is a page of its own', async () => {
    await vscode.commands.executeCommand('playbook.health');
    assert.equal((await webview('playbook.health')).label, 'Health of 星海客服知识库');
  });

  suite.test('a selection is converted to traditional Chinese, with the words of Taiwan, in one step that can be undone', async () => {
    const path = 'playbooks/policies/policy-refund.md';
    const editor = await openFile(path);
    await replaceText(editor, '## 适用范围', '## 适用范围\n\n😀请看短信，`短信`，营业厅。\n');
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('😀'));
    editor.selection = new vscode.Selection(line, 0, line, editor.document.lineAt(line).text.length);
    await vscode.commands.executeCommand('playbook.convertSelection');
    assert.equal(editor.document.lineAt(line).text, '😀請看簡訊，`短信`，門市。');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.lineAt(line).text, '😀请看短信，`短信`，营业厅。');
  });

  suite.test('a playbook becomes a translation in a file of its own, and never twice', async () => {
    await openFile('playbooks/policies/policy-refund.md');
    await vscode.commands.executeCommand('playbook.convertToTranslation');
    const path = 'playbooks/policies/policy-refund-zh-hant.md';
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fileUri(path).toString());
    assert.match(
      textInEditor(path),
      /^---\nid: policy-refund-zh-hant\ntype: policy\ntitle: 退款政策\nlang: zh-Hant\ntranslation_of: policy-refund\n/,
    );
  });

  suite.test('the editor’s chat finds and reads nothing that was not approved', async () => {
    const invoke = async (name: string, input: object): Promise<string> => {
      const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
      return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
    };
    assert.match(
      await invoke('playbook_search', { query: '退款' }),
      /^Nothing was found for “退款”\..*Approved text only\..*never approved/s,
    );
    assert.match(await invoke('playbook_read', { playbook: 'policy-refund' }), /^There is no playbook “policy-refund” to read\./);
  });
}
