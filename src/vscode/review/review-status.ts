import * as vscode from 'vscode';
import type { ReviewEntry } from '../../lsp/protocol.js';
import { chosenEntry } from './chosen-entry.js';
import { type Reviews, reviewedEntryOf } from './reviews.js';

/** Says in the status bar how the open playbook stands in the review; a click offers what can be done. */
export function registerReviewStatus(reviews: Reviews): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('playbook.reviewState', vscode.StatusBarAlignment.Left, 8);
  item.name = vscode.l10n.t('Review of the open playbook');
  item.command = 'playbook.reviewActions';
  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const entry = document?.uri.scheme === 'file' ? await reviewedEntryOf(reviews, document.uri) : undefined;
    // Somebody may have gone to another file meanwhile.
    if (document !== vscode.window.activeTextEditor?.document) return;
    if (!entry) {
      item.hide();
      return;
    }
    const { icon, isPressing } = appearance(entry);
    item.text = `$(${icon}) ${shortText(entry)}`;
    item.tooltip = entry.description;
    item.backgroundColor = isPressing ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  return vscode.Disposable.from(
    item,
    reviews.onDidChange(() => void show()),
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
    vscode.commands.registerCommand('playbook.reviewActions', async (given: unknown) => {
      const entry = await chosenEntry(reviews, given);
      if (entry) await offerActions(entry);
    }),
  );
}

function appearance({ state, waitsForMe }: ReviewEntry): { readonly icon: string; readonly isPressing: boolean } {
  switch (state) {
    case 'approved':
      return { icon: 'pass', isPressing: false };
    case 'changes-requested':
      return { icon: 'request-changes', isPressing: true };
    case 'changed':
      return { icon: 'diff', isPressing: waitsForMe };
    case 'never-approved':
      return { icon: 'circle-slash', isPressing: waitsForMe };
    default:
      return { icon: 'clock', isPressing: false };
  }
}

function shortText({ revision, description }: ReviewEntry): string {
  const text = revision ? `${vscode.l10n.t('Revision {0}', revision.number)} · ${description}` : description;
  const characters = [...text];
  return characters.length > 48 ? `${characters.slice(0, 48).join('')}…` : text;
}

/** What makes sense for a playbook as it stands, the likeliest first. */
async function offerActions(entry: ReviewEntry): Promise<void> {
  const published = entry.revision !== undefined;
  const actions = [
    ...(entry.mayApprove ? [action('check', vscode.l10n.t('Approve…'), 'playbook.approve')] : []),
    ...(published && entry.changedSinceApproval ? [action('diff', vscode.l10n.t('Show what changed'), 'playbook.reviewDiff')] : []),
    ...(entry.state === 'approved' ? [] : [action('mail', vscode.l10n.t('Request review…'), 'playbook.requestReview')]),
    ...(entry.mayApprove ? [action('request-changes', vscode.l10n.t('Ask for changes…'), 'playbook.requestChanges')] : []),
    ...(published ? [action('verified', vscode.l10n.t('Verify that it still holds…'), 'playbook.verify')] : []),
    ...(published ? [action('history', vscode.l10n.t('Compare revisions…'), 'playbook.compareRevisions')] : []),
  ];
  const chosen = await vscode.window.showQuickPick(actions, { title: `${entry.title} · ${entry.description}` });
  if (chosen) await vscode.commands.executeCommand(chosen.command, { entry });
}

function action(icon: string, label: string, command: string) {
  return { label: `$(${icon}) ${label}`, command };
}
