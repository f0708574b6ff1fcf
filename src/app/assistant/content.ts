import type { KnowledgeBase } from '../../core/knowledge-base.js';
import type { Locale } from '../../core/model/locale.js';
import type { WithdrawnPage } from '../../site/shown.js';
import type { SiteReviews } from '../../site/site-reviews.js';
import type { FileSource } from '../ports.js';
import { publishedFiles } from '../published.js';
import type { Review } from '../review.js';
import { openSession, type Session } from '../session.js';
import { reviewsOfPublished } from '../site-reviews.js';

/** What assistants may find and read of a knowledge base: what agents see, and where review is on only what was approved. */
export interface AssistantContent {
  readonly session: Session;
  /** Without what is out of use that day. */
  readonly shown: KnowledgeBase;
  readonly withdrawn: readonly WithdrawnPage[];
  /** How each page was approved, by path; undefined where review is off. */
  readonly reviews: SiteReviews | undefined;
  /** Playbooks that nobody approved yet. */
  readonly withheld: number;
}

export interface AssistantSettings {
  readonly locale: Locale;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
}

/**
 * Opens the approved content of a knowledge base, whether review is required or only advised: an assistant quotes what it
 * reads without the marks that a page carries. `earlier` spares reading the same texts again.
 */
export async function approvedContent(review: Review, settings: AssistantSettings, earlier?: AssistantContent): Promise<AssistantContent> {
  const published = await publishedFiles(review);
  const session = await openSession(published.files, settings, earlier?.session);
  const withheld = [...review.present.keys()].filter((id) => !id.startsWith('playbook.') && !review.states.get(id)?.published).length;
  return contentOf(session, settings.today, reviewsOfPublished(published, review), withheld);
}

/** Opens the content of a folder whose review is off. */
export async function unreviewedContent(
  files: FileSource,
  settings: AssistantSettings,
  earlier?: AssistantContent,
): Promise<AssistantContent> {
  return contentOf(await openSession(files, settings, earlier?.session), settings.today, undefined, 0);
}

/** The same of a session that is open. */
function contentOf(session: Session, today: string, reviews: SiteReviews | undefined, withheld: number): AssistantContent {
  const { knowledgeBase, withdrawn } = session.shownOn(today);
  return { session, shown: knowledgeBase, withdrawn, reviews, withheld };
}
