import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HistoryError, type LedgerCache } from '../app/ports.js';
import { openReview, type Review } from '../app/review.js';
import { configFileName, readConfig } from '../core/config/config.js';
import type { ReviewMode } from '../core/model/review.js';
import { reviewFolder } from '../core/review/decision.js';
import { configSubject } from '../core/review/subjects.js';
import { openFolder } from './folder.js';
import { type GitHistory, isReviewed, openHistory } from './git/history.js';
import { createLedgerCache } from './git/ledger-cache.js';

/** A knowledge base in git with how everything in it stands. */
export interface ReviewedFolder {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  readonly history: GitHistory;
  readonly review: Review;
}

export interface ReviewedFolderOptions {
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  /** The commit to look at, instead of the last one. */
  readonly at?: string | undefined;
  /** Stands before the cache in git’s own folder. */
  readonly cacheBefore?: (kept: LedgerCache) => LedgerCache;
}

/** Opens the history of the knowledge base in a folder. Fails with a `HistoryError` where there is none, or not all of it. */
export async function openReviewedFolder(root: string, { today, at, cacheBefore }: ReviewedFolderOptions): Promise<ReviewedFolder> {
  const history = await openHistory(root);
  const kept = createLedgerCache(history.gitFolder, history.prefix);
  const cache = cacheBefore?.(kept) ?? kept;
  const review = await openReview(history, { today, cache, ...(at !== undefined && { at }) });
  return { root, history, review };
}

/**
 * What the config in force says: the approved one. While none is approved, the stricter of the committed one and the one in
 * the folder, so that review cannot be switched off by a change that nobody approved.
 */
export async function modeInForce({ root, review }: ReviewedFolder): Promise<ReviewMode> {
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
  readonly opened: ReviewedFolder;
  readonly mode: ReviewMode;
}

/**
 * The history, if review is on; undefined where it is off. Where the config asks for review, a history that cannot be read is
 * a failure: without it nobody could say what was approved. Elsewhere it only matters if a decision was ever made.
 */
export async function openReviewInForce(root: string, options: ReviewedFolderOptions): Promise<ReviewInForce | undefined> {
  if ((await writtenMode(root)) === 'off' && !(await hasDecisions(root))) return undefined;
  const opened = await openReviewedFolder(root, options);
  const mode = await modeInForce(opened);
  return mode === 'off' ? undefined : { opened, mode };
}

/**
 * Whether anything was ever decided here, or the last commit’s config asks for review. Nothing was in a folder that is in no
 * repository; but where there is one, not knowing is no answer: a change that nobody approved may have switched review off.
 */
async function hasDecisions(root: string): Promise<boolean> {
  try {
    return await isReviewed(root);
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    if (error.problem === 'no-repository' || error.problem === 'no-commit') return false;
    // Without git, only what lies in the folder can tell.
    if (error.problem === 'no-git' && !existsSync(join(root, reviewFolder))) return false;
    throw error;
  }
}
