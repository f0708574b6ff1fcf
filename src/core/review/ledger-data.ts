import type { Signature } from '../model/history.js';
import type { Decision } from '../model/review.js';
import type { Identity } from './identity.js';
import type { PlacedCommit } from './order.js';

/** A commit with what the ledger keeps of it. Its place is its number in the effect order. */
interface LedgerCommit extends PlacedCommit {
  readonly author: { readonly name: string; readonly email: string };
  /** E-mails of everybody who wrote it: author and co-authors. */
  readonly writers: readonly string[];
  readonly day: string;
  readonly signature?: Signature;
}

/** Something that happened to a reviewed file; `commit` is a place in the effect order. */
export type LedgerEvent =
  | { readonly kind: 'version'; readonly commit: number; readonly path: string; readonly blob: string }
  | { readonly kind: 'decision'; readonly commit: number; readonly file: string; readonly decision: Decision; readonly policy: number }
  /** A decision file was changed, or taken away. */
  | { readonly kind: 'edited' | 'taken-away'; readonly commit: number; readonly file: string };

export type VersionEvent = Extract<LedgerEvent, { readonly kind: 'version' }>;

/** What is kept of the text of a playbook. */
export interface Facts extends Identity {
  readonly targets: readonly string[];
}

/** One state of the files that say who decides. */
export interface PolicySource {
  /** Place of the commit from which it is in force; absent for the one before any commit. */
  readonly since?: number;
  readonly config?: string;
  readonly owners?: string;
}

/** A message of a review thread, by its file. */
interface MessageRecord {
  /** Place of the commit that added it. */
  readonly commit: number;
  readonly blob: string;
  /** It was changed later, or replaced by another. */
  readonly isEdited: boolean;
}

interface UnreadableDecision {
  readonly file: string;
  readonly commit: number;
}

/** All that happened, in the order in which it took effect. Plain data, so that it can be kept between runs. */
export interface Ledger {
  readonly head: string;
  readonly prefix: string;
  readonly commits: readonly LedgerCommit[];
  readonly subjects: ReadonlyMap<string, readonly LedgerEvent[]>;
  /** Versions of files that are neither playbooks nor decisions, by path. */
  readonly assets: ReadonlyMap<string, readonly VersionEvent[]>;
  /** By blob of a playbook. */
  readonly facts: ReadonlyMap<string, Facts>;
  /** By decision file: what it is about. */
  readonly files: ReadonlyMap<string, string>;
  /** Messages of review threads, by file, those that are gone included. */
  readonly messages: ReadonlyMap<string, MessageRecord>;
  readonly unreadable: readonly UnreadableDecision[];
  readonly policies: readonly PolicySource[];
  /** The last committed config and CODEOWNERS, approved or not. */
  readonly latest: PolicySource;
}

/** Text of a blob; undefined when it is not at hand or is no text. */
export type TextOf = (blob: string) => string | undefined;
