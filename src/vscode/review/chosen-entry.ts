import * as vscode from 'vscode';
import type { ReviewEntry } from '../../lsp/protocol.js';
import type { ReviewStore } from './review-store.js';

/** What a review command is about: the item of a view, the file of an address, or the file that is open. Says so if there is nothing. */
export async function chosenEntry(store: ReviewStore, given: unknown): Promise<ReviewEntry | undefined> {
  const named = entryIn(given);
  if (named) return named;
  const file = given instanceof vscode.Uri ? given : typeof given === 'string' ? vscode.Uri.parse(given) : openFile(given);
  const entry = file && (await store.entryOf(file));
  if (!entry) void vscode.window.showInformationMessage(await reason(store, file));
  return entry;
}

function entryIn(given: unknown): ReviewEntry | undefined {
  return isItemOfReview(given) ? given.entry : undefined;
}

/** Items of the review view and arguments of its commands hold a review entry; other views' items hold something else by that name. */
function isItemOfReview(given: unknown): given is { readonly entry: ReviewEntry } {
  if (typeof given !== 'object' || given === null || !('entry' in given)) return false;
  const { entry } = given;
  return typeof entry === 'object' && entry !== null && 'state' in entry && 'awaiting' in entry;
}

function openFile(given: unknown): vscode.Uri | undefined {
  // An item of the knowledge base's tree.
  if (typeof given === 'object' && given !== null && 'entry' in given) {
    const { entry } = given;
    if (typeof entry === 'object' && entry !== null && 'uri' in entry && typeof entry.uri === 'string') return vscode.Uri.parse(entry.uri);
  }
  return vscode.window.activeTextEditor?.document.uri;
}

async function reason(store: ReviewStore, file: vscode.Uri | undefined): Promise<string> {
  if (!file) return vscode.l10n.t('Open a playbook first.');
  const all = await store.read();
  const problem = all.find(({ overview }) => overview.availability === 'unavailable')?.overview.message;
  if (problem !== undefined) return problem;
  if (all.some(({ overview }) => overview.availability === 'loading'))
    return vscode.l10n.t('The history is still being read; try again in a moment.');
  return vscode.l10n.t(
    'This file is not under review. Commit it first; if that is done, check that review is switched on in playbook.config.yaml.',
  );
}
