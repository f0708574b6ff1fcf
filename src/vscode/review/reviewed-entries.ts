import type { ReviewEntry, ReviewOverview } from '../../lsp/protocol.js';

/** The entries of knowledge bases whose review is on: where it is off nothing waits, whatever the history says of approvals. */
export function reviewedEntries(
  all: readonly { readonly overview: Pick<ReviewOverview, 'mode'>; readonly entries: readonly ReviewEntry[] }[],
): readonly ReviewEntry[] {
  return all.flatMap(({ overview, entries }) => (overview.mode === 'off' ? [] : entries));
}
