import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isMessagePath, threadsFolder } from '../core/review/threads/message-file.js';
import { decode } from './folder.js';

/** Most files that are read of one playbook, and the largest of them in bytes. */
const mostFiles = 5000;
const largest = 200_000;

/** Message files about a reviewed file as they are in the folder, committed or not, by path. Links are not followed. */
export async function readThreadFiles(root: string, id: string): Promise<ReadonlyMap<string, string>> {
  const top = threadsFolder(id);
  const found = new Map<string, string>();
  const [real, realTop] = await Promise.all([root, join(root, top)].map((path) => realpath(path).catch(() => undefined)));
  if (real === undefined || realTop !== join(real, top)) return found;
  const folders = await list(root, top);
  for (const folder of folders) {
    for (const name of await list(root, `${top}/${folder}`)) {
      const path = `${top}/${folder}/${name}`;
      if (!isMessagePath(path)) continue;
      if (found.size >= mostFiles) return found;
      const stat = await lstat(join(root, path)).catch(() => undefined);
      if (!stat?.isFile() || stat.size > largest) continue;
      const content = await readFile(join(root, path)).catch(() => undefined);
      if (content) found.set(path, decode(content).text);
    }
  }
  return found;
}

/** Names in a folder, if it is one and no link. */
async function list(root: string, path: string): Promise<readonly string[]> {
  const stat = await lstat(join(root, path)).catch(() => undefined);
  return stat?.isDirectory() ? (await readdir(join(root, path)).catch(() => [])).sort() : [];
}
