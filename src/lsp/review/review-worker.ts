import type { ReviewState } from '../../core/model/review.js';
import { answerCalls } from '../thread-calls.js';
import type { CallName, CallPlace, ReviewCall, ReviewCalls, ReviewHead } from './calls.js';
import { decide } from './decide.js';
import { ReviewDesk } from './review-desk.js';
import { say, threadsOf } from './say.js';
import { revisions, wordingText } from './wordings.js';

/**
 * Reads histories and judges them beside the server, which answers meanwhile. Calls about one knowledge base are answered one
 * after the other, so that none sees a history that another is changing.
 */
const desk = new ReviewDesk();
const queues = new Map<string, Promise<unknown>>();
/** States that are sent at once: taking them in must not delay a keystroke. */
const pieceSize = 200;

type Send = (states: readonly ReviewState[]) => void;

async function run(call: ReviewCall, send: Send): Promise<ReviewCalls[CallName]['answer']> {
  const { place } = call;
  switch (call.name) {
    case 'refresh':
      return refresh(place, call.given.known, send);
    case 'revisions':
      return revisions((await desk.open(place)).review, call.given.id);
    case 'text':
      return wordingText((await desk.open(place)).review, call.given.id, call.given.wording);
    case 'decide':
      return decide(desk, call.given, place);
    case 'threads':
      return threadsOf(await desk.open(place), call.given.id);
    case 'say':
      return say(await desk.open(place), call.given);
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

answerCalls<ReviewCall>((call, send) => {
  const { root } = call.place;
  const answer = (queues.get(root) ?? Promise.resolve()).then(() => run(call, send));
  queues.set(
    root,
    answer.catch(() => undefined),
  );
  return answer;
});
