import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import type { SectionOutline } from '../../core/model/outline.js';
import type { Playbook } from '../../core/model/playbook.js';
import { largestFile, parsePlaybook } from '../../core/parse/playbook.js';
import { deriveType } from '../../core/types/derive.js';
import { commonFields } from '../../core/types/fields.js';
import { builtInTypes } from '../../core/types/index.js';
import { canonicalHeading } from '../../core/types/match-outline.js';
import type { PlaybookType } from '../../core/types/playbook-type.js';
import { decode } from '../../node/folder.js';
import { createFile } from '../../node/write-file.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { findKnowledgeBase, openKnowledgeBaseAt } from '../knowledge-base-folder.js';
import { jsonOption } from '../options.js';
import { addExamples } from '../program.js';
import { printable } from '../terminal.js';
import type { Word } from '../words.js';

export function addTypes(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('types')
    .description(say('typesSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(jsonOption(context))
    .action(async (folder: string | undefined, options: { json?: true }) => context.end(await listTypes(folder, options, context)));
  const derive = command
    .command('derive')
    .description(say('deriveSummary'))
    .argument('<files...>', say('deriveFiles'))
    .option('--name <name>', say('deriveName'))
    .option('--write', say('deriveWrite'))
    // `--json` belongs to the command above, which reads it wherever it stands.
    .action(async (files: readonly string[], _options: DeriveOptions, self: Command) =>
      context.end(await derivePlaybookType(files, self.optsWithGlobals<DeriveOptions>(), context)),
    );
  addExamples(command, context, 'playbook types', 'playbook types --json', 'playbook types derive playbooks/meetings/*.md --name meeting');
  addExamples(
    derive,
    context,
    'playbook types derive playbooks/meetings/*.md --name meeting',
    'playbook types derive playbooks/meetings/*.md --name meeting --write',
  );
}

/** Works anywhere: without a knowledge base there are still the built-in types. */
async function listTypes(named: string | undefined, { json }: { json?: true }, context: Context): Promise<ExitCode> {
  const { session } = await openKnowledgeBaseAt(await findKnowledgeBase(named, context), {}, context);
  const described = [...session.knowledgeBase.types.values()].map((type) => describeType(type, context));
  context.terminal.write(
    json
      ? `${JSON.stringify({ version: 1, types: described }, undefined, 2)}\n`
      : `${described.map((type) => formatType(type, context)).join('\n\n')}\n`,
  );
  return 0;
}

interface DescribedType {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly builtIn: boolean;
  readonly sections: readonly { readonly key: string; readonly heading: string; readonly required: boolean }[];
  readonly fields: readonly { readonly name: string; readonly required: boolean }[];
}

function describeType(type: PlaybookType, { locale }: Context): DescribedType {
  const missing = new Set(
    type
      .validate({})
      .filter(({ kind, path }) => kind === 'missing' && path.length === 1)
      .map(({ path }) => path[0]),
  );
  return {
    name: type.name,
    label: type.label[locale],
    description: type.description[locale],
    builtIn: type.builtIn,
    sections: type.outline.sections.map((section: SectionOutline) => ({
      key: section.key,
      heading: canonicalHeading(section, locale),
      required: (section.min ?? 0) > 0,
    })),
    fields: type.fieldNames.map((name) => ({ name, required: missing.has(name) })),
  };
}

function formatType(type: DescribedType, { terminal, say }: Context): string {
  const { colors } = terminal;
  const headings = (required: boolean) => type.sections.filter((section) => section.required === required).map(({ heading }) => heading);
  const list = (word: Word, names: readonly string[]) =>
    names.length === 0 ? [] : [`   ${say(word, { names: printable(names.join(say('listSeparator'))) })}`];
  return [
    `${colors.bold(printable(type.name))}  ${printable(type.label)}  ${colors.dim(say(type.builtIn ? 'builtIn' : 'custom'))}`,
    ...(type.description === '' ? [] : [`   ${printable(type.description)}`]),
    ...list('requiredSections', headings(true)),
    ...list('otherSections', headings(false)),
    ...list(
      'requiredFields',
      type.fields.filter(({ required }) => required).map(({ name }) => name),
    ),
    ...list(
      'ownFields',
      type.fields.filter(({ name, required }) => !required && !(name in commonFields)).map(({ name }) => name),
    ),
  ].join('\n');
}

interface DeriveOptions {
  readonly name?: string;
  readonly write?: true;
  readonly json?: true;
}

async function derivePlaybookType(files: readonly string[], options: DeriveOptions, context: Context): Promise<ExitCode> {
  const { terminal, say, currentFolder } = context;
  const { session, folder } = await openKnowledgeBaseAt(await findKnowledgeBase(undefined, context), {}, context);
  const playbooks: Playbook[] = [];
  for (const file of files) playbooks.push(await readPlaybook(file, session.knowledgeBase.config.defaultLanguage, context));
  const name = options.name ?? proposeName(playbooks, resolve(currentFolder, files[0] ?? '.'));
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,79}$/u.test(name)) throw new Failure('invalidTypeName', { name });
  if (builtInTypes.some((type) => type.name === name)) throw new Failure('builtInTypeName', { name });

  const { schema, outline } = deriveType(name, playbooks);
  const written = [
    { path: `schemas/${name}.schema.json`, text: `${JSON.stringify(schema, undefined, 2)}\n` },
    { path: `schemas/${name}.outline.yaml`, text: outline },
  ];
  if (options.write) {
    const taken = written.find(({ path }) => existsSync(join(folder.root, path)));
    if (taken) throw new Failure('typeFileTaken', { path: taken.path });
    for (const { path, text } of written) {
      if (!(await createFile(folder.root, path, text))) throw new Failure('typeFileTaken', { path });
      terminal.write(`${say('fileCreated', { path: relative(currentFolder, join(folder.root, path)) })}\n`);
    }
  } else if (options.json) terminal.write(`${JSON.stringify({ version: 1, name, schema, outline }, undefined, 2)}\n`);
  else terminal.write(written.map(({ path, text }) => `${terminal.colors.bold(`# ${path}`)}\n${text}`).join('\n'));
  return 0;
}

async function readPlaybook(file: string, defaultLanguage: string, { currentFolder }: Context): Promise<Playbook> {
  const path = resolve(currentFolder, file);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Failure('noFile', { file });
  if (!found.isFile()) throw new Failure('notFile', { file });
  if (found.size > largestFile) throw new Failure('fileTooLarge', { file, limit: Math.floor(largestFile / 1024 / 1024) });
  return parsePlaybook(relative(currentFolder, path).split(sep).join('/'), decode(await readFile(path)), defaultLanguage);
}

/** The type that the files already name, if it is no built-in one; else the name of their folder. */
function proposeName(playbooks: readonly Playbook[], firstFile: string): string {
  const [own, ...others] = new Set(playbooks.map(({ type }) => type));
  return own !== undefined && others.length === 0 && !builtInTypes.some((type) => type.name === own) ? own : basename(dirname(firstFile));
}
