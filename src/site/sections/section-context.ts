import type { KnowledgeBase } from '../../core/knowledge-base.js';
import type { PlaceholderDefinition, Playbook, Section } from '../../core/model/playbook.js';
import type { MatchedSection } from '../../core/types/match-outline.js';
import type { Addresses } from '../addresses.js';
import type { Say } from '../words.js';

/** What drawing a section needs to know about its page. */
export interface SectionContext {
  readonly knowledgeBase: KnowledgeBase;
  readonly addresses: Addresses;
  readonly page: string;
  readonly playbook: Playbook;
  readonly say: Say;
  readonly placeholders: ReadonlyMap<string, PlaceholderDefinition>;
  /** By the start of their headings. */
  readonly sections: ReadonlyMap<number, Section>;
  readonly matches: ReadonlyMap<number, MatchedSection>;
  /** Levels added to headings, so that none is on the level of the page's title. */
  readonly headingShift: number;
  /** Channel of the variant around, if any. */
  readonly channel?: string;
  /** Quotes here were said once, in a case; they are no wording to send. */
  readonly isDialogue?: boolean;
  /** Unique numbers for the page's own ids. */
  readonly nextNumber: () => number;
}
