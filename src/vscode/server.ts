import * as vscode from 'vscode';
import type { LanguageClient, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { changedNotification, type OwnNotification, type OwnRequest } from '../lsp/protocol.js';
import { Notices } from './notices.js';
import { showReferencesCommand } from './show-references.js';

/** Nobody cancels; without a token the client would send two parameters. */
const never = new vscode.CancellationTokenSource().token;

export type ServerState = 'off' | 'starting' | 'running' | 'failed';

/** The language server as the extension sees it: one process for the window, started when there is a knowledge base. */
export class Server implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  /** Absent until the first start. */
  #client: LanguageClient | undefined;
  readonly #notices = new Notices();
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #changed = new vscode.EventEmitter<void>();
  #state: ServerState = 'off';
  #starting: Promise<void> | undefined;

  /** Fires whenever the process starts, is ready or has failed. */
  readonly onDidChangeState = this.#stateChanged.event;
  /** Fires when what is shown of the knowledge bases may be out of date. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    this.on(changedNotification, () => this.#changed.fire());
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the process; again does nothing. A failure is told to the user and is a state, not an exception. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    this.#enter('starting');
    let client: LanguageClient | undefined;
    try {
      client = this.#client ?? (await this.#connect());
      await client.start();
      if (client === this.#client) this.#enter('running');
    } catch (error) {
      // One that was given up in favour of another says nothing.
      if (client !== this.#client) return;
      client?.error(vscode.l10n.t('The language server did not start.'), error, false);
      this.#starting = undefined;
      this.#enter('failed');
    }
  }

  async #connect(): Promise<LanguageClient> {
    const client = await createClient(this.#context, (state) => {
      if (client === this.#client) this.#follow(state);
    });
    this.#client = client;
    this.#notices.connect(client);
    return client;
  }

  async restart(): Promise<void> {
    this.#enter('starting');
    const old = this.#client;
    // A new client, so that changed settings count.
    this.#client = undefined;
    this.#starting = undefined;
    // One that never started, or stopped by itself, has nothing to end.
    await old?.dispose().catch(() => undefined);
    await this.start();
  }

  /** Asks the server; undefined while it is off or when it cannot answer, which is in its log. */
  async ask<Params, Answer>(
    request: OwnRequest<Params, Answer>,
    params: Params,
    token?: vscode.CancellationToken,
  ): Promise<Answer | undefined> {
    const client = this.#client;
    if (this.#state !== 'running' || !client) return undefined;
    try {
      return await client.sendRequest<Answer>(request.method, params, token ?? never);
    } catch (error) {
      if (!token?.isCancellationRequested) client.warn(request.method, error);
      return undefined;
    }
  }

  /** Listens to a message of the server's own, for as long as the window lives or until it is disposed of. */
  on({ method }: OwnNotification<unknown>, listener: () => void): vscode.Disposable {
    return vscode.Disposable.from(this.#notices.on(method, listener));
  }

  /** Keeps in the log what only somebody who looks for a cause can use. */
  log(text: string): void {
    this.#client?.warn(text);
  }

  /** Shows the server's log. */
  showLog(): void {
    this.#client?.outputChannel.show();
  }

  /** The process has ended by itself, or was started again after that. */
  #follow(state: ServerState): void {
    if (this.#state === 'running' || this.#state === 'failed') this.#enter(state);
  }

  #enter(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
    if (state === 'running') this.#changed.fire();
  }

  async dispose(): Promise<void> {
    this.#stateChanged.dispose();
    this.#changed.dispose();
    await this.#client?.dispose();
  }
}

/** The client's code is most of the extension's: it is loaded here, so that activation need not wait for it. */
async function createClient(context: vscode.ExtensionContext, follow: (state: ServerState) => void): Promise<LanguageClient> {
  const { LanguageClient, State, TransportKind } = await import('vscode-languageclient/node');
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'language-server.js').fsPath;
  const settings = vscode.workspace.getConfiguration('playbook');
  const memory = settings.get<number>('server.memory', 4096);
  const server: ServerOptions = { module, transport: TransportKind.stdio, options: { execArgv: [`--max-old-space-size=${memory}`] } };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', pattern: '**/{playbook.config.yaml,queries.yaml}' },
      { scheme: 'file', pattern: '**/schemas/*.{schema.json,outline.yaml,outline.yml}' },
    ],
    initializationOptions: {
      showReferencesCommand,
      showReviewCommand: 'playbook.reviewActions',
      approveCommand: 'playbook.approve',
      requestReviewCommand: 'playbook.requestReview',
      spaceBetweenScripts: settings.get<boolean>('formatting.spaceBetweenScripts', false),
      wantsChanges: true,
    },
    outputChannelName: 'Playbook KB',
    diagnosticPullOptions: { onChange: true, onSave: true },
  };
  const client = new LanguageClient('playbook', 'Playbook KB', server, options);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) follow('running');
    else if (newState === State.Stopped) follow('failed');
  });
  return client;
}
