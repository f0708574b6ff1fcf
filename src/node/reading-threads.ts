import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { UnreadFile } from '../app/ports.js';
import type { ReadingThread } from './reading-worker.js';

/** More would have to wait for the thread that takes what they have read. */
const mostThreads = 6;
/** Files that a thread has at hand, so that it never waits for the next. */
const atHand = 4;

/**
 * Reads files in threads of their own, one for each processor. Calls `take` with every playbook, packed, in any order. False if
 * threads cannot be had or one has ended, with some or all of the files not taken.
 *
 * @param thread the program that each of them runs
 */
export async function readInThreads(
  files: readonly UnreadFile[],
  language: string,
  take: (packed: Uint8Array) => void,
  thread = new URL('./reading-worker.js', import.meta.url),
): Promise<boolean> {
  const count = Math.min(mostThreads, availableParallelism(), files.length);
  const left = [...files].reverse();
  const workers: Worker[] = [];
  try {
    const workerData: ReadingThread = { language };
    for (let started = 0; started < count; started += 1) {
      workers.push(new Worker(thread, { workerData }));
    }
    await Promise.all(workers.map((worker) => readIn(worker, left, take)));
    return true;
  } catch {
    return false;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Hands a thread one file after the other until none is left and all were read. */
function readIn(worker: Worker, left: UnreadFile[], take: (packed: Uint8Array) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let reading = 0;
    const handOut = () => {
      while (reading < atHand) {
        const file = left.pop();
        if (!file) break;
        reading += 1;
        worker.postMessage(file);
      }
      if (reading === 0) resolve();
    };
    worker.on('message', (packed: Uint8Array) => {
      try {
        take(packed);
        reading -= 1;
        handOut();
      } catch (error) {
        reject(error);
      }
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reading thread ended')));
    handOut();
  });
}
