import type { ReviewState } from '../core/model/review.js';
import type { Review } from './review.js';

/** What the gate before a merge finds. */
export interface ReviewCheck {
  /** Files that still need an approval, by id. */
  readonly waiting: readonly ReviewState[];
  /** Files whose decisions somebody tampered with, by id. */
  readonly suspicious: readonly ReviewState[];
  /** Decision files that cannot be read. */
  readonly unreadable: readonly string[];
  /** How many files were looked at. */
  readonly looked: number;
}

/**
 * What still needs an approval: everything, or what differs from a base tree (path to blob). Of decisions that cannot be
 * trusted, those whose file the base has not.
 */
export function checkReview(review: Review, base: ReadonlyMap<string, string> | undefined): ReviewCheck {
  const states = [...review.states.values()];
  const changed = new Set([...review.tree].flatMap(([path, blob]) => (base && base.get(path) !== blob ? [blob] : [])));
  const scope = base ? states.filter((state) => differs(review, state, base, changed)) : states;
  // Removing a file settles what is wrong with it, unless the base has it: whoever edits an approval and removes it took it away.
  const isNew = (file: string) => (base ? base.get(file) !== review.tree.get(file) : review.tree.has(file));
  const needed = ({ state }: ReviewState) => state === 'never-approved' || state === 'changed' || state === 'changes-requested';
  return {
    waiting: scope.filter(needed),
    suspicious: states
      .map((state) => ({ ...state, suspicious: state.suspicious.filter(({ file }) => isNew(file)) }))
      .filter(({ suspicious }) => suspicious.length > 0),
    unreadable: review.ledger.unreadable.map(({ file }) => file).filter((file) => review.tree.has(file) && isNew(file)),
    looked: scope.length,
  };
}

/** Whether a file, where it is or what it shows is another than in the base; `changed` are the blobs that are new at their place. */
function differs(review: Review, state: ReviewState, base: ReadonlyMap<string, string>, changed: ReadonlySet<string>): boolean {
  const files = review.present.get(state.id) ?? [];
  if (files.length === 0) return base.has(state.path);
  return files.some((file) => {
    if (base.get(file.path) !== file.blob) return true;
    return Object.values(review.wordingAt(file).assets).some((blob) => changed.has(blob));
  });
}
