import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, inject } from 'vitest';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type FolderFiles, plainEnvironment } from './command-line.js';
import { today } from './knowledge-base.js';
import { usersNode } from './users-node.js';

/** Stands for the cursor in a test's text. */
const caret = '‸';

export interface ServerOptions {
  readonly locale?: string;
  /** Laid over those of a rich editor, top level by top level. */
  readonly capabilities?: ClientCapabilities;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Instead of the plain surroundings. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a rich editor can do; problems are told to it, it does not ask. */
export const richEditor: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
};

/** A language server at the other end of a pipe, as an editor has it. */
export class LanguageServer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly child: ChildProcess;
  /** Everything the server logged. */
  readonly logged: string[] = [];
  /** Edits the server asked the editor to make. */
  readonly applied: WorkspaceEdit[] = [];
  readonly progress: unknown[] = [];
  readonly #notices: { readonly method: string; readonly params: unknown }[] = [];
  readonly #problems = new Map<string, PublishDiagnosticsParams>();
  readonly #refreshed: string[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(child: ChildProcess, connection: ProtocolConnection, initialized: InitializeResult) {
    this.child = child;
    this.connection = connection;
    this.initialized = initialized;
  }

  static async start({
    locale = 'zh-Hans',
    capabilities = {},
    options = {},
    environment = {},
  }: ServerOptions = {}): Promise<LanguageServer> {
    const child = spawn(usersNode, [inject('program'), 'lsp', '--stdio'], {
      env: { ...plainEnvironment, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!child.stdout || !child.stdin) throw new Error('no pipes');
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const early: ((server: LanguageServer) => void)[] = [];
    let server: LanguageServer | undefined;
    const tell = (what: (server: LanguageServer) => void): void => {
      if (server) what(server);
      else early.push(what);
    };
    connection.onNotification('textDocument/publishDiagnostics', (told: PublishDiagnosticsParams) => tell((to) => to.#hear(told)));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => tell((to) => void to.logged.push(message)));
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => tell((to) => void to.logged.push(message)));
    connection.onNotification('$/progress', ({ value }: { value: unknown }) => tell((to) => void to.progress.push(value)));
    for (const method of ['playbook/problemsChanged', 'playbook/reviewChanged']) {
      connection.onNotification(method, (params: unknown) => tell((to) => to.#hearNotice(method, params)));
    }
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    for (const shown of ['codeLens', 'inlayHint', 'semanticTokens']) {
      connection.onRequest(`workspace/${shown}/refresh`, () => {
        tell((to) => to.#hearRefresh(shown));
        return null;
      });
    }
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      tell((to) => void to.applied.push(edit));
      return { applied: true };
    });
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      locale,
      capabilities: { ...richEditor, ...capabilities },
      initializationOptions: { today, ...options },
      workspaceFolders: [],
    });
    server = new LanguageServer(child, connection, initialized);
    for (const what of early) what(server);
    await connection.sendNotification('initialized', {});
    return server;
  }

  async stop(): Promise<number | null> {
    const closed = once(this.child, 'close');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await closed;
    this.connection.dispose();
    return this.child.exitCode;
  }

  #hear(told: PublishDiagnosticsParams): void {
    this.#problems.set(told.uri, told);
    for (const look of [...this.#waiting]) look();
  }

  #hearRefresh(shown: string): void {
    this.#refreshed.push(shown);
    for (const look of [...this.#waiting]) look();
  }

  #hearNotice(method: string, params: unknown): void {
    this.#notices.push({ method, params });
    for (const look of [...this.#waiting]) look();
  }

  /** Asks again after each such notice until the answer is as expected. */
  async eventually<Answer>(method: string, ask: () => Promise<Answer>, isExpected: (answer: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const heard = this.#notices.length;
      const answer = await ask();
      if (isExpected(answer)) return answer;
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (!this.#notices.slice(heard).some((notice) => notice.method === method)) return;
          this.#waiting.delete(look);
          resolve();
        };
        this.#waiting.add(look);
        look();
      });
    }
  }

  /** Resolves when the server has asked to be asked again for this, and forgets it. */
  refreshed(shown: 'codeLens' | 'inlayHint' | 'semanticTokens'): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        const index = this.#refreshed.indexOf(shown);
        if (index < 0) return;
        this.#refreshed.splice(index, 1);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** What the server last said about a file. */
  lastProblems(uri: string): readonly Diagnostic[] | undefined {
    return this.#problems.get(uri)?.diagnostics;
  }

  /** Resolves with the problems of a file as soon as they are for this version (of an open file) and fulfil a condition. */
  problems(uri: string, version?: number, isExpected: (problems: readonly Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    return new Promise((resolve) => {
      const look = (): void => {
        const told = this.#problems.get(uri);
        if (!told || (version !== undefined && (told.version ?? -1) < version) || !isExpected(told.diagnostics)) return;
        this.#waiting.delete(look);
        resolve(told.diagnostics);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Opens a new temporary workspace folder with these files. */
  async openFolder(files: FolderFiles, at?: string): Promise<WorkspaceFolder> {
    const root = at ?? temporaryFolder();
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      if (typeof content === 'string') writeFileSync(join(root, path), content);
      else symlinkSync(content.link, join(root, path));
    }
    const uri = pathToFileURL(root).href;
    await this.changeFolders([uri], []);
    return new WorkspaceFolder(this, root);
  }

  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri.split('/').at(-1) ?? '' }));
    await this.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: named(added), removed: named(removed) },
    });
  }
}

