import * as vscode from 'vscode';
import { chooseKnowledgeBase } from '../choose.js';
import type { Server } from '../server.js';

/** Opens the settings of a knowledge base; where there are none yet, a new file that is not saved until the user does. */
export function registerOpenConfig(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.openConfig', async () => {
    const info = await chooseKnowledgeBase(server);
    if (!info) return;
    const file = vscode.Uri.joinPath(vscode.Uri.parse(info.uri), 'playbook.config.yaml');
    await vscode.window.showTextDocument(info.isConfigured ? file : file.with({ scheme: 'untitled' }));
  });
}
