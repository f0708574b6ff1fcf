import * as vscode from 'vscode';
import { type KnowledgeBaseInfo, knowledgeBasesRequest } from '../lsp/protocol.js';
import type { Server } from './server.js';

/** The knowledge base that is meant: the only one, that of the open file, or the one chosen. Undefined if there is none or nobody chose. */
export async function chooseKnowledgeBase(server: Server): Promise<KnowledgeBaseInfo | undefined> {
  const found = (await server.ask(knowledgeBasesRequest, {})) ?? [];
  if (found.length <= 1) return found[0];
  const open = vscode.window.activeTextEditor?.document.uri;
  const around = open ? found.filter((info) => isInside(open, info)) : [];
  const [innermost] = around.sort((a, b) => b.uri.length - a.uri.length);
  if (innermost) return innermost;
  const chosen = await vscode.window.showQuickPick(
    found.map((info) => ({ label: info.title, description: placeOf(info), info })),
    { title: vscode.l10n.t('Which knowledge base?'), matchOnDescription: true },
  );
  return chosen?.info;
}

/** Where a knowledge base is, as the explorer names it. */
export function placeOf({ uri }: KnowledgeBaseInfo): string {
  const root = vscode.Uri.parse(uri);
  const folder = vscode.workspace.getWorkspaceFolder(root);
  return folder?.uri.toString() === root.toString() ? folder.name : vscode.workspace.asRelativePath(root);
}

/** Whether a file lies in the folder of a knowledge base. */
export function isInside(file: vscode.Uri, { uri }: KnowledgeBaseInfo): boolean {
  return file.toString(true).startsWith(`${vscode.Uri.parse(uri).toString(true)}/`);
}

/** Says that there is no knowledge base here and what to do. */
export async function tellNoKnowledgeBase(): Promise<void> {
  const create = vscode.l10n.t('Create one');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('There is no knowledge base in this window yet.'), create);
  if (chosen === create) await vscode.commands.executeCommand('playbook.createKnowledgeBase');
}
