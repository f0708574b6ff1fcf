import type { CodeLens, Range } from 'vscode-languageserver/node';
import type { PlaybookContext } from '../file-context.js';
import type { FolderReview } from '../review/reviews.js';
import { reviewEntry } from './review.js';

/**
 * Above the page: its state, revision and approvers, or whom it awaits; then what the user can do about it, where the client
 * has commands for that. Nothing where review is off or its states are not known yet.
 */
export function reviewLenses({ folder, playbook, client }: PlaybookContext, range: Range, review: FolderReview): CodeLens[] {
  if (review.availability !== 'ready' || review.head.mode === 'off') return [];
  const entry = reviewEntry(folder, review, playbook.id, client);
  const { say, options } = client;
  const { revision } = entry;
  const title = [
    entry.description,
    ...(revision && revision.blob === playbook.blob ? [say('revision', { number: revision.number })] : []),
    ...(revision && revision.blob === playbook.blob ? [revision.approvers.map(({ name }) => name).join(say('listSeparator'))] : []),
  ].join(' · ');
  const uri = folder.uriOf(playbook.path);
  const lens = (text: string, command: string | undefined): CodeLens => ({
    range,
    command: command === undefined ? { title: text, command: '' } : { title: text, command, arguments: [uri] },
  });
  const isAsked = entry.requests.length > 0;
  return [
    lens(entry.waitsForMe ? `${title} · ${say('waitsForYou')}` : title, options.showReviewCommand),
    ...(entry.mayApprove && !entry.uncommitted && options.approveCommand !== undefined
      ? [lens(say('approveLens'), options.approveCommand)]
      : []),
    ...(entry.writtenByMe && !entry.uncommitted && !isAsked && options.requestReviewCommand !== undefined
      ? [lens(say('requestLens'), options.requestReviewCommand)]
      : []),
  ];
}
