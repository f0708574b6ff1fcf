import * as vscode from 'vscode';
import type { KnowledgeBaseInfo } from '../../lsp/protocol.js';
import { chooseKnowledgeBase, tellNoKnowledgeBase } from '../choose.js';
import { type RunningCommand, runCommandLine } from '../command-line.js';
import type { Server } from '../server.js';

/** The export and the running site, by the product's own command line. */
export function registerPublish(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const sites = new RunningSites(context);
  const forKnowledgeBase = (run: (info: KnowledgeBaseInfo) => Promise<void>) => async () => {
    const info = await chooseKnowledgeBase(server);
    if (info) await run(info);
    else if (server.state !== 'starting') await tellNoKnowledgeBase();
  };
  return vscode.Disposable.from(
    sites,
    vscode.commands.registerCommand(
      'playbook.export',
      forKnowledgeBase((info) => exportSite(context, info)),
    ),
    vscode.commands.registerCommand(
      'playbook.openSite',
      forKnowledgeBase((info) => sites.open(info)),
    ),
    vscode.commands.registerCommand('playbook.stopSite', () => sites.stopAll()),
  );
}

async function exportSite(context: vscode.ExtensionContext, { uri, title }: KnowledgeBaseInfo): Promise<void> {
  const root = vscode.Uri.parse(uri);
  const folder = vscode.workspace.getConfiguration('playbook', root).get<string>('export.folder', 'site');
  const run = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Exporting the help site of {0}', title),
      cancellable: true,
    },
    (progress, token) => {
      let shown = 0;
      const running = runCommandLine(context, ['export', '.', '--out', folder, '--progress', 'lines'], root, {
        errors: (text) => {
          const [, done, total] = [...text.matchAll(/^(\d+)\/(\d+)$/gm)].at(-1) ?? [];
          if (done === undefined || total === undefined) return;
          const percentage = (Number(done) / Math.max(1, Number(total))) * 100;
          progress.report({ increment: percentage - shown, message: `${done} / ${total}` });
          shown = percentage;
        },
      });
      token.onCancellationRequested(() => running.stop());
      return running.finished;
    },
  );
  if (run.code === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The export was stopped; the site is as it was before.'));
    return;
  }
  const notes = run.errors.replace(/^\d+\/\d+$\n?/gm, '').trim();
  if (run.code !== 0) {
    const settings = vscode.l10n.t('Export settings');
    const next = await vscode.window.showErrorMessage(notes || vscode.l10n.t('The export failed.'), settings);
    if (next === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'playbook.export');
    return;
  }
  const open = vscode.l10n.t('Open the home page');
  const reveal = vscode.l10n.t('Show in folder');
  const chosen = await vscode.window.showInformationMessage(
    [run.output.trim(), notes].filter((text) => text !== '').join(' '),
    open,
    reveal,
  );
  const home = vscode.Uri.joinPath(vscode.Uri.file(absolute(root, folder)), 'index.html');
  if (chosen === open) await vscode.env.openExternal(home);
  if (chosen === reveal) await vscode.commands.executeCommand('revealFileInOS', home);
}

function absolute(root: vscode.Uri, folder: string): string {
  return /^([a-zA-Z]:)?[\\/]/.test(folder) ? folder : vscode.Uri.joinPath(root, folder).fsPath;
}

interface RunningSite {
  readonly command: RunningCommand;
  /** The address, once the site answers. */
  readonly address: Promise<string | undefined>;
}

/** Sites that are being served, one for each knowledge base, until the window closes or the user stops them. */
class RunningSites implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #sites = new Map<string, RunningSite>();
  readonly #item = vscode.window.createStatusBarItem('playbook.site', vscode.StatusBarAlignment.Left, 9);

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    this.#item.name = vscode.l10n.t('Help site');
    this.#item.text = `$(broadcast) ${vscode.l10n.t('Help site')}`;
    this.#item.tooltip = vscode.l10n.t('The help site is being served for you. Click to stop it.');
    this.#item.command = 'playbook.stopSite';
  }

  async open({ uri, title }: KnowledgeBaseInfo): Promise<void> {
    const site = this.#sites.get(uri) ?? this.#start(uri);
    const address = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Opening the help site of {0}', title) },
      () => site.address,
    );
    if (address !== undefined) {
      await vscode.env.openExternal(await vscode.env.asExternalUri(vscode.Uri.parse(address)));
      return;
    }
    const { errors } = await site.command.finished;
    void vscode.window.showErrorMessage(errors.trim() || vscode.l10n.t('The help site could not be served.'));
  }

  #start(uri: string): RunningSite {
    let found: (address: string | undefined) => void = () => {};
    const address = new Promise<string | undefined>((resolve) => {
      found = resolve;
    });
    let heard = '';
    const command = runCommandLine(this.#context, ['serve', '.'], vscode.Uri.parse(uri), {
      output: (text) => {
        heard += text;
        const [match] = /http:\/\/127\.0\.0\.1:\d+\//.exec(heard) ?? [];
        if (match) found(match);
      },
    });
    const site = { command, address };
    this.#sites.set(uri, site);
    this.#item.show();
    void command.finished.then(() => {
      found(undefined);
      this.#sites.delete(uri);
      if (this.#sites.size === 0) this.#item.hide();
    });
    return site;
  }

  stopAll(): void {
    for (const { command } of this.#sites.values()) command.stop();
  }

  dispose(): void {
    this.stopAll();
    this.#item.dispose();
  }
}
