import * as vscode from 'vscode';

/**
 * Registers a command that writes to git or runs a program on the folder. In a folder that is not trusted it only says so: what a
 * manifest enables counts for menus, not for lenses, the status bar and other callers.
 */
export function registerTrustedCommand<Given extends readonly unknown[]>(
  command: string,
  run: (...given: Given) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...given: Given) => {
    if (vscode.workspace.isTrusted) return run(...given);
    const manage = vscode.l10n.t('Manage trust…');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('This writes to git or exports pages, so it waits until you trust the folder.'),
      manage,
    );
    if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
    return undefined;
  });
}
