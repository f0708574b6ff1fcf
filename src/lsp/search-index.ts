import { Worker } from 'node:worker_threads';
import { settleSearch } from '../app/open-search.js';
import type { IndexStore } from '../app/ports.js';
import type { Session } from '../app/session.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Playbook } from '../core/model/playbook.js';
import { searchDocuments } from '../core/search/documents.js';

/** A smaller knowledge base is indexed in less time than another thread takes to start. */
const fewestForThread = 200;
/** Playbooks read for the index before other questions are answered. */
const pieceSize = 10;

/**
 * Makes sure that a session can search without indexing everything first: the index is the one that was kept, or is written in
 * another thread, while this one goes on answering. If that fails, the first search indexes here.
 */
export async function prepareSearch(session: Session, store: IndexStore): Promise<void> {
  if (session.hasSearchIndex || session.knowledgeBase.playbooks.size < fewestForThread) return;
  await settleSearch(session, store, writeInThread);
}

async function writeInThread(knowledgeBase: KnowledgeBase): Promise<ReadonlyMap<string, string>> {
  const worker = new Worker(new URL('./search-worker.js', import.meta.url));
  try {
    const written = new Promise<ReadonlyMap<string, string>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the search thread ended')));
    });
    // Handled where it is awaited; until then a failure is no surprise either.
    written.catch(() => undefined);
    const playbooks = [...knowledgeBase.playbooks.values()];
    for (let start = 0; start < playbooks.length; start += pieceSize) {
      const piece: readonly Playbook[] = playbooks.slice(start, start + pieceSize);
      worker.postMessage({ ...searchDocuments(knowledgeBase, piece), isLast: start + pieceSize >= playbooks.length });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return await written;
  } finally {
    await worker.terminate();
  }
}
