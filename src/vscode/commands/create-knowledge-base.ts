import * as vscode from 'vscode';
import { type Locale, nearestLocale } from '../../core/model/locale.js';
import { runCommandLine } from '../command-line.js';
import type { Server } from '../server.js';

const languages: readonly { readonly label: string; readonly locale: Locale }[] = [
  { label: '简体中文', locale: 'zh-Hans' },
  { label: '繁體中文', locale: 'zh-Hant' },
  { label: 'English', locale: 'en' },
];

/** A new knowledge base in a folder, with one example of each type. Files that are there already stay. */
export function registerCreateKnowledgeBase(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.createKnowledgeBase', async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const language = await vscode.window.showQuickPick(
      [...languages].sort((a, b) => Number(b.locale === preferred()) - Number(a.locale === preferred())),
      { title: vscode.l10n.t('Language of the first playbooks') },
    );
    if (!language) return;
    const { code, errors } = await runCommandLine(context, ['init', '.', '--lang', language.locale], folder).finished;
    if (code !== 0) {
      void vscode.window.showErrorMessage(errors.trim() || vscode.l10n.t('The knowledge base was not created.'));
      return;
    }
    const config = vscode.Uri.joinPath(folder, 'playbook.config.yaml');
    await vscode.window.showTextDocument(config);
    await server.start();
    await vscode.commands.executeCommand('playbook.knowledgeBase.focus');
  });
}

function preferred(): Locale {
  return nearestLocale(vscode.env.language);
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const [only] = folders;
  if (only) return only.uri;
  const open = vscode.l10n.t('Open folder');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('A knowledge base lives in a folder. Open the folder first, an empty one will do.'),
    open,
  );
  if (chosen === open) await vscode.commands.executeCommand('vscode.openFolder');
  return undefined;
}
