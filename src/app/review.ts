import { readConfig } from '../core/config/config.js';
import type { Commit } from '../core/model/history.js';
import { isDecisionPath } from '../core/review/decision.js';
import { emptyLedger, enter, mustRead } from '../core/review/ledger.js';
import type { Ledger } from '../core/review/ledger-data.js';
import { effectOrder, firstParents } from '../core/review/order.js';
import { type ReviewedKnowledgeBase, reviewStates, textsNeeded } from '../core/review/states.js';
import { kindOfPath } from '../core/review/subjects.js';
import { type History, HistoryError, type LedgerCache } from './ports.js';

export interface ReviewOptions {
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  /** Look at the history as it was at this commit, instead of now. */
  readonly at?: string;
  readonly cache?: LedgerCache;
}

/** A knowledge base’s history with how everything in it stands. */
export interface Review extends ReviewedKnowledgeBase {
  readonly history: History;
  /** The commit it was looked at. */
  readonly commit: string;
  readonly ledger: Ledger;
  /** That commit’s files, path to blob. */
  readonly tree: ReadonlyMap<string, string>;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  /** Text of a blob; undefined when it is too large to be a playbook. */
  readonly readText: (blob: string) => Promise<string | undefined>;
  readonly readTexts: (blobs: Iterable<string>) => Promise<ReadonlyMap<string, string>>;
}

/** Reads a history and judges it. Fails with a `HistoryError` if the history is not all there. */
export async function openReview(history: History, options: ReviewOptions): Promise<Review> {
  const commit = options.at ?? history.head;
  const ledger = await bringUpToDate(history, commit, options.at === undefined ? options.cache : undefined);
  const tree = await history.tree(commit);
  const readTexts = async (blobs: Iterable<string>) => readTextsOf(history, blobs);
  const texts = new Map(await readTexts(ledger.policies.flatMap(({ config, owners }) => [config ?? [], owners ?? []].flat())));
  const stateOptions = { today: options.today, textOf: (blob: string) => texts.get(blob) };
  let reviewed = reviewStates(ledger, tree, stateOptions);
  const more = textsNeeded(reviewed).filter((blob) => !texts.has(blob));
  if (more.length > 0) {
    for (const [blob, text] of await readTexts(more)) texts.set(blob, text);
    reviewed = reviewStates(ledger, tree, stateOptions);
  }
  return {
    ...reviewed,
    history,
    commit,
    ledger,
    tree,
    today: options.today,
    readTexts,
    readText: async (blob) => (await readTexts([blob])).get(blob),
  };
}

/** The ledger up to a commit. What the cache knows is taken only where it lies on the branch itself; the rest is read. */
async function bringUpToDate(history: History, commit: string, cache: LedgerCache | undefined): Promise<Ledger> {
  const kept = await cache?.load();
  const known = kept?.prefix === history.prefix && kept.head !== '' ? kept : undefined;
  if (known?.head === commit) return known;
  if (known) {
    // A cached commit may be gone after a rebase; then everything is read anew.
    const commits = await history.commits(commit, known.head).catch((error: unknown) => {
      if (error instanceof HistoryError && error.problem !== 'no-git') return undefined;
      throw error;
    });
    const main = commits && firstParents(commit, commits);
    if (commits && main && commits.get(main.at(-1) ?? '')?.parents[0] === known.head) {
      return finish(history, known, commit, commits, main, cache);
    }
  }
  const commits = await history.commits(commit);
  return finish(history, emptyLedger(history.prefix), commit, commits, firstParents(commit, commits), cache);
}

async function finish(
  history: History,
  ledger: Ledger,
  head: string,
  commits: ReadonlyMap<string, Commit>,
  main: readonly string[],
  cache: LedgerCache | undefined,
): Promise<Ledger> {
  const before = new Set(ledger.commits.map(({ hash }) => hash));
  const order = effectOrder(head, commits, (hash) => before.has(hash));
  const texts = await readTextsOf(history, blobsToRead(order, ledger));
  const signed = await withSignatures(history, order, ledger, texts);
  const onMain = new Set(main);
  const full = enter(
    ledger,
    head,
    signed,
    (hash) => onMain.has(hash),
    (blob) => texts.get(blob),
  );
  await cache?.save(full);
  return full;
}

function* blobsToRead(order: readonly Commit[], ledger: Ledger): Generator<string> {
  for (const { config, owners } of [...ledger.policies, ledger.latest]) {
    if (config !== undefined) yield config;
    if (owners !== undefined) yield owners;
  }
  for (const { changes } of order) {
    for (const { path, before, after } of changes) {
      if (!mustRead(path)) continue;
      const blobs = [...before, ...(after === undefined ? [] : [after])];
      // A playbook’s facts are kept from when it was first read.
      yield* kindOfPath(path) === 'playbook' ? blobs.filter((blob) => !ledger.facts.has(blob)) : blobs;
    }
  }
}

/** Signatures are verified only where a config asks for them: each costs a process. */
async function withSignatures(
  history: History,
  order: readonly Commit[],
  ledger: Ledger,
  texts: ReadonlyMap<string, string>,
): Promise<readonly Commit[]> {
  const configs = new Set(ledger.policies.flatMap(({ config }) => config ?? []));
  for (const { changes } of order)
    for (const { path, after } of changes) if (kindOfPath(path) === 'config' && after !== undefined) configs.add(after);
  const isAsked = [...configs].some((blob) => readConfig(texts.get(blob) ?? '').config.review.requireSignature);
  if (!isAsked) return order;
  const deciding = order.filter(({ changes }) => changes.some(({ path, after }) => after !== undefined && isDecisionPath(path)));
  const signatures = await history.signatures(deciding.map(({ hash }) => hash));
  return order.map((commit) => {
    const signature = signatures.get(commit.hash);
    return signature ? { ...commit, signature } : commit;
  });
}

/** What is too large for a playbook counts as unread. */
async function readTextsOf(history: History, blobs: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const [blob, { text, tooLarge }] of await history.readTexts(blobs)) if (tooLarge === undefined) texts.set(blob, text);
  return texts;
}
