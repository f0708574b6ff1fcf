import { mkdir, realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { exportSite } from '../../app/export.js';
import type { Session } from '../../app/session.js';
import type { Diagnostic } from '../../core/model/diagnostic.js';
import { type Collector, createCollector } from '../../node/feedback-collector.js';
import { feedbackAddress, type SiteServer, startSiteServer } from '../../node/site-server.js';
import { watchFolder } from '../../node/watch-folder.js';
import type { SiteAssets, SiteFile } from '../../site/build-site.js';
import type { Context, ExitCode } from '../context.js';
import { explain, Failure } from '../failure.js';
import { findKnowledgeBase, type OpenKnowledgeBase, openKnowledgeBase, openKnowledgeBaseAt } from '../knowledge-base-folder.js';
import { parseWholeNumber, repeatableOption, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { siteAssets } from '../site-assets.js';

interface ServeOptions {
  readonly port?: number;
  readonly today?: string;
  readonly collect?: string;
  readonly collectFrom: readonly string[];
}

const usualPort = 4860;

export function addServe(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('serve')
    .description(say('serveSummary'))
    .argument('[dir]', say('folderArgument'))
    .addOption(new Option('--port <number>', say('portOption')).argParser(parseWholeNumber('--port', 1, 65_535)))
    .option('--collect <dir>', say('collectOption'))
    .addOption(repeatableOption('--collect-from <origin>', say('collectFromOption')))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: ServeOptions) => context.end(await serve(folder, options, context)));
  addExamples(command, context, 'playbook serve', 'playbook serve knowledge --port 8080', 'playbook serve --collect ../feedback');
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
    const collector = await openCollector(options, root, context);
    const files = await collectSite(opened.session, assets, options);
    const server = await start(options.port, opened, collector);
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
    server.show(await collectSite(session, assets, options));
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    terminal.note(`${say('rebuilt', { time: timeOfDay(), pages: session.knowledgeBase.playbooks.size, errors })}\n`);
  } catch (error) {
    terminal.note(`${say('rebuildFailed', { time: timeOfDay(), reason: explain(error, say) })}\n`);
  }
}

/** Undefined unless feedback is wanted. What is collected is never among the files that pages may show. */
async function openCollector(options: ServeOptions, root: string, context: Context): Promise<Collector | undefined> {
  const { collect, collectFrom } = options;
  if (collect === undefined) {
    if (collectFrom.length > 0) throw new Failure('collectFromAlone');
    return undefined;
  }
  const wrong = collectFrom.find((origin) => !/^(?:https?:\/\/[a-z0-9.-]+(?::\d{1,5})?|null)$/.test(origin));
  if (wrong !== undefined) throw new Failure('collectFromNoOrigin', { origin: wrong });
  const named = resolve(context.currentFolder, collect);
  if (isWithin(named, root)) throw new Failure('collectInside', { folder: collect });
  await mkdir(named, { recursive: true, mode: 0o700 });
  const folder = await realpath(named);
  if (isWithin(folder, root)) throw new Failure('collectInside', { folder: collect });
  return createCollector({
    folder,
    origins: collectFrom,
    today: context.today,
    now: () => performance.now(),
    failed: (error) => context.terminal.note(`${explain(error, context.say)}\n`),
  });
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function start(port: number | undefined, { folder }: OpenKnowledgeBase, collector: Collector | undefined): Promise<SiteServer> {
  try {
    return await startSiteServer({
      port: port ?? usualPort,
      orNext: port === undefined,
      openAsset: folder.openFile,
      ...(collector && { collector }),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new Failure('portTaken', { port: port ?? usualPort });
    if (code === 'EACCES') throw new Failure('portForbidden', { port: port ?? usualPort });
    throw error;
  }
}

/** A preview sends nothing to where the real site sends feedback: whoever tries a page out is no agent. */
async function collectSite(session: Session, assets: SiteAssets, { collect }: ServeOptions): Promise<ReadonlyMap<string, SiteFile>> {
  const files = new Map<string, SiteFile>();
  const feedbackEndpoint = collect === undefined ? null : feedbackAddress;
  // A worker would go on showing what was kept while its author goes on writing.
  const { serviceWorker: _worker, ...live } = assets;
  for await (const file of exportSite(session, live, { feedbackEndpoint })) files.set(file.path, file);
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
