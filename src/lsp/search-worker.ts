import { parentPort } from 'node:worker_threads';
import type { SearchDocuments } from '../core/search/documents.js';
import { writeIndex } from '../core/search/write-index.js';

/** A piece of the documents to index; the last one says so. */
export interface IndexPiece extends SearchDocuments {
  readonly isLast: boolean;
}

/** Writes an index beside the server, which answers meanwhile: it gets documents in pieces and sends the index's parts back. */
const entries: SearchDocuments['entries'][number][] = [];
const sections: SearchDocuments['sections'][number][] = [];
parentPort?.on('message', (piece: IndexPiece) => {
  const first = entries.length;
  for (const entry of piece.entries) entries.push(entry);
  for (const section of piece.sections) sections.push({ ...section, entry: section.entry + first });
  if (piece.isLast) parentPort?.postMessage(writeIndex({ entries, sections, synonyms: piece.synonyms }));
});
