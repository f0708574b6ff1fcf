import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { type NewPlaybookRequest, newPlaybook } from '../../app/new-playbook.js';
import { configFileName } from '../../core/config/config.js';
import type { KnowledgeBase } from '../../core/knowledge-base.js';
import { createFile, OutsideFolderError } from '../../node/write-file.js';
import type { Context, ExitCode } from '../context.js';
import { didYouMean, Failure } from '../failure.js';
import { findKnowledgeBase, openKnowledgeBaseAt } from '../knowledge-base-folder.js';
import { closest, invalidChoice, todayOption } from '../options.js';
import { addExamples } from '../program.js';

interface NewOptions {
  readonly lang?: string;
  readonly dir?: string;
  readonly id?: string;
  readonly today?: string;
}

export function addNew(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('new')
    .description(say('newSummary'))
    .argument('<type>', say('newType'))
    .argument('<title>', say('newTitle'))
    .option('--lang <lang>', say('newLang'))
    .option('--dir <dir>', say('newFolder'))
    .addOption(new Option('--id <id>', say('newId')))
    .addOption(todayOption(context))
    .action(async (type: string, title: string, options: NewOptions) => context.end(await create(type, title, options, context)));
  addExamples(command, context, 'playbook new script 退款安抚 --id script-refund', 'playbook new response "Callback promise" --lang en');
}

const longestTitle = 200;
const longestId = 200;

async function create(typeName: string, title: string, options: NewOptions, context: Context): Promise<ExitCode> {
  const { say, terminal, currentFolder } = context;
  if (title.trim() === '') throw new Failure('emptyTitle');
  if (title.length > longestTitle) throw new Failure('titleTooLong', { limit: longestTitle });
  const named = options.dir === undefined ? undefined : resolve(currentFolder, options.dir);
  const root = await rootFor(named, context);
  const { session, folder } = await openKnowledgeBaseAt(root, options, context);
  const { knowledgeBase } = session;
  const request: NewPlaybookRequest = {
    type: findType(typeName, knowledgeBase, say),
    title,
    lang: findLanguage(options.lang, knowledgeBase, context),
    today: options.today ?? context.today(),
    ...(options.id !== undefined && { id: freeId(options.id, knowledgeBase) }),
    // The knowledge base itself as the folder leaves the place to it.
    ...(named !== undefined && named !== root && { folder: contentFolder(root, named, options.dir ?? '', knowledgeBase) }),
  };
  const taken = new Set<string>();
  for (;;) {
    const { path, text } = newPlaybook(knowledgeBase, request, (candidate) => taken.has(candidate));
    if (await createFile(folder.root, path, text)) {
      terminal.write(`${relative(currentFolder, resolve(folder.root, path))}\n`);
      return 0;
    }
    // Something that is no playbook has this name already.
    if (options.id !== undefined) throw new Failure('fileTaken', { path });
    taken.add(path);
  }
}

/** The knowledge base that a folder belongs to, which may not exist yet; if it has none, that of the current folder. */
async function rootFor(named: string | undefined, context: Context): Promise<string> {
  let existing = named ?? context.currentFolder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const root = await findKnowledgeBase(existing, context);
  return existsSync(join(root, configFileName)) ? root : findKnowledgeBase(undefined, context);
}

function findType(name: string, { types }: KnowledgeBase, say: Context['say']): NewPlaybookRequest['type'] {
  const all = [...types.values()];
  const found = types.get(name) ?? all.find(({ label }) => Object.values(label).some((text) => text.toLowerCase() === name.toLowerCase()));
  if (found) return found;
  const near = closest(name, types.keys());
  throw new Failure('unknownType', { type: name, types: [...types.keys()].join(say('listSeparator')) }, ...didYouMean(near));
}

function findLanguage(lang: string | undefined, { config }: KnowledgeBase, context: Context): string {
  if (lang === undefined) return config.defaultLanguage;
  const found = config.languages.find((candidate) => candidate.toLowerCase() === lang.toLowerCase());
  if (found === undefined) throw invalidChoice('--lang', lang, config.languages, context);
  return found;
}

function freeId(id: string, { withId, idsLike }: KnowledgeBase): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(id) || id.length > longestId) throw new Failure('invalidId', { id, limit: longestId });
  const [near = id] = idsLike(id);
  const [holder] = [...withId(id), ...withId(near)];
  if (holder) throw new Failure('idTaken', { id, path: holder.path });
  return id;
}

/** A folder named by the user, relative to the root; refused outside the content folder. */
function contentFolder(root: string, folder: string, shown: string, { config }: KnowledgeBase): string {
  const path = relative(root, folder).split(sep).join('/');
  if (path === '..' || path.startsWith('../') || isAbsolute(path)) throw new OutsideFolderError(shown);
  const isContent = config.content === '' || path === config.content || path.startsWith(`${config.content}/`);
  if (!isContent) throw new Failure('outsideContent', { folder: shown, content: config.content });
  return path;
}
