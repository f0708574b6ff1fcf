import * as vscode from 'vscode';
import { type FromPage, readMessage } from './preview/messages.js';
import type { OwnResources } from './preview/preview-page.js';
import { ownFolder, ownResources } from './webview-resources.js';

/** What a panel shows. */
export interface Shown {
  readonly title: string;
  /** What the page says: where it is the same again, the page stays as it is. */
  readonly content: string;
  readonly page: (resources: OwnResources) => string;
}

/** Panels of one kind, each about one address. */
export interface PanelKind {
  readonly type: string;
  /** A codicon. */
  readonly icon: string;
  /** What is shown is made anew after a rest of so many milliseconds. */
  readonly restTime: number;
  readonly make: (uri: string) => Promise<Shown>;
  /** Listens to whatever makes the pages differ. */
  readonly follow: (soon: () => void) => vscode.Disposable;
  readonly receive?: (message: FromPage) => Promise<void>;
}

/** One panel for each address, kept true while it is open, and there again after the window was loaded anew. */
export class KeptPanels implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #kind: PanelKind;
  readonly #panels = new Map<string, vscode.WebviewPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(context: vscode.ExtensionContext, kind: PanelKind) {
    this.#context = context;
    this.#kind = kind;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(kind.type, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const uri = addressIn(state);
        if (uri === undefined || this.#panels.has(uri)) panel.dispose();
        else this.#keep(panel, uri);
      },
    });
  }

  /** Shows what is about an address; `title` is that of the tab until the page is there. */
  show(uri: string, title: string): void {
    const known = this.#panels.get(uri);
    if (known) known.reveal();
    else this.#keep(vscode.window.createWebviewPanel(this.#kind.type, title, vscode.ViewColumn.Active, { enableFindWidget: true }), uri);
  }

  #keep(panel: vscode.WebviewPanel, uri: string): void {
    const { icon, restTime, make, follow, receive } = this.#kind;
    let timer: NodeJS.Timeout | undefined;
    /** Counts pages, so that a late one never replaces a newer one; nor is one shown in a panel that was closed. */
    let asked = 0;
    let shown: string | undefined;
    const remake = async (): Promise<void> => {
      asked += 1;
      const number = asked;
      const { title, content, page } = await make(uri);
      if (number !== asked) return;
      panel.title = title;
      if (content === shown) return;
      shown = content;
      panel.webview.html = page({ ...ownResources(this.#context, panel.webview), restoredFrom: uri });
    };
    const subscriptions = vscode.Disposable.from(
      follow(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void remake(), restTime);
      }),
      panel.webview.onDidReceiveMessage(async (given: unknown) => {
        const message = readMessage(given);
        if (message) await receive?.(message);
      }),
    );
    this.#panels.set(uri, panel);
    panel.onDidDispose(() => {
      asked += 1;
      clearTimeout(timer);
      subscriptions.dispose();
      this.#panels.delete(uri);
    });
    panel.iconPath = new vscode.ThemeIcon(icon);
    panel.webview.options = { enableScripts: true, localResourceRoots: [ownFolder(this.#context)] };
    void remake();
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }
}

/** What a page left behind for the next time, as `restoredFrom` has it. */
function addressIn(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string' ? state.uri : undefined;
}
