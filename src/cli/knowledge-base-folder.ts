import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type OpenSearch, openSearch } from '../app/open-search.js';
import type { FileEntry } from '../app/ports.js';
import { openSession, type Session, type SessionSettings } from '../app/session.js';
import { type Folder, findRoot, openFolder } from '../node/folder.js';
import { createIndexStore } from '../node/index-store.js';
import { createPlaybookStore } from '../node/playbook-store.js';
import type { Context } from './context.js';
import { emptyFolder, Failure } from './failure.js';
import { showProgress } from './progress.js';
import { printable } from './terminal.js';

export interface KnowledgeBaseOptions {
  readonly today?: string;
  /** Day of each playbook’s last approval or verification, by id, where review is on. */
  readonly reviewedOn?: ReadonlyMap<string, string> | undefined;
}

export interface OpenKnowledgeBase {
  readonly session: Session;
  readonly folder: Folder;
}

/**
 * Opens the knowledge base of a folder: the nearest one upwards that has a config, else the folder itself.
 * Fails in words if the folder is missing, is a file or cannot be read, or holds neither playbooks nor a config.
 */
export async function openKnowledgeBase(
  named: string | undefined,
  options: KnowledgeBaseOptions,
  context: Context,
): Promise<OpenKnowledgeBase> {
  const root = await findKnowledgeBase(named, context);
  const opened = await openKnowledgeBaseAt(root, options, context);
  const { playbooks, supportFiles } = opened.session.knowledgeBase;
  if (playbooks.size === 0) refuseEmpty(named ?? root, supportFiles.length > 0, context);
  return opened;
}

/** Opens the knowledge base whose root is known, even if nothing is in it. */
export async function openKnowledgeBaseAt(root: string, options: KnowledgeBaseOptions, context: Context): Promise<OpenKnowledgeBase> {
  const folder = await openFolder(root);
  const session = await opening(folder, options, context, (settings) => openSession(folder, settings));
  return { session, folder };
}

/** Opens the knowledge base of a folder for searching: as `openKnowledgeBase`, but only files that changed since the last time are parsed. */
export async function openKnowledgeBaseSearch(
  named: string | undefined,
  options: KnowledgeBaseOptions,
  context: Context,
): Promise<OpenSearch> {
  const root = await findKnowledgeBase(named, context);
  const folder = await openFolder(root);
  const opened = await opening(folder, options, context, (settings) => openSearch(folder, settings, createIndexStore(folder.root)));
  if (opened.playbooks === 0) refuseEmpty(named ?? root, opened.hasSupportFiles, context);
  return opened;
}

/** Opens a folder by the settings of the command, showing how far it is, and says what was left out. */
async function opening<Opened extends { readonly leftOut: readonly FileEntry[] }>(
  folder: Folder,
  { today, reviewedOn }: KnowledgeBaseOptions,
  context: Context,
  open: (settings: SessionSettings) => Promise<Opened>,
): Promise<Opened> {
  const progress = showProgress(context);
  const opened = await open({
    locale: context.locale,
    today: today ?? context.today(),
    progress: progress.report,
    store: createPlaybookStore(folder.root),
    ...(reviewedOn && { reviewedOn }),
  }).finally(progress.stop);
  noteLeftOut(opened.leftOut, context);
  return opened;
}

function noteLeftOut(leftOut: readonly FileEntry[], { terminal, say }: Context): void {
  for (const { path, outside, broken } of leftOut) {
    const word = broken ? 'leftBroken' : outside ? 'leftOutside' : 'leftUnreadable';
    terminal.note(`${say(word, { path: printable(path) })}\n`);
  }
}

/** A folder with nothing in it is a mistake; one with a config only is a beginning. */
function refuseEmpty(folder: string, hasSupportFiles: boolean, { terminal, say }: Context): void {
  if (!hasSupportFiles) throw emptyFolder(folder);
  terminal.note(`${say('noPlaybooks', { folder })}\n`);
}

/** The root of the knowledge base that a folder named by the user belongs to; an absolute path. */
export async function findKnowledgeBase(named: string | undefined, context: Context): Promise<string> {
  const start = resolve(context.currentFolder, named ?? '.');
  await requireFolder(start, named ?? start);
  return findRoot(start);
}

/** `shown` is the folder as the user wrote it. */
export async function requireFolder(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw new Failure('unreadableFolder', { folder: shown });
    return undefined;
  });
  if (!found) throw new Failure('noFolder', { folder: shown });
  if (!found.isDirectory()) throw new Failure('notFolder', { folder: shown });
  try {
    await access(path, constants.R_OK | constants.X_OK);
    await readdir(path);
  } catch {
    throw new Failure('unreadableFolder', { folder: shown });
  }
}
