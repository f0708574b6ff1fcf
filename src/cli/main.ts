#!/usr/bin/env node
import { CommanderError } from 'commander';
import { nearestLocale } from '../core/model/locale.js';
import { systemClock } from '../node/clock.js';
import { addCheck } from './commands/check.js';
import { addConvert } from './commands/convert.js';
import { addExport } from './commands/export.js';
import { addFeedback } from './commands/feedback.js';
import { addInit } from './commands/init.js';
import { addLsp } from './commands/lsp.js';
import { addMcp } from './commands/mcp.js';
import { addNew } from './commands/new.js';
import { addReview } from './commands/review.js';
import { addSearch } from './commands/search.js';
import { addServe } from './commands/serve.js';
import { addShow } from './commands/show.js';
import { addStats } from './commands/stats.js';
import { addTypes } from './commands/types.js';
import type { Context } from './context.js';
import { explain, Failure } from './failure.js';
import { checkLocale, createProgram, localeArgument } from './program.js';
import { openTerminal } from './terminal.js';
import { speak } from './words.js';

const commands = [
  addInit,
  addNew,
  addCheck,
  addSearch,
  addConvert,
  addExport,
  addServe,
  addLsp,
  addMcp,
  addReview,
  addFeedback,
  addShow,
  addStats,
  addTypes,
];

const args = process.argv.slice(2);
const requestedLocale = localeArgument(args);
const locale = nearestLocale(requestedLocale ?? systemLocale());
const terminal = openTerminal(process.stdout, process.stderr, process.env);
const context: Context = {
  terminal,
  locale,
  say: speak(locale),
  currentFolder: currentFolder() ?? '',
  today: systemClock.today,
  end: (code) => {
    process.exitCode = code;
  },
};

/** Undefined if someone removed the folder meanwhile. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** POSIX order; where none is set (Windows), what the system tells Node. */
function systemLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? Intl.DateTimeFormat().resolvedOptions().locale;
}

function fail(error: unknown): void {
  terminal.note(`${terminal.noteColors.red('✖')} ${explain(error, context.say)}\n`);
  process.exitCode = 2;
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough (`| head`).
    if (error.code === 'EPIPE') process.exit(process.exitCode);
    if (stream === process.stdout) fail(error);
    process.exit(2);
  });
}

// What escapes a command, such as an error in a callback, is told like any other.
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit(2);
});

try {
  if (context.currentFolder === '') throw new Failure('noCurrentFolder');
  checkLocale(requestedLocale, context);
  const program = createProgram(context, commands);
  if (args.length === 0) program.outputHelp();
  else await program.parseAsync(args, { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else fail(error);
}
