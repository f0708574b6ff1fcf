import * as vscode from 'vscode';
import { isInside } from '../choose.js';
import type { Catalogue } from '../views/knowledge-base-view.js';

/** Chooses a snippet of the knowledge base and embeds it at the caret. */
export function registerInsertSnippet(catalogue: Catalogue): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.insertSnippet', async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a playbook first and put the caret where the snippet belongs.'));
      return;
    }
    const snippets = (await catalogue.read())
      .filter(({ info }) => isInside(editor.document.uri, info))
      .flatMap(({ entries }) => entries)
      .filter(({ type }) => type === 'snippet');
    if (snippets.length === 0) {
      const create = vscode.l10n.t('Create one');
      const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('This knowledge base has no snippets yet.'), create);
      if (chosen === create) await vscode.commands.executeCommand('playbook.newPlaybook', { type: 'snippet' });
      return;
    }
    const chosen = await vscode.window.showQuickPick(
      snippets.map(({ id, title, summary }) => ({ label: title, description: id, ...(summary !== undefined && { detail: summary }), id })),
      { title: vscode.l10n.t('Insert snippet'), matchOnDescription: true, matchOnDetail: true },
    );
    if (!chosen) return;
    // An embed stands on a line of its own, with a blank line on either side.
    const { document, selection } = editor;
    const before = document.getText(new vscode.Range(selection.start.with({ character: 0 }), selection.start)).trim();
    const after = document.lineAt(selection.end.line).text.slice(selection.end.character).trim();
    const embed = `::include{id=${chosen.id}}`;
    await editor.edit((edit) => edit.replace(selection, `${before === '' ? '' : '\n\n'}${embed}${after === '' ? '' : '\n\n'}`));
  });
}