const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-lsp-')));
  folders.push(folder);
  return folder;
}

/** One knowledge base in the editor. */
export class WorkspaceFolder {
  readonly server: LanguageServer;
  readonly root: string;
  readonly #versions = new Map<string, number>();

  constructor(server: LanguageServer, root: string) {
    this.server = server;
    this.root = root;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  path(uri: string): string {
    return fileURLToPath(uri).slice(this.root.length + 1);
  }

  /** Opens a file in the editor with this text; `‸` in it is the cursor. */
  async open(path: string, marked: string): Promise<Document> {
    const text = marked.replace(caret, '');
    this.#versions.set(path, 1);
    await this.server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: 'markdown', version: 1, text },
    });
    return new Document(this, path, text, marked.indexOf(caret));
  }

  /** Replaces the whole text; gives the version it now has. */
  async type(path: string, text: string): Promise<number> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    await this.server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ text }],
    });
    return version;
  }

  async close(path: string): Promise<void> {
    await this.server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Writes a file to disk and tells the server. */
  async write(path: string, content: string): Promise<void> {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
    await this.tellChanged(path);
  }

  async remove(path: string): Promise<void> {
    rmSync(join(this.root, path), { recursive: true });
    await this.tellChanged(path);
  }

  async tellChanged(path: string): Promise<void> {
    await this.server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type: 2 }] });
  }
}

/** An open file and its cursor. */
export class Document {
  readonly folder: WorkspaceFolder;
  readonly path: string;
  readonly text: string;
  /** Offset in UTF-16 code units; -1 without one. */
  readonly caret: number;

  constructor(folder: WorkspaceFolder, path: string, text: string, caret: number) {
    this.folder = folder;
    this.path = path;
    this.text = text;
    this.caret = caret;
  }

  get uri(): string {
    return this.folder.uri(this.path);
  }

  /** Asks about the file, at the cursor if it has one. */
  ask<Answer>(method: string, more: object = {}): Promise<Answer> {
    return this.folder.server.connection.sendRequest<Answer>(method, {
      textDocument: { uri: this.uri },
      ...(this.caret >= 0 && { position: positionIn(this.text, this.caret) }),
      ...more,
    });
  }

  /** The text a range covers. */
  textOf(range: Range): string {
    return textIn(this.text, range);
  }
}

export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

export function offsetIn(text: string, { line, character }: Position): number {
  let start = 0;
  for (let number = 0; number < line; number += 1) {
    const lineBreak = /\r\n|\n|\r/.exec(text.slice(start));
    if (!lineBreak) throw new Error(`no line ${line}`);
    start += lineBreak.index + lineBreak[0].length;
  }
  return start + character;
}

export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetIn(text, start), offsetIn(text, end));
}

export function applyTo(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => offsetIn(text, b.range.start) - offsetIn(text, a.range.start) || b.index - a.index)
    .reduce(
      (result, { range, newText }) => result.slice(0, offsetIn(text, range.start)) + newText + result.slice(offsetIn(text, range.end)),
      text,
    );
}

/** The texts after a workspace edit, by path; `texts` are those before. Moves are written as `from → to` with an empty text. */
export function applyWorkspaceEdit(
  folder: WorkspaceFolder,
  edit: WorkspaceEdit | null | undefined,
  texts: Readonly<Record<string, string>>,
) {
  const result: Record<string, string> = {};
  for (const change of edit?.documentChanges ?? []) {
    if ('textDocument' in change) {
      const path = folder.path(change.textDocument.uri);
      result[path] = applyTo(texts[path] ?? '', change.edits as TextEdit[]);
    } else if (change.kind === 'rename') result[`${folder.path(change.oldUri)} → ${folder.path(change.newUri)}`] = '';
  }
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
    const path = folder.path(uri);
    result[path] = applyTo(texts[path] ?? '', edits);
  }
  return result;
}

/** One server for all tests of a file. */
export function useLanguageServer(options: ServerOptions = {}): () => LanguageServer {
  let server: LanguageServer | undefined;
  beforeAll(async () => {
    server = await LanguageServer.start(options);
  });
  afterAll(async () => {
    await server?.stop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (!server) throw new Error('the server has not started');
    return server;
  };
}
