import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { prepareDecision, type Refusal, type RefusalReason, unknownPeople } from '../../app/decide.js';
import { refusalValues } from '../../app/describe-review.js';
import { openSession } from '../../app/session.js';
import { type DecisionKind, type ReviewState, removedBlob } from '../../core/model/review.js';
import { changedAssets } from '../../core/review/assets.js';
import { decode, openFolder } from '../../node/folder.js';
import { diffBlobs } from '../../node/git/text-diff.js';
import { createFile } from '../../node/write-file.js';
import { commitReviewFile, identityOf } from '../commit-review-file.js';
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
  const prepared = await prepareDecision(
    review,
    { id, kind, by: await identityOf(root), at: new Date().toISOString(), note: options.note, reviewers: options.reviewer ?? [] },
    (path) => readWritten(root, path),
  );
  if ('refusal' in prepared) throw failureOf(prepared, context);
  const { decision, state, file: path, text } = prepared;
  const { reviewers } = decision;
  terminal.write(await shownWording(opened, state, context));
  if (!options.commit) {
    await createFile(root, path, text);
    terminal.write(`${say('done-written', { file: path })}\n`);
    noteUnknownPeople(opened, reviewers, context);
    return 0;
  }
  const commit = await commitReviewFile(opened, path, text, prepared.message);
  terminal.write(`${say('reviewCommitted', { commit: commit.slice(0, 10), file: path })}\n`);
  const after = (await openReviewAt(root, {}, context)).review.states.get(id);
  if (after && history.head !== commit) terminal.write(`${outcome(after, kind, context)}\n`);
  noteUnknownPeople(opened, reviewers, context);
  return 0;
}

async function readWritten(root: string, path: string): Promise<string | undefined> {
  const content = await readFile(join(root, path)).catch(() => undefined);
  return content && decode(content).text;
}

const refusalWords: Readonly<Record<RefusalReason, Word>> = {
  'unknown-playbook': 'reviewUnknownId',
  'empty-note': 'reviewEmptyNote',
  uncommitted: 'reviewUncommitted',
  'already-approved': 'reviewAlready',
  'not-published': 'reviewNotPublished',
  'own-change': 'reviewOwnChange',
  'not-entitled': 'reviewNotEntitled',
  'broken-config': 'reviewConfigBroken',
  'no-email': 'reviewNoEmail',
  'asks-author': 'refusal-asks-author',
};

function failureOf(refused: Refusal, { say }: Context): Failure {
  return new Failure(refusalWords[refused.refusal], refusalValues(refused, say), ...didYouMean(refused.near));
}

function noteUnknownPeople({ review }: OpenReviewFolder, people: readonly string[], { say, terminal }: Context): void {
  for (const { person, near } of unknownPeople(review, people)) {
    const meant = didYouMean(near).map(({ word, values }) => say(word, values));
    terminal.note(`${[say('unknownPerson', { person: printable(person) }), ...meant].join('\n')}\n`);
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
  const isSame = published?.blob === blob;
  const lines = isNew || isSame ? ((await review.readText(blob)) ?? '').trimEnd().split('\n') : await diffBlobs(root, published.blob, blob);
  const file = review.present.get(state.id)?.find((candidate) => candidate.path === state.path);
  const present = file ? review.wordingAt(file).assets : {};
  const assets = Object.keys(present);
  const changed = isNew ? [] : changedAssets(published.assets, present);
  const reached = await embeddingPages(opened, state, context);
  return [
    terminal.colors.bold(say(isNew ? 'reviewShownNew' : isSame ? 'reviewShownSame' : 'reviewShownChange', values)),
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
