import { HistoryError } from '../../app/ports.js';
import type { Anchor, MessageKind, RecordedMessage, ReviewThread } from '../../core/model/thread.js';
import { anchorAt, findAnchor, wholePage } from '../../core/review/threads/anchor.js';
import type { Client } from '../client.js';
import { rangeAt, spanAt } from '../convert.js';
import { readRange, readText, readWish } from '../params.js';
import type { Thread, ThreadAnswer, ThreadMessage, Threads } from '../protocol.js';
import type { Reviews } from '../review/reviews.js';
import { problemMessage } from './review.js';
import type { Subject } from './wordings.js';

/** The conversations about a reviewed file, each at its place in the text as it is in the editor. */
export async function listThreads(subject: Subject, reviews: Reviews, client: Client): Promise<Threads> {
  const { folder, id } = subject;
  const threads = await reviews.call(folder, 'threads', { id });
  const review = await reviews.settled(folder);
  const head = review.availability === 'ready' ? review.head : undefined;
  const placed = threads.map((thread) => placedThread(subject, thread, client));
  return {
    id,
    canWrite: head?.canWrite ?? false,
    ...(head?.me && { me: head.me }),
    threads: placed.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character),
  };
}

function placedThread({ playbook }: Subject, { id, state, anchor, messages }: ReviewThread, { say }: Client): Thread {
  const start = { line: 0, character: 0 };
  const place = playbook && anchor ? findAnchor(playbook.text, anchor) : undefined;
  // Where the text is gone altogether, so are the words.
  const found = place?.found ?? (anchor && anchor.quote !== '' ? 'changed' : 'whole');
  return {
    id,
    state,
    range: playbook && place ? rangeAt(playbook, place) : { start, end: start },
    anchor: found,
    quote: anchor?.quote ?? '',
    ...(found === 'changed' && { remark: say('threadChanged', { quote: shortened(anchor?.quote ?? '') }) }),
    messages: messages.map(toldMessage),
  };
}

const longestShown = 60;

function shortened(quote: string): string {
  const characters = [...quote.replaceAll('\n', ' ')];
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : characters.join('');
}

function toldMessage({ message, file, proof, by }: RecordedMessage): ThreadMessage {
  const { kind, at, text } = message;
  return { id: file.slice(file.lastIndexOf('/') + 1), kind, by, at, text, proof };
}

/** Begins a thread about a range of the text, or about the whole page. */
export function createThread(subject: Subject, params: unknown, reviews: Reviews, client: Client): Promise<ThreadAnswer> {
  const { playbook } = subject;
  const range = readRange(params, 'range');
  const blob = playbook?.blob ?? '0'.repeat(40);
  const anchor = playbook && range ? anchorAt(playbook.text, spanAt(playbook, range), blob) : wholePage(blob);
  return speak(subject, 'comment', { anchor }, params, reviews, client);
}

/** Goes on with a thread, settles or reopens it. */
export function continueThread(
  subject: Subject,
  kind: MessageKind,
  params: unknown,
  reviews: Reviews,
  client: Client,
): Promise<ThreadAnswer> {
  return speak(subject, kind, { thread: readText(params, 'thread') ?? '' }, params, reviews, client);
}

async function speak(
  subject: Subject,
  kind: MessageKind,
  about: { readonly anchor: Anchor } | { readonly thread: string },
  params: unknown,
  reviews: Reviews,
  client: Client,
): Promise<ThreadAnswer> {
  const { folder, id, title } = subject;
  const commit = readWish(params, 'commit');
  try {
    const text = readText(params, 'text') ?? '';
    const said = await reviews.call(folder, 'say', { id, kind, at: new Date().toISOString(), text, commit, ...about });
    if ('refusal' in said) return { isDone: false, refusal: said.refusal, message: client.say(`refusal-${said.refusal}`, { title }) };
    await reviews.refresh(folder);
    if (!commit) reviews.tell(folder);
    const thread = (await reviews.call(folder, 'threads', { id })).find((candidate) => candidate.id === said.thread);
    if (!thread) throw new Error(`no thread ${said.thread}`);
    return {
      isDone: true,
      message: client.say(commit ? `said-${kind}` : 'done-written', { file: said.file }),
      thread: placedThread(subject, thread, client),
      ...(said.commit !== undefined && { commit: said.commit }),
      file: said.file,
    };
  } catch (error) {
    if (error instanceof HistoryError) return { isDone: false, refusal: 'no-history', message: problemMessage(error, client) };
    throw error;
  }
}
