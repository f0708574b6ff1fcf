import { health, listProblems, overview } from './features/overview.js';
import { guarded } from './guard.js';
import { readText, readWindow } from './params.js';
import { healthRequest, overviewRequest, problemsRequest } from './protocol.js';
import type { FolderAnswer, Server } from './server-parts.js';

/** What views of a whole knowledge base ask. */
export function registerOverview(server: Server): void {
  const { connection, client, diagnostics } = server;
  const { locale } = client;
  const answer = onFolder(server);
  const ruleAddress = (code: string) => diagnostics.ruleAddress(code);
  connection.onRequest(
    overviewRequest.method,
    answer('overview', (folder, params) => overview(folder, readWindow(params), locale, undefined)),
  );
  connection.onRequest(
    problemsRequest.method,
    answer('problems', (folder, params) => {
      const code = readText(params, 'code');
      const window = { ...readWindow(params), ...(code !== undefined && { code }) };
      return listProblems(folder, diagnostics.known(folder), window, { locale, ruleAddress });
    }),
  );
  connection.onRequest(
    healthRequest.method,
    answer('health', (folder) => health(folder, locale, undefined, undefined)),
  );
}

/** Answers a question about a knowledge base named by `uri`; about any other, and on a failure, with null. */
export function onFolder({ connection, workspace }: Server) {
  return <Answer>(name: string, answer: FolderAnswer<Answer>) =>
    guarded<unknown, Answer | null>(connection, name, null, async (params, token) => {
      await workspace.ready;
      const uri = readText(params, 'uri');
      const folder = uri === undefined ? undefined : workspace.folderAt(uri);
      if (!folder || token.isCancellationRequested) return null;
      workspace.takeChanges(folder);
      return answer(folder, params, token);
    });
}
