import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { type ScriptTranslation, translateScript } from '../../app/translate.js';
import type { KnowledgeBase } from '../../core/knowledge-base.js';
import type { Playbook } from '../../core/model/playbook.js';
import { nearest } from '../../core/schema/nearest.js';
import { createFile } from '../../node/write-file.js';
import type { Context, ExitCode } from '../context.js';
import { didYouMean, Failure } from '../failure.js';
import { openKnowledgeBase } from '../knowledge-base-folder.js';
import { addExamples } from '../program.js';

interface ConvertOptions {
  readonly root?: string;
  readonly print?: true;
}

export function addConvert(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('convert')
    .description(say('convertSummary'))
    .argument('<playbook>', say('convertArgument'))
    .option('--root <dir>', say('rootOption'))
    .option('--print', say('convertPrint'))
    .action(async (name: string, options: ConvertOptions) => context.end(await convert(name, options, context)));
  addExamples(command, context, 'playbook convert policy-refund', 'playbook convert scripts/script-refund-request.md --print');
}

async function convert(name: string, options: ConvertOptions, context: Context): Promise<ExitCode> {
  const { terminal, currentFolder } = context;
  const { session, folder } = await openKnowledgeBase(options.root, {}, context);
  const { knowledgeBase } = session;
  const playbook = findPlaybook(name, knowledgeBase, folder.root, currentFolder);
  const taken = new Set<string>();
  for (;;) {
    const translation = await translate(playbook, knowledgeBase, taken);
    if (options.print) {
      terminal.write(translation.text);
      return 0;
    }
    // Something that is no playbook may have this name already.
    if (await createFile(folder.root, translation.path, translation.text)) {
      terminal.write(`${relative(currentFolder, resolve(folder.root, translation.path))}\n`);
      terminal.note(`${context.say('convertedCheck')}\n`);
      return 0;
    }
    taken.add(translation.path);
  }
}

async function translate(playbook: Playbook, knowledgeBase: KnowledgeBase, taken: ReadonlySet<string>): Promise<ScriptTranslation> {
  const result = await translateScript(knowledgeBase, playbook, (path) => taken.has(path));
  if (!('problem' in result)) return result;
  if (result.problem === 'not-chinese') throw new Failure('convertNotChinese', { title: playbook.title, lang: result.lang });
  throw new Failure('convertTranslated', { title: playbook.title, lang: result.to, path: result.path });
}

/** By id, by path in the knowledge base, or by path from the current folder. */
function findPlaybook(name: string, { playbooks, withId, config }: KnowledgeBase, root: string, currentFolder: string): Playbook {
  const fromHere = relative(root, resolve(currentFolder, name)).replaceAll('\\', '/');
  const found =
    withId(name)[0] ??
    playbooks.get(name) ??
    playbooks.get(fromHere) ??
    playbooks.get(config.content === '' ? name : `${config.content}/${name}`);
  if (found) return found;
  const ids = [...playbooks.values()].map(({ id }) => id);
  throw new Failure('convertUnknown', { name }, ...didYouMean(nearest(name, ids)));
}
