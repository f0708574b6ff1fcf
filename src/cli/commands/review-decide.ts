import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { openSession } from '../../app/session.js';
import { readConfig } from '../../core/config/config.js';
import { type Decision, type DecisionKind, type ReviewState, removedBlob } from '../../core/model/review.js';
import { changedAssets } from '../../core/review/assets.js';
import { decisionPath, formatDecision } from '../../core/review/decision.js';
import type { Wording } from '../../core/review/judge.js';
import { isEntitled, type Requirement } from '../../core/review/policy.js';
import { configSubject } from '../../core/review/subjects.js';
import { nearest } from '../../core/schema/nearest.js';
import { decode, openFolder } from '../../node/folder.js';
import { BranchMovedError, commitNewFile, type Identity, NoIdentityError, whoCommits } from '../../node/git/commit-file.js';
import { diffBlobs } from '../../node/git/text-diff.js';
import { createFile } from '../../node/write-file.js';
import type { Context, ExitCode } from '../context.js';
import { didYouMean, Failure } from '../failure.js';
import { repeatableOption } from '../options.js';
import { addExamples } from '../program.js';
import { describeState } from '../report/review/describe.js';
import { type OpenReviewFolder, openReviewAt, openReviewFolder } from '../review-folder.js';
import { printable } from '../terminal.js';
import type { Word } from '../words.js';

interface DecideOptions {
  readonly root?: string;
  readonly note?: string;
  readonly commit: boolean;
  readonly reviewer?: readonly string[];
}

interface DecideCommand {
  readonly name: string;
  readonly kind: DecisionKind;
  readonly summary: Word;
  readonly examples: readonly string[];
}

const commands: readonly DecideCommand[] = [
  {
    name: 'request',
    kind: 'requested',
    summary: 'requestSummary',
    examples: ['playbook review request script-refund-request --reviewer carol@example.com'],
  },
  {
    name: 'approve',
    kind: 'approved',
    summary: 'approveSummary',
    examples: ['playbook review approve script-refund-request', 'playbook review approve policy-refund --note "法务已核对期限"'],
  },
  {
    name: 'changes',
    kind: 'changes-requested',
    summary: 'changesSummary',
    examples: ['playbook review changes script-refund-request --note "期限应为 7 天"'],
  },
  { name: 'verify', kind: 'verified', summary: 'verifySummary', examples: ['playbook review verify script-refund-request'] },
];

/** `review request`, `approve`, `changes` and `verify`: each writes one decision about the committed wording. */
export function addReviewDecisions(review: Command, context: Context): void {
  const { say } = context;
  for (const { name, kind, summary, examples } of commands) {
    const command = review.command(name).description(say(summary)).argument('<id>', say('reviewId'));
    const note = new Option('--note <text>', say('noteOption'));
    command.addOption(kind === 'changes-requested' ? note.makeOptionMandatory() : note);
    if (kind === 'requested') command.addOption(repeatableOption('--reviewer <email>', say('reviewerOption')));
    command
      .option('--no-commit', say('noCommitOption'))
      .option('--root <dir>', say('rootOption'))
      .action(async (id: string, options: DecideOptions) => context.end(await decide(id, kind, options, context)));
    addExamples(command, context, ...examples);
  }
}

async function decide(id: string, kind: DecisionKind, options: DecideOptions, context: Context): Promise<ExitCode> {
  const { say, terminal } = context;
  const opened = await openReviewFolder(options.root, {}, context);
  const { root, history, review } = opened;
  const state = review.states.get(id);
  if (!state || (state.blob === undefined && !state.published)) {
    throw new Failure('reviewUnknownId', { id }, ...didYouMean(nearest(id, review.present.keys())));
  }
  const who = await identityOf(root);
  const file = review.present.get(id)?.find((candidate) => candidate.path === state.path && candidate.blob === state.blob);
  const wording: Wording = file ? review.wordingAt(file) : { blob: removedBlob, assets: {} };
  if (kind === 'changes-requested' && options.note?.trim() === '') throw new Failure('reviewEmptyNote', { id });
  if (file) await refuseUncommitted(opened, file.path, file.blob);
  await refuseUseless(opened, state, kind, wording, who);
  const reviewers = (options.reviewer ?? []).map((reviewer) => reviewer.trim().toLowerCase());
  for (const reviewer of reviewers) refuseReviewer(opened, state, wording, reviewer);
  terminal.write(await shownWording(opened, state, context));
  const decision: Decision = {
    id,
    kind,
    blob: wording.blob,
    assets: wording.assets,
    by: who.email,
    name: who.name,
    at: new Date().toISOString(),
    ...(options.note !== undefined && { note: options.note }),
    reviewers,
  };
  const text = formatDecision(decision);
  const path = decisionPath(decision, text);
  if (!options.commit) {
    await createFile(root, path, text);
    terminal.write(`${say('reviewWritten', { file: path })}\n`);
    noteUnknownPeople(opened, reviewers, context);
    return 0;
  }
  const commit = await commitDecision(opened, path, text, subjectLine(decision));
  terminal.write(`${say('reviewCommitted', { commit: commit.slice(0, 10), file: path })}\n`);
  const after = (await openReviewAt(root, {}, context)).review.states.get(id);
  if (after && history.head !== commit) terminal.write(`${outcome(after, kind, context)}\n`);
  noteUnknownPeople(opened, reviewers, context);
  return 0;
}

