import { mkdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { starterFiles } from '../../app/starter.js';
import { configFileName, readConfig } from '../../core/config/config.js';
import { type Locale, locales } from '../../core/model/locale.js';
import { createFile } from '../../node/write-file.js';
import type { Context, ExitCode } from '../context.js';
import { requireFolder } from '../knowledge-base-folder.js';
import { parseChoice, todayOption } from '../options.js';
import { addExamples } from '../program.js';

interface InitOptions {
  readonly lang: Locale;
  readonly today?: string;
}

export function addInit(program: Command, context: Context): void {
  const { say, locale } = context;
  const command = program
    .command('init')
    .description(say('initSummary'))
    .argument('[dir]', say('initFolder'))
    .addOption(new Option('--lang <lang>', say('initLang')).default(locale, locale).argParser(parseChoice('--lang', locales, context)))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: InitOptions) => context.end(await init(folder ?? '.', options, context)));
  addExamples(command, context, 'playbook init', 'playbook init knowledge --lang zh-Hant');
}

async function init(named: string, options: InitOptions, { currentFolder, terminal, say, today }: Context): Promise<ExitCode> {
  const root = resolve(currentFolder, named);
  const exists = await stat(root).then(
    () => true,
    () => false,
  );
  if (exists) await requireFolder(root, named);
  else await mkdir(root, { recursive: true });
  // With a config of their own, people get the examples where it says.
  const present = await readFile(join(root, configFileName), 'utf8').catch(() => undefined);
  const content = present === undefined ? undefined : readConfig(present).config.content;
  let created = 0;
  for (const { path, text } of starterFiles(options.lang, options.today ?? today(), content)) {
    const isNew = await createFile(root, path, text);
    terminal.write(`${say(isNew ? 'fileCreated' : 'fileKept', { path: relative(currentFolder, join(root, path)) })}\n`);
    if (isNew) created += 1;
  }
  terminal.write(`\n${say(created > 0 ? 'initDone' : 'initNothing')}\n`);
  return 0;
}
