import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import packageManifest from '../../package.json' with { type: 'json' };
import { queriesFileName } from '../core/config/queries.js';
import { isRecord } from '../core/parse/fields.js';
import { reviewFolder } from '../core/review/decision.js';
import { systemClock } from '../node/clock.js';
import { type FolderWatch, watchFolder } from '../node/watch-folder.js';
import { type Client, readClient } from './client.js';
import { tokenModifiers, tokenTypes } from './features/annotations.js';
import { codeActions, editOfKind, fixAllKind, fixKindCommand } from './features/code-actions.js';
import { Diagnostics } from './features/diagnostics.js';
import { guarded } from './guard.js';
import { type OpenFolder, type OpenText, pathOfUri } from './open-folder.js';
import { changedNotification, problemsChangedNotification, reviewChangedNotification } from './protocol.js';
import { registerFeatures } from './register-features.js';
import { registerOverview } from './register-overview.js';
import { registerReview } from './register-review.js';
import { Reviews, reviewDays } from './review/reviews.js';
import type { Server } from './server-parts.js';
import { type BeginProgress, Workspace } from './workspace.js';

const anyFile = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };

/** Serves one client until it says goodbye. */
export function startServer(connection: Connection): void {
  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    const server = createServer(connection, client);
    serve(server, params);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: anyFile, didRename: anyFile, didCreate: anyFile, didDelete: anyFile },
        },
        ...(client.pullsDiagnostics && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: client.resolvesEdits },
        completionProvider: { triggerCharacters: ['[', '{', '#', '(', ':', '/', '=', '.', ' ', '-', ','], resolveProvider: false },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        documentLinkProvider: { resolveProvider: false },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        codeLensProvider: { resolveProvider: false },
        inlayHintProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: true, range: true },
        documentFormattingProvider: true,
        executeCommandProvider: { commands: [fixKindCommand] },
      },
      serverInfo: { name: 'playbook', version: packageManifest.version },
    };
  });
  connection.listen();
}

function createServer(connection: Connection, client: Client): Server {
  const today = () => client.options.today ?? systemClock.today();
  const watches = createWatches(connection, (folder) => {
    const tell = (error: unknown) => connection.console.error(`read: ${String(error)}`);
    folder.readAll().then(() => diagnostics.checkAll(folder), tell);
  });
  const tellChanged = createChangeNotice(connection, client);
  const refresh = createRefresh(connection, client);
  const workspace: Workspace = new Workspace(
    () => ({ locale: client.locale, today: today() }),
    {
      opened: (folder) => {
        if (!client.watchesFiles) watches.add(folder);
        diagnostics.checkAll(folder);
        refresh.soon(true);
        tellChanged();
      },
      closed: (folder) => {
        void watches.remove(folder);
        diagnostics.forget(folder);
        reviews.forget(folder);
        tellChanged();
      },
      changed: (folder, affected) => {
        diagnostics.check(folder, affected);
        tellChanged();
        // Other files that are open may be used by more or fewer pages now; the edited one is asked for anyway.
        if (affected.filter((path) => folder.openText(path)).length > 1) refresh.soon(false);
      },
      failed: (folder, error) => {
        const detail =
          error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : String(error);
        void connection.sendNotification('window/showMessage', {
          type: MessageType.Error,
          message: client.say('folderUnreadable', { folder, detail }),
        });
      },
    },
    beginProgress(connection, client),
  );
  const documentation = client.options.ruleDocumentation ?? ownDocumentation();
  const diagnostics = new Diagnostics({
    connection,
    workspace,
    client,
    ruleAddress: (code) => documentation && `${documentation}${documentation.endsWith('/') ? '' : '/'}${code}.md`,
    changed: createNotice(connection, problemsChangedNotification.method),
  });
  const reviewChanged = createNotice(connection, reviewChangedNotification.method);
  const reviews = new Reviews({
    changed: (folder) => {
      diagnostics.check(folder, folder.session.setReviewDays(reviewDays(reviews.of(folder))));
      refresh.soon(false);
      reviewChanged(folder);
    },
    warn: (message) => connection.console.warn(message),
  });
  const onFile: Server['onFile'] = (name, empty, answer) =>
    guarded(connection, name, empty, async (params, token) => {
      await workspace.ready;
      const place = workspace.fileAt(params.textDocument.uri);
      if (!place || token.isCancellationRequested) return empty;
      workspace.takeChanges(place.folder);
      const file = place.folder.textFile(place.path);
      return file ? answer(place.folder, file, params, token) : empty;
    });
  const onPlaybook: Server['onPlaybook'] = (name, empty, answer) =>
    onFile(name, empty, (folder, file, params, token) => {
      const { knowledgeBase } = folder.session;
      const playbook = knowledgeBase.playbooks.get(file.path);
      return playbook ? answer({ folder, knowledgeBase, playbook, client }, params, token) : empty;
    });
  return { connection, client, workspace, diagnostics, reviews, onFile, onPlaybook };
}

