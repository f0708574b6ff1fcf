import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type MessageRefusal, prepareMessage, readThreads } from '../../app/threads.js';
import type { ReviewState } from '../../core/model/review.js';
import { findLineStarts, positionAt } from '../../core/model/text.js';
import type { Anchor, AnchoredSpan, MessageKind, RecordedMessage, ReviewThread } from '../../core/model/thread.js';
import { gitBlob } from '../../core/parse/blob.js';
import { anchorAt, findAnchor, wholePage } from '../../core/review/threads/anchor.js';
import { isMessagePath, threadsFolder } from '../../core/review/threads/message-file.js';
import { nearest } from '../../core/schema/nearest.js';
import { decode } from '../../node/folder.js';
import { readThreadFiles } from '../../node/thread-files.js';
import { createFile } from '../../node/write-file.js';
import { commitReviewFile, identityOf } from '../commit-review-file.js';
import type { Context, ExitCode } from '../context.js';
import { didYouMean, Failure } from '../failure.js';
import { jsonOption } from '../options.js';
import { addExamples } from '../program.js';
import { type OpenReviewFolder, openReviewFolder } from '../review-folder.js';
import { printable } from '../terminal.js';
import type { Word } from '../words.js';

interface ListOptions {
  readonly root?: string;
  readonly all?: true;
  readonly json?: true;
}

interface SpeakOptions {
  readonly root?: string;
  readonly quote?: string;
  readonly commit: boolean;
}

const continuing: readonly { readonly name: string; readonly kind: MessageKind; readonly summary: Word }[] = [
  { name: 'reply', kind: 'comment', summary: 'commentsReplySummary' },
  { name: 'resolve', kind: 'resolved', summary: 'commentsResolveSummary' },
  { name: 'reopen', kind: 'reopened', summary: 'commentsReopenSummary' },
];

/** `review comments …`: the conversations about playbooks, for those who work without the editor. */
export function addReviewComments(review: Command, context: Context): void {
  const { say } = context;
  const comments = review.command('comments').description(say('commentsSummary')).helpCommand(false);
  comments
    .command('list')
    .description(say('commentsListSummary'))
    .argument('[id]', say('reviewId'))
    .option('--all', say('commentsAll'))
    .option('--root <dir>', say('rootOption'))
    .addOption(jsonOption(context))
    .action(async (id: string | undefined, options: ListOptions) => context.end(await list(id, options, context)));
  comments
    .command('add')
    .description(say('commentsAddSummary'))
    .argument('<id>', say('reviewId'))
    .argument('<text>', say('commentsText'))
    .option('--quote <words>', say('commentsQuote'))
    .option('--no-commit', say('noCommitOption'))
    .option('--root <dir>', say('rootOption'))
    .action(async (id: string, text: string, options: SpeakOptions) => context.end(await add(id, text, options, context)));
  for (const { name, kind, summary } of continuing) {
    comments
      .command(name)
      .description(say(summary))
      .argument('<id>', say('reviewId'))
      .argument('<thread>', say('commentsThread'))
      .argument(kind === 'comment' ? '<text>' : '[text]', say('commentsText'))
      .option('--no-commit', say('noCommitOption'))
      .option('--root <dir>', say('rootOption'))
      .action(async (id: string, thread: string, text: string | undefined, options: SpeakOptions) =>
        context.end(await speak(id, kind, text ?? '', { thread }, options, context)),
      );
  }
  addExamples(
    comments,
    context,
    'playbook review comments list',
    'playbook review comments add policy-refund "7 days, not 30?" --quote "30 days"',
    'playbook review comments resolve policy-refund 3f2a9c1b',
  );
}

/** A thread and where it belongs in the text of the folder. */
interface PlacedThread extends ReviewThread {
  readonly place?: AnchoredSpan;
  /** Counts from 1. */
  readonly line?: number;
}

async function list(named: string | undefined, options: ListOptions, context: Context): Promise<ExitCode> {
  const { say, terminal } = context;
  const opened = await openReviewFolder(options.root, {}, context);
  const ids = named === undefined ? discussed(opened) : [stateOf(opened, named).id];
  const found: { readonly id: string; readonly path: string; readonly threads: readonly PlacedThread[] }[] = [];
  for (const id of ids) {
    const state = stateOf(opened, id);
    const threads = (await threadsOf(opened, id)).filter((thread) => options.all || thread.state === 'open');
    const text = await writtenText(opened, state);
    if (threads.length > 0) found.push({ id, path: state.path, threads: threads.map((thread) => placed(thread, text)) });
  }
  if (options.json) {
    const playbooks = found.map(({ id, path, threads }) => ({ id, path, threads: threads.map(threadAsJson) }));
    terminal.write(`${JSON.stringify({ version: 1, root: opened.root, commit: opened.review.commit, playbooks }, undefined, 2)}\n`);
    return 0;
  }
  if (found.length === 0) terminal.write(`${say('commentsNone')}\n`);
  for (const { id, path, threads } of found) {
    terminal.write(`${terminal.colors.bold(printable(id))} ${terminal.colors.dim(printable(path))}\n`);
    for (const thread of threads) terminal.write(formatThread(thread, context));
  }
  return 0;
}

