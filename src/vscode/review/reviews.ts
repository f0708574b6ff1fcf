import * as vscode from 'vscode';
import { type ReviewEntry, type ReviewOverview, reviewChangedNotification, reviewOverviewRequest } from '../../lsp/protocol.js';
import { KeptLists, type Listed } from '../kept-lists.js';
import type { Server } from '../server.js';
import { reviewedEntries } from './reviewed-entries.js';

/** How everything stands in the review of one knowledge base. */
export type Reviewed = Listed<ReviewOverview>;

/** How everything stands in the review of the window's knowledge bases. */
export type Reviews = KeptLists<ReviewOverview>;

export function keepReviews(server: Server): Reviews {
  return new KeptLists(server, reviewOverviewRequest, [(forget) => server.on(reviewChangedNotification, forget)]);
}

/** How the playbook of a file stands in the history, even where review is off; undefined where there is none. */
export async function entryOf(reviews: Reviews, file: vscode.Uri): Promise<ReviewEntry | undefined> {
  return entryAt(
    (await reviews.read()).flatMap(({ entries }) => entries),
    file,
  );
}

/** How the playbook of a file stands where review is on. */
export async function reviewedEntryOf(reviews: Reviews, file: vscode.Uri): Promise<ReviewEntry | undefined> {
  return entryAt(reviewedEntries(await reviews.read()), file);
}

function entryAt(entries: readonly ReviewEntry[], file: vscode.Uri): ReviewEntry | undefined {
  const wanted = file.toString();
  return entries.find(({ uri }) => uri !== undefined && vscode.Uri.parse(uri).toString() === wanted);
}

/** Address of the file or, where that is gone, of the knowledge base. */
export async function addressOf(reviews: Reviews, entry: ReviewEntry): Promise<string> {
  if (entry.uri !== undefined) return entry.uri;
  const of = (await reviews.read()).find(({ entries }) => entries.some(({ id, path }) => id === entry.id && path === entry.path));
  return of?.info.uri ?? '';
}
