import type { Command } from 'commander';
import { countStatistics, freshnessLabels, freshnessStates, type Statistics } from '../../app/statistics.js';
import type { KnowledgeBase } from '../../core/knowledge-base.js';
import type { Context, ExitCode } from '../context.js';
import { openKnowledgeBase } from '../knowledge-base-folder.js';
import { jsonOption, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { formatColumns, printable } from '../terminal.js';

interface StatsOptions {
  readonly today?: string;
  readonly json?: true;
}

export function addStats(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('stats')
    .description(say('statsSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(todayOption(context))
    .addOption(jsonOption(context))
    .action(async (folder: string | undefined, options: StatsOptions) => context.end(await stats(folder, options, context)));
  addExamples(command, context, 'playbook stats', 'playbook stats --json --today 2026-12-31');
}

async function stats(named: string | undefined, options: StatsOptions, context: Context): Promise<ExitCode> {
  const { session, folder } = await openKnowledgeBase(named, options, context);
  const { today } = session.settings;
  const counted = countStatistics(session.knowledgeBase, today);
  context.terminal.write(
    options.json
      ? `${JSON.stringify({ version: 1, root: folder.root, today, ...counted }, undefined, 2)}\n`
      : formatStatistics(counted, session.knowledgeBase, today, context),
  );
  return 0;
}

function formatStatistics(counted: Statistics, { types }: KnowledgeBase, today: string, { terminal, say, locale }: Context): string {
  const { playbooks, size, freshness, sections, translations } = counted;
  const number = (value: number) => value.toLocaleString('en-US');
  const block = (title: string, rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : [[terminal.colors.bold(title), ...formatColumns(rows, new Set([1])).map((line) => `  ${line}`)].join('\n')];
  const counts = (entries: Readonly<Record<string, number>>, label: (name: string) => string) =>
    Object.entries(entries).map(([name, count]) => [printable(label(name)), number(count)]);
  const typeLabel = (name: string) => types.get(name)?.label[locale] ?? name;
  const blocks = [
    say('statsTotal', { playbooks: number(playbooks), count: playbooks, han: number(size.han), words: number(size.words) }),
    ...block(say('statsTypes'), counts(counted.types, typeLabel)),
    ...block(
      say('statsLanguages'),
      counts(counted.languages, (name) => name),
    ),
    ...block(
      say('statsOwners'),
      counts(counted.owners, (name) => (name === '' ? say('noOwner') : name)),
    ),
    ...block(
      say('statsFreshness', { today }),
      freshnessStates.filter((state) => freshness[state] > 0).map((state) => [freshnessLabels[state][locale], number(freshness[state])]),
    ),
    ...block(
      say('statsSections'),
      sections
        .filter(({ required }) => required > 0)
        .map(({ type, required, filled }) => [
          printable(typeLabel(type)),
          `${Math.floor((filled / required) * 100)}%`,
          `${filled}/${required}`,
        ]),
    ),
    ...block(
      say('statsTranslations'),
      translations.map(({ lang, translated, of, outdated }) => [lang, say('statsTranslated', { translated, of, outdated })]),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