/** Ids of reviewed files with messages in the last commit, in order. */
function discussed({ review }: OpenReviewFolder): readonly string[] {
  const folders = new Set([...review.tree.keys()].filter(isMessagePath).map((path) => path.slice(0, path.lastIndexOf('/threads/'))));
  return [...review.states.keys()].filter((id) => folders.has(threadsFolder(id).slice(0, -'/threads'.length)));
}

function stateOf({ review }: OpenReviewFolder, id: string): ReviewState {
  const state = review.states.get(id);
  if (!state) throw new Failure('reviewUnknownId', { id }, ...didYouMean(nearest(id, review.present.keys())));
  return state;
}

async function threadsOf({ root, review }: OpenReviewFolder, id: string): Promise<readonly ReviewThread[]> {
  return readThreads(review, id, await readThreadFiles(root, id));
}

/** The text of a reviewed file as it is in the folder; undefined where it is gone. */
async function writtenText({ root }: OpenReviewFolder, { path }: ReviewState): Promise<string | undefined> {
  const content = await readFile(join(root, path)).catch(() => undefined);
  return content && decode(content).text;
}

function placed(thread: ReviewThread, text: string | undefined): PlacedThread {
  if (text === undefined || !thread.anchor || thread.anchor.quote === '') return thread;
  const place = findAnchor(text, thread.anchor);
  return { ...thread, place, line: positionAt(findLineStarts(text), place.start, text.length).line };
}

function formatThread({ id, state, anchor, place, line, messages }: PlacedThread, { say, terminal }: Context): string {
  const { colors } = terminal;
  const where = [
    ...(anchor && anchor.quote !== '' ? [say('commentsAbout', { quote: printable(anchor.quote) })] : [say('commentsWhole')]),
    ...(line === undefined ? [] : [say('commentsLine', { line })]),
    ...(place?.found === 'changed' ? [colors.yellow(say('commentsChanged'))] : []),
  ];
  const head = [id, say(`comments-${state}`), ...where].join('  ');
  return [`  ${head}`, ...messages.map((message) => `    ${formatMessage(message, { say, terminal })}`), ''].join('\n');
}

function formatMessage({ message, by, day, proof }: RecordedMessage, { say, terminal }: Pick<Context, 'say' | 'terminal'>): string {
  const { colors } = terminal;
  return [
    day ?? message.at.slice(0, 10),
    printable(`${by.name} <${by.email}>`),
    ...(message.kind === 'comment' ? [] : [say(`comments-did-${message.kind}`)]),
    ...(message.text === '' ? [] : [printable(message.text)]),
    ...(proof === 'proven' ? [] : [colors.yellow(say(`comments-${proof}`))]),
  ].join('  ');
}

function threadAsJson({ id, state, anchor, place, line, messages }: PlacedThread) {
  return {
    id,
    state,
    quote: anchor?.quote ?? '',
    line: line ?? null,
    anchor: place?.found ?? 'whole',
    messages: messages.map(({ message, file, proof, by, day }) => ({
      ...{ kind: message.kind, by, at: message.at, on: day ?? null, text: message.text, proof, file },
    })),
  };
}

async function add(id: string, text: string, options: SpeakOptions, context: Context): Promise<ExitCode> {
  const opened = await openReviewFolder(options.root, {}, context);
  const written = (await writtenText(opened, stateOf(opened, id))) ?? '';
  return speak(id, 'comment', text, { anchor: anchorFor(id, written, options.quote) }, options, context);
}

function anchorFor(id: string, text: string, quote: string | undefined): Anchor {
  if (quote === undefined) return wholePage(gitBlob(text));
  const start = quote.trim() === '' ? -1 : text.indexOf(quote.trim());
  if (start < 0) throw new Failure('commentsNoQuote', { id, quote });
  return anchorAt(text, { start, end: start + quote.trim().length }, gitBlob(text));
}

async function speak(
  id: string,
  kind: MessageKind,
  text: string,
  about: { readonly anchor: Anchor } | { readonly thread: string },
  options: SpeakOptions,
  context: Context,
): Promise<ExitCode> {
  const { say, terminal } = context;
  const opened = await openReviewFolder(options.root, {}, context);
  stateOf(opened, id);
  const by = await identityOf(opened.root);
  const threads = await threadsOf(opened, id);
  const prepared = prepareMessage(threads, { id, kind, by, at: new Date().toISOString(), text, ...about });
  if ('refusal' in prepared) throw refusal(prepared, id, threads);
  if (options.commit) {
    const commit = await commitReviewFile(opened, prepared.file, prepared.text, prepared.message);
    terminal.write(`${say('reviewCommitted', { commit: commit.slice(0, 10), file: prepared.file })}\n`);
  } else {
    await createFile(opened.root, prepared.file, prepared.text);
    terminal.write(`${say('done-written', { file: prepared.file })}\n`);
  }
  terminal.write(`${say('commentsThreadIs', { thread: prepared.thread })}\n`);
  return 0;
}

function refusal(refused: MessageRefusal, id: string, threads: readonly ReviewThread[]): Failure {
  if (refused.refusal === 'empty-text') return new Failure('commentsEmpty', { id });
  const ids = threads.map((thread) => thread.id);
  return new Failure('commentsNoThread', { id, thread: refused.thread }, ...didYouMean(nearest(refused.thread, ids)));
}
