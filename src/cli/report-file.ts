import { resolve } from 'node:path';
import { isFullDisk } from '../node/full-disk.js';
import { writeWhole } from '../node/write-file.js';
import type { Context } from './context.js';
import { Failure } from './failure.js';

/** Writes a report to the file that `--out` names, and says so; without one, to standard output. */
export async function writeReport(text: string, out: string | undefined, { terminal, say, currentFolder }: Context): Promise<void> {
  if (out === undefined) return terminal.write(text);
  try {
    await writeWhole(resolve(currentFolder, out), text);
  } catch (error) {
    throw isFullDisk(error) ? error : new Failure('unwritableFile', { path: out });
  }
  terminal.note(`${say('diffWritten', { path: out })}\n`);
}
