import type { Command } from 'commander';
import type { SectionOutline } from '../../core/model/outline.js';
import { commonFields } from '../../core/types/fields.js';
import { canonicalHeading } from '../../core/types/match-outline.js';
import type { PlaybookType } from '../../core/types/playbook-type.js';
import type { Context, ExitCode } from '../context.js';
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
  addExamples(command, context, 'playbook types', 'playbook types --json');
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
