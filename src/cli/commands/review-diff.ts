import { readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { comparePage } from '../../app/comparison.js';
import { HistoryError } from '../../app/ports.js';
import { readConfig } from '../../core/config/config.js';
import { createKnowledgeBase, type KnowledgeBase } from '../../core/knowledge-base.js';
import { parsePlaybook } from '../../core/parse/playbook.js';
import { builtInTypes } from '../../core/types/index.js';
import { decode, findRoot } from '../../node/folder.js';
import { comparisonPage } from '../../site/comparison/comparison-page.js';
import type { Context, ExitCode } from '../context.js';
import { Failure, historyFailure } from '../failure.js';
import { openKnowledgeBaseAt } from '../knowledge-base-folder.js';
import { parseChoice, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import type { ComparedRevisions, ComparisonReport } from '../report/comparison/comparison-report.js';
import { reportComparisonAsJson } from '../report/comparison/json.js';
import { reportComparisonAsMarkdown } from '../report/comparison/markdown.js';
import { reportComparisonPretty } from '../report/comparison/pretty.js';
import { writeReport } from '../report-file.js';
import { comparedRevisions } from '../revisions.js';
import { comparisonStyle } from '../site-assets.js';

const formats = ['pretty', 'html', 'markdown', 'json'] as const;
type Format = (typeof formats)[number];

interface DiffOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format: Format;
  readonly out?: string;
  readonly root?: string;
  readonly today?: string;
}

export function addReviewDiff(review: Command, context: Context): void {
  const { say } = context;
  const command = review
    .command('diff')
    .description(say('diffSummary'))
    .argument('<id>', say('diffFirst'))
    .argument('[file]', say('diffSecond'))
    .option('--from <revision>', say('fromOption'))
    .option('--to <revision>', say('toOption'))
    .addOption(
      new Option('--format <format>', say('diffFormatOption'))
        .default('pretty', 'pretty')
        .argParser(parseChoice('--format', formats, context)),
    )
    .option('--out <file>', say('diffOutOption'))
    .option('--root <dir>', say('rootOption'))
    .addOption(todayOption(context))
    .action(async (first: string, second: string | undefined, options: DiffOptions) =>
      context.end(await reviewDiff(first, second, options, context)),
    );
  addExamples(
    command,
    context,
    'playbook review diff policy-refund',
    'playbook review diff policy-refund --from v1.0 --to HEAD --format html --out diff.html',
    'playbook review diff old.md new.md',
  );
}

async function reviewDiff(first: string, second: string | undefined, options: DiffOptions, context: Context): Promise<ExitCode> {
  const compared =
    second === undefined
      ? await comparedRevisions(first, options, context).catch(explainHistory)
      : await comparedFiles(first, second, options, context);
  const text = options.format === 'html' ? await asHtml(compared, options, context) : reports[options.format](compared, context);
  await writeReport(text, options.out, context);
  return 0;
}

const reports: Readonly<Record<Exclude<Format, 'html'>, ComparisonReport>> = {
  pretty: reportComparisonPretty,
  markdown: reportComparisonAsMarkdown,
  json: reportComparisonAsJson,
};

async function asHtml({ knowledgeBase, ...compared }: ComparedRevisions, options: DiffOptions, context: Context): Promise<string> {
  return comparisonPage({
    ...compared,
    style: await comparisonStyle(),
    accent: knowledgeBase.config.accent,
    locale: context.locale,
    today: options.today ?? context.today(),
  });
}

function explainHistory(error: unknown): never {
  throw error instanceof HistoryError ? historyFailure(error, { word: 'diffWithoutHistory' }) : error;
}

/** Two files as they are. If the second lies in a knowledge base, its settings, types and snippets are those of the comparison. */
async function comparedFiles(first: string, second: string, options: DiffOptions, context: Context): Promise<ComparedRevisions> {
  if (options.from !== undefined || options.to !== undefined) throw new Failure('filesHaveNoRevisions');
  const [before, after] = [await readText(first, context), await readText(second, context)];
  const { knowledgeBase, path } = await surroundings(resolve(context.currentFolder, second), after, options, context);
  const playbook = parsePlaybook(path, { text: after }, knowledgeBase.config.defaultLanguage);
  return {
    ...comparePage(knowledgeBase, path, before, after),
    knowledgeBase,
    id: playbook.id,
    title: playbook.title,
    path,
    before,
    after,
    names: { before: first, after: second },
  };
}

async function readText(path: string, { currentFolder }: Context): Promise<string> {
  const bytes = await readFile(resolve(currentFolder, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') throw new Failure('noSuchFile', { path });
    throw error;
  });
  return decode(bytes).text;
}

async function surroundings(
  file: string,
  text: string,
  options: DiffOptions,
  context: Context,
): Promise<{ readonly knowledgeBase: KnowledgeBase; readonly path: string }> {
  const root = options.root === undefined ? findRoot(resolve(file, '..')) : resolve(context.currentFolder, options.root);
  const hasConfig = await stat(resolve(root, 'playbook.config.yaml')).then(
    () => true,
    () => false,
  );
  if (hasConfig) {
    const { session } = await openKnowledgeBaseAt(root, options, context);
    const path = relative(root, file).split(sep).join('/');
    if (session.knowledgeBase.playbooks.has(path)) return { knowledgeBase: session.knowledgeBase, path };
  }
  const path = file.split(sep).at(-1) ?? file;
  const { config } = readConfig(undefined);
  const playbooks = [parsePlaybook(path, { text }, config.defaultLanguage)];
  return { knowledgeBase: createKnowledgeBase({ config, playbooks, types: builtInTypes, files: [] }), path };
}
