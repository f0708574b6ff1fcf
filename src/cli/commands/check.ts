import { isAbsolute, join, relative, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { fixAll } from '../../app/fix.js';
import type { Session } from '../../app/session.js';
import { replaceFile } from '../../node/write-file.js';
import type { Context, ExitCode } from '../context.js';
import { findKnowledgeBase, type OpenKnowledgeBase, openKnowledgeBase, openKnowledgeBaseAt } from '../knowledge-base-folder.js';
import { parseChoice, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { showProgress } from '../progress.js';
import { reportForGithub } from '../report/github.js';
import { reportAsJson } from '../report/json.js';
import { reportPretty } from '../report/pretty.js';
import type { CheckResult, Report } from '../report/report.js';
import { reportAsSarif } from '../report/sarif.js';
import { knownReviewDays } from '../review-folder.js';

const reports = { pretty: reportPretty, json: reportAsJson, sarif: reportAsSarif, github: reportForGithub } as const satisfies Readonly<
  Record<string, Report>
>;
type Format = keyof typeof reports;
const formats = Object.keys(reports) as Format[];

interface CheckOptions {
  readonly format: Format;
  readonly fix?: true;
  readonly today?: string;
}

export function addCheck(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('check')
    .description(`${say('checkSummary')}\n${say('checkExit')}`)
    .summary(say('checkSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(
      new Option('--format <format>', say('formatOption')).default('pretty', 'pretty').argParser(parseChoice('--format', formats, context)),
    )
    .option('--fix', say('fixOption'))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: CheckOptions) => context.end(await check(folder, options, context)));
  addExamples(command, context, 'playbook check', 'playbook check . --format sarif > playbook.sarif', 'playbook check --fix');
}

async function check(named: string | undefined, given: CheckOptions, context: Context): Promise<ExitCode> {
  const options = { ...given, reviewedOn: await knownReviewDays(await findKnowledgeBase(named, context), given, context) };
  let opened = await openKnowledgeBase(named, options, context);
  let result = checkAll(opened, context);
  if (options.fix) {
    const isChanged = await fixFolder(opened, result, options, context);
    if (isChanged) {
      opened = await openKnowledgeBaseAt(opened.folder.root, options, context);
      result = checkAll(opened, context);
    }
  }
  context.terminal.write(reports[options.format](result, context));
  return result.diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? 1 : 0;
}

/** A fix may make room for another, in another file too; what is left after this many rounds is left. */
const mostRounds = 5;

/** Writes all fixes and says on standard error what it changed. Whether it changed anything. */
async function fixFolder(first: OpenKnowledgeBase, found: CheckResult, options: CheckOptions, context: Context): Promise<boolean> {
  const { say, terminal } = context;
  const tell = (text: string) => terminal.note(`${text}\n`);
  const counts = new Map<string, number>();
  const skipped = new Set<string>();
  let opened = first;
  let { diagnostics } = found;
  for (let round = 0; round < mostRounds; round += 1) {
    const progress = showProgress(context);
    const fixed = fixAll(opened.session, diagnostics, progress.report);
    progress.stop();
    let written = 0;
    for (const { path, before, after, applied } of fixed) {
      const outcome = skipped.has(path) ? 'changed' : await replaceFile(opened.folder.root, path, before, after);
      if (outcome === 'written') {
        counts.set(path, (counts.get(path) ?? 0) + applied);
        written += 1;
      } else if (!skipped.has(path)) {
        skipped.add(path);
        tell(say(outcome === 'changed' ? 'fixSkipped' : 'notUtf8', { path: found.shownPath(path) }));
      }
    }
    if (written === 0) break;
    opened = await openKnowledgeBaseAt(opened.folder.root, options, context);
    diagnostics = opened.session.check();
  }
  for (const [path, count] of counts) tell(say('fixedFile', { path: found.shownPath(path), count }));
  if (counts.size === 0) tell(say('fixNothing'));
  return counts.size > 0;
}

function checkAll({ session, folder }: OpenKnowledgeBase, context: Context): CheckResult {
  const progress = showProgress(context);
  try {
    return {
      root: folder.root,
      files: session.knowledgeBase.playbooks.size,
      diagnostics: session.check(progress.report),
      textOf: (path) => textOf(session, path),
      shownPath: (path) => shownPath(join(folder.root, path), context.currentFolder),
    };
  } finally {
    progress.stop();
  }
}

function textOf({ knowledgeBase }: Session, path: string): string | undefined {
  return knowledgeBase.playbooks.get(path)?.text ?? knowledgeBase.supportFiles.find((file) => file.path === path)?.text;
}

function shownPath(path: string, currentFolder: string): string {
  const fromHere = relative(currentFolder, path);
  const isInside = fromHere !== '..' && !fromHere.startsWith(`..${sep}`) && !isAbsolute(fromHere);
  return (isInside ? fromHere : path).split(sep).join('/');
}
