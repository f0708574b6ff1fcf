import { git } from './run.js';

/** The lines that differ between two blobs, as a unified diff without its head. */
export async function diffBlobs(folder: string, before: string, after: string): Promise<readonly string[]> {
  const output = await git(folder, [
    'diff',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--no-renames',
    '--text',
    '-U2',
    before,
    after,
    '--',
  ]);
  const lines = output.toString('utf8').replace(/\n$/, '').split('\n');
  return lines.slice(
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith('@@')),
    ),
  );
}
