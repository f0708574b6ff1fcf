import type { Person } from './history.js';
import type { Span } from './text.js';

/** A reply; or that the matter is settled, or open again. */
export const messageKinds = ['comment', 'resolved', 'reopened'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The words of a text that a thread is about, so that they are found again when the text has moved. Line ends are LF. */
export interface Anchor {
  /** Git blob of the text it was written about. */
  readonly blob: string;
  /** The words themselves; empty for the whole page. */
  readonly quote: string;
  /** What stood right before and after. */
  readonly before: string;
  readonly after: string;
  /** Where it began, UTF-16 code units. */
  readonly start: number;
}

/** One message file as it is written. */
export interface Message {
  /** Id of the playbook, or the name of another reviewed file. */
  readonly id: string;
  /** 8 hexadecimal digits. */
  readonly thread: string;
  readonly kind: MessageKind;
  /** E-mail of who wrote it, lower case. */
  readonly by: string;
  readonly name?: string;
  /** When, as that person’s computer said: ISO 8601 with time zone. */
  readonly at: string;
  /** Markdown; may be empty where it only settles. */
  readonly text: string;
  /** Of the first message of a thread. */
  readonly anchor?: Anchor;
}

/**
 * - `proven`: the commit that added it was made by the person it names, and nobody changed it since
 * - `uncommitted`: it is in the folder only
 * - `not-author`: somebody else committed it
 * - `edited`: somebody changed it later
 */
type MessageProof = 'proven' | 'uncommitted' | 'not-author' | 'edited';

/** A message as the history bears it out. */
export interface RecordedMessage {
  readonly message: Message;
  /** Path of its file, relative to the knowledge base. */
  readonly file: string;
  readonly proof: MessageProof;
  /** Who committed it, where that is known, else whom it names. */
  readonly by: Person;
  /** Day of the commit; absent while there is none. */
  readonly day?: string;
}

/** A conversation about some words of a reviewed file. */
export interface ReviewThread {
  readonly id: string;
  readonly state: 'open' | 'resolved';
  /** Absent where its first message is gone; then it is about the whole page. */
  readonly anchor?: Anchor;
  /** In the order in which they took effect. */
  readonly messages: readonly RecordedMessage[];
}

/** Where a thread belongs in a text. */
export interface AnchoredSpan extends Span {
  /** `changed`: the words are not there any more, and this is where they were. `whole`: it is about the whole page. */
  readonly found: 'found' | 'changed' | 'whole';
}