/** Commit messages are for everybody who reads the history, so they are in English. */
function subjectLine({ id, kind, blob }: Decision): string {
  const verbs: Readonly<Record<DecisionKind, string>> = {
    requested: 'Ask for review of',
    approved: 'Approve',
    'changes-requested': 'Ask for changes to',
    verified: 'Verify',
  };
  return `${verbs[kind]} ${id}${blob === removedBlob ? ' (removal)' : ` at ${blob.slice(0, 8)}`}\n`;
}

async function identityOf(root: string): Promise<Identity> {
  try {
    return await whoCommits(root);
  } catch (error) {
    if (error instanceof NoIdentityError) throw new Failure('reviewNoIdentity');
    throw error;
  }
}

async function commitDecision({ history, root }: OpenReviewFolder, path: string, text: string, message: string): Promise<string> {
  try {
    return await commitNewFile(history, root, path, text, message);
  } catch (error) {
    if (error instanceof BranchMovedError) throw new Failure('reviewMoved');
    throw error;
  }
}

/** What is decided about is what git has; a file that differs from it, but for line endings, would mislead whoever reads it. */
async function refuseUncommitted({ root, review }: OpenReviewFolder, path: string, blob: string): Promise<void> {
  const content = await readFile(join(root, path)).catch(() => undefined);
  const committed = await review.readText(blob);
  const written = content && decode(content);
  const unify = (text: string) => text.replaceAll('\r\n', '\n');
  if (written === undefined || committed === undefined || unify(written.text) !== unify(committed)) {
    throw new Failure('reviewUncommitted', { path });
  }
}

/** A decision that could not count is refused with its reason, instead of being written in vain. */
async function refuseUseless(
  { review }: OpenReviewFolder,
  state: ReviewState,
  kind: DecisionKind,
  wording: Wording,
  who: Identity,
): Promise<void> {
  if (kind === 'requested') return;
  const { id, published } = state;
  const standing = review.judgements.get(id)?.standing(wording, state.path, review.policy);
  const isPublished = published?.blob === wording.blob && !state.assetsChanged;
  if (kind === 'approved' && isPublished && state.missing.length === 0 && state.changesRequested.length === 0) {
    throw new Failure('reviewAlready', { id, number: published.number });
  }
  if (kind === 'verified' && !isPublished) throw new Failure('reviewNotPublished', { id });
  if (kind === 'approved' && standing?.authors.has(who.email)) throw new Failure('reviewOwnChange', { id, by: who.email });
  refuseUnentitled(id, standing?.requirements ?? [], who.email);
  if (kind === 'approved' && id === configSubject && wording.blob !== removedBlob) {
    const { file } = readConfig(await review.readText(wording.blob));
    if ((file?.problems.length ?? 0) > 0) throw new Failure('reviewConfigBroken', { path: state.path });
  }
}

/** Somebody who could not approve would be asked in vain. */
function refuseReviewer({ review }: OpenReviewFolder, { id, path }: ReviewState, wording: Wording, reviewer: string): void {
  if (!/^[^\s@]+@[^\s@]+$/.test(reviewer)) throw new Failure('reviewNoEmail', { person: reviewer });
  const standing = review.judgements.get(id)?.standing(wording, path, review.policy);
  if (standing?.authors.has(reviewer)) throw new Failure('reviewAsksAuthor', { person: reviewer });
  refuseUnentitled(id, standing?.requirements ?? [], reviewer);
}

