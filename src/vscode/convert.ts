import * as vscode from 'vscode';
import { convertRequest, translateRequest } from '../lsp/protocol.js';
import { fromRange, toRange } from './places.js';
import type { Server } from './server.js';

/** Simplified Chinese to traditional and back: of what is selected, or of a playbook as a translation in a new file. */
export function registerConvert(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.convertSelection', () => convertSelection(server)),
    vscode.commands.registerCommand('playbook.convertToTranslation', () => convertToTranslation(server)),
  );
}

async function convertSelection(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return tellNoPlaybook();
  const { document, selections } = editor;
  const { version } = document;
  const edits: vscode.TextEdit[] = [];
  for (const selection of selections) {
    const range = selection.isEmpty && selections.length === 1 ? {} : { range: fromRange(selection) };
    const answer = await server.ask(convertRequest, { textDocument: { uri: document.uri.toString() }, ...range });
    if (!answer) return tellNoPlaybook();
    if ('problem' in answer) {
      void vscode.window.showInformationMessage(answer.problem);
      return;
    }
    edits.push(...answer.edits.map(({ range: place, newText }) => vscode.TextEdit.replace(toRange(place), newText)));
  }
  if (document.version !== version) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The text changed meanwhile, so nothing was converted. Try again.'));
    return;
  }
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no words to convert there.'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  await vscode.workspace.applyEdit(edit);
}

async function convertToTranslation(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return tellNoPlaybook();
  const answer = await server.ask(translateRequest, { textDocument: { uri: document.uri.toString() } });
  if (!answer) return tellNoPlaybook();
  if ('problem' in answer) {
    const open = vscode.l10n.t('Open it');
    const there = answer.uri;
    const chosen = await vscode.window.showInformationMessage(answer.problem, ...(there === undefined ? [] : [open]));
    if (chosen === open && there !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(there));
    return;
  }
  const uri = vscode.Uri.parse(answer.uri);
  const edit = new vscode.WorkspaceEdit();
  // Never over a file that came meanwhile.
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(answer.text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be written. Check that the folder may be written to.', uri.path.split('/').at(-1) ?? ''),
    );
    return;
  }
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  void vscode.window.showInformationMessage(vscode.l10n.t('The translation was made by dictionaries. Read it before you ask for review.'));
}

function tellNoPlaybook(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a playbook first.'));
}
