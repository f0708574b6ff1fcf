import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Complaint, reportFeedback } from '../../app/feedback-report.js';
import { entriesOf, feedbackFolder } from '../../core/feedback/feedback.js';
import { readPlainFile } from '../../node/feedback-folder.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { findKnowledgeBase, openKnowledgeBase } from '../knowledge-base-folder.js';
import { parseChoice, parseDay, parseWholeNumber, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import type { FeedbackFormat } from '../report/feedback/feedback-format.js';
import { feedbackAsJson } from '../report/feedback/json.js';
import { feedbackAsMarkdown } from '../report/feedback/markdown.js';
import { feedbackAsText } from '../report/feedback/text.js';
import { writeReport } from '../report-file.js';
import { knownReviewDays } from '../review-folder.js';

const formats = { text: feedbackAsText, markdown: feedbackAsMarkdown, json: feedbackAsJson } as const satisfies Readonly<
  Record<string, FeedbackFormat>
>;
type Format = keyof typeof formats;

interface ReportOptions {
  readonly format: Format;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly complaints?: string;
  readonly out?: string;
  readonly today?: string;
}

export function addFeedbackReport(feedback: Command, context: Context): void {
  const { say } = context;
  const command = feedback
    .command('report')
    .description(say('feedbackReportSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(
      new Option('--format <format>', say('feedbackFormatOption'))
        .default('text', 'text')
        .argParser(parseChoice('--format', Object.keys(formats) as Format[], context)),
    )
    .addOption(new Option('--from <date>', say('feedbackFromOption')).argParser(parseDay('--from')))
    .addOption(new Option('--to <date>', say('feedbackToOption')).argParser(parseDay('--to')))
    .addOption(
      new Option('--limit <number>', say('feedbackLimitOption')).default(20, '20').argParser(parseWholeNumber('--limit', 1, 100_000)),
    )
    .option('--complaints <file>', say('feedbackComplaintsOption'))
    .option('--out <file>', say('diffOutOption'))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: ReportOptions) => context.end(await report(folder, options, context)));
  addExamples(
    command,
    context,
    'playbook feedback report',
    'playbook feedback report --from 2026-11-01 --format markdown --out feedback.md',
    'playbook feedback report --complaints top-complaints.txt',
  );
}

async function report(named: string | undefined, options: ReportOptions, context: Context): Promise<ExitCode> {
  const { terminal, say } = context;
  const { from, to, format, limit, out } = options;
  if (from !== undefined && to !== undefined && from > to) throw new Failure('feedbackFromAfterTo', { from, to });
  const complaints = options.complaints === undefined ? undefined : await readComplaints(options.complaints, context);
  const reviewedOn = await knownReviewDays(await findKnowledgeBase(named, context), options, context);
  const { session, folder } = await openKnowledgeBase(named, options, context);
  const entries = entriesOf(await folder.feedback());
  if (entries.length === 0) terminal.note(`${say('feedbackNone', { folder: feedbackFolder })}\n`);
  const result = reportFeedback(session, entries, { from, to, complaints, reviewedOn });
  const { title } = session.knowledgeBase.config;
  const text = formats[format]({ title, today: session.settings.today, limit, report: result }, context);
  await writeReport(text, out, context);
  return 0;
}

/** One complaint a line, its number after a tab or a comma if it has one; the most, the first. */
async function readComplaints(path: string, context: Context): Promise<readonly Complaint[]> {
  const text = await readPlainFile(resolve(context.currentFolder, path), 4 * 1024 * 1024);
  if (text === undefined) throw new Failure('feedbackUnreadable', { path });
  return text.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, words = '', number] = /^"?(.*?)"?(?:[\t,，]\s*(\d{1,9}))?\s*$/.exec(line.slice(0, 500)) ?? [];
    return words.trim() === '' ? [] : [{ text: words.trim(), count: number === undefined ? 1 : Number(number) }];
  });
}