function refuseUnentitled(id: string, requirements: readonly Requirement[], person: string): void {
  if (requirements.length === 0 || requirements.some((requirement) => isEntitled(requirement, person))) return;
  const people = [...new Set(requirements.flatMap(({ groups }) => groups.flatMap((group) => group.people)))];
  throw new Failure('reviewNotEntitled', { id, by: person, people: people.join(', ') }, ...didYouMean(nearest(person, people)));
}

/** A new colleague has no commit yet; a misspelled address never will. */
function noteUnknownPeople({ review }: OpenReviewFolder, people: readonly string[], { say, terminal }: Context): void {
  const { groups } = review.policy.config.review;
  const known = new Set([...review.ledger.commits.map(({ author }) => author.email), ...[...groups.values()].flat()]);
  for (const person of people.filter((candidate) => !known.has(candidate))) {
    const meant = didYouMean(nearest(person, known)).map(({ word, values }) => say(word, values));
    terminal.note(`${[say('reviewUnknownPerson', { person: printable(person) }), ...meant].join('\n')}\n`);
  }
}

const mostLines = 200;

/** What is being decided about: what changed since the last approval, or all of it, and what else it reaches. */
async function shownWording(opened: OpenReviewFolder, state: ReviewState, context: Context): Promise<string> {
  const { review, root } = opened;
  const { say, terminal } = context;
  const { published, blob } = state;
  const values = { id: printable(state.id), number: published?.number ?? 0 };
  if (blob === undefined) return `${terminal.colors.bold(say('reviewShownRemoval', values))}\n`;
  const isNew = !published || published.blob === removedBlob;
  const lines = isNew ? ((await review.readText(blob)) ?? '').split('\n') : await diffBlobs(root, published.blob, blob);
  const file = review.present.get(state.id)?.find((candidate) => candidate.path === state.path);
  const present = file ? review.wordingAt(file).assets : {};
  const assets = Object.keys(present);
  const changed = isNew ? [] : changedAssets(published.assets, present);
  const reached = await embeddingPages(opened, state, context);
  return [
    terminal.colors.bold(say(isNew ? 'reviewShownNew' : 'reviewShownChange', values)),
    terminal.colors.dim(printable(state.path)),
    ...lines.slice(0, mostLines).map((line) => `  ${printable(line)}`),
    ...(lines.length > mostLines ? [`  ${say('reviewShortened', { lines: lines.length - mostLines })}`] : []),
    ...(assets.length > 0 ? [say('reviewShownAssets', { files: assets.map(printable).join(say('listSeparator')) })] : []),
    ...(changed.length > 0 ? [say('reviewOtherAssets', { files: changed.map(printable).join(say('listSeparator')) })] : []),
    ...(reached.length > 0
      ? [say('reviewReaches', { pages: reached.map(printable).join(say('listSeparator')) }), say('reviewReachesHow', values)]
      : []),
    '',
  ].join('\n');
}

/** Ids of the pages that embed a snippet, directly or through others. */
async function embeddingPages({ root }: OpenReviewFolder, { path }: ReviewState, context: Context): Promise<readonly string[]> {
  if (!/\.(?:md|markdown)$/i.test(path)) return [];
  const { knowledgeBase } = await openSession(await openFolder(root), { locale: context.locale, today: context.today() });
  const found = new Set<string>();
  const queue = [path];
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    const playbook = knowledgeBase.playbooks.get(here);
    for (const page of playbook ? knowledgeBase.embeddedIn(playbook) : []) {
      const id = knowledgeBase.playbooks.get(page)?.id ?? page;
      if (found.has(id)) continue;
      found.add(id);
      queue.push(page);
    }
  }
  return [...found].sort();
}

function outcome(state: ReviewState, kind: DecisionKind, context: Context): string {
  const { say } = context;
  const { id, published } = state;
  if (kind === 'verified' && state.state === 'approved' && published) {
    return say('reviewVerified', { id: printable(id), number: published.number });
  }
  if (state.state === 'approved' && published) return say('reviewNowPublished', { id: printable(id), number: published.number });
  const missing = describeState(state, context).join(say('clauseSeparator'));
  return say('reviewStill', { id: printable(id), state: say(`state.${state.state}`), missing });
}
