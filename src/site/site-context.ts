import type { SiteFormat } from '../core/config/site-formats.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Addresses } from './addresses.js';
import type { ChangeKind } from './change-kinds.js';
import type { SiteReviews } from './site-reviews.js';

/** What every page is made from. */
export interface SiteContext {
  readonly knowledgeBase: KnowledgeBase;
  readonly addresses: Addresses;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  /** How pages stand, where review is on. */
  readonly reviews?: SiteReviews;
  /** What the last revision of recently changed pages was about, by path, where review is on. */
  readonly changes?: ReadonlyMap<string, ChangeKind>;
  /** Where feedback is sent: an absolute address, or a path on the site's own host. Absent: it stays in the browser. */
  readonly feedbackEndpoint?: string;
  /** Whether the site has a service worker. */
  readonly isOffline?: boolean;
  /** Files for programs that stand beside the pages, so that pages may name them. */
  readonly formats?: ReadonlySet<SiteFormat>;
  /** Blocks say from which line of the file they come (`data-line`, from 0), for an editor's preview. Never in an export. */
  readonly withSourceLines?: boolean;
}
