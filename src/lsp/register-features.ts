import type { SemanticTokens } from 'vscode-languageserver/node';
import { offsetAt } from './convert.js';
import { codeLenses, inlayHints, semanticTokens } from './features/annotations.js';
import { completion } from './features/completion.js';
import { documentLinks } from './features/document-links.js';
import { willRename } from './features/file-operations.js';
import { formatting } from './features/formatting.js';
import { hover } from './features/hover.js';
import { definition, highlights, references } from './features/navigation.js';
import { prepareRename, prepareVariableRename, rename, renameVariableAt } from './features/rename.js';
import { foldingRanges, selectionRanges } from './features/structure.js';
import { documentSymbols, workspaceSymbols } from './features/symbols.js';
import { guarded } from './guard.js';
import { registerOwnRequests } from './register-own-requests.js';
import type { Server } from './server-parts.js';

/** Answers everything that is asked about texts. */
export function registerFeatures(server: Server): void {
  registerReading(server);
  registerStructure(server);
  registerFileOperations(server);
  registerOwnRequests(server);
}

/** What is asked about a place while reading and writing. */
function registerReading({ connection, client, onFile, onPlaybook }: Server): void {
  connection.onCompletion(
    onPlaybook('completion', null, (context, { position }) => completion(context, offsetAt(context.playbook, position))),
  );
  connection.onHover(onPlaybook('hover', null, (context, { position }) => hover(context, offsetAt(context.playbook, position))));
  connection.onDefinition(
    onPlaybook('definition', [], (context, { position }) => definition(context, offsetAt(context.playbook, position))),
  );
  connection.onReferences(
    onFile('references', [], (folder, file, { position, context: asked }) =>
      references(folder, file, offsetAt(file, position), asked.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    onPlaybook('documentHighlight', [], (context, { position }) => highlights(context, offsetAt(context.playbook, position))),
  );
  connection.onPrepareRename(
    onFile('prepareRename', null, (folder, file, { position }) => {
      const { knowledgeBase } = folder.session;
      const playbook = knowledgeBase.playbooks.get(file.path);
      const offset = offsetAt(file, position);
      return playbook
        ? prepareRename({ folder, knowledgeBase, playbook, client }, offset)
        : prepareVariableRename(folder, file, offset, client);
    }),
  );
  connection.onRenameRequest(
    onFile('rename', null, (folder, file, { position, newName }) => {
      const { knowledgeBase } = folder.session;
      const playbook = knowledgeBase.playbooks.get(file.path);
      const offset = offsetAt(file, position);
      return playbook
        ? rename({ folder, knowledgeBase, playbook, client }, offset, newName)
        : renameVariableAt(folder, file, offset, newName, client);
    }),
  );
}

/** What is asked about a whole file, and about all of them. */
function registerStructure({ connection, workspace, reviews, onPlaybook }: Server): void {
  connection.onDocumentSymbol(onPlaybook('documentSymbol', null, documentSymbols));
  connection.onWorkspaceSymbol(
    guarded(connection, 'workspaceSymbol', [], async ({ query }) => {
      await workspace.ready;
      if (query.trim() !== '') await Promise.all(workspace.folders.map((folder) => folder.searchReady()));
      for (const folder of workspace.folders) workspace.takeChanges(folder);
      return workspace.folders.flatMap((folder) => workspaceSymbols(folder, query));
    }),
  );
  connection.onDocumentLinks(onPlaybook('documentLink', [], documentLinks));
  connection.onFoldingRanges(onPlaybook('foldingRange', [], foldingRanges));
  connection.onSelectionRanges(onPlaybook('selectionRange', [], (context, { positions }) => selectionRanges(context, positions)));
  connection.onCodeLens(onPlaybook('codeLens', [], (context) => codeLenses(context, reviews.of(context.folder))));
  connection.languages.inlayHint.on(onPlaybook('inlayHint', [], (context, { range }) => inlayHints(context, range)));
  const noTokens: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(onPlaybook('semanticTokens', noTokens, (context) => semanticTokens(context)));
  connection.languages.semanticTokens.onRange(
    onPlaybook('semanticTokens', noTokens, (context, { range }) => semanticTokens(context, range)),
  );
  connection.onDocumentFormatting(onPlaybook('formatting', [], (context, { options }) => formatting(context, options)));
}

/** Links follow files that move; files that come and go are read whether or not the client watches the disk. */
function registerFileOperations({ connection, workspace, client }: Server): void {
  connection.workspace.onWillRenameFiles(
    guarded(connection, 'willRenameFiles', null, async ({ files }) => {
      await workspace.ready;
      for (const folder of workspace.folders) {
        workspace.takeChanges(folder);
        const edit = willRename(folder, files, client);
        if (edit) return edit;
      }
      return null;
    }),
  );
  connection.workspace.onDidRenameFiles(({ files }) => void workspace.readAgain(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])));
  connection.workspace.onDidCreateFiles(({ files }) => void workspace.readAgain(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => void workspace.readAgain(files.map(({ uri }) => uri)));
}
