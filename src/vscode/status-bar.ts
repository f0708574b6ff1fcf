import * as vscode from 'vscode';
import { knowledgeBasesRequest } from '../lsp/protocol.js';
import type { Server, ServerState } from './server.js';

/** One item that says how the knowledge base stands; a click shows what there is to see. */
export function registerStatusBar(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('playbook.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Playbook KB';
  const show = async (): Promise<void> => {
    const { text, tooltip, command } = appearances(server.state);
    item.text = text;
    item.tooltip = tooltip;
    item.command = command;
    item.backgroundColor = server.state === 'failed' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    if (server.state === 'off') item.hide();
    else item.show();
    if (server.state !== 'running') return;
    const found = (await server.ask(knowledgeBasesRequest, {})) ?? [];
    // It may have stopped meanwhile.
    if (server.state !== 'running') return;
    const [only] = found;
    const pages = found.reduce((sum, { size }) => sum + size, 0);
    const name = found.length === 1 && only ? only.title : vscode.l10n.t('{0} knowledge bases', found.length);
    item.text = `$(book) ${name}`;
    item.tooltip = vscode.l10n.t('Playbooks: {0}. Click to see them.', pages);
  };
  void show();
  return vscode.Disposable.from(
    item,
    server.onDidChangeState(() => void show()),
    server.onDidChange(() => void show()),
  );
}

function appearances(state: ServerState): { readonly text: string; readonly tooltip: string; readonly command: string } {
  const name = 'Playbook KB';
  switch (state) {
    case 'failed':
      return {
        text: `$(error) ${name}`,
        tooltip: vscode.l10n.t('The language server did not start. Click to start it again.'),
        command: 'playbook.restartServer',
      };
    case 'starting':
    case 'off':
      return { text: `$(loading~spin) ${name}`, tooltip: vscode.l10n.t('Reading the knowledge base'), command: 'playbook.showLog' };
    case 'running':
      return { text: `$(book) ${name}`, tooltip: name, command: 'playbook.knowledgeBase.focus' };
  }
}
