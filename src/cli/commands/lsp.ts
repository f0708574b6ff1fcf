import { type Command, Option } from 'commander';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { addExamples } from '../program.js';

/** The language server lies beside the program, in a file of its own that the other commands need not load. */
const serverFile = './language-server.js';

export function addLsp(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('lsp')
    .description(say('lspSummary'))
    // What editors' client libraries add of their own accord.
    .addOption(new Option('--stdio').hideHelp())
    .addOption(new Option('--clientProcessId <number>').hideHelp())
    .action(async () => {
      await import(new URL(serverFile, import.meta.url).href).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_MODULE_NOT_FOUND') throw new Failure('brokenInstall');
        throw error;
      });
    });
  addExamples(command, context, 'playbook lsp');
}
