import type { OwnRequest, Page, PageParams } from '../lsp/protocol.js';
import type { Server } from './server.js';

/** Most entries asked for at once. */
const pageSize = 5000;

/** A long list as a whole, with what else the answer says; undefined if the server does not know the knowledge base. */
export async function readPages<Answer extends Page<unknown>>(
  server: Server,
  request: OwnRequest<PageParams, Answer | null>,
  uri: string,
): Promise<{ readonly answer: Answer; readonly entries: Answer['entries'] } | undefined> {
  const entries: Answer['entries'][number][] = [];
  for (;;) {
    const answer = await server.ask(request, { uri, offset: entries.length, limit: pageSize });
    if (!answer) return undefined;
    entries.push(...answer.entries);
    if (answer.entries.length === 0 || entries.length >= answer.total) return { answer, entries };
  }
}
