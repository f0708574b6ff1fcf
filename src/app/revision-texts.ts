import type { Playbook } from '../core/model/playbook.js';
import { type RecordedDecision, type Revision, removedBlob } from '../core/model/review.js';
import { comparable, type ReadRevisionTexts, type RevisionMark } from '../site/history/revisions.js';
import type { Review } from './review.js';

/** Pages whose texts git is asked for at once. */
const pagesAtOnce = 100;

/** What the help site knows of revisions. */
export function revisionMarks(revisions: readonly Revision[]): readonly RevisionMark[] {
  return revisions.map(({ number, day, approvals, blob }) => ({
    number,
    approvedOn: day,
    approvers: approvals.map(approverOf),
    notes: approvals.flatMap((approval) => (approval.decision.note ? [{ by: approverOf(approval), text: approval.decision.note }] : [])),
    isRemoval: blob === removedBlob,
  }));
}

function approverOf({ decision, author }: RecordedDecision): string {
  return author.name || decision.by;
}

/** What `revisionTexts` is asked by, in the order of an export. */
export function idsByPath(playbooks: ReadonlyMap<string, Pick<Playbook, 'id'>>): ReadonlyMap<string, string> {
  return new Map([...playbooks].map(([path, { id }]) => [path, id]));
}

/**
 * Reads the approved texts of pages, by their paths in the order in which they will be asked for. A revision is approved if the
 * review says so now: one whose approval was forged or taken back afterwards is none.
 */
export function revisionTexts(review: Pick<Review, 'readTexts' | 'judgements'>, ids: ReadonlyMap<string, string>): ReadRevisionTexts {
  const order = [...ids.keys()];
  let loaded = new Map<string, ReadonlyMap<number, string>>();
  const compared = (path: string): readonly Revision[] => {
    const revisions = review.judgements.get(ids.get(path) ?? '')?.revisions ?? [];
    const numbers = new Set(comparable(revisionMarks(revisions)).map(({ number }) => number));
    return numbers.size > 1 ? revisions.filter(({ number }) => numbers.has(number)) : [];
  };
  return async (path) => {
    const known = loaded.get(path);
    if (known) return known;
    const start = order.indexOf(path);
    const paths = start < 0 ? [] : order.slice(start, start + pagesAtOnce);
    const texts = await review.readTexts(new Set(paths.flatMap((page) => compared(page).map(({ blob }) => blob))));
    loaded = new Map(
      paths.map((page) => [
        page,
        new Map(
          compared(page).flatMap(({ number, blob }): [number, string][] => {
            const text = texts.get(blob);
            return text === undefined ? [] : [[number, text]];
          }),
        ),
      ]),
    );
    return loaded.get(path) ?? new Map();
  };
}
