import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { decode } from './folder.js';

/** The path, or the folder that a symbolic link on the way leads to, lies outside the folder. */
export class OutsideFolderError extends Error {
  override readonly name = 'OutsideFolderError';
  readonly path: string;
  constructor(path: string) {
    super(`outside the folder: ${path}`);
    this.path = path;
  }
}

/** Writes a new file below a folder, with the folders it needs. False if something of that name is already there. */
export async function createFile(root: string, path: string, text: string): Promise<boolean> {
  const top = await realpath(root);
  const target = join(top, path);
  await requireInside(top, await nearestExisting(dirname(target)), path);
  await mkdir(dirname(target), { recursive: true });
  await requireInside(top, dirname(target), path);
  try {
    // O_EXCL also refuses a symbolic link that leads nowhere.
    const file = await open(target, 'wx');
    try {
      await file.writeFile(text, 'utf8');
    } catch (error) {
      // A part of a file would be left alone the next time, as one that is already there.
      await rm(target, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

export type Replacement = 'written' | 'changed' | 'not-utf8';

/**
 * Puts a new text into a file whole or not at all (temporary file, then rename), keeping its byte-order mark and its
 * permissions. Leaves it alone if it no longer holds the text that the new one was made from, or is not UTF-8.
 */
export async function replaceFile(root: string, path: string, before: string, after: string): Promise<Replacement> {
  const top = await realpath(root);
  const target = await realpath(join(top, path));
  await requireInside(top, target, path);
  const bytes = await readFile(target);
  const source = decode(bytes);
  if (source.invalidAt !== undefined) return 'not-utf8';
  if (source.text !== before) return 'changed';
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? '\uFEFF' : '';
  await putInPlace(target, mark + after, (await stat(target)).mode);
  return 'written';
}

/** Writes a file whole or not at all, with its folder as it is. What is no plain file, such as a pipe, is written to. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  if (known && !known.isFile()) await writeFile(path, text);
  else await putInPlace(known ? await realpath(path) : path, text, known?.mode);
}

async function putInPlace(target: string, text: string, mode?: number): Promise<void> {
  const fresh = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const file = await open(fresh, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

async function nearestExisting(folder: string): Promise<string> {
  const found = await realpath(folder).catch(() => undefined);
  return found ?? (dirname(folder) === folder ? folder : nearestExisting(dirname(folder)));
}

async function requireInside(top: string, path: string, shown: string): Promise<void> {
  const real = await realpath(path);
  if (real !== top && !real.startsWith(top.endsWith(sep) ? top : top + sep)) throw new OutsideFolderError(shown);
}