/** Of many changes that come together the client is told once, after this time in milliseconds. */
const noticeTime = 500;

/** Tells the client that something about a knowledge base may differ, not more often than it can be looked at. */
function createNotice(connection: Connection, method: string): (folder: OpenFolder) => void {
  const waiting = new Set<OpenFolder>();
  return (folder) => {
    if (waiting.has(folder)) return;
    waiting.add(folder);
    setTimeout(() => {
      waiting.delete(folder);
      void connection.sendNotification(method, { uri: folder.rootUri });
    }, noticeTime).unref();
  };
}

/** What is shown beside texts is asked for again after this rest, in milliseconds. */
const refreshTime = 300;

/** Asks the client to ask again for what it shows beside texts: lenses, and if everything may differ hints and colours too. */
function createRefresh(connection: Connection, client: Client) {
  let timer: NodeJS.Timeout | undefined;
  let isEverything = false;
  const ask = (): void => {
    const asked = [
      ...(client.refreshesLenses ? [connection.sendRequest('workspace/codeLens/refresh')] : []),
      ...(client.refreshesHints && isEverything ? [connection.languages.inlayHint.refresh()] : []),
      ...(client.refreshesTokens && isEverything ? [connection.languages.semanticTokens.refresh()] : []),
    ];
    isEverything = false;
    for (const answer of asked) answer.catch((error: unknown) => connection.console.warn(`refresh: ${String(error)}`));
  };
  return {
    soon: (everything: boolean): void => {
      isEverything ||= everything;
      clearTimeout(timer);
      timer = setTimeout(ask, refreshTime);
    },
  };
}

/** Tells a client that wants to know that knowledge bases differ, once nothing has changed for `changeRest` milliseconds. */
function createChangeNotice(connection: Connection, { options }: Client): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    if (!options.wantsChanges) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connection.sendNotification(changedNotification.method), changeRest);
  };
}

const changeRest = 1000;

/** The rules' pages, where they were installed with the program. */
function ownDocumentation(): string | undefined {
  const folder = new URL('../docs/rules/', import.meta.url);
  return existsSync(fileURLToPath(folder)) ? folder.href : undefined;
}

function beginProgress(connection: Connection, client: Client): BeginProgress {
  return async () => {
    if (!client.showsProgress) return { report: () => {}, done: () => {} };
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin(client.say('reading'), 0);
    let shown = 0;
    return {
      report: (done, total) => {
        const percentage = Math.floor((done / Math.max(1, total)) * 100);
        if (percentage === shown) return;
        shown = percentage;
        reporter.report(percentage, `${done} / ${total}`);
      },
      done: () => reporter.done(),
    };
  };
}

/** Longest wait for a knowledge base to be read before an open text is checked by itself; milliseconds. */
const patience = 1000;

