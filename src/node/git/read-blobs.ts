import { createHash } from 'node:crypto';
import { HistoryError } from '../../app/ports.js';
import { explainFailure, runGit } from './run.js';

/** Reads blobs with one `git cat-file --batch` and checks each content against its name. Fails if one is missing or damaged. */
export async function readBlobs(
  folder: string,
  blobs: Iterable<string>,
  take: (blob: string, content: Uint8Array) => void,
  isPartial: boolean,
): Promise<void> {
  const wanted = [...new Set(blobs)];
  if (wanted.length === 0) return;
  const reader = createBatchReader(take, isPartial);
  const { code, stderr } = await runGit(folder, ['cat-file', '--batch', '--buffer'], {
    input: `${wanted.join('\n')}\n`,
    onOutput: reader.push,
  });
  if (reader.failure()) throw reader.failure();
  if (code !== 0) throw explainFailure(stderr);
  if (reader.count() !== wanted.length) throw new HistoryError('damaged', '');
}

function createBatchReader(take: (blob: string, content: Uint8Array) => void, isPartial: boolean) {
  let pending: Buffer[] = [];
  let length = 0;
  /** Bytes of the object that is being read, and its name; the line break after it included. */
  let awaited: { readonly blob: string; readonly size: number } | undefined;
  let failure: HistoryError | undefined;
  let count = 0;

  function push(chunk: Buffer): void {
    if (failure) return;
    pending.push(chunk);
    length += chunk.length;
    if (awaited && length < awaited.size + 1) return;
    let data = pending.length === 1 ? chunk : Buffer.concat(pending);
    for (;;) {
      if (!awaited) {
        const end = data.indexOf(10);
        if (end < 0) break;
        awaited = readHeader(data.toString('latin1', 0, end));
        data = data.subarray(end + 1);
        if (!awaited) return;
      }
      if (data.length < awaited.size + 1) break;
      const content = data.subarray(0, awaited.size);
      const algorithm = awaited.blob.length === 40 ? 'sha1' : 'sha256';
      const name = createHash(algorithm).update(`blob ${awaited.size}\0`).update(content).digest('hex');
      if (name !== awaited.blob) {
        failure = new HistoryError('damaged', awaited.blob);
        return;
      }
      count += 1;
      take(awaited.blob, new Uint8Array(content));
      data = data.subarray(awaited.size + 1);
      awaited = undefined;
    }
    pending = data.length > 0 ? [data] : [];
    length = data.length;
  }

  function readHeader(line: string): { readonly blob: string; readonly size: number } | undefined {
    const found = /^([0-9a-f]+) blob (\d+)$/.exec(line);
    if (found) return { blob: found[1] ?? '', size: Number(found[2]) };
    failure = new HistoryError(isPartial ? 'partial' : 'damaged', line.split(' ')[0] ?? '');
    return undefined;
  }

  return { push, failure: () => failure, count: () => count };
}
