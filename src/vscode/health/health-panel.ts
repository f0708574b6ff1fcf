import * as vscode from 'vscode';
import {
  healthRequest,
  knowledgeBasesRequest,
  problemsChangedNotification,
  problemsRequest,
  reviewChangedNotification,
} from '../../lsp/protocol.js';
import { chooseKnowledgeBase, tellNoKnowledgeBase } from '../choose.js';
import { KeptPanels, type Shown } from '../kept-panels.js';
import { messagePage, ownPage } from '../preview/preview-page.js';
import type { Server } from '../server.js';
import { healthBody, type SayOfHealth } from './health-page.js';

/** What a page may ask for. */
const offered = ['playbook.problems.focus', 'playbook.restartServer'];

/** How well a knowledge base is kept, one panel for each. */
export function registerHealth(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const panels = new KeptPanels(context, {
    type: 'playbook.health',
    icon: 'pulse',
    restTime: 1000,
    make: (uri) => healthOf(server, uri),
    follow: (soon) =>
      vscode.Disposable.from(
        server.onDidChange(soon),
        server.onDidChangeState(soon),
        server.on(problemsChangedNotification, soon),
        server.on(reviewChangedNotification, soon),
      ),
    receive: async (message) => {
      if (message.kind === 'openPlaybook') {
        const uri = vscode.Uri.parse(message.uri);
        if (uri.scheme === 'file') await vscode.window.showTextDocument(uri);
      }
      if (message.kind === 'command' && offered.includes(message.command)) await vscode.commands.executeCommand(message.command);
    },
  });
  return vscode.Disposable.from(
    panels,
    vscode.commands.registerCommand('playbook.health', async () => {
      const info = await chooseKnowledgeBase(server);
      if (info) panels.show(info.uri, titleFor(info.title));
      else if (server.state !== 'starting') await tellNoKnowledgeBase();
    }),
  );
}

async function healthOf(server: Server, uri: string): Promise<Shown> {
  const [knowledgeBases, health, problems] = await Promise.all([
    server.ask(knowledgeBasesRequest, {}),
    server.ask(healthRequest, { uri }),
    server.ask(problemsRequest, { uri, limit: 0 }),
  ]);
  const info = knowledgeBases?.find((candidate) => candidate.uri === uri);
  if (info && health) {
    const title = titleFor(info.title);
    const body = healthBody(info.title, health, problems ?? undefined, words());
    return { title, content: body, page: (resources) => ownPage(title, body, vscode.env.language, resources) };
  }
  const message = messageFor(server);
  return {
    title: message.title,
    content: JSON.stringify(message),
    page: (resources) => messagePage(message, vscode.env.language, resources),
  };
}

/** Why there are no figures. */
function messageFor({ state }: Server) {
  switch (state) {
    case 'starting':
      return { title: vscode.l10n.t('Reading the knowledge base'), text: vscode.l10n.t('The figures appear as soon as it has been read.') };
    case 'running':
      return { title: vscode.l10n.t('Nothing to show'), text: vscode.l10n.t('This knowledge base is no longer open in this window.') };
    default:
      return {
        title: vscode.l10n.t('Nothing to show'),
        text: vscode.l10n.t('The language server makes these figures, and it is not running.'),
        action: { label: vscode.l10n.t('Start it'), command: 'playbook.restartServer' },
      };
  }
}

function titleFor(title: string): string {
  return words()('Health of {0}', title);
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
