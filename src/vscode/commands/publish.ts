import * as vscode from 'vscode';
import type { KnowledgeBaseInfo } from '../../lsp/protocol.js';
import { chooseKnowledgeBase, tellNoKnowledgeBase } from '../choose.js';
import { type RunningCommand, runCommandLine } from '../command-line.js';
import { readRefusal } from '../command-line-refusal.js';
import { sentences } from '../sentences.js';
import type { Server } from '../server.js';
import { registerTrustedCommand } from '../trusted-command.js';
import { exportSite } from './export-site.js';

/** The export and the running site, by the product's own command line. */
export function registerPublish(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const sites = new RunningSites(context, server);
  const forKnowledgeBase = (run: (info: KnowledgeBaseInfo) => Promise<void>) => async () => {
    const info = await chooseKnowledgeBase(server);
    if (info) await run(info);
    else if (server.state !== 'starting') await tellNoKnowledgeBase();
  };
  return vscode.Disposable.from(
    sites,
    registerTrustedCommand(
      'playbook.export',
      forKnowledgeBase((info) => exportSite(context, server, info)),
    ),
    registerTrustedCommand(
      'playbook.openSite',
      forKnowledgeBase((info) => sites.open(info)),
    ),
    vscode.commands.registerCommand('playbook.stopSite', () => sites.stopAll()),
  );
}

interface RunningSite {
  readonly command: RunningCommand;
  /** The address, once the site answers. */
  readonly address: Promise<string | undefined>;
}

/** Sites that are being served, one for each knowledge base, until the window closes or the user stops them. */
class RunningSites implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #server: Server;
  readonly #sites = new Map<string, RunningSite>();
  readonly #item = vscode.window.createStatusBarItem('playbook.site', vscode.StatusBarAlignment.Left, 9);

  constructor(context: vscode.ExtensionContext, server: Server) {
    this.#context = context;
    this.#server = server;
    this.#item.name = vscode.l10n.t('Help site');
    this.#item.text = `$(broadcast) ${vscode.l10n.t('Help site')}`;
    this.#item.tooltip = vscode.l10n.t('The help site is being served for you. Click to stop it.');
    this.#item.command = 'playbook.stopSite';
  }

  async open(info: KnowledgeBaseInfo): Promise<void> {
    const { uri, title } = info;
    const site = this.#sites.get(uri) ?? this.#start(uri);
    const address = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Opening the help site of {0}', title) },
      () => site.address,
    );
    if (address !== undefined) {
      await vscode.env.openExternal(await vscode.env.asExternalUri(vscode.Uri.parse(address)));
      return;
    }
    const { errors, code } = await site.command.finished;
    // Whoever stopped it knows.
    if (code !== 0 && code !== null) await this.#tellFailure(info, errors);
  }

  async #tellFailure(info: KnowledgeBaseInfo, errors: string): Promise<void> {
    const why = readRefusal(errors);
    const again = vscode.l10n.t('Try again');
    const log = vscode.l10n.t('Show the log');
    if (why === undefined) this.#server.log(errors);
    const chosen = await vscode.window.showErrorMessage(
      sentences([vscode.l10n.t('The help site of “{0}” could not be opened.', info.title), ...(why === undefined ? [] : [why])]),
      again,
      ...(why === undefined ? [log] : []),
    );
    if (chosen === again) await this.open(info);
    if (chosen === log) this.#server.showLog();
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
