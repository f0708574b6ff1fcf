import * as vscode from 'vscode';
import { type RevisionEntry, revisionsRequest, revisionTextRequest, type WordingName } from '../../lsp/protocol.js';
import type { Server } from '../server.js';
import { chosenEntryWithFile } from './chosen-entry.js';
import type { Reviews } from './reviews.js';

/** Addresses of earlier wordings: the path for the name of the tab, the query for what to ask the server. */
const scheme = 'playbook-wording';

interface WordingQuery {
  readonly uri: string;
  readonly wording: WordingName;
}

/** Differences against approved wordings, in the editor's own diff view. */
export function registerWordings(server: Server, reviews: Reviews): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async (address) => {
        const query: WordingQuery = JSON.parse(address.query);
        return (await server.ask(revisionTextRequest, query))?.text ?? '';
      },
    }),
    vscode.commands.registerCommand('playbook.reviewDiff', async (given: unknown) => {
      const chosen = await chosenEntryWithFile(reviews, given);
      if (!chosen) return;
      const { entry, file } = chosen;
      if (entry.revision === undefined) {
        // Nothing was approved yet: all of it is new.
        await vscode.window.showTextDocument(file);
        return;
      }
      await showDifference(server, file, 'approved', 'working-tree', entry.title);
    }),
    vscode.commands.registerCommand('playbook.compareRevisions', async (given: unknown) => {
      const chosen = await chosenEntryWithFile(reviews, given);
      if (!chosen) return;
      const { entry, file } = chosen;
      const revisions = await server.ask(revisionsRequest, { uri: file.toString() });
      if (!revisions || revisions.revisions.length === 0) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('“{0}” was never approved, so there is nothing to compare with.', entry.title),
        );
        return;
      }
      const from = await chooseRevision(revisions.revisions, vscode.l10n.t('Compare which revision of “{0}”?', entry.title));
      if (!from) return;
      const later = revisions.revisions.filter(({ number }) => typeof from.wording === 'number' && number > from.wording);
      const now = { label: vscode.l10n.t('The text in the editor'), wording: 'working-tree' };
      const to = await chooseRevision(later, vscode.l10n.t('With what?'), [now]);
      if (to) await showDifference(server, file, from.wording, to.wording, entry.title);
    }),
  );
}

interface RevisionItem extends vscode.QuickPickItem {
  readonly wording: WordingName;
}

/** A revision, or the text in the editor where that may be chosen too; undefined when the user gives up. */
async function chooseRevision(
  revisions: readonly RevisionEntry[],
  title: string,
  more: readonly RevisionItem[] = [],
): Promise<RevisionItem | undefined> {
  const items: RevisionItem[] = revisions.map((revision) => ({
    label: vscode.l10n.t('Revision {0}', revision.number),
    description: [revision.day, revision.sizeLabel].join(' · '),
    detail: [revision.approvers.map(({ name, email }) => name || email).join(', '), ...revision.notes].join(' — '),
    wording: revision.number,
  }));
  return vscode.window.showQuickPick([...more, ...items], { title, matchOnDetail: true, matchOnDescription: true });
}

async function showDifference(server: Server, file: vscode.Uri, from: WordingName, to: WordingName, title: string): Promise<void> {
  const [before, after] = await Promise.all(
    [from, to].map((wording) => server.ask(revisionTextRequest, { uri: file.toString(), wording })),
  );
  if (!before || !after) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no approved wording of “{0}” to compare with.', title));
    return;
  }
  const right = to === 'working-tree' ? file : wordingAddress(file, to);
  await vscode.commands.executeCommand('vscode.diff', wordingAddress(file, from), right, `${title}: ${before.name} ↔ ${after.name}`);
}

function wordingAddress(file: vscode.Uri, wording: WordingName): vscode.Uri {
  const query: WordingQuery = { uri: file.toString(), wording };
  return vscode.Uri.from({ scheme, path: file.path, query: JSON.stringify(query) });
}
