import * as vscode from 'vscode';
import { type PreviewAnswer, previewRequest, reviewChangedNotification } from '../../lsp/protocol.js';
import type { Server } from '../server.js';
import { ownFolder, ownResources } from '../webview-resources.js';
import { type FromPage, type PageData, readMessage, type ScrollTo } from './messages.js';
import { messagePage, type PageResources, previewPage } from './preview-page.js';

export const previewType = 'playbook.preview';

/** What a panel is restored from after the window was loaded again. */
export interface PreviewState {
  readonly uri: string;
  readonly isLocked: boolean;
}

/** Texts rest so long, in milliseconds, before the page is made anew. */
const restTime = 150;
/** After the preview scrolled an editor, the editor’s own scrolling means nothing for so many milliseconds. */
const quietTime = 300;

/** One panel with the page of a playbook, kept true while texts change. */
export class PreviewPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: vscode.ExtensionContext;
  readonly #server: Server;
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly #stateChanged = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  #uri: vscode.Uri;
  #isLocked: boolean;
  #timer: NodeJS.Timeout | undefined;
  /** Counts requests, so that a late answer never replaces a newer one. */
  #asked = 0;
  #shown: string | undefined;
  #startLine: number | undefined;
  #startAnchor = '';
  #quietUntil = 0;

  readonly onDidDispose = this.#disposed.event;
  /** Fires when it becomes the active one or not, or is locked or unlocked. */
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(context: vscode.ExtensionContext, server: Server, panel: vscode.WebviewPanel, { uri, isLocked }: PreviewState) {
    this.#context = context;
    this.#server = server;
    this.#panel = panel;
    this.#uri = vscode.Uri.parse(uri);
    this.#isLocked = isLocked;
    panel.iconPath = new vscode.ThemeIcon('book');
    this.#subscriptions.push(
      panel.onDidDispose(() => this.#close()),
      panel.onDidChangeViewState(() => this.#stateChanged.fire()),
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const read = readMessage(message);
        if (read) void this.#receive(read);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Any playbook may be embedded in this one or name it.
        if (contentChanges.length > 0 && document.uri.scheme === 'file' && /\.(?:md|markdown|yaml)$/i.test(document.uri.path)) this.#soon();
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => this.#follow(textEditor, visibleRanges)),
      server.onDidChange(() => this.#soon()),
      server.on(reviewChangedNotification, () => this.#soon()),
      server.onDidChangeState(() => this.#soon()),
    );
    void this.#show();
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  reveal(column?: vscode.ViewColumn, preserveFocus = false): void {
    this.#panel.reveal(column, preserveFocus);
  }

  /** Shows another playbook in this panel, at an anchor of its page if there is one. */
  open(uri: vscode.Uri, anchor = ''): void {
    this.#uri = uri;
    this.#shown = undefined;
    this.#startAnchor = anchor;
    this.#startLine = anchor === '' ? (topLineOf(uri) ?? 0) : undefined;
    void this.#show();
  }

  toggleLock(): void {
    this.#isLocked = !this.#isLocked;
    this.#shown = undefined;
    this.#stateChanged.fire();
    void this.#show();
  }

  refresh(): void {
    this.#shown = undefined;
    void this.#show();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #close(): void {
    // An answer that is still to come has nowhere to go.
    this.#asked += 1;
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
    this.#stateChanged.dispose();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), restTime);
  }

  async #show(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const uri = this.#uri;
    if (this.#startLine === undefined && this.#shown === undefined && this.#startAnchor === '') this.#startLine = topLineOf(uri);
    const answer = await this.#server.ask(previewRequest, { textDocument: { uri: uri.toString() }, withSourceLines: true });
    if (asked !== this.#asked) return;
    if (!answer) {
      this.#shown = undefined;
      this.#say(answer);
      return;
    }
    const resources = this.#resources();
    this.#panel.title = `${this.#isLocked ? vscode.l10n.t('[Preview]') : vscode.l10n.t('Preview')} ${answer.title}`;
    const anchorLine = answer.lines.find(({ anchor }) => anchor === this.#startAnchor)?.line;
    const startLine = anchorLine ?? this.#startLine;
    const comparable = JSON.stringify([answer, this.#isLocked]);
    // A text that is the same again, or a change that this page does not show: nothing flickers.
    if (comparable === this.#shown) return;
    this.#shown = comparable;
    this.#startLine = undefined;
    this.#startAnchor = '';
    this.#panel.webview.options = { enableScripts: true, localResourceRoots: this.#roots() };
    this.#panel.webview.html = previewPage(answer, this.#data(answer, startLine), resources);
  }

  #data(answer: PreviewAnswer, startLine: number | undefined): PageData {
    return {
      uri: this.#uri.toString(),
      isLocked: this.#isLocked,
      words: answer.words,
      lines: answer.lines,
      lineCount: answer.lineCount,
      ...(startLine !== undefined && { startLine }),
      texts: {
        search: vscode.l10n.t('Search in the editor (the preview has no site search)'),
        absent: vscode.l10n.t('This page is on the help site only, not in the preview.'),
      },
    };
  }

  /** Why there is no page, in words: the server gave none, or gave no answer. */
  #say(answer: null | undefined): void {
    const { state } = this.#server;
    const name = this.#uri.path.split('/').at(-1) ?? '';
    this.#panel.title = vscode.l10n.t('Preview');
    const message =
      state === 'starting'
        ? { title: vscode.l10n.t('Reading the knowledge base'), text: vscode.l10n.t('The preview appears as soon as it has been read.') }
        : state === 'off' || state === 'failed'
          ? {
              title: vscode.l10n.t('No preview'),
              text: vscode.l10n.t('The language server makes the preview, and it is not running.'),
              action: { label: vscode.l10n.t('Start it'), command: 'playbook.restartServer' },
            }
          : answer === undefined
            ? {
                title: vscode.l10n.t('No preview'),
                text: vscode.l10n.t('The page of {0} could not be made. The log says why.', name),
                action: { label: vscode.l10n.t('Show the log'), command: 'playbook.showLog' },
              }
            : {
                title: vscode.l10n.t('No preview'),
                text: vscode.l10n.t('{0} is not a playbook of a knowledge base in this window, or it is gone.', name),
              };
    this.#panel.webview.options = { enableScripts: true, localResourceRoots: this.#roots() };
    this.#panel.webview.html = messagePage(message, vscode.env.language, this.#resources());
  }

  get #siteFolder(): vscode.Uri {
    return vscode.Uri.joinPath(this.#context.extensionUri, 'dist', 'site');
  }

  #roots(): readonly vscode.Uri[] {
    return [ownFolder(this.#context), this.#siteFolder, ...(vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [])];
  }

  #resources(): PageResources {
    const { webview } = this.#panel;
    return {
      ...ownResources(this.#context, webview),
      siteFile: (name) => webview.asWebviewUri(vscode.Uri.joinPath(this.#siteFolder, name)).toString(),
      fileAddress: (uri) => webview.asWebviewUri(vscode.Uri.parse(uri)).toString(),
    };
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'scrolled':
        this.#lead(message.line);
        return;
      case 'showSource':
        await showSource(this.#uri, message.line);
        return;
      case 'openPlaybook': {
        const uri = vscode.Uri.parse(message.uri);
        // A page shows content that others wrote: it may lead to playbooks here, nowhere else.
        if (uri.scheme !== 'file' || !vscode.workspace.getWorkspaceFolder(uri)) return;
        if (message.asSource) await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
        else this.open(uri, decoded(message.anchor));
        return;
      }
      case 'search':
        await vscode.commands.executeCommand('playbook.search');
        return;
      case 'command':
        if (message.command === 'playbook.restartServer' || message.command === 'playbook.showLog') {
          await vscode.commands.executeCommand(message.command);
        }
    }
  }

  /** Scrolls the editors of the playbook along with the page. */
  #lead(line: number): void {
    this.#quietUntil = Date.now() + quietTime;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== this.#uri.toString()) continue;
      const whole = Math.min(Math.floor(line), editor.document.lineCount - 1);
      editor.revealRange(new vscode.Range(whole, 0, whole + 1, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** Scrolls the page along with an editor of the playbook. */
  #follow({ document }: vscode.TextEditor, ranges: readonly vscode.Range[]): void {
    const [first] = ranges;
    if (!first || Date.now() < this.#quietUntil || document.uri.toString() !== this.#uri.toString()) return;
    const message: ScrollTo = { kind: 'scrollTo', line: first.start.line };
    void this.#panel.webview.postMessage(message);
  }
}

/** The first line that an editor shows of a file. */
function topLineOf(uri: vscode.Uri): number | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())?.visibleRanges[0]?.start.line;
}

/** Opens the text of a playbook at a line, where it is open already if it is. */
export async function showSource(uri: vscode.Uri, line: number): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const place = new vscode.Position(Math.floor(line), 0);
  await vscode.window.showTextDocument(uri, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(place, place),
  });
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
