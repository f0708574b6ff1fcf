import { type Command, Option } from 'commander';
import { dueItems } from '../../app/due.js';
import { durationDays } from '../../core/days.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { openKnowledgeBase } from '../knowledge-base-folder.js';
import { parseChoice, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import type { DueReport } from '../report/due/due-report.js';
import { reportDueAsCalendar } from '../report/due/ics.js';
import { reportDueAsJson } from '../report/due/json.js';
import { reportDueAsText } from '../report/due/text.js';
import { writeReport } from '../report-file.js';
import { reviewDays } from '../review-folder.js';

const reports = { text: reportDueAsText, json: reportDueAsJson, ics: reportDueAsCalendar } as const satisfies Readonly<
  Record<string, DueReport>
>;
type Format = keyof typeof reports;
const formats = Object.keys(reports) as Format[];

interface DueOptions {
  readonly within: number;
  readonly format: Format;
  readonly out?: string;
  readonly today?: string;
}

export function addReviewDue(review: Command, context: Context): void {
  const { say } = context;
  const command = review
    .command('due')
    .description(say('dueSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(new Option('--within <time>', say('withinOption')).default(14, '14d').argParser(parseLength))
    .addOption(
      new Option('--format <format>', say('dueFormatOption')).default('text', 'text').argParser(parseChoice('--format', formats, context)),
    )
    .option('--out <file>', say('diffOutOption'))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: DueOptions) => context.end(await reviewDue(folder, options, context)));
  addExamples(command, context, 'playbook review due', 'playbook review due --within 8w --format ics --out reviews.ics');
}

function parseLength(value: string): number {
  const days = durationDays(value);
  if (days === undefined) throw new Failure('invalidLength', { option: '--within', value });
  return days;
}

async function reviewDue(named: string | undefined, options: DueOptions, context: Context): Promise<ExitCode> {
  const { session, folder } = await openKnowledgeBase(named, options, context);
  const { today } = session.settings;
  const reviewedOn = await reviewDays(folder.root, { today }, context);
  const { within } = options;
  const items = dueItems(session.knowledgeBase, { today, within, reviewedOn });
  const text = reports[options.format]({ title: session.knowledgeBase.config.title, today, within, items }, context);
  await writeReport(text, options.out, context);
  return 0;
}
