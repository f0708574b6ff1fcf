import type { DueItem } from '../../app/due.js';
import type { HistoryProblem } from '../../app/ports.js';
import type { ChangeClass, RevisionSize } from '../../core/model/comparison.js';
import type { Person } from '../../core/model/history.js';
import type { DecisionKind, MissingApproval, ReviewMode, ReviewStateName } from '../../core/model/review.js';
import type { FolderParams, Labelled, OwnNotification, OwnRequest, Page, PageParams } from './own-request.js';

/** A decision that is still open. */
export interface OpenDecision {
  readonly by: Person;
  readonly day: string;
  readonly note?: string;
  /** Whom a request asks, e-mails; empty for everybody. */
  readonly reviewers: readonly string[];
}

/** How a reviewed file stands in the last commit, and for whom it waits. */
export interface ReviewEntry {
  readonly id: string;
  readonly kind: 'playbook' | 'config' | 'codeowners' | 'schema';
  /** Absent when the file is gone. */
  readonly uri?: string;
  readonly path: string;
  readonly title: string;
  readonly type?: string;
  readonly lang?: string;
  readonly tags: readonly string[];
  readonly owner?: string;
  readonly state: ReviewStateName;
  /** What agents see. */
  readonly revision?: {
    readonly number: number;
    readonly blob: string;
    readonly day: string;
    readonly approvers: readonly Person[];
  };
  /** E-mails of those who wrote what awaits approval, and of those who approved it so far. */
  readonly authors: readonly string[];
  readonly approvedBy: readonly string[];
  /** Approvals that are missing; empty when none is. */
  readonly awaiting: readonly MissingApproval[];
  /** Those whom the rules name for them; where nobody knows their name, it is their e-mail. */
  readonly mayBeAsked: readonly Person[];
  /** The state and whom it awaits, one short sentence in the user’s language. */
  readonly description: string;
  readonly requests: readonly OpenDecision[];
  readonly changesRequested: readonly OpenDecision[];
  /** The user could approve it: it needs an approval, they wrote none of it, the rules name them or nobody, and they have not yet. */
  readonly mayApprove: boolean;
  /** They may, and a request or the rules name them, or a request asks everybody. */
  readonly waitsForMe: boolean;
  readonly requestedByMe: boolean;
  readonly writtenByMe: boolean;
  /** An approved wording was changed since. */
  readonly changedSinceApproval: boolean;
  /** The text in the editor or folder is not the one that was last committed, which is what this entry is about. */
  readonly uncommitted: boolean;
  /** The next day by which something has to be done. Absent when nothing is to come. */
  readonly due?: Pick<DueItem, 'kind' | 'day' | 'days'>;
  /** Decision files about it that somebody tampered with, relative to the knowledge base. */
  readonly suspicious: readonly string[];
}

export interface ReviewOverview extends Page<ReviewEntry> {
  readonly uri: string;
  /**
   * - `loading`: the history is being read; `reviewChangedNotification` follows
   * - `unavailable`: it cannot be read; `problem` and `message` say why
   */
  readonly availability: 'loading' | 'ready' | 'unavailable';
  readonly problem?: HistoryProblem;
  /** What is the matter and what to do, in the user’s language. */
  readonly message?: string;
  /** What the config in force says; `off` while it is not known. */
  readonly mode: ReviewMode;
  /** The commit that is looked at. */
  readonly commit?: string;
  /** Who commits here; absent when git does not know. */
  readonly me?: Person;
  /** Decisions can be written. False in a folder or repository that may not be written. */
  readonly canDecide: boolean;
  /** While no config was ever approved, whoever may commit decides who approves. */
  readonly isConfigApproved: boolean;
  /** Of all entries, by state. */
  readonly states: readonly (Labelled & { readonly name: ReviewStateName; readonly count: number })[];
}

/** Every reviewed file, by id; null if no knowledge base has this address. Answers at once, with `loading` if it must. */
export const reviewOverviewRequest: OwnRequest<PageParams, ReviewOverview | null> = { method: 'playbook/reviewOverview' };

/** The review states of a knowledge base may differ: a commit came, or its history could be read at last. */
export const reviewChangedNotification: OwnNotification<FolderParams> = { method: 'playbook/reviewChanged' };

