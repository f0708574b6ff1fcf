import * as vscode from 'vscode';
import { comparisonRequest } from '../../lsp/protocol.js';
import { KeptPanels } from '../kept-panels.js';
import { comparisonInWebview, messagePage } from '../preview/preview-page.js';
import type { Server } from '../server.js';
import { chosenEntryWithFile } from './chosen-entry.js';
import type { Reviews } from './reviews.js';

/** The page of a playbook before and after, as readers see it: what agents have against the text in the editor. */
export function registerRenderedDifference(context: vscode.ExtensionContext, server: Server, reviews: Reviews): vscode.Disposable {
  const panels = new KeptPanels(context, {
    type: 'playbook.comparison',
    icon: 'diff',
    restTime: 400,
    make: async (uri) => {
      const answer = await server.ask(comparisonRequest, { uri });
      if (answer) {
        const { title, html } = answer;
        return {
          title: vscode.l10n.t('Before and after: {0}', title),
          content: html,
          page: (resources) => comparisonInWebview(html, resources),
        };
      }
      const message =
        server.state === 'starting'
          ? {
              title: vscode.l10n.t('Reading the knowledge base'),
              text: vscode.l10n.t('The comparison appears as soon as it has been read.'),
            }
          : {
              title: vscode.l10n.t('Nothing to compare'),
              text: vscode.l10n.t('There is no approved wording of this playbook yet, or its history is still being read.'),
            };
      return {
        title: message.title,
        content: JSON.stringify(message),
        page: (resources) => messagePage(message, vscode.env.language, resources),
      };
    },
    follow: (soon) =>
      vscode.Disposable.from(
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
          if (contentChanges.length > 0 && document.uri.scheme === 'file') soon();
        }),
        reviews.onDidChange(soon),
        server.onDidChangeState(soon),
      ),
  });
  return vscode.Disposable.from(
    panels,
    vscode.commands.registerCommand('playbook.reviewDiffRendered', async (given: unknown) => {
      const chosen = await chosenEntryWithFile(reviews, given);
      if (chosen) panels.show(chosen.file.toString(), chosen.entry.title);
    }),
  );
}
