import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SiteFile } from '../site/build-site.js';
import { isFullDisk } from './full-disk.js';

/** A file that every export carries, so that a later one knows what it may replace. */
export const siteMarker = '.playbook-site';

/** The target holds files that no export of ours made. */
export class ForeignFolderError extends Error {
  override readonly name = 'ForeignFolderError';
  readonly folder: string;
  constructor(folder: string) {
    super(`not empty and not an exported site: ${folder}`);
    this.folder = folder;
  }
}

/** No folder can be made there. */
export class UnwritableFolderError extends Error {
  override readonly name = 'UnwritableFolderError';
  constructor(folder: string, cause: unknown) {
    super(`no folder can be made there: ${folder}`, { cause });
  }
}

/**
 * Writes a site next to its target and swaps it in when it is complete; a failure or a kill before that leaves the
 * target as it was. `copyAsset` copies a file of the knowledge base to a path on disk. Gives the number of files.
 */
export async function writeSite(
  files: AsyncIterable<SiteFile>,
  target: string,
  copyAsset: (path: string, to: string) => Promise<void>,
): Promise<number> {
  const folder = resolve(target);
  await recover(folder);
  await refuseForeign(folder);
  // A folder of that name that no export of ours made is somebody's own.
  await refuseForeign(replacedName(folder));
  const fresh = `${folder}.new-${randomBytes(4).toString('hex')}`;
  await makeFolder(fresh, folder);
  const stopMinding = removeWhenInterrupted(fresh);
  let count = 0;
  try {
    const made = new Set<string>();
    // First of all, so that what a killed export leaves behind is known as ours.
    await writeFile(join(fresh, siteMarker), '');
    for await (const file of files) {
      const path = join(fresh, file.path);
      if (!made.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
      made.add(dirname(path));
      if ('copyOf' in file) await copyAsset(file.copyOf, path);
      else await writeFile(path, file.content);
      count += 1;
    }
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  } finally {
    stopMinding();
  }
  await swap(fresh, folder);
  await removeLeftovers(folder);
  return count;
}

/** Makes the folder that is filled first; an error speaks of the target, which is the one that was asked for. */
async function makeFolder(fresh: string, target: string): Promise<void> {
  try {
    await mkdir(dirname(fresh), { recursive: true });
    await mkdir(fresh);
  } catch (error) {
    throw isFullDisk(error) ? error : new UnwritableFolderError(target, error);
  }
}

/** Ctrl+C leaves nothing half-written behind. Gives what ends that care; the signal then does what it always does. */
function removeWhenInterrupted(folder: string): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const remove = (signal: NodeJS.Signals): void => {
    // A second one waits until all is gone.
    rmSync(folder, { recursive: true, force: true });
    stop();
    process.kill(process.pid, signal);
  };
  const stop = (): void => {
    for (const signal of signals) process.off(signal, remove);
  };
  for (const signal of signals) process.on(signal, remove);
  return stop;
}

async function refuseForeign(folder: string): Promise<void> {
  const names: readonly string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0 && !names.includes(siteMarker)) throw new ForeignFolderError(folder);
}

/** Where the old site stands between the two renames of a swap. */
function replacedName(folder: string): string {
  return `${folder}.replaced`;
}

async function swap(fresh: string, folder: string): Promise<void> {
  const old = replacedName(folder);
  await rm(old, { recursive: true, force: true });
  if (await exists(folder)) await rename(folder, old);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

/** A kill between the two renames left the site under its other name: puts it back. */
async function recover(folder: string): Promise<void> {
  const old = replacedName(folder);
  if (!(await exists(folder)) && (await exists(join(old, siteMarker)))) await rename(old, folder);
}

/** Half-written sites of exports that were killed. */
async function removeLeftovers(folder: string): Promise<void> {
  const parent = dirname(folder);
  const prefix = `${basename(folder)}.new-`;
  for (const name of await readdir(parent)) {
    const isOurs =
      name.startsWith(prefix) && /^[0-9a-f]{8}$/.test(name.slice(prefix.length)) && (await exists(join(parent, name, siteMarker)));
    if (isOurs) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
