import type { Command } from 'commander';
import { revisionSizes } from '../../app/revision-sizes.js';
import type { Comparison } from '../../core/model/comparison.js';
import { removedBlob } from '../../core/model/review.js';
import { classLabels, sizeLabels } from '../../core/review/compare/labels.js';
import { nearest } from '../../core/schema/nearest.js';
import type { Context, ExitCode } from '../context.js';
import { didYouMean, Failure } from '../failure.js';
import { jsonOption } from '../options.js';
import { addExamples } from '../program.js';
import { describeProblem } from '../report/review/describe.js';
import { decisionAsJson, revisionAsJson } from '../report/review/review-json.js';
import { openReviewFolder } from '../review-folder.js';
import { printable } from '../terminal.js';

interface HistoryOptions {
  readonly root?: string;
  readonly json?: true;
}

export function addReviewHistory(review: Command, context: Context): void {
  const { say } = context;
  const command = review
    .command('history')
    .description(say('reviewHistorySummary'))
    .argument('<id>', say('reviewId'))
    .option('--root <dir>', say('rootOption'))
    .addOption(jsonOption(context))
    .action(async (id: string, options: HistoryOptions) => context.end(await showHistory(id, options, context)));
  addExamples(command, context, 'playbook review history script-refund-request');
}

async function showHistory(id: string, options: HistoryOptions, context: Context): Promise<ExitCode> {
  const { say, terminal } = context;
  const { review } = await openReviewFolder(options.root, {}, context);
  const judgement = review.judgements.get(id);
  if (!judgement) throw new Failure('reviewUnknownId', { id }, ...didYouMean(nearest(id, review.judgements.keys())));
  const { revisions, decisions } = judgement;
  const sizes = await revisionSizes(review, revisions);
  if (options.json) {
    const body = {
      version: 1,
      id,
      revisions: revisions.map((revision) => ({ ...revisionAsJson(revision), ...sizes.get(revision.number) })),
      decisions: decisions.map(decisionAsJson),
    };
    terminal.write(`${JSON.stringify(body, undefined, 2)}\n`);
    return 0;
  }
  if (decisions.length === 0) terminal.write(`${say('reviewNoDecisions', { id: printable(id) })}\n`);
  for (const recorded of decisions) {
    const { decision, day, file, commit } = recorded;
    const blob = decision.blob === removedBlob ? say('reviewRemoved') : decision.blob.slice(0, 8);
    const made = revisions.find((revision) => revision.commit === commit && revision.approvals.some((approval) => approval.file === file));
    const line = [
      day,
      blob,
      `${printable(decision.by)} ${say(`decision.${decision.kind}`)}`,
      ...(made
        ? [
            `${terminal.colors.bold(`→ ${say('reviewRevision', { number: made.number })}`)}${made.number > 1 ? sizeOf(sizes.get(made.number), context) : ''}`,
          ]
        : []),
      ...(recorded.problem ? [terminal.colors.red(describeProblem(recorded, context))] : []),
    ].join('  ');
    terminal.write(`${line}\n${decision.note === undefined ? '' : `    ${printable(decision.note)}\n`}`);
  }
  return 0;
}

/** How much a revision changed, and what. */
function sizeOf(found: Pick<Comparison, 'size' | 'classes'> | undefined, { locale, say }: Context): string {
  if (!found || found.size === 'none') return '';
  const classes = found.classes.map((name) => classLabels[name][locale]).join(say('listSeparator'));
  return say('reviewRevisionSize', { size: sizeLabels[found.size][locale], classes });
}
