import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { SpanEdit } from '../core/rules/rule.js';
import type { Client } from './client.js';
import { editOf } from './convert.js';
import type { OpenFolder } from './open-folder.js';

/** Edits of texts of one knowledge base, by path, and files that move. */
export interface FolderEdit {
  readonly edits: ReadonlyMap<string, readonly SpanEdit[]>;
  readonly renames?: readonly { readonly from: string; readonly to: string }[];
}

/** In the form the client understands. Edits of open files name the version they are for, so that a stale one is refused. */
export function workspaceEdit(folder: OpenFolder, { edits, renames = [] }: FolderEdit, client: Client): WorkspaceEdit {
  const files = [...edits].flatMap(([path, list]) => {
    const file = folder.textFile(path);
    return file && list.length > 0 ? [{ path, uri: folder.uriOf(path), edits: list.map((edit) => editOf(file, edit)) }] : [];
  });
  if (!client.documentChanges) return { changes: Object.fromEntries(files.map((file) => [file.uri, file.edits])) };
  return {
    documentChanges: [
      ...files.map(
        (file): TextDocumentEdit => ({
          textDocument: { uri: file.uri, version: folder.openText(file.path)?.version ?? null },
          edits: file.edits,
        }),
      ),
      ...(client.renamesFiles ? renames : []).map(({ from, to }) => ({
        kind: 'rename' as const,
        oldUri: folder.uriOf(from),
        newUri: folder.uriOf(to),
      })),
    ],
  };
}
