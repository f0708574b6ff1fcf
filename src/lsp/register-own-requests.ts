import { RequestType } from 'vscode-languageserver/node';
import { SitePages } from '../app/site-pages.js';
import { AssistantThread } from './assistant/assistant-thread.js';
import { answerAssistant } from './features/assistant.js';
import { preview, readSearchQuery, searchFolders } from './features/requests.js';
import { convertWords, translate } from './features/script-conversion.js';
import { describeKnowledgeBase, proposePlaybook } from './features/writing.js';
import { guarded } from './guard.js';
import type { OpenFolder } from './open-folder.js';
import { readRange } from './params.js';
import {
  assistantRequest,
  convertRequest,
  knowledgeBasesRequest,
  newPlaybookRequest,
  type OwnRequest,
  previewRequest,
  searchRequest,
  translateRequest,
} from './protocol.js';
import { answerFolder } from './register-overview.js';
import type { Server } from './server-parts.js';

/** Answers what goes beyond the Language Server Protocol. */
export function registerOwnRequests(server: Server): void {
  const { connection, workspace, reviews, onPlaybook } = server;
  const pages = new WeakMap<OpenFolder, SitePages>();
  const currentFolders = async (): Promise<readonly OpenFolder[]> => {
    await workspace.ready;
    for (const folder of workspace.folders) workspace.takeChanges(folder);
    return workspace.folders;
  };
  const search = async (params: unknown) => {
    await workspace.ready;
    await Promise.all(workspace.folders.map((folder) => folder.searchReady()));
    return searchFolders(await currentFolders(), readSearchQuery(params));
  };
  connection.onRequest(typeOf(searchRequest), guarded(connection, 'search', null, search));
  connection.onRequest(
    typeOf(previewRequest),
    onPlaybook('preview', null, ({ folder, playbook }, { withSourceLines }) => {
      const ofFolder = pages.get(folder) ?? new SitePages();
      pages.set(folder, ofFolder);
      return preview(folder, playbook, ofFolder, { withSourceLines: withSourceLines === true, known: reviews.of(folder) });
    }),
  );
  connection.onRequest(
    typeOf(convertRequest),
    onPlaybook('convert', null, (context, params) => convertWords(context, readRange(params, 'range'))),
  );
  connection.onRequest(typeOf(translateRequest), onPlaybook('translate', null, translate));
  const assistants = new AssistantThread();
  const assist = async (params: unknown) => {
    await workspace.ready;
    return answerAssistant(workspace.folders, params, assistants, server.client);
  };
  connection.onRequest(typeOf(assistantRequest), guarded(connection, 'assistant', null, assist));
  const describeAll = async () => (await currentFolders()).map(describeKnowledgeBase);
  connection.onRequest(typeOf(knowledgeBasesRequest), guarded(connection, 'knowledgeBases', [], describeAll));
  answerFolder(server, newPlaybookRequest, proposePlaybook);
}

/** The same as the protocol's library says it. What the parameters really are is for each answer to find out: they come from outside. */
function typeOf<Params, Answer>({ method }: OwnRequest<Params, Answer>): RequestType<Params, Answer, void> {
  return new RequestType(method);
}
