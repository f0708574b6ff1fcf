import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { healthRequest, type KnowledgeBaseInfo, problemsChangedNotification, problemsRequest } from '../../lsp/protocol.js';
import { chooseKnowledgeBase, tellNoKnowledgeBase } from '../choose.js';
import { readMessage } from '../preview/messages.js';
import { messagePage, ownPage } from '../preview/preview-page.js';
import type { Server } from '../server.js';
import { healthBody, type SayOfHealth } from './health-page.js';

/** What is shown is made anew after a rest of so many milliseconds. */
const restTime = 1000;

/** One panel a knowledge base with how well it is kept. */
export function registerHealth(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const panels = new Map<string, vscode.WebviewPanel>();
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.health', async () => {
      const info = await chooseKnowledgeBase(server);
      if (!info) {
        if (server.state !== 'starting') await tellNoKnowledgeBase();
        return;
      }
      const known = panels.get(info.uri);
      if (known) {
        known.reveal();
        return;
      }
      const panel = vscode.window.createWebviewPanel('playbook.health', words()('Health of {0}', info.title), vscode.ViewColumn.Active, {
        enableFindWidget: true,
      });
      panels.set(info.uri, panel);
      const stop = keepTrue(context, server, panel, info);
      panel.onDidDispose(() => {
        panels.delete(info.uri);
        stop.dispose();
      });
    }),
    {
      dispose: () => {
        for (const panel of panels.values()) panel.dispose();
      },
    },
  );
}

function keepTrue(
  context: vscode.ExtensionContext,
  server: Server,
  panel: vscode.WebviewPanel,
  info: KnowledgeBaseInfo,
): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  let shown = '';
  const own = vscode.Uri.joinPath(context.extensionUri, 'dist', 'preview');
  panel.iconPath = new vscode.ThemeIcon('pulse');
  panel.webview.options = { enableScripts: true, localResourceRoots: [own] };
  const address = (name: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(own, name)).toString();
  const make = async (): Promise<void> => {
    const params = { uri: info.uri };
    const [health, problems] = await Promise.all([server.ask(healthRequest, params), server.ask(problemsRequest, { ...params, limit: 0 })]);
    const resources = {
      cspSource: panel.webview.cspSource,
      nonce: randomBytes(18).toString('base64url'),
      pageScript: address('preview.js'),
      pageStyle: address('preview.css'),
    };
    const body = health ? healthBody(info.title, health, problems ?? undefined, words()) : '';
    if (body !== '' && body === shown) return;
    shown = body;
    const message = {
      title: vscode.l10n.t('Nothing to show'),
      text: vscode.l10n.t('The language server makes these figures, and it is not running.'),
      action: { label: vscode.l10n.t('Start it'), command: 'playbook.restartServer' },
    };
    panel.webview.html =
      body === '' ? messagePage(message, vscode.env.language, resources) : ownPage(panel.title, body, vscode.env.language, resources);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void make(), restTime);
  };
  void make();
  return vscode.Disposable.from(
    server.onDidChange(soon),
    server.onDidChangeState(soon),
    server.on(problemsChangedNotification, soon),
    panel.webview.onDidReceiveMessage(async (given: unknown) => {
      const message = readMessage(given);
      if (message?.kind === 'openPlaybook') {
        const uri = vscode.Uri.parse(message.uri);
        if (uri.scheme === 'file') await vscode.window.showTextDocument(uri);
      }
      const isKnown = message?.kind === 'command' && ['playbook.problems.focus', 'playbook.restartServer'].includes(message.command);
      if (isKnown) await vscode.commands.executeCommand(message.command);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

/** The page's texts; each is named here, so that none is missed in the bundles. */
function words(): SayOfHealth {
  const texts: Readonly<Record<string, string>> = {
    'Health of {0}': vscode.l10n.t('Health of {0}'),
    'As of {0}': vscode.l10n.t('As of {0}'),
    playbooks: vscode.l10n.t('playbooks'),
    'approved as they are': vscode.l10n.t('approved as they are'),
    overdue: vscode.l10n.t('overdue'),
    'without owner': vscode.l10n.t('without owner'),
    'not translated': vscode.l10n.t('not translated'),
    errors: vscode.l10n.t('errors'),
    '{0} days overdue': vscode.l10n.t('{0} days overdue'),
    'in {0} days': vscode.l10n.t('in {0} days'),
    'Due within 30 days, and overdue': vscode.l10n.t('Due within 30 days, and overdue'),
    'Nothing is due. Every page was read in time.': vscode.l10n.t('Nothing is due. Every page was read in time.'),
    'Without owner': vscode.l10n.t('Without owner'),
    'Every playbook has an owner.': vscode.l10n.t('Every playbook has an owner.'),
    'Not translated: {0}': vscode.l10n.t('Not translated: {0}'),
    'Everything is translated.': vscode.l10n.t('Everything is translated.'),
    'Translation behind its original: {0}': vscode.l10n.t('Translation behind its original: {0}'),
    'All translations are up to date.': vscode.l10n.t('All translations are up to date.'),
    'Without summary': vscode.l10n.t('Without summary'),
    'Every playbook has a summary.': vscode.l10n.t('Every playbook has a summary.'),
    'Named by no other page': vscode.l10n.t('Named by no other page'),
    'Every playbook is named somewhere.': vscode.l10n.t('Every playbook is named somewhere.'),
    'Problems by rule': vscode.l10n.t('Problems by rule'),
    'still to be checked: {0}': vscode.l10n.t('still to be checked: {0}'),
    'problems: {0}, files: {1}': vscode.l10n.t('problems: {0}, files: {1}'),
    'No problems. Everything follows the rules.': vscode.l10n.t('No problems. Everything follows the rules.'),
    'and {0} more': vscode.l10n.t('and {0} more'),
  };
  return (text, ...values) => (texts[text] ?? text).replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
