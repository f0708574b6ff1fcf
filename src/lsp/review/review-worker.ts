import { parentPort } from 'node:worker_threads';
import { HistoryError } from '../../app/ports.js';
import type { ReviewState } from '../../core/model/review.js';
import type { CallMessage, CallName, CallPlace, ReplyMessage, ReviewCalls, ReviewHead } from './calls.js';
import { decide } from './decide.js';
import { ReviewDesk } from './review-desk.js';
import { say, threadsOf } from './say.js';
import { revisions, wordingText } from './wordings.js';

/**
 * Reads histories and judges them beside the server, which answers meanwhile. Calls about one knowledge base are answered one
 * after the other, so that none sees a history that another is changing.
 */
const desk = new ReviewDesk();
const queues = new Map<string, Promise<void>>();
/** States that are sent at once: taking them in must not delay a keystroke. */
const pieceSize = 200;

type Send = (states: readonly ReviewState[]) => void;

async function run(message: CallMessage, send: Send): Promise<ReviewCalls[CallName]['answer']> {
  const { place } = message;
  switch (message.name) {
    case 'refresh':
      return refresh(place, message.given.known, send);
    case 'revisions':
      return revisions((await desk.open(place)).review, message.given.id);
    case 'text':
      return wordingText((await desk.open(place)).review, message.given.id, message.given.wording);
    case 'decide':
      return decide(desk, message.given, place);
    case 'threads':
      return threadsOf(await desk.open(place), message.given.id);
    case 'say':
      return say(await desk.open(place), message.given);
  }
}

async function refresh(place: CallPlace, known: string | undefined, send: Send): Promise<ReviewHead> {
  const opened = await desk.open(place);
  const head = await desk.head(opened, place);
  if (head.key === known) return head;
  const states = [...opened.review.states.values()];
  for (let start = 0; start < states.length; start += pieceSize) send(states.slice(start, start + pieceSize).map(withoutFiles));
  return head;
}

/** Which pictures were approved is of no use elsewhere. */
function withoutFiles(state: ReviewState): ReviewState {
  const { published } = state;
  return published ? { ...state, published: { ...published, assets: {} } } : state;
}

async function answer(message: CallMessage): Promise<void> {
  const { number } = message;
  const reply = (told: ReplyMessage) => parentPort?.postMessage(told);
  try {
    reply({ number, answer: await run(message, (states) => reply({ number, states })) });
  } catch (error) {
    if (error instanceof HistoryError) reply({ number, problem: error.problem, detail: error.detail });
    else reply({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (message: CallMessage) => {
  const { root } = message.place;
  queues.set(
    root,
    (queues.get(root) ?? Promise.resolve()).then(() => answer(message)),
  );
});
