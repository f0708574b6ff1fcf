import { HistoryError } from '../app/ports.js';
import type { Review } from '../app/review.js';
import { commitOn } from '../core/review/order.js';
import { openReviewedFolder, openReviewInForce, type ReviewedFolder, type ReviewInForce, writtenMode } from '../node/reviewed-folder.js';
import type { Context } from './context.js';
import { Failure } from './failure.js';
import { findKnowledgeBase } from './knowledge-base-folder.js';

export { modeInForce } from '../node/reviewed-folder.js';
export type OpenReviewFolder = ReviewedFolder;

export interface ReviewFolderOptions {
  readonly today?: string | undefined;
  /** The commit to look at, instead of the last one. */
  readonly at?: string | undefined;
}

/** Opens the history of the knowledge base that a folder belongs to. Fails in words where there is none, or not all of it. */
export async function openReviewFolder(
  named: string | undefined,
  options: ReviewFolderOptions,
  context: Context,
): Promise<OpenReviewFolder> {
  return openReviewAt(await findKnowledgeBase(named, context), options, context);
}

/** The same for a root that is known. */
export async function openReviewAt(root: string, options: ReviewFolderOptions, context: Context): Promise<OpenReviewFolder> {
  return openReviewedFolder(root, { today: options.today ?? context.today(), at: options.at });
}

/** The history, if review is on; undefined where it is off. */
export async function openReviewIfOn(root: string, options: ReviewFolderOptions, context: Context): Promise<ReviewInForce | undefined> {
  return openReviewInForce(root, { today: options.today ?? context.today(), at: options.at });
}

/** The review as it stood at the end of a day. */
export async function reviewAsOf(opened: OpenReviewFolder, day: string, context: Context): Promise<Review> {
  const { commits } = opened.review.ledger;
  // Nobody knows what people will see; a committer further east may be a day ahead.
  if (day > context.today() && commits.every((commit) => commit.day < day)) throw new Failure('dayToCome', { day });
  const commit = commitOn(commits, day);
  if (commit === undefined) throw new Failure('nothingThen', { day });
  return (await openReviewAt(opened.root, { today: day, at: commit }, context)).review;
}

/** When each playbook was last approved or verified, by id, where review is on; undefined where it is off. Fails where it cannot be told. */
export async function reviewDays(
  root: string,
  options: ReviewFolderOptions,
  context: Context,
): Promise<ReadonlyMap<string, string> | undefined> {
  const reviewed = await openReviewIfOn(root, options, context);
  if (!reviewed) return undefined;
  const days = [...reviewed.opened.review.states.values()].flatMap(({ id, reviewedOn }) =>
    reviewedOn === undefined ? [] : [[id, reviewedOn] as const],
  );
  return new Map(days);
}

/** The same where other problems of the content can be found without the history: where it cannot be told, none if the config asks for review. */
export async function knownReviewDays(...where: Parameters<typeof reviewDays>): ReturnType<typeof reviewDays> {
  try {
    return await reviewDays(...where);
  } catch (error) {
    if (error instanceof HistoryError) return (await writtenMode(where[0])) === 'off' ? undefined : new Map();
    throw error;
  }
}
