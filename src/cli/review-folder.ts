import { HistoryError } from '../app/ports.js';
import { openReview, type Review } from '../app/review.js';
import { configFileName, readConfig } from '../core/config/config.js';
import type { ReviewMode } from '../core/model/review.js';
import { commitOn } from '../core/review/order.js';
import { configSubject } from '../core/review/subjects.js';
import { openFolder } from '../node/folder.js';
import { type GitHistory, isReviewed, openHistory } from '../node/git/history.js';
import { createLedgerCache } from '../node/git/ledger-cache.js';
import type { Context } from './context.js';
import { Failure } from './failure.js';
import { findKnowledgeBase } from './knowledge-base-folder.js';

export interface OpenReviewFolder {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  readonly history: GitHistory;
  readonly review: Review;
}

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
  const history = await openHistory(root);
  const cache = createLedgerCache(history.gitFolder, history.prefix);
  const today = options.today ?? context.today();
  const review = await openReview(history, { today, cache, ...(options.at !== undefined && { at: options.at }) });
  return { root, history, review };
}

/**
 * What the config in force says: the approved one. While none is approved, the stricter of the committed one and the one in
 * the folder, so that review cannot be switched off by a change that nobody approved.
 */
export async function modeInForce({ root, review }: OpenReviewFolder): Promise<ReviewMode> {
  const { mode } = review.policy.config.review;
  if (review.states.get(configSubject)?.published) return mode;
  const written = await writtenMode(root);
  return mode === 'required' || written === 'off' ? mode : written === 'required' || mode === 'off' ? written : mode;
}

/** What the config in the folder says, committed or not. */
export async function writtenMode(root: string): Promise<ReviewMode> {
  const source = await (await openFolder(root)).read(configFileName);
  return readConfig(source?.text).config.review.mode;
}

export interface ReviewInForce {
  readonly opened: OpenReviewFolder;
  readonly mode: ReviewMode;
}

/**
 * The history, if review is on; undefined where it is off. Where the config asks for review, a history that cannot be read is
 * a failure: without it nobody could say what was approved. Elsewhere it only matters if a decision was ever made.
 */
export async function openReviewIfOn(root: string, options: ReviewFolderOptions, context: Context): Promise<ReviewInForce | undefined> {
  if ((await writtenMode(root)) === 'off' && !(await hasDecisions(root))) return undefined;
  const opened = await openReviewAt(root, options, context);
  const mode = await modeInForce(opened);
  return mode === 'off' ? undefined : { opened, mode };
}

/** Whether anything was ever decided here, or the last commit’s config asks for review. A folder without git has no decisions. */
async function hasDecisions(root: string): Promise<boolean> {
  try {
    return await isReviewed(root);
  } catch (error) {
    // Nothing was ever decided in a folder that is in no repository; but where there is one, not knowing is no answer.
    if (error instanceof HistoryError && ['no-git', 'no-repository', 'no-commit', 'foreign-owner'].includes(error.problem)) return false;
    throw error;
  }
}

/** The review as it stood at the end of a day. */
export async function reviewAsOf(opened: OpenReviewFolder, day: string, context: Context): Promise<Review> {
  const commit = commitOn(opened.review.ledger.commits, day);
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

/** The same where other problems of the content can be found without the history: none where it cannot be told. */
export async function knownReviewDays(...where: Parameters<typeof reviewDays>): ReturnType<typeof reviewDays> {
  try {
    return await reviewDays(...where);
  } catch (error) {
    if (error instanceof HistoryError) return new Map();
    throw error;
  }
}
