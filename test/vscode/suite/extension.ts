import * as vscode from 'vscode';
import type { PlaybookExtension } from '../../../src/vscode/extension.js';

const id = 'playbook-kb.playbook-kb';

/** The extension under test. */
export function ownExtension(): vscode.Extension<PlaybookExtension> {
  const extension = vscode.extensions.getExtension<PlaybookExtension>(id);
  if (!extension) throw new Error(`${id} is not installed.`);
  return extension;
}

/** VS Code's own figures of an activation, in milliseconds of the extension host. */
export interface ActivationTimes {
  readonly loadCode: number;
  /** The call of `activate` itself. */
  readonly callActivate: number;
  /** Until the promise that `activate` returned was settled. */
  readonly finishActivate: number;
  readonly event: string;
}

/** Reads them from the page that “Developer: Startup Performance” shows. */
export async function activationTimes(): Promise<ActivationTimes> {
  await vscode.commands.executeCommand('perfview.show');
  // The page is written after it is shown, and again whenever something more is known.
  const row = await new Promise<string>((resolve) => {
    const look = () => {
      const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
      const found = page.split('\n').find((line) => line.startsWith(`| ${id} `));
      if (found === undefined) return;
      for (const subscription of subscriptions) subscription.dispose();
      resolve(found);
    };
    const subscriptions = [vscode.workspace.onDidOpenTextDocument(look), vscode.workspace.onDidChangeTextDocument(look)];
    look();
  });
  const [, , , loadCode = '', callActivate = '', finishActivate = '', event = ''] = row.split('|').map((cell) => cell.trim());
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return { loadCode: Number(loadCode), callActivate: Number(callActivate), finishActivate: Number(finishActivate), event };
}