function serve(server: Server, params: InitializeParams): void {
  const { connection, client, workspace, diagnostics, reviews } = server;
  keepTexts(server);

  connection.onInitialized(() => {
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    if (params.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void workspace.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
      });
    }
    if (client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    }
    void workspace.changeFolders(folders, []);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void workspace.readAgain(changes.map(({ uri }) => uri));
    const isGit = changes.some(({ uri }) => /\/\.git(?:\/|$)/.test(uri));
    // Messages of review threads are told before they are committed.
    for (const folder of workspace.folders) {
      if (isGit) reviews.lookAgain(folder);
      const below = join(folder.root, reviewFolder, sep);
      if (changes.some(({ uri }) => pathOfUri(uri)?.startsWith(below))) reviews.tell(folder);
    }
  });

  connection.onCodeAction(
    server.onFile('codeAction', [], (folder, file, asked) => codeActions({ folder, file, diagnostics, client }, asked)),
  );
  const fixEverywhere = (data: unknown, token: CancellationToken) => {
    const place = isRecord(data) && typeof data['uri'] === 'string' ? workspace.fileAt(data['uri']) : undefined;
    const code = isRecord(data) ? data['code'] : undefined;
    if (!place || typeof code !== 'string') return undefined;
    workspace.takeChanges(place.folder);
    return editOfKind(place.folder, code, diagnostics, client, () => token.isCancellationRequested);
  };
  const resolveAction = guarded(connection, 'codeActionResolve', undefined, ({ data }: CodeAction, token) => fixEverywhere(data, token));
  connection.onCodeActionResolve(async (action, token) => {
    const edit = await resolveAction(action, token);
    return edit === undefined || edit instanceof ResponseError ? action : { ...action, edit };
  });
  connection.onExecuteCommand(
    guarded(connection, 'executeCommand', null, async ({ command, arguments: given }, token) => {
      const edit = command === fixKindCommand ? await fixEverywhere(given?.[0], token) : undefined;
      if (edit) await connection.workspace.applyEdit(edit);
      return null;
    }),
  );
  registerFeatures(server);
  registerOverview(server);
  registerReview(server);
  const noProblems: DocumentDiagnosticReport = { kind: 'full', items: [] };
  // Of a large knowledge base that is still being read: the problems of the text itself. The client is told to ask again.
  const begun = () => workspace.begun.then(() => wait(patience, undefined, { ref: false }));
  const readyToCheck = () => (client.refreshesDiagnostics ? Promise.race([workspace.ready, begun()]) : workspace.ready);
  connection.languages.diagnostics.on(
    guarded(connection, 'diagnostic', noProblems, async ({ textDocument, previousResultId }) => {
      await readyToCheck();
      const place = workspace.fileAt(textDocument.uri);
      if (!place) return noProblems;
      if (place.path === queriesFileName) await place.folder.searchReady();
      workspace.takeChanges(place.folder);
      return diagnostics.report(place.folder, place.path, textDocument.uri, previousResultId);
    }),
  );
}

/** Keeps the texts that the client has open. */
function keepTexts({ connection, workspace, diagnostics }: Server): void {
  const documents = new TextDocuments(TextDocument);
  const textOf = (document: TextDocument): OpenText => ({ uri: document.uri, version: document.version, text: document.getText() });
  documents.onDidOpen(({ document }) => {
    workspace.setText(textOf(document));
    const place = workspace.fileAt(document.uri);
    if (place) diagnostics.opened(place.folder, place.path);
  });
  documents.onDidChangeContent(({ document }) => {
    workspace.setText(textOf(document));
    const place = workspace.fileAt(document.uri);
    if (place) diagnostics.check(place.folder, [place.path]);
  });
  documents.onDidClose(({ document }) => void workspace.closeText(document.uri));
  documents.onDidSave(({ document }) => {
    const place = workspace.fileAt(document.uri);
    if (place) diagnostics.saved(place.folder);
  });
  documents.listen(connection);
}

/** For a client that does not say which files change on disk: each knowledge base is watched once. */
function createWatches(connection: Connection, changed: (folder: OpenFolder) => void) {
  const watches = new Map<string, Promise<FolderWatch | undefined>>();
  return {
    add: (folder: OpenFolder): void => {
      if (watches.has(folder.root)) return;
      const tell = (error: unknown) => connection.console.warn(`watch: ${String(error)}`);
      watches.set(
        folder.root,
        watchFolder(folder.root, () => changed(folder), tell).catch(() => undefined),
      );
    },
    remove: async (folder: OpenFolder): Promise<void> => {
      const watch = watches.get(folder.root);
      watches.delete(folder.root);
      await (await watch)?.close();
    },
  };
}
