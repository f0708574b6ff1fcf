import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver/node';
import type { Client } from './client.js';
import type { TextFile } from './convert.js';
import type { Diagnostics } from './features/diagnostics.js';
import type { PlaybookContext } from './file-context.js';
import type { OpenFolder } from './open-folder.js';
import type { Reviews } from './review/reviews.js';
import type { Workspace } from './workspace.js';

/** Everything that features are registered with. */
export interface Server {
  readonly connection: Connection;
  readonly client: Client;
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostics;
  readonly reviews: Reviews;
  /** Answers a question about a playbook; about any other file, and on a failure, with `empty`. */
  readonly onPlaybook: <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
    name: string,
    empty: Answer,
    answer: (context: PlaybookContext, params: Params, token: CancellationToken) => Answer | Promise<Answer>,
  ) => (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<never>>;
  /** The same about any file of a knowledge base that has text. */
  readonly onFile: <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
    name: string,
    empty: Answer,
    answer: (folder: OpenFolder, file: TextFile, params: Params, token: CancellationToken) => Answer | Promise<Answer>,
  ) => (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<never>>;
}

/** Answers a question about a whole knowledge base. */
export type FolderAnswer<Answer> = (folder: OpenFolder, params: unknown, token: CancellationToken) => Answer | Promise<Answer>;
