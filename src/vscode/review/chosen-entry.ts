import * as vscode from 'vscode';
import type { ReviewEntry } from '../../lsp/protocol.js';
import { chosenFile } from '../chosen-file.js';
import { entryOf, type Reviews } from './reviews.js';

/** What a review command is about: the item of a view, the file of an address, or the file that is open. Says so if there is nothing. */
export async function chosenEntry(reviews: Reviews, given: unknown): Promise<ReviewEntry | undefined> {
  if (isItemOfReview(given)) return given.entry;
  const file = chosenFile(given) ?? vscode.window.activeTextEditor?.document.uri;
  const entry = file && (await entryOf(reviews, file));
  if (!entry) void vscode.window.showInformationMessage(await reason(reviews, file));
  return entry;
}

/** The same for what needs the file itself. Says so where that is gone. */
export async function chosenEntryWithFile(
  reviews: Reviews,
  given: unknown,
): Promise<{ readonly entry: ReviewEntry; readonly file: vscode.Uri } | undefined> {
  const entry = await chosenEntry(reviews, given);
  if (!entry) return undefined;
  if (entry.uri !== undefined) return { entry, file: vscode.Uri.parse(entry.uri) };
  void vscode.window.showInformationMessage(vscode.l10n.t('The file of “{0}” was removed, so there is nothing to compare.', entry.title));
  return undefined;
}

/** Items of the review view and arguments of its commands hold a review entry; other views' items hold something else by that name. */
function isItemOfReview(given: unknown): given is { readonly entry: ReviewEntry } {
  if (typeof given !== 'object' || given === null || !('entry' in given)) return false;
  const { entry } = given;
  return typeof entry === 'object' && entry !== null && 'state' in entry && 'awaiting' in entry;
}

async function reason(reviews: Reviews, file: vscode.Uri | undefined): Promise<string> {
  if (!file) return vscode.l10n.t('Open a playbook first.');
  const all = await reviews.read();
  const problem = all.find(({ overview }) => overview.availability === 'unavailable')?.overview.message;
  if (problem !== undefined) return problem;
  if (all.some(({ overview }) => overview.availability === 'loading'))
    return vscode.l10n.t('The history is still being read; try again in a moment.');
  return vscode.l10n.t(
    'This file is not under review. Commit it first; if that is done, check that review is switched on in playbook.config.yaml.',
  );
}
