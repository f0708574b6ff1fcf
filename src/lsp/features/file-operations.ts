import type { FileRename, WorkspaceEdit } from 'vscode-languageserver/node';
import { moveFiles } from '../../core/edit/rename.js';
import type { Client } from '../client.js';
import type { OpenFolder } from '../open-folder.js';
import { workspaceEdit } from '../workspace-edit.js';

/** Edits that keep links right when files or folders are about to move within a knowledge base. */
export function willRename(folder: OpenFolder, renames: readonly FileRename[], client: Client): WorkspaceEdit | null {
  const moves = new Map<string, string>();
  for (const { oldUri, newUri } of renames) {
    const from = folder.pathOf(oldUri);
    const to = folder.pathOf(newUri);
    if (from === undefined || to === undefined) continue;
    for (const path of folder.pathsAt(from)) moves.set(path, to + path.slice(from.length));
  }
  if (moves.size === 0) return null;
  const result = moveFiles(folder.session.knowledgeBase, moves);
  return result.kind === 'edits' ? workspaceEdit(folder, result, client) : null;
}
