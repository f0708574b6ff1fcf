import type { Person } from '../core/model/history.js';
import type { Anchor, Message, MessageKind, ReviewThread } from '../core/model/thread.js';
import { foldThreads, type PlacedMessage } from '../core/review/threads/fold.js';
import {
  formatMessage,
  isMessagePath,
  longestText,
  messagePath,
  parseMessage,
  threadOf,
  threadsFolder,
} from '../core/review/threads/message-file.js';
import type { Review } from './review.js';

/**
 * The conversations about a reviewed file: messages of the last commit, and those that are only in the folder, given by path.
 * Files that are no messages are left out.
 */
export async function readThreads(review: Review, id: string, written: ReadonlyMap<string, string>): Promise<readonly ReviewThread[]> {
  const folder = `${threadsFolder(id)}/`;
  const committed = [...review.tree].filter(([path]) => path.startsWith(folder) && isMessagePath(path));
  const texts = await review.readTexts(committed.map(([, blob]) => blob));
  const { commits, messages } = review.ledger;
  const placed = committed.flatMap(([file, blob]): PlacedMessage[] => {
    const message = parseMessage(texts.get(blob) ?? '');
    const record = messages.get(file);
    const commit = record && commits[record.commit];
    if (message?.id !== id || !record || !commit) return [];
    const proof = record.isEdited ? 'edited' : commit.author.email === message.by ? 'proven' : 'not-author';
    return [{ message, file, proof, by: proof === 'proven' ? commit.author : named(message), day: commit.day, place: record.commit }];
  });
  const uncommitted = [...written].flatMap(([file, text]): PlacedMessage[] => {
    const message = review.tree.has(file) || !file.startsWith(folder) || !isMessagePath(file) ? undefined : parseMessage(text);
    return message?.id === id ? [{ message, file, proof: 'uncommitted', by: named(message), place: Number.POSITIVE_INFINITY }] : [];
  });
  return foldThreads([...placed, ...uncommitted]);
}

function named({ name, by }: Message): Person {
  return { name: name ?? by, email: by };
}

/** What somebody wants to say. */
export interface MessageWish {
  readonly id: string;
  readonly kind: MessageKind;
  /** The e-mail in lower case. */
  readonly by: Person;
  /** ISO 8601 with time zone. */
  readonly at: string;
  readonly text: string;
  /** The thread to go on with; with `anchor` a new one begins. */
  readonly thread?: string;
  readonly anchor?: Anchor;
}

export type MessageRefusal = { readonly refusal: 'empty-text' } | { readonly refusal: 'unknown-thread'; readonly thread: string };

export interface PreparedMessage {
  readonly thread: string;
  /** Path of its file, relative to the knowledge base, and what is to stand in it. */
  readonly file: string;
  readonly text: string;
  /** For the commit. */
  readonly message: string;
}

/** A message as a file, or why it must not be written. `threads` are those there are about the reviewed file. */
export function prepareMessage(threads: readonly ReviewThread[], wish: MessageWish): PreparedMessage | MessageRefusal {
  const { id, kind, by, at, anchor } = wish;
  const text = wish.text.trim().slice(0, longestText);
  if (kind === 'comment' && text === '') return { refusal: 'empty-text' };
  const begun = { id, kind, by: by.email, name: by.name, at, text, ...(anchor && { anchor }) };
  const thread = anchor ? threadOf(begun) : (wish.thread ?? '');
  if (!anchor && threads.every((known) => known.id !== thread)) return { refusal: 'unknown-thread', thread };
  const message: Message = { ...begun, thread };
  const written = formatMessage(message);
  return { thread, file: messagePath(message, written), text: written, message: subjectLine(message) };
}

/** Commit messages are for everybody who reads the history, so they are in English. */
function subjectLine({ id, kind, thread }: Message): string {
  const verbs: Readonly<Record<MessageKind, string>> = {
    comment: 'Comment on',
    resolved: 'Resolve a thread of',
    reopened: 'Reopen a thread of',
  };
  return `${verbs[kind]} ${id} (${thread})\n`;
}
