import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { LedgerCache } from '../../app/ports.js';
import type { Person } from '../../core/model/history.js';
import type { Ledger } from '../../core/review/ledger-data.js';
import { configSubject } from '../../core/review/subjects.js';
import { NoIdentityError, whoCommits } from '../../node/git/commit-file.js';
import { openHistory } from '../../node/git/history.js';
import { modeInForce, openReviewedFolder, type ReviewedFolder } from '../../node/reviewed-folder.js';
import type { CallPlace, ReviewHead } from './calls.js';

/** Keeps each knowledge base’s history as it was read last, so that only commits that came since are read. */
export class ReviewDesk {
  readonly #opened = new Map<string, { readonly folder: ReviewedFolder; readonly today: string }>();
  readonly #ledgers = new Map<string, Ledger>();

  /** The history as it is now. Fails with a `HistoryError` where there is none, or not all of it. */
  async open({ root, today }: CallPlace): Promise<ReviewedFolder> {
    const known = this.#opened.get(root);
    if (known && known.today === today) {
      const history = await openHistory(root);
      if (history.head === known.folder.review.commit && history.prefix === known.folder.history.prefix) return known.folder;
    }
    const folder = await openReviewedFolder(root, { today, cacheBefore: (kept) => this.#inMemory(root, kept) });
    this.#opened.set(root, { folder, today });
    return folder;
  }

  async head(folder: ReviewedFolder, { today }: CallPlace): Promise<ReviewHead> {
    const { root, review, history } = folder;
    const me = await whoIsHere(root);
    const config = review.states.get(configSubject);
    return {
      key: `${review.commit} ${today}`,
      commit: review.commit,
      mode: await modeInForce(folder),
      ...(me && { me }),
      names: namesIn(review.ledger),
      canWrite: (await isWritable(root)) && (await isWritable(history.gitFolder)),
      isConfigApproved: config === undefined || config.published !== undefined,
    };
  }

  #inMemory(root: string, kept: LedgerCache): LedgerCache {
    return {
      load: async () => this.#ledgers.get(root) ?? (await kept.load()),
      save: async (ledger) => {
        this.#ledgers.set(root, ledger);
        await kept.save(ledger);
      },
    };
  }
}

function namesIn({ commits }: Ledger): Readonly<Record<string, string>> {
  return Object.fromEntries(commits.flatMap(({ author: { name, email } }) => (name === '' ? [] : [[email, name]])));
}

async function whoIsHere(root: string): Promise<Person | undefined> {
  try {
    return await whoCommits(root);
  } catch (error) {
    if (error instanceof NoIdentityError) return undefined;
    throw error;
  }
}

export function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
