import { type Argument, Command, type ErrorOptions, type Help } from 'commander';
import stringWidth from 'string-width';
import packageManifest from '../../package.json' with { type: 'json' };
import { locales } from '../core/model/locale.js';
import type { Context } from './context.js';
import { didYouMean, Failure } from './failure.js';
import { closest, invalidChoice } from './options.js';
import type { Word } from './words.js';

export const version = packageManifest.version;

/** Commander, speaking the user's language. */
class LocalizedCommand extends Command {
  readonly #context: Context;

  constructor(context: Context, name?: string) {
    super(name);
    this.#context = context;
    const { say } = context;
    this.helpOption('-h, --help', say('helpOption'));
    this.exitOverride();
    this.configureOutput({
      writeOut: context.terminal.write,
      writeErr: context.terminal.note,
      getOutHelpWidth: () => context.terminal.width,
      getErrHelpWidth: () => context.terminal.width,
    });
  }

  override createCommand(name?: string): LocalizedCommand {
    return new LocalizedCommand(this.#context, name);
  }

  override createHelp(): Help {
    return Object.assign(super.createHelp(), helpIn(this.#context));
  }

  /** Commander words its errors in English; their code and what they quote are enough to say them again. */
  override error(message: string, options?: ErrorOptions): never {
    const { word, values } = usageProblem(message, options?.code);
    const near = /\(Did you mean (?:one of )?([^,)?]+)/.exec(message)?.[1];
    throw new Failure(word, values, ...didYouMean(near), {
      word: 'seeHelp',
      values: { command: pathOf(this) },
    });
  }
}

function usageProblem(message: string, code = ''): { word: Word; values: Readonly<Record<string, string>> } {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const word = (
    {
      'commander.unknownCommand': 'unknownCommand',
      'commander.unknownOption': 'unknownOption',
      'commander.missingArgument': 'missingArgument',
      'commander.optionMissingArgument': 'missingOptionValue',
      'commander.missingMandatoryOptionValue': 'missingOption',
    } as const
  )[code];
  if (word !== undefined) return { word, values: { name: quoted } };
  const counts = /Expected (\d+) arguments? but got (\d+)/.exec(message);
  if (code === 'commander.excessArguments' && counts) {
    return { word: 'excessArguments', values: { expected: counts[1] ?? '', found: counts[2] ?? '' } };
  }
  return { word: 'invalidUsage', values: { detail: message.replace(/^error: /, '') } };
}

/** The command as it is typed: `playbook types derive`. */
function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function helpIn({ say, terminal }: Context): Partial<Help> {
  const titles: Readonly<Record<string, Word>> = {
    'Usage:': 'helpUsage',
    'Arguments:': 'helpArguments',
    'Options:': 'helpOptions',
    'Global Options:': 'helpGlobalOptions',
    'Commands:': 'helpCommands',
  };
  const localizeMarks = (usage: string) => usage.replace('[options]', say('helpOptionsMark')).replace('[command]', say('helpCommandMark'));
  return {
    showGlobalOptions: true,
    displayWidth: stringWidth,
    styleTitle: (title) => {
      const word = titles[title];
      return terminal.colors.bold(word ? say(word) : title);
    },
    commandUsage: (command) => localizeMarks(`${pathOf(command)} ${command.usage()}`),
    subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentMark)].join(' '),
    optionDescription: ({ description, defaultValueDescription }) =>
      defaultValueDescription ? `${description} (${say('helpDefault', { value: defaultValueDescription })})` : description,
  };
}

function argumentMark(argument: Argument): string {
  const mark = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${mark}>` : `[${mark}]`;
}

export type AddCommand = (program: Command, context: Context) => void;

/** The program with all its commands. */
export function createProgram(context: Context, commands: readonly AddCommand[]): Command {
  const { say } = context;
  const program = new LocalizedCommand(context, 'playbook')
    .description(say('program'))
    .usage('[command] [options]')
    .version(version, '-V, --version', say('versionOption'))
    .helpCommand(false)
    .option('--locale <locale>', say('localeOption'));
  for (const add of commands) add(program, context);
  // Commander's own help command shows the whole program for a name that it does not know.
  program
    .command('help')
    .description(say('helpCommand'))
    .argument('[command]', say('helpName'))
    .action((name: string | undefined) => {
      if (name === undefined) return program.help();
      const found = program.commands.find((command) => command.name() === name);
      if (found) return found.help();
      const near = closest(
        name,
        program.commands.map((command) => command.name()),
      );
      throw new Failure('unknownCommand', { name }, ...didYouMean(near), {
        word: 'seeHelp',
        values: { command: program.name() },
      });
    });
  return program;
}

/** Adds examples below a command's help. */
export function addExamples(command: Command, { say, terminal }: Context, ...examples: readonly string[]): Command {
  const lines = [terminal.colors.bold(say('helpExamples')), ...examples.map((example) => `  ${example}`)];
  return command.addHelpText('after', `\n${lines.join('\n')}`);
}

/** `--locale` as it stands among the arguments, before they are parsed: help and errors need it already. */
export function localeArgument(args: readonly string[]): string | undefined {
  for (const [index, argument] of args.entries()) {
    if (argument === '--') return undefined;
    if (argument === '--locale') return args[index + 1];
    if (argument.startsWith('--locale=')) return argument.slice('--locale='.length);
  }
  return undefined;
}

/** Refuses a language that the product does not speak, instead of falling back without a word. */
export function checkLocale(tag: string | undefined, context: Context): void {
  if (tag !== undefined && !/^(?:zh|en)(?:[-_.@].*)?$/i.test(tag)) throw invalidChoice('--locale', tag, locales, context);
}
