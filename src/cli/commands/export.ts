import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { exportSite } from '../../app/export.js';
import type { Session } from '../../app/session.js';
import { ForeignFolderError, writeSite } from '../../node/write-site.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { openKnowledgeBase, requireFolder } from '../knowledge-base-folder.js';
import { todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { showProgress } from '../progress.js';
import { siteAssets } from '../site-assets.js';

interface ExportOptions {
  readonly out: string;
  readonly today?: string;
}

export function addExport(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('export')
    .description(say('exportSummary'))
    .argument('[dir]', say('folderArgument'))
    .requiredOption('--out <dir>', say('outOption'))
    .addOption(todayOption(context))
    .action(async (folder: string | undefined, options: ExportOptions) => context.end(await writeHelpSite(folder, options, context)));
  addExamples(command, context, 'playbook export --out site', 'playbook export knowledge --out ../help-site');
}

async function writeHelpSite(named: string | undefined, options: ExportOptions, context: Context): Promise<ExitCode> {
  const { say, terminal, currentFolder } = context;
  const { session, folder } = await openKnowledgeBase(named, options, context);
  const target = await realTarget(resolve(currentFolder, options.out));
  refuseTarget(target, folder.root, options.out, session);
  const assets = await siteAssets();
  const progress = showProgress(context);
  try {
    const files = await writeSite(exportSite(session, assets, progress.report), target, folder.copyTo);
    progress.stop();
    terminal.write(`${say('exported', { files, folder: options.out, home: join(options.out, 'index.html') })}\n`);
  } catch (error) {
    if (error instanceof ForeignFolderError) throw new Failure('foreignFolder', { folder: options.out });
    throw error;
  } finally {
    progress.stop();
  }
  const errors = session.check().filter((problem) => problem.severity === 'error').length;
  if (errors > 0) terminal.note(`${say('exportHasErrors', { errors })}\n`);
  return 0;
}

/** The target with symbolic links resolved, as far as it exists. */
async function realTarget(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) {
    await requireFolder(real, path);
    return real;
  }
  return dirname(path) === path ? path : join(await realTarget(dirname(path)), basename(path));
}

/** Places that a wrong word on the command line must not empty or fill. */
function refuseTarget(target: string, root: string, shown: string, { knowledgeBase }: Session): void {
  const isWithin = (path: string, folder: string) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (target === parse(target).root || target === homedir()) throw new Failure('outIsHome', { folder: shown });
  if (isWithin(root, target)) throw new Failure('outHoldsContent', { folder: shown });
  if (isWithin(target, join(root, knowledgeBase.config.content))) throw new Failure('outInContent', { folder: shown });
}
