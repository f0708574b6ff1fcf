import type { Command } from 'commander';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { findKnowledgeBase } from '../knowledge-base-folder.js';
import { todayOption } from '../options.js';
import { addExamples } from '../program.js';

/** The server lies beside the program, in a file of its own that the other commands need not load. */
const serverFile = './assistant-server.js';

/** What that file exports. Its answer is a problem in words, if there was one. */
interface AssistantServerFile {
  readonly serveAssistant: (options: {
    readonly root: string;
    readonly locale: Context['locale'];
    readonly today: () => string;
  }) => Promise<string | undefined>;
}

interface McpOptions {
  readonly today?: string;
}

export function addMcp(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('mcp')
    .description(say('mcpSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: McpOptions) => {
      const root = await findKnowledgeBase(folder, context);
      const { today } = options;
      const server: AssistantServerFile = await import(new URL(serverFile, import.meta.url).href).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_MODULE_NOT_FOUND') throw new Failure('brokenInstall');
        throw error;
      });
      const problem = await server.serveAssistant({
        root,
        locale: context.locale,
        today: today === undefined ? context.today : () => today,
      });
      if (problem === undefined) return;
      context.terminal.note(`${context.terminal.noteColors.red('✖')} ${problem}\n`);
      context.end(2);
    });
  addExamples(command, context, 'playbook mcp', 'playbook mcp knowledge --locale zh-Hans');
}
