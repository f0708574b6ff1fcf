import type { Localized } from '../core/model/locale.js';
import type { ReviewStateName } from '../core/model/review.js';

/** Parts that the site adds to those of the search index. */

/** What the search panel needs of a page besides what the index holds. */
export interface SitePage {
  /** From the site's root. */
  readonly address: string;
  readonly validity: 'in-force' | 'not-yet' | 'expired' | 'retired';
  /** ISO 8601 day of the last review. */
  readonly reviewedOn?: string;
  /** Its review is overdue, or how it stands where its text is not the approved one. */
  readonly care?: 'overdue' | ReviewStateName;
}

/** The part of the index that holds the `SitePage` of a playbook, by its number. */
export const sitePagePart = (number: number): string => `site/${number}`;

/** Everything that can be found, JSON: `SearchDocuments`, where there is so little that the browser makes the index. */
export const documentsPart = 'documents';

/** The part that says what values of filters are called, JSON: `SearchLabels`. It comes with the first part. */
export const labelsPart = 'site/labels';

export interface SearchLabels {
  /** ISO 8601 day on which the site was made. */
  readonly today: string;
  readonly types: Labels;
  readonly channels: Labels;
  readonly tiers: Labels;
  readonly languages: Readonly<Record<string, string>>;
}

/** By id. */
export type Labels = Readonly<Record<string, Localized>>;

export const noLabels: SearchLabels = { today: '', types: {}, channels: {}, tiers: {}, languages: {} };
