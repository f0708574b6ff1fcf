import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { feedbackFolder } from '../core/feedback/feedback.js';

/** Bytes of one file, and of all of them: a larger file is not read, nor are the oldest ones of too many. */
export const largestFeedbackFile = 64 * 1024 * 1024;
export const mostFeedback = 256 * 1024 * 1024;

/** Texts of the files of imported feedback below the root of a knowledge base, by name. No link is followed; what cannot be read is left out. */
export async function readFeedbackFolder(root: string): Promise<readonly string[]> {
  let folder = root;
  for (const name of feedbackFolder.split('/')) {
    folder = join(folder, name);
    const found = await lstat(folder).catch(() => undefined);
    if (!found?.isDirectory()) return [];
  }
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.ndjson')).sort();
  const texts: string[] = [];
  let size = 0;
  // Their names begin with the day.
  for (const name of names.reverse()) {
    const text = await readPlainFile(join(folder, name), largestFeedbackFile);
    if (text === undefined) continue;
    size += Buffer.byteLength(text);
    if (size > mostFeedback) break;
    texts.push(text);
  }
  return texts.reverse();
}

/** The text of a plain file, without a byte-order mark; undefined for a link, anything else, or one that is too large. */
export async function readPlainFile(path: string, largest: number): Promise<string | undefined> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch(() => undefined);
  if (!file) return undefined;
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size > largest) return undefined;
    return new TextDecoder('utf-8').decode(await file.readFile());
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
