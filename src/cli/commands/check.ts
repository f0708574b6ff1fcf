import { isAbsolute, join, relative, sep } from 'node:path';
import { type Command, Option } from 'commander';
import type { Session } from '../../app/session.js';
import type { Context, ExitCode } from '../context.js';
import { type OpenKnowledgeBase, openKnowledgeBase } from '../knowledge-base-folder.js';
import { parseChoice, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { showProgress } from '../progress.js';
import { reportForGithub } from '../report/github.js';
import { reportAsJson } from '../report/json.js';
import { reportPretty } from '../report/pretty.js';
import type { CheckResult, Report } from '../report/report.js';
import { reportAsSarif } from '../report/sarif.js';

const reports = { pretty: reportPretty, json: reportAsJson, sarif: reportAsSarif, github: reportForGithub } as const satisfies Readonly<
  Record<string, Report>
>;
type Format = keyof typeof reports;
const formats = Object.keys(reports) as Format[];

interface CheckOptions {
  readonly format: Format;
  readonly fix?: true;
  readonly today: string;
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

async function check(named: string | undefined, options: CheckOptions, context: Context): Promise<ExitCode> {
  const opened = await openKnowledgeBase(named, options, context);
  const result = checkAll(opened, context);
  context.terminal.write(reports[options.format](result, context));
  return result.diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? 1 : 0;
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
