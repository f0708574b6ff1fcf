import type { PreparedDecision, Refusal } from '../../app/decide.js';
import type { MessageRefusal, MessageWish, PreparedMessage } from '../../app/threads.js';
import type { Comparison } from '../../core/model/comparison.js';
import type { Person } from '../../core/model/history.js';
import type { DecisionKind, ReviewMode, ReviewState, Revision } from '../../core/model/review.js';
import type { ReviewThread } from '../../core/model/thread.js';
import type { WordingName } from '../protocol.js';

/** The knowledge base that a call is about. */
export interface CallPlace {
  /** Absolute. */
  readonly root: string;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
}

/** How a history stands, beside the states of its files. */
export interface ReviewHead {
  /** Names what the states follow from: the same key, the same states. */
  readonly key: string;
  readonly commit: string;
  readonly mode: ReviewMode;
  readonly me?: Person;
  /** What those who committed here call themselves, by e-mail; the latest name of each. */
  readonly names: Readonly<Record<string, string>>;
  readonly canWrite: boolean;
  readonly isConfigApproved: boolean;
}

export interface SizedRevision {
  readonly revision: Revision;
  readonly change: Pick<Comparison, 'size' | 'classes'>;
}

export interface WordingText {
  readonly text: string;
  readonly path: string;
  readonly blob: string;
  /** Absent for a wording that was never published. */
  readonly revision?: Pick<Revision, 'number' | 'day'>;
}

export interface Decided extends Pick<PreparedDecision, 'file'> {
  readonly commit?: string;
  /** How it stands after the commit. */
  readonly state?: ReviewState;
  readonly unknownPeople: readonly { readonly person: string; readonly near?: string }[];
}

export interface Said extends Pick<PreparedMessage, 'file' | 'thread'> {
  readonly commit?: string;
}

/** What keeps a file from being written and committed, whatever it holds. */
export interface NotWritten {
  readonly refusal: 'no-identity' | 'moved' | 'not-writable';
}

/** What the review thread is asked, by name: what it is given and what it answers. */
export interface ReviewCalls {
  /** Looks at the last commit. The states come before the answer, in pieces, unless they are those of `known`. */
  readonly refresh: { readonly given: { readonly known?: string }; readonly answer: ReviewHead };
  readonly revisions: {
    readonly given: { readonly id: string };
    readonly answer: { readonly revisions: readonly SizedRevision[]; readonly committed?: string } | undefined;
  };
  readonly text: { readonly given: { readonly id: string; readonly wording: WordingName }; readonly answer: WordingText | undefined };
  readonly decide: {
    readonly given: {
      readonly id: string;
      readonly kind: DecisionKind;
      readonly at: string;
      readonly note?: string;
      readonly reviewers: readonly string[];
      readonly commit: boolean;
    };
    readonly answer: Decided | Refusal | NotWritten;
  };
  readonly threads: { readonly given: { readonly id: string }; readonly answer: readonly ReviewThread[] };
  /** Says something in a thread, or begins one where there is an anchor. */
  readonly say: {
    readonly given: Omit<MessageWish, 'by'> & { readonly commit: boolean };
    readonly answer: Said | MessageRefusal | NotWritten;
  };
}

export type CallName = keyof ReviewCalls;

/** A call on its way to the thread. Pieces of its answer are states. */
export interface CallOf<Name extends CallName> {
  readonly name: Name;
  readonly place: CallPlace;
  readonly given: ReviewCalls[Name]['given'];
}

/** What may come to the thread: a name, and what calls of that name are given. */
export type ReviewCall = { readonly [Name in CallName]: CallOf<Name> }[CallName];
