import * as vscode from 'vscode';
import type { TextLocation, TextPlace } from '../lsp/protocol.js';
import { toPosition, toRange } from './places.js';

/** What a code lens of the server calls. */
export const showReferencesCommand = 'playbook.showReferences';

/** Lists places as the editor does for references; addresses and places come as the protocol writes them. */
export function registerShowReferences(): vscode.Disposable {
  return vscode.commands.registerCommand(showReferencesCommand, (uri: string, position: TextPlace, places: readonly TextLocation[]) =>
    vscode.commands.executeCommand(
      'editor.action.showReferences',
      vscode.Uri.parse(uri),
      toPosition(position),
      places.map(({ uri: file, range }) => new vscode.Location(vscode.Uri.parse(file), toRange(range))),
    ),
  );
}
