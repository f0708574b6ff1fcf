import * as vscode from 'vscode';

/**
 * The file that a command was called for: from a menu, an item of one of the views or a search, or a lens, which gives its
 * address. Undefined if it was called for none, as from the palette.
 */
export function chosenFile(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  if (typeof given === 'string') return vscode.Uri.parse(given);
  if (typeof given !== 'object' || given === null) return undefined;
  if ('uri' in given && typeof given.uri === 'string') return vscode.Uri.parse(given.uri);
  if ('entry' in given) return chosenFile(given.entry);
  return 'hit' in given ? chosenFile(given.hit) : undefined;
}
