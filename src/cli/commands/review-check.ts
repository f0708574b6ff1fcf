import { type Command, Option } from 'commander';
import { checkReview } from '../../app/review-check.js';
import { mergeBase, resolveCommit } from '../../node/git/resolve-commit.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { parseChoice } from '../options.js';
import { addExamples } from '../program.js';
import { reviewCheckReports } from '../report/review/check-reports.js';
import { modeInForce, openReviewFolder } from '../review-folder.js';
import { noteUnapprovedConfig } from './review-status.js';

const formats = ['pretty', 'json', 'github', 'gitlab', 'markdown'] as const satisfies readonly (keyof typeof reviewCheckReports)[];

interface CheckOptions {
  readonly base?: string;
  readonly format: (typeof formats)[number];
}

export function addReviewCheck(review: Command, context: Context): void {
  const { say } = context;
  const command = review
    .command('check')
    .description(`${say('reviewCheckSummary')}\n${say('reviewCheckExit')}`)
    .summary(say('reviewCheckSummary'))
    .argument('[dir]', say('folderArgument'))
    .option('--base <ref>', say('baseOption'))
    .addOption(
      new Option('--format <format>', say('reviewFormatOption'))
        .default('pretty', 'pretty')
        .argParser(parseChoice('--format', formats, context)),
    )
    .action(async (folder: string | undefined, options: CheckOptions) => context.end(await check(folder, options, context)));
  addExamples(command, context, 'playbook review check', 'playbook review check --base origin/main --format markdown > comment.md');
}

async function check(named: string | undefined, options: CheckOptions, context: Context): Promise<ExitCode> {
  const { say, terminal } = context;
  const opened = await openReviewFolder(named, {}, context);
  const { review, history, root } = opened;
  const mode = await modeInForce(opened);
  if (mode === 'off') {
    terminal.note(`${say('reviewIsOff')}\n`);
    return 0;
  }
  let base: ReadonlyMap<string, string> | undefined;
  if (options.base !== undefined) {
    const commit = await resolveCommit(root, options.base);
    const parted = commit === undefined ? undefined : await mergeBase(root, commit, review.commit);
    if (parted === undefined) throw new Failure('unknownCommit', { name: options.base });
    base = await history.tree(parted);
  }
  const found = checkReview(review, base);
  const report = { check: found, mode, commit: review.commit, inRepository: (path: string) => history.prefix + path };
  terminal.write(reviewCheckReports[options.format](report, context));
  noteUnapprovedConfig(opened, context);
  const isClean = found.waiting.length + found.suspicious.length + found.unreadable.length === 0;
  return isClean || mode === 'advisory' ? 0 : 1;
}
