import { health, listProblems, overview } from './features/overview.js';
import { guarded } from './guard.js';
import { readText, readWindow } from './params.js';
import { type FolderParams, healthRequest, type OwnRequest, overviewRequest, problemsRequest } from './protocol.js';
import { reviewDays } from './review/reviews.js';
import type { FolderAnswer, Server } from './server-parts.js';

/** What views of a whole knowledge base ask. */
export function registerOverview(server: Server): void {
  const { client, diagnostics, reviews } = server;
  const { locale } = client;
  const ruleAddress = (code: string) => diagnostics.ruleAddress(code);
  answerFolder(server, overviewRequest, (folder, params) => overview(folder, readWindow(params), locale, reviewDays(reviews.of(folder))));
  answerFolder(server, problemsRequest, (folder, params) => {
    const code = readText(params, 'code');
    const window = { ...readWindow(params), ...(code !== undefined && { code }) };
    return listProblems(folder, diagnostics.known(folder), window, { locale, ruleAddress });
  });
  answerFolder(server, healthRequest, (folder) => health(folder, locale, reviews.of(folder)));
}

/** Answers a question about a knowledge base named by `uri`; about any other, and on a failure, with null. */
export function answerFolder<Params extends FolderParams, Answer>(
  { connection, workspace }: Server,
  { method }: OwnRequest<Params, Answer>,
  answer: FolderAnswer<Answer | null>,
): void {
  connection.onRequest<unknown, never>(
    method,
    guarded<unknown, Answer | null>(connection, method, null, async (params, token) => {
      await workspace.ready;
      const uri = readText(params, 'uri');
      const folder = uri === undefined ? undefined : workspace.folderAt(uri);
      if (!folder || token.isCancellationRequested) return null;
      workspace.takeChanges(folder);
      return answer(folder, params, token);
    }),
  );
}