/** A playbook, by the address of its file; or, above all where its file is gone, by the address of the knowledge base and its id. */
export interface PlaybookParams {
  readonly uri: string;
  readonly id?: string;
}

export interface RevisionEntry {
  readonly number: number;
  /** Absent where its removal was approved. */
  readonly blob?: string;
  readonly path: string;
  readonly day: string;
  readonly commit: string;
  readonly approvers: readonly Person[];
  /** Notes of the approvals. */
  readonly notes: readonly string[];
  /** How much it changed against the revision before, and what, in the user’s language. */
  readonly size: RevisionSize;
  readonly classes: readonly ChangeClass[];
  readonly sizeLabel: string;
}

export interface Revisions {
  readonly id: string;
  readonly title: string;
  /** Newest first. */
  readonly revisions: readonly RevisionEntry[];
  /** Blob of the last commit; absent when the file is not in it. */
  readonly committed?: string;
}

/** The approved wordings of a playbook; null where its history cannot be read. */
export const revisionsRequest: OwnRequest<PlaybookParams, Revisions | null> = { method: 'playbook/revisions' };

/**
 * Names a wording: the number of a revision, the last approved, what is committed, what is in the editor, or a blob of a
 * playbook of this knowledge base.
 */
export type WordingName = number | 'approved' | 'committed' | 'working-tree' | (string & {});

export interface RevisionTextParams extends PlaybookParams {
  readonly wording: WordingName;
}

export interface RevisionText {
  readonly text: string;
  readonly path: string;
  /** What to call it, in the user’s language: `Revision 3 · 2026-11-22`. */
  readonly name: string;
  readonly blob?: string;
}

/** The text of a wording; null if there is none. A removed one is an empty text. */
export const revisionTextRequest: OwnRequest<RevisionTextParams, RevisionText | null> = { method: 'playbook/revisionText' };

export interface ComparisonParams extends PlaybookParams {
  /** The last approved by default. */
  readonly from?: WordingName;
  /** What is in the editor by default. */
  readonly to?: WordingName;
}

export interface ComparisonAnswer {
  /** One self-contained page without script: both wordings rendered side by side, with the pages that embed them. */
  readonly html: string;
  readonly title: string;
}

export const comparisonRequest: OwnRequest<ComparisonParams, ComparisonAnswer | null> = { method: 'playbook/comparison' };

export interface DecisionParams extends PlaybookParams {
  /** Required where changes are asked for. */
  readonly note?: string;
  /** Whom a request asks, e-mails; nobody in particular by default. */
  readonly reviewers?: readonly string[];
  /** Commit the decision, alone, as the command line does; true by default. A file that is not committed does not count yet. */
  readonly commit?: boolean;
}

/** Why nothing was written. */
export const decisionRefusals = [
  'unknown-playbook',
  'no-history',
  'no-identity',
  'unsaved',
  'uncommitted',
  'empty-note',
  'already-approved',
  'not-published',
  'own-change',
  'not-entitled',
  'broken-config',
  'no-email',
  'asks-author',
  'moved',
  'not-writable',
] as const;
export type DecisionRefusal = (typeof decisionRefusals)[number];

export type DecisionAnswer =
  | {
      readonly isDone: true;
      /** What happened, in the user’s language. */
      readonly message: string;
      /** Absent when it was only written. */
      readonly commit?: string;
      /** The decision file, relative to the knowledge base. */
      readonly file: string;
      /** How the playbook stands now; absent when it was only written. */
      readonly state?: ReviewStateName;
      /** Things to mind, such as an address nobody here has committed with. */
      readonly warnings: readonly string[];
    }
  | {
      readonly isDone: false;
      readonly refusal: DecisionRefusal;
      /** Why not and what to do, in the user’s language. */
      readonly message: string;
    };

/** Each decides about the committed wording of a playbook, as `playbook review` does. */
export const decisionRequests: Readonly<Record<DecisionKind, OwnRequest<DecisionParams, DecisionAnswer>>> = {
  requested: { method: 'playbook/requestReview' },
  approved: { method: 'playbook/approve' },
  'changes-requested': { method: 'playbook/requestChanges' },
  verified: { method: 'playbook/verify' },
};
