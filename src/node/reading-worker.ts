import { parentPort, workerData } from 'node:worker_threads';
import type { UnreadFile } from '../app/ports.js';
import { parsePlaybook } from '../core/parse/playbook.js';
import { packPlaybook } from './packed-playbook.js';

/** What a thread is told when it starts. */
export interface ReadingThread {
  /** What a playbook without a language counts as written in; BCP 47. */
  readonly language: string;
}

/** Reads one file after the other, and sends back each playbook as it is kept. */
const { language }: ReadingThread = workerData;
parentPort?.on('message', ({ path, source }: UnreadFile) => {
  // A copy of its own: what zlib gives stands in a larger buffer, all of which would be sent.
  const packed = new Uint8Array(packPlaybook(parsePlaybook(path, source, language)));
  parentPort?.postMessage(packed, [packed.buffer]);
});
