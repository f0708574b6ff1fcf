import { HistoryError } from '../app/ports.js';
import { decisionKinds } from '../core/model/review.js';
import { isRecord } from '../core/parse/fields.js';
import { decide } from './features/decisions.js';
import { problemMessage, reviewOverview, titleOf } from './features/review.js';
import { continueThread, createThread, listThreads } from './features/threads.js';
import { compareWordings, listRevisions, type Subject, textOfWording } from './features/wordings.js';
import type { OpenFolder } from './open-folder.js';
import { readText, readWindow } from './params.js';
import {
  comparisonRequest,
  type DecisionAnswer,
  decisionRequests,
  type FolderParams,
  reviewOverviewRequest,
  revisionsRequest,
  revisionTextRequest,
  type ThreadAnswer,
  threadCreateRequest,
  threadReopenRequest,
  threadReplyRequest,
  threadResolveRequest,
  threadsRequest,
  type WordingName,
} from './protocol.js';
import { answerFolder } from './register-overview.js';
import type { Server } from './server-parts.js';

/** What is asked about review, and what is decided. */
export function registerReview(server: Server): void {
  const { client, reviews } = server;
  answerFolder(server, reviewOverviewRequest, (folder, params) => reviewOverview(folder, reviews.of(folder), readWindow(params), client));
  answerFolder(server, revisionsRequest, (folder, params) =>
    withSubject(folder, params, server, (subject) => listRevisions(subject, reviews, client)),
  );
  answerFolder(server, revisionTextRequest, (folder, params) =>
    withSubject(folder, params, server, (subject) => textOfWording(subject, readWording(params, 'wording', 'approved'), reviews, client)),
  );
  answerFolder(server, comparisonRequest, (folder, params) =>
    withSubject(folder, params, server, (subject) =>
      compareWordings(subject, readWording(params, 'from', 'approved'), readWording(params, 'to', 'working-tree'), reviews, client),
    ),
  );
  registerThreads(server);
  for (const kind of decisionKinds) {
    answerFolder(server, decisionRequests[kind], async (folder, params) => {
      // What is decided about is what git has now.
      await reviews.refresh(folder);
      return actOn<DecisionAnswer>(folder, params, server, (subject) => decide(subject, kind, params, reviews, client));
    });
  }
}

/** Conversations about texts. */
function registerThreads(server: Server): void {
  const { client, reviews } = server;
  answerFolder(server, threadsRequest, (folder, params) =>
    withSubject(folder, params, server, (subject) => listThreads(subject, reviews, client)),
  );
  const speaking = [
    [threadCreateRequest, (subject: Subject, params: unknown) => createThread(subject, params, reviews, client)],
    [threadReplyRequest, (subject: Subject, params: unknown) => continueThread(subject, 'comment', params, reviews, client)],
    [threadResolveRequest, (subject: Subject, params: unknown) => continueThread(subject, 'resolved', params, reviews, client)],
    [threadReopenRequest, (subject: Subject, params: unknown) => continueThread(subject, 'reopened', params, reviews, client)],
  ] as const;
  for (const [request, speak] of speaking) {
    answerFolder<FolderParams, ThreadAnswer>(server, request, (folder, params) =>
      actOn<ThreadAnswer>(folder, params, server, (subject) => speak(subject, params)),
    );
  }
}

type NotDone = { readonly isDone: false; readonly refusal: 'no-history' | 'unknown-playbook'; readonly message: string };

/** Does something about the reviewed file that parameters name, or says why there is nothing to do it with. */
async function actOn<Answer>(
  folder: OpenFolder,
  params: unknown,
  server: Server,
  act: (subject: Subject) => Promise<Answer>,
): Promise<Answer | NotDone> {
  const { client, reviews } = server;
  const review = await reviews.settled(folder);
  if (review.availability === 'unavailable') return { isDone: false, refusal: 'no-history', message: problemMessage(review, client) };
  const done = await withSubject(folder, params, server, act);
  if (done) return done;
  const title = readText(params, 'id') ?? folder.pathOf(readText(params, 'uri') ?? '') ?? '';
  return { isDone: false, refusal: 'unknown-playbook', message: client.say('refusal-unknown-playbook', { title }) };
}

/** Answers about the reviewed file that parameters name by its address or its id; null if they name none. */
async function withSubject<Answer>(
  folder: OpenFolder,
  params: unknown,
  { reviews, client }: Server,
  answer: (subject: Subject) => Promise<Answer>,
): Promise<Answer | null> {
  const { knowledgeBase } = folder.session;
  const path = folder.pathOf(readText(params, 'uri') ?? '');
  const review = await reviews.settled(folder);
  const states = review.availability === 'ready' ? review.states : new Map<string, never>();
  const here = path === undefined ? undefined : knowledgeBase.playbooks.get(path);
  const id = readText(params, 'id') ?? here?.id ?? [...states.values()].find((state) => state.path === path)?.id;
  if (id === undefined) return null;
  const playbook = here?.id === id ? here : knowledgeBase.withId(id)[0];
  const state = states.get(id);
  if (!playbook && !state) return null;
  try {
    return await answer({ folder, id, title: titleOf(id, state ?? { path: '' }, playbook, client), ...(playbook && { playbook }) });
  } catch (error) {
    // Without a readable history there is nothing to tell.
    if (error instanceof HistoryError) return null;
    throw error;
  }
}

function readWording(params: unknown, name: string, absent: WordingName): WordingName {
  const value = isRecord(params) ? params[name] : undefined;
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : absent;
}
