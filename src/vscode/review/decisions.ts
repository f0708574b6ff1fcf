import * as vscode from 'vscode';
import type { DecisionKind } from '../../core/model/review.js';
import { type DecisionAnswer, decisionRequests, type ReviewEntry } from '../../lsp/protocol.js';
import { sentences } from '../sentences.js';
import type { Server } from '../server.js';
import { registerTrustedCommand } from '../trusted-command.js';
import { chosenEntry } from './chosen-entry.js';
import { addressOf, type Reviews } from './reviews.js';

const commands: readonly { readonly command: string; readonly kind: DecisionKind }[] = [
  { command: 'playbook.requestReview', kind: 'requested' },
  { command: 'playbook.approve', kind: 'approved' },
  { command: 'playbook.requestChanges', kind: 'changes-requested' },
  { command: 'playbook.verify', kind: 'verified' },
];

/** Request, approve, ask for changes, verify: about the committed wording, written to git as the command line does. */
export function registerDecisions(server: Server, reviews: Reviews): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map(({ command, kind }) =>
      registerTrustedCommand(command, async (given: unknown) => {
        const entry = await chosenEntry(reviews, given);
        if (entry) await decide(server, kind, entry, await addressOf(reviews, entry));
      }),
    ),
  );
}

/** `uri` is the address of the file or, where that is gone, of the knowledge base. */
async function decide(server: Server, kind: DecisionKind, entry: ReviewEntry, uri: string): Promise<void> {
  const asked = await askDetails(kind, entry);
  if (!asked) return;
  const answer = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Writing to git: {0}', entry.title) },
    () => server.ask(decisionRequests[kind], { uri, id: entry.id, ...asked }),
  );
  if (answer) await tell(answer, entry);
}

interface Details {
  readonly note?: string;
  readonly reviewers?: readonly string[];
}

/** The note, and whom a request asks; Esc gives up. */
async function askDetails(kind: DecisionKind, entry: ReviewEntry): Promise<Details | undefined> {
  const needsNote = kind === 'changes-requested';
  const note = await vscode.window.showInputBox({
    title: titleOf(kind, entry),
    prompt: promptOf(kind, entry),
    placeHolder: needsNote ? vscode.l10n.t('What has to change?') : vscode.l10n.t('Note, may be empty'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      needsNote && text.trim() === '' ? vscode.l10n.t('Say what has to change, so that the author can mend it.') : undefined,
  });
  if (note === undefined) return undefined;
  const said: Details = note.trim() === '' ? {} : { note: note.trim() };
  return kind === 'requested' ? askReviewers(entry, said) : said;
}

/** Those the rules name can be picked; others are typed. */
async function askReviewers(entry: ReviewEntry, said: Details): Promise<Details | undefined> {
  const { mayBeAsked } = entry;
  if (mayBeAsked.length === 0) return said;
  const chosen = await vscode.window.showQuickPick(
    mayBeAsked.map(({ name, email }) => ({ label: name, description: name === email ? '' : email, email })),
    {
      title: vscode.l10n.t('Whom to ask?'),
      placeHolder: vscode.l10n.t('Choose nobody to ask everybody who may approve'),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  return chosen && { ...said, reviewers: chosen.map(({ email }) => email) };
}

function titleOf(kind: DecisionKind, { title }: ReviewEntry): string {
  switch (kind) {
    case 'requested':
      return vscode.l10n.t('Request review of “{0}”', title);
    case 'approved':
      return vscode.l10n.t('Approve “{0}”', title);
    case 'changes-requested':
      return vscode.l10n.t('Ask for changes to “{0}”', title);
    case 'verified':
      return vscode.l10n.t('Verify “{0}”', title);
  }
}

function promptOf(kind: DecisionKind, { uncommitted }: ReviewEntry): string {
  const what = {
    requested: vscode.l10n.t('Asks for a review of the committed wording.'),
    approved: vscode.l10n.t('Approves exactly the committed wording.'),
    'changes-requested': vscode.l10n.t('Sends it back; it does not go out like this.'),
    verified: vscode.l10n.t('Says that the published wording was read again and still holds.'),
  }[kind];
  return sentences([what, ...(uncommitted ? [vscode.l10n.t('What is not committed yet is not part of it.')] : [])]);
}

async function tell(answer: DecisionAnswer, entry: ReviewEntry): Promise<void> {
  if (answer.isDone) {
    // The views show it, too; only a warning asks somebody to act.
    if (answer.warnings.length > 0) void vscode.window.showWarningMessage(sentences([answer.message, ...answer.warnings]));
    else vscode.window.setStatusBarMessage(`$(check) ${answer.message}`, 8000);
    return;
  }
  const save = vscode.l10n.t('Save');
  const commit = vscode.l10n.t('Open source control');
  const next = answer.refusal === 'unsaved' ? [save] : answer.refusal === 'uncommitted' ? [commit] : [];
  const chosen = await vscode.window.showWarningMessage(answer.message, ...next);
  if (chosen === save && entry.uri !== undefined) await vscode.workspace.save(vscode.Uri.parse(entry.uri));
  if (chosen === commit) await vscode.commands.executeCommand('workbench.view.scm');
}
