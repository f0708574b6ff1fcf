import type { Person } from './history.js';

export const reviewModes = ['off', 'advisory', 'required'] as const;
export type ReviewMode = (typeof reviewModes)[number];

/**
 * What a person decided about one exact wording.
 * - `requested`: asks others to review it
 * - `approved`: agents may see it
 * - `changes-requested`: it must not go out like this
 * - `verified`: what is published was read again and is still right
 */
export const decisionKinds = ['requested', 'approved', 'changes-requested', 'verified'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Stands for the blob of a playbook that is no longer there: a removal is approved like any change. */
export const removedBlob = '0000000000000000000000000000000000000000';

/** Files a wording shows or links to, by target as written in it, each with its blob. */
export type AssetBlobs = Readonly<Record<string, string>>;

/** One decision file as it is written. */
export interface Decision {
  /** Id of the playbook, or the name of another reviewed file (`playbook.config`). */
  readonly id: string;
  readonly kind: DecisionKind;
  readonly blob: string;
  readonly assets: AssetBlobs;
  /** E-mail of the person who decided, lower case. */
  readonly by: string;
  readonly name?: string;
  /** When, as that person’s computer said: ISO 8601 with time zone. Nothing is derived from it. */
  readonly at?: string;
  readonly note?: string;
  /** Whom a request asks, e-mails in lower case. */
  readonly reviewers: readonly string[];
}

/** Why a decision does not count. Those named first are attempts that should not have been made. */
export type DecisionProblem =
  | 'edited'
  | 'not-author'
  | 'unsigned'
  | 'unreadable'
  | 'own-change'
  | 'not-entitled'
  | 'unknown-text'
  | 'unknown-asset'
  | 'superseded'
  | 'withdrawn';

/** A decision as the history bears it out. */
export interface RecordedDecision {
  readonly decision: Decision;
  /** Path of its file, relative to the knowledge base. */
  readonly file: string;
  readonly commit: string;
  /** Who made the commit that added the file. */
  readonly author: Person;
  /** Day of that commit. */
  readonly day: string;
  readonly problem?: DecisionProblem;
}

/** A wording that was approved and became what agents see. */
export interface Revision {
  /** Counts from 1. */
  readonly number: number;
  /** `removedBlob` when its removal was approved. */
  readonly blob: string;
  readonly assets: AssetBlobs;
  /** Where the file was when it was approved. */
  readonly path: string;
  readonly approvals: readonly RecordedDecision[];
  /** The commit that made the approval complete, and its day. */
  readonly commit: string;
  readonly day: string;
}

/** Everything that was decided about one reviewed file. */
export interface ReviewRecord {
  readonly id: string;
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** In the order in which they took effect. */
  readonly decisions: readonly RecordedDecision[];
  /** The last `verified` that counts. */
  readonly verified?: RecordedDecision;
}

export const reviewStates = ['never-approved', 'changes-requested', 'changed', 'expired', 'approved', 'retired'] as const;
/** `changed` means changed since approval; `retired` that it was taken out of use, with approval: removed, or its day came. */
export type ReviewStateName = (typeof reviewStates)[number];

/** One approval that is still missing. */
export interface MissingApproval {
  /** The group it must come from; absent when anybody may give it who did not write the change. */
  readonly group?: string;
  readonly count: number;
  /** E-mails of those who could give it; empty when no list says so. */
  readonly from: readonly string[];
}

/** How one reviewed file stands. */
export interface ReviewState {
  readonly id: string;
  readonly state: ReviewStateName;
  /** Where the file is now, or was last. */
  readonly path: string;
  /** Its blob in the last commit; absent when it is not there any more. */
  readonly blob?: string;
  /** What agents see: the last approved wording. */
  readonly published?: Revision;
  /** The blob differs from the published one, but only in how it is typed, and the config keeps the approval then. */
  readonly onlyFormatting: boolean;
  /** A file it shows or links to changed since. */
  readonly assetsChanged: boolean;
  /** E-mails of those who wrote what awaits approval. */
  readonly authors: readonly string[];
  /** Those who approved the present wording so far, while others are missing. */
  readonly approvedBy: readonly string[];
  readonly missing: readonly MissingApproval[];
  /** Open requests for the present wording. */
  readonly requested: readonly RecordedDecision[];
  readonly changesRequested: readonly RecordedDecision[];
  /** Decisions that somebody tampered with or that were made in another's name. */
  readonly suspicious: readonly RecordedDecision[];
  /** Day of the last approval or verification. */
  readonly reviewedOn?: string;
}
