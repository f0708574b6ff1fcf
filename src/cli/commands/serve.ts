import { realpath } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { exportSite, type SiteAssets } from '../../app/export.js';
import type { Session } from '../../app/session.js';
import type { Diagnostic } from '../../core/model/diagnostic.js';
import { type SiteServer, startSiteServer } from '../../node/site-server.js';
import { watchFolder } from '../../node/watch-folder.js';
import type { SiteFile } from '../../site/build-site.js';
import type { Context, ExitCode } from '../context.js';
import { explain, Failure } from '../failure.js';
import { findKnowledgeBase, type OpenKnowledgeBase, openKnowledgeBase, openKnowledgeBaseAt } from '../knowledge-base-folder.js';
import { parseWholeNumber, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { siteAssets } from '../site-assets.js';

interface ServeOptions {
  readonly port?: number;
  readonly today?: string;
}

const usualPort = 4860;

export function addServe(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('serve')
    .description(say('serveSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(new Option('--port <number>', say('portOption')).argParser(parseWholeNumber('--port', 1, 65_535)))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: ServeOptions) => context.end(await serve(folder, options, context)));
  addExamples(command, context, 'playbook serve', 'playbook serve knowledge --port 8080');
}

async function serve(named: string | undefined, options: ServeOptions, context: Context): Promise<ExitCode> {
  const { terminal, say } = context;
  const root = await realpath(await findKnowledgeBase(named, context));
  // Watching begins before reading, so that no change falls between the two.
  let isStale = false;
  let react = () => {
    isStale = true;
  };
  const watcher = await watchFolder(
    root,
    () => react(),
    (error) => terminal.note(`${explain(error, say)}\n`),
  );
  try {
    const opened = await openKnowledgeBase(named, options, context);
    const assets = await siteAssets();
    const files = await collectSite(opened.session, assets);
    const server = await start(options.port, opened);
    server.show(files);
    react = oneAtATime(() => rebuild(server, opened.folder.root, assets, options, context));
    if (isStale) react();
    terminal.write(`${say('serving', { address: `http://127.0.0.1:${server.port}/` })}\n`);
    await interruption();
    await server.close();
  } finally {
    await watcher.close();
  }
  terminal.note(`${say('served')}\n`);
  return 0;
}

/** Shows the folder as it is now; if that fails, the pages stay as they are. */
async function rebuild(server: SiteServer, root: string, assets: SiteAssets, options: ServeOptions, context: Context): Promise<void> {
  const { terminal, say } = context;
  try {
    const { session } = await openKnowledgeBaseAt(root, options, context);
    const problems = session.check();
    refuseBrokenSettings(session, problems);
    server.show(await collectSite(session, assets));
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    terminal.note(`${say('rebuilt', { time: timeOfDay(), pages: session.knowledgeBase.playbooks.size, errors })}\n`);
  } catch (error) {
    terminal.note(`${say('rebuildFailed', { time: timeOfDay(), reason: explain(error, say) })}\n`);
  }
}

async function start(port: number | undefined, { folder }: OpenKnowledgeBase): Promise<SiteServer> {
  try {
    return await startSiteServer({ port: port ?? usualPort, orNext: port === undefined, openAsset: folder.openFile });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new Failure('portTaken', { port: port ?? usualPort });
    if (code === 'EACCES') throw new Failure('portForbidden', { port: port ?? usualPort });
    throw error;
  }
}

async function collectSite(session: Session, assets: SiteAssets): Promise<ReadonlyMap<string, SiteFile>> {
  const files = new Map<string, SiteFile>();
  for await (const file of exportSite(session, assets)) files.set(file.path, file);
  return files;
}

/** With a config that cannot be read, everything would be shown by default settings: rather keep what is there. */
function refuseBrokenSettings(session: Session, problems: readonly Diagnostic[]): void {
  const { supportFiles } = session.knowledgeBase;
  const [problem] = problems.filter(({ path, severity }) => severity === 'error' && supportFiles.some((file) => file.path === path));
  if (problem) {
    const { path, range, message } = problem;
    throw new Failure('settingsBroken', { place: `${path}:${range.start.line}:${range.start.column}`, message });
  }
}

/** Runs a task again once it is done if it was asked for meanwhile, however often. */
function oneAtATime(task: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await task();
    }
    isRunning = false;
  };
  return () => void run();
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8);
}

/** Ctrl+C, or the end of the terminal. */
async function interruption(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
