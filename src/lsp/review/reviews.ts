import { HistoryError, type HistoryProblem } from '../../app/ports.js';
import type { ReviewState } from '../../core/model/review.js';
import { openHistory } from '../../node/git/history.js';
import { watchGit } from '../../node/git/watch-git.js';
import type { FolderWatch } from '../../node/watch-folder.js';
import type { OpenFolder } from '../open-folder.js';
import type { CallName, CallPlace, ReviewCalls, ReviewHead } from './calls.js';
import { ReviewThread } from './review-thread.js';

/** What is known of a knowledge base’s review. */
export type FolderReview =
  | { readonly availability: 'loading' }
  | { readonly availability: 'unavailable'; readonly problem: HistoryProblem; readonly detail: string }
  | { readonly availability: 'ready'; readonly head: ReviewHead; readonly states: ReadonlyMap<string, ReviewState> };

interface Kept {
  review: FolderReview;
  /** When the history was looked at last, milliseconds. */
  lookedAt: number;
  running: Promise<void> | undefined;
  again: boolean;
  watch?: Promise<FolderWatch | undefined>;
}

export interface ReviewsHost {
  /** States, or whether there are any, differ from what was told before. */
  readonly changed: (folder: OpenFolder) => void;
  readonly warn: (message: string) => void;
}

/** What the folder’s own git may put right by itself: a first commit, the rest of a clone. */
const passing: ReadonlySet<HistoryProblem> = new Set(['no-commit', 'shallow', 'partial']);

/** A folder without a readable history is looked at again when somebody asks, but not more often than this, in milliseconds. */
const patience = 3000;

/**
 * How everything stands in every open knowledge base. Histories are read when somebody asks for the first time, in a thread of
 * their own, and again when git’s files change; whoever asks gets what is known.
 */
export class Reviews {
  readonly #host: ReviewsHost;
  readonly #thread = new ReviewThread();
  readonly #kept = new Map<OpenFolder, Kept>();

  constructor(host: ReviewsHost) {
    this.#host = host;
  }

  /** What is known now. The first question starts the reading. */
  of(folder: OpenFolder): FolderReview {
    const kept = this.#keptOf(folder);
    const { review, lookedAt, running } = kept;
    const isStale =
      review.availability === 'ready' ? !review.head.key.endsWith(folder.session.settings.today) : Date.now() - lookedAt > patience;
    if (isStale && !running) void this.refresh(folder);
    return kept.review;
  }

  /** The same as soon as nothing is being read. */
  async settled(folder: OpenFolder): Promise<FolderReview> {
    this.of(folder);
    const kept = this.#keptOf(folder);
    while (kept.running) await kept.running;
    return kept.review;
  }

  /** Looks at the history again. Several wishes that come while it is being read are one. */
  refresh(folder: OpenFolder): Promise<void> {
    const kept = this.#keptOf(folder);
    if (kept.running) {
      kept.again = true;
      return kept.running;
    }
    const run = async (): Promise<void> => {
      try {
        do {
          kept.again = false;
          await this.#look(folder, kept);
        } while (kept.again);
      } finally {
        kept.running = undefined;
      }
    };
    kept.running = run();
    return kept.running;
  }

  /** Git’s own files came or went: where there was no history to read, there may be one now. */
  lookAgain(folder: OpenFolder): void {
    if (this.#kept.get(folder)?.review.availability === 'unavailable') void this.refresh(folder);
  }

  /** Asks the thread about a knowledge base. Fails with a `HistoryError` where its history cannot be read. */
  call<Name extends CallName>(folder: OpenFolder, name: Name, given: ReviewCalls[Name]['given']): Promise<ReviewCalls[Name]['answer']> {
    return this.#thread.call(name, placeOf(folder), given);
  }

  /** Something about reviews changed that is not committed. */
  tell(folder: OpenFolder): void {
    this.#host.changed(folder);
  }

  forget(folder: OpenFolder): void {
    const kept = this.#kept.get(folder);
    this.#kept.delete(folder);
    void kept?.watch?.then((watch) => watch?.close());
  }

  #keptOf(folder: OpenFolder): Kept {
    const kept: Kept = this.#kept.get(folder) ?? { review: { availability: 'loading' }, lookedAt: 0, running: undefined, again: false };
    this.#kept.set(folder, kept);
    return kept;
  }

  async #look(folder: OpenFolder, kept: Kept): Promise<void> {
    const before = kept.review;
    kept.lookedAt = Date.now();
    kept.review = await this.#read(folder, before);
    if (this.#kept.get(folder) !== kept) return;
    const { review } = kept;
    if (review.availability === 'ready' || (review.availability === 'unavailable' && passing.has(review.problem)))
      this.#watch(folder, kept);
    const isSame = before.availability === 'ready' && kept.review.availability === 'ready' && isSameHead(before.head, kept.review.head);
    const isSameProblem =
      before.availability === 'unavailable' && kept.review.availability === 'unavailable' && before.problem === kept.review.problem;
    if (!isSame && !isSameProblem) this.#host.changed(folder);
  }

  async #read(folder: OpenFolder, before: FolderReview): Promise<FolderReview> {
    const known = before.availability === 'ready' ? before : undefined;
    try {
      // Most folders without a history cost no thread.
      if (!known) await openHistory(folder.root);
      const states = new Map<string, ReviewState>();
      const head = await this.#thread.call('refresh', placeOf(folder), known ? { known: known.head.key } : {}, (piece) => {
        for (const state of piece) states.set(state.id, state);
      });
      return { availability: 'ready', head, states: known && head.key === known.head.key ? known.states : states };
    } catch (error) {
      if (error instanceof HistoryError) return { availability: 'unavailable', problem: error.problem, detail: error.detail };
      const detail = error instanceof Error ? error.message : String(error);
      this.#host.warn(`review of ${folder.root}: ${detail}`);
      return { availability: 'unavailable', problem: 'failed', detail: detail.split('\n')[0] ?? '' };
    }
  }

  #watch(folder: OpenFolder, kept: Kept): void {
    const warn = (error: unknown) => this.#host.warn(`watch of git: ${String(error)}`);
    kept.watch ??= watchGit(folder.root, () => void this.refresh(folder), warn).catch((error: unknown) => {
      warn(error);
      return undefined;
    });
  }
}

function placeOf(folder: OpenFolder): CallPlace {
  return { root: folder.root, today: folder.session.settings.today };
}

function isSameHead(before: ReviewHead, now: ReviewHead): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

/** Day of each playbook’s last approval or verification, by id; undefined where review is off or not known. */
export function reviewDays(review: FolderReview): ReadonlyMap<string, string> | undefined {
  if (review.availability !== 'ready' || review.head.mode === 'off') return undefined;
  return new Map([...review.states.values()].flatMap(({ id, reviewedOn }) => (reviewedOn === undefined ? [] : [[id, reviewedOn]])));
}
