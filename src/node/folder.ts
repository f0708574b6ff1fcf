import { existsSync } from 'node:fs';
import { copyFile, open, readdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { FileEntry, FileSource } from '../app/ports.js';
import { configFileName } from '../core/config/config.js';
import type { SourceText } from '../core/model/playbook.js';
import { largestFile } from '../core/parse/playbook.js';
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

export interface Folder extends FileSource {
  readonly root: string;
  /** Copies a file of the folder; throws if it is gone or lies outside. */
  readonly copyTo: (path: string, target: string) => Promise<void>;
}

/** A folder on disk as a source of files. Follows a symbolic link only to a file inside the folder. */
export async function openFolder(folder: string): Promise<Folder> {
  const root = await realpath(folder);
  const isInside = (path: string) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

  async function collect(relative: string, found: FileEntry[]): Promise<void> {
    const entries = await readdir(join(root, relative), { withFileTypes: true }).catch(() => []);
    if (entries.some((entry) => entry.name === siteMarker)) return;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) {
        if (!ignoredFolders.has(entry.name)) await collect(path, found);
      } else if (entry.isFile()) found.push({ path });
      else if (entry.isSymbolicLink()) {
        const target = await realpath(join(root, path)).catch(() => undefined);
        found.push({ path, outside: target === undefined || !isInside(target) });
      }
    }
  }

  async function inside(path: string): Promise<string | undefined> {
    const real = await realpath(join(root, path)).catch(() => undefined);
    return real !== undefined && isInside(real) ? real : undefined;
  }

  return {
    root,
    async copyTo(path, target) {
      const real = await inside(path);
      if (real === undefined) throw new Error(`not a file of the knowledge base: ${path}`);
      await copyFile(real, target);
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

async function readSource(path: string): Promise<SourceText | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { size, isFile } = await file.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
      if (!isFile) return undefined;
      return size > largestFile ? { text: '', tooLarge: size } : decode(await file.readFile());
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
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
