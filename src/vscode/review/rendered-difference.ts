import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { comparisonRequest } from '../../lsp/protocol.js';
import { comparisonInWebview, messagePage, type PageResources } from '../preview/preview-page.js';
import type { Server } from '../server.js';
import { chosenEntry } from './chosen-entry.js';
import type { ReviewStore } from './review-store.js';

const panelType = 'playbook.comparison';
/** Texts rest so long, in milliseconds, before the page is made anew. */
const restTime = 400;

/** The page of a playbook before and after, as readers see it: what agents have against the text in the editor. */
export function registerRenderedDifference(context: vscode.ExtensionContext, server: Server, store: ReviewStore): vscode.Disposable {
  const panels = new Map<string, vscode.WebviewPanel>();
  const show = (uri: string, title: string): void => {
    const known = panels.get(uri);
    if (known) {
      known.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(panelType, title, vscode.ViewColumn.Active, { enableFindWidget: true });
    panels.set(uri, panel);
    const stop = keepTrue(context, server, store, panel, uri);
    panel.onDidDispose(() => {
      panels.delete(uri);
      stop.dispose();
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.reviewDiffRendered', async (given: unknown) => {
      const entry = await chosenEntry(store, given);
      if (entry?.uri !== undefined) show(entry.uri, entry.title);
    }),
    { dispose: () => [...panels.values()].forEach((panel) => void panel.dispose()) },
  );
}

/** Makes the page, and again whenever texts or decisions differ. */
function keepTrue(
  context: vscode.ExtensionContext,
  server: Server,
  store: ReviewStore,
  panel: vscode.WebviewPanel,
  uri: string,
): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  let shown = '';
  const own = vscode.Uri.joinPath(context.extensionUri, 'dist', 'preview');
  panel.iconPath = new vscode.ThemeIcon('diff');
  panel.webview.options = { enableScripts: true, localResourceRoots: [own] };
  const resources = (): Pick<PageResources, 'cspSource' | 'nonce' | 'pageScript' | 'pageStyle'> => ({
    cspSource: panel.webview.cspSource,
    nonce: randomBytes(18).toString('base64url'),
    pageScript: panel.webview.asWebviewUri(vscode.Uri.joinPath(own, 'preview.js')).toString(),
    pageStyle: panel.webview.asWebviewUri(vscode.Uri.joinPath(own, 'preview.css')).toString(),
  });
  const make = async (): Promise<void> => {
    asked += 1;
    const number = asked;
    const answer = await server.ask(comparisonRequest, { uri });
    if (number !== asked) return;
    if (answer) panel.title = vscode.l10n.t('Before and after: {0}', answer.title);
    if (answer && answer.html === shown) return;
    shown = answer?.html ?? '';
    panel.webview.html = answer
      ? comparisonInWebview(answer.html, resources())
      : messagePage(
          {
            title: vscode.l10n.t('Nothing to compare'),
            text: vscode.l10n.t('There is no approved wording of this playbook yet, or its history is still being read.'),
          },
          vscode.env.language,
          resources(),
        );
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void make(), restTime);
  };
  void make();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.scheme === 'file') soon();
    }),
    store.onDidChange(soon),
    server.onDidChangeState(soon),
    { dispose: () => clearTimeout(timer) },
  );
}
