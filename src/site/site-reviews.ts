import type { ReviewStateName } from '../core/model/review.js';
import type { RevisionMark } from './history/revisions.js';

/** What a page says about its own approval. */
export interface PageReview {
  readonly state: ReviewStateName;
  /** The revision that the page shows, or, where it shows the folder as it is, the last approved one. */
  readonly revision?: {
    readonly number: number;
    /** ISO 8601. */
    readonly approvedOn: string;
    /** Names of the approvers, or their e-mails where they gave no name. */
    readonly approvers: readonly string[];
  };
  /** All approved revisions, oldest first. */
  readonly revisions?: readonly RevisionMark[];
  /** Day of the last approval or verification, ISO 8601. */
  readonly reviewedOn?: string;
  /** Whether the page shows exactly what was approved. */
  readonly isApproved: boolean;
}

/** By path. Pages that nobody ever reviews, as those that are not committed, are not in it. */
export type SiteReviews = ReadonlyMap<string, PageReview>;
