import type { Localized } from '../core/model/locale.js';

/** Parts that the site adds to those of the search index. */

/** What the search panel needs of a page besides what the index holds. */
export interface SitePage {
  /** From the site's root. */
  readonly address: string;
  readonly validity: 'in-force' | 'not-yet' | 'expired' | 'retired';
}

/** The part of the index that holds the `SitePage` of a playbook, by its number. */
export const sitePagePart = (number: number): string => `site/${number}`;

/** Everything that can be found, JSON: `SearchDocuments`, where there is so little that the browser makes the index. */
export const documentsPart = 'documents';

/** The part that says what channels are called, JSON: `ChannelLabels`. It comes with the first part. */
export const labelsPart = 'site/labels';
export type ChannelLabels = Readonly<Record<string, Localized>>;
