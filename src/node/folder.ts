import { constants, existsSync } from 'node:fs';
import { copyFile, type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { FileEntry, FileSource } from '../app/ports.js';
import { configFileName } from '../core/config/config.js';
import type { SourceText } from '../core/model/playbook.js';
import { largestFile } from '../core/parse/playbook.js';
import { readFeedbackFolder } from './feedback-folder.js';
import { siteMarker } from './write-site.js';

/** The nearest folder, from `start` upwards, that has a config; `start` itself if none has. */
export function findRoot(start: string): string {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, configFileName))) return folder;
    if (dirname(folder) === folder) return resolve(start);
  }
}

/** Folders that never hold playbooks. Hidden folders and exported sites are left out too. */
const ignoredFolders: ReadonlySet<string> = new Set(['node_modules']);

/** Whether a path inside a knowledge base is never read: hidden, or brought by packages. */
export function isIgnoredPath(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || ignoredFolders.has(part));
}

export interface Folder extends FileSource {
  readonly root: string;
  readonly feedback: () => Promise<readonly string[]>;
  /** Copies a file of the folder; throws if it is gone or lies outside. */
  readonly copyTo: (path: string, target: string) => Promise<void>;
  /** Opens a file of the folder for reading; undefined if it is gone, is no plain file or lies outside. The caller closes it. */
  readonly openFile: (path: string) => Promise<FileHandle | undefined>;
}

/** A folder on disk as a source of files. Follows a symbolic link only to a file inside the folder. */
export async function openFolder(folder: string): Promise<Folder> {
  const root = await realpath(folder);
  const top = root.endsWith(sep) ? root : root + sep;
  // A link to a hidden file (`.git/config`, `.env`) inside the folder would publish what is not content.
  const isInside = (path: string) => path.startsWith(top) && !`/${path.slice(top.length).split(sep).join('/')}`.includes('/.');

  async function collect(relative: string, found: FileEntry[]): Promise<void> {
    const entries = await readdir(join(root, relative), { withFileTypes: true }).catch(() => undefined);
    if (!entries) {
      found.push({ path: relative, unreadable: true });
      return;
    }
    if (entries.some((entry) => entry.name === siteMarker)) return;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) {
        if (!ignoredFolders.has(entry.name)) await collect(path, found);
      } else if (entry.isFile()) found.push({ path });
      else if (entry.isSymbolicLink()) {
        const target = await realpath(join(root, path)).catch(() => undefined);
        found.push(target === undefined ? { path, outside: true, broken: true } : { path, outside: !isInside(target) });
      }
    }
  }

  async function inside(path: string): Promise<string | undefined> {
    const real = await realpath(join(root, path)).catch(() => undefined);
    return real !== undefined && isInside(real) ? real : undefined;
  }

  return {
    root,
    feedback: () => readFeedbackFolder(root),
    async copyTo(path, target) {
      const real = await inside(path);
      if (real === undefined) throw new Error(`not a file of the knowledge base: ${path}`);
      await copyFile(real, target);
    },
    async openFile(path) {
      const real = await inside(path);
      return real === undefined ? undefined : openPlainFile(real);
    },
    async list() {
      const found: FileEntry[] = [];
      await collect('', found);
      return found;
    },
    async read(path) {
      const real = await inside(path);
      return real === undefined ? undefined : readSource(real);
    },
  };
}

/** Opening a named pipe would wait for its writer for ever, unless it is opened without blocking. */
const withoutBlocking = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function openPlainFile(path: string): Promise<FileHandle | undefined> {
  const file = await open(path, withoutBlocking).catch(() => undefined);
  if (!file) return undefined;
  const isFile = await file.stat().then(
    (stat) => stat.isFile(),
    () => false,
  );
  if (isFile) return file;
  await file.close();
  return undefined;
}

async function readSource(path: string): Promise<SourceText | undefined> {
  const file = await openPlainFile(path);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    return size > largestFile ? { text: '', tooLarge: size } : decode(await file.readFile());
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

/** UTF-8 without its byte-order mark. Bytes that are not UTF-8 become U+FFFD, and the first of them is remembered. */
export function decode(bytes: Uint8Array): SourceText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, invalidAt: Math.max(0, text.indexOf('\uFFFD')) };
  }
}
