import * as vscode from 'vscode';
import type { Server } from './server.js';

const configFileName = 'playbook.config.yaml';

/** What the menus and welcome texts go by. */
const stateKey = 'playbook.state';

export interface Start {
  /** Resolves when the server answers; false if there is no knowledge base here. */
  readonly ready: () => Promise<boolean>;
}

/**
 * Starts the server where the window has a knowledge base: a folder with a config, or any folder if the user says so. Where there
 * is none, nothing runs, whatever Markdown is opened.
 */
export function registerStart(context: vscode.ExtensionContext, server: Server): Start {
  const show = () => void vscode.commands.executeCommand('setContext', stateKey, server.state);
  const startIfWanted = async (): Promise<boolean> => {
    if (await isWanted()) await server.start();
    return server.state === 'running';
  };
  let started = startIfWanted();
  const again = () => {
    started = started.then(startIfWanted, startIfWanted);
  };
  show();
  const created = vscode.workspace.createFileSystemWatcher(`**/${configFileName}`, false, true, true);
  context.subscriptions.push(
    server.onDidChangeState(show),
    created,
    created.onDidCreate(again),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('playbook.enabled')) again();
      if (change.affectsConfiguration('playbook.formatting') || change.affectsConfiguration('playbook.server')) void offerRestart(server);
    }),
    vscode.commands.registerCommand('playbook.useThisFolder', async () => {
      await vscode.workspace.getConfiguration('playbook').update('enabled', 'always', vscode.ConfigurationTarget.Workspace);
    }),
    vscode.commands.registerCommand('playbook.restartServer', () => server.restart()),
    vscode.commands.registerCommand('playbook.showLog', () => server.showLog()),
  );
  return { ready: () => started };
}

async function isWanted(): Promise<boolean> {
  const enabled = vscode.workspace.getConfiguration('playbook').get<string>('enabled', 'auto');
  if (enabled === 'never' || !vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'file')) return false;
  if (enabled === 'always') return true;
  return (await vscode.workspace.findFiles(`**/${configFileName}`, '**/node_modules/**', 1)).length > 0;
}

async function offerRestart(server: Server): Promise<void> {
  if (server.state === 'off') return;
  const restart = vscode.l10n.t('Restart now');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The changed setting counts once the language server has been restarted.'),
    restart,
  );
  if (chosen === restart) await server.restart();
}
