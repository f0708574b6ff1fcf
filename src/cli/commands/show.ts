import type { Command } from 'commander';
import type { Review } from '../../app/review.js';
import { type Revision, removedBlob } from '../../core/model/review.js';
import { nearest } from '../../core/schema/nearest.js';
import { isReachable, resolveCommit } from '../../node/git/resolve-commit.js';
import type { Context, ExitCode } from '../context.js';
import { didYouMean, Failure } from '../failure.js';
import { jsonOption, parseDay } from '../options.js';
import { addExamples } from '../program.js';
import { decisionAsJson, revisionAsJson } from '../report/review/review-json.js';
import { type OpenReviewFolder, openReviewAt, openReviewFolder, reviewAsOf } from '../review-folder.js';
import { printable } from '../terminal.js';

interface ShowOptions {
  readonly root?: string;
  readonly json?: true;
}

export function addShow(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('show')
    .description(say('showSummary'))
    .argument('<id[@when]>', say('showArgument'))
    .option('--root <dir>', say('rootOption'))
    .addOption(jsonOption(context))
    .action(async (written: string, options: ShowOptions) => context.end(await show(written, options, context)));
  addExamples(
    command,
    context,
    'playbook show script-refund-request',
    'playbook show script-refund-request@2026-03-01',
    'playbook show script-refund-request@2',
  );
}

async function show(written: string, options: ShowOptions, context: Context): Promise<ExitCode> {
  const { say, terminal } = context;
  const opened = await openReviewFolder(options.root, {}, context);
  const at = written.lastIndexOf('@');
  const [id, when] = at > 0 ? [written.slice(0, at), written.slice(at + 1)] : [written, undefined];
  if (!opened.review.judgements.has(id)) {
    throw new Failure('reviewUnknownId', { id }, ...didYouMean(nearest(id, opened.review.judgements.keys())));
  }
  const revision = await findRevision(opened, id, when, context);
  if (!revision || revision.blob === removedBlob) throw new Failure('showNothing', { id });
  const text = (await opened.review.readText(revision.blob)) ?? '';
  if (options.json) {
    const approvals = revision.approvals.map(decisionAsJson);
    terminal.write(`${JSON.stringify({ version: 1, id, ...revisionAsJson(revision), approvals, text }, undefined, 2)}\n`);
    return 0;
  }
  const people = revision.approvals.map(({ decision, author }) => printable(`${author.name} <${decision.by}>`));
  const values = { id: printable(id), number: revision.number, day: revision.day, blob: revision.blob.slice(0, 8) };
  terminal.note(`${say('showHead', { ...values, people: people.join(say('listSeparator')) })}\n`);
  terminal.write(text.split('\n').map(printable).join('\n'));
  return 0;
}

/** What agents saw: now, at the end of a day, as a revision, or when a commit was the last one. */
async function findRevision(
  opened: OpenReviewFolder,
  id: string,
  when: string | undefined,
  context: Context,
): Promise<Revision | undefined> {
  const published = (review: Review) => review.states.get(id)?.published;
  if (when === undefined) return published(opened.review);
  if (/^\d{1,6}$/.test(when)) {
    const found = opened.review.judgements.get(id)?.revisions.find(({ number }) => number === Number(when));
    if (!found) throw new Failure('showNoRevision', { id, number: when });
    return found;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(when)) return published(await reviewAsOf(opened, parseDay('@')(when), context));
  const commit = await resolveCommit(opened.root, when);
  if (commit === undefined || !(await isReachable(opened.root, commit, opened.review.commit)))
    throw new Failure('unknownCommit', { name: when });
  return published((await openReviewAt(opened.root, { at: commit }, context)).review);
}
