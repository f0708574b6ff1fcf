import type { Person } from '../../core/model/history.js';
import type { OwnRequest, TextRange } from './own-request.js';
import type { DecisionRefusal, PlaybookParams } from './review.js';

export interface ThreadMessage {
  /** Name of its file, unique in its thread. */
  readonly id: string;
  /** A reply; or that the matter is settled, or open again. */
  readonly kind: 'comment' | 'resolved' | 'reopened';
  readonly by: Person;
  /** When, as the writer’s computer said: ISO 8601 with time zone. */
  readonly at: string;
  /** Markdown; may be empty where it only settles. */
  readonly text: string;
  /**
   * - `proven`: the commit that added it was made by the person it names, and nobody changed it since
   * - `uncommitted`: it is only in the folder
   * - `not-author`, `edited`: it cannot be told who wrote it
   */
  readonly proof: 'proven' | 'uncommitted' | 'not-author' | 'edited';
}

export interface Thread {
  readonly id: string;
  readonly state: 'open' | 'resolved';
  /** Where it belongs in the text as it is in the editor. */
  readonly range: TextRange;
  /**
   * - `found`: the commented words are there, wherever they have moved
   * - `changed`: the words have changed; `range` is where they were
   * - `whole`: it is about the whole page
   */
  readonly anchor: 'found' | 'changed' | 'whole';
  /** The words it was written about. */
  readonly quote: string;
  /** One sentence in the user’s language where the words have changed. */
  readonly remark?: string;
  /** In the order in which they took effect. */
  readonly messages: readonly ThreadMessage[];
}

export interface Threads {
  readonly id: string;
  /** Threads can be written. */
  readonly canWrite: boolean;
  readonly me?: Person;
  /** In the order of their places; open and resolved ones. */
  readonly threads: readonly Thread[];
}

/** The conversations about a playbook; null where there is no history to keep them in. */
export const threadsRequest: OwnRequest<PlaybookParams, Threads | null> = { method: 'playbook/threads' };

export interface ThreadCreateParams extends PlaybookParams {
  /** What it is about, in the text as it is in the editor; absent for the whole page. An empty range stands for its line. */
  readonly range?: TextRange;
  /** Markdown. */
  readonly text: string;
  /** Commit the message, alone; true by default. */
  readonly commit?: boolean;
}

export interface ThreadMessageParams extends PlaybookParams {
  /** Id of the thread. */
  readonly thread: string;
  /** Markdown; may be empty where a thread is resolved or reopened. */
  readonly text?: string;
  readonly commit?: boolean;
}

export type ThreadAnswer =
  | { readonly isDone: true; readonly message: string; readonly thread: Thread; readonly commit?: string; readonly file: string }
  | { readonly isDone: false; readonly refusal: DecisionRefusal | 'unknown-thread' | 'empty-text'; readonly message: string };

export const threadCreateRequest: OwnRequest<ThreadCreateParams, ThreadAnswer> = { method: 'playbook/threadCreate' };
export const threadReplyRequest: OwnRequest<ThreadMessageParams, ThreadAnswer> = { method: 'playbook/threadReply' };
export const threadResolveRequest: OwnRequest<ThreadMessageParams, ThreadAnswer> = { method: 'playbook/threadResolve' };
export const threadReopenRequest: OwnRequest<ThreadMessageParams, ThreadAnswer> = { method: 'playbook/threadReopen' };
