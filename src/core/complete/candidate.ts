import type { KnowledgeBase } from '../knowledge-base.js';
import type { Locale } from '../model/locale.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';

export type CandidateKind =
  | 'field'
  | 'value'
  | 'playbook'
  | 'file'
  | 'heading'
  | 'placeholder'
  | 'variable'
  | 'section'
  | 'directive'
  | 'snippet'
  | 'wording';

/** Something that may be written at a place. */
export interface Candidate {
  readonly label: string;
  readonly kind: CandidateKind;
  /** What is replaced; it ends at or after the cursor. */
  readonly at: Span;
  readonly newText: string;
  /** `newText` has tab stops, as the Language Server Protocol's snippets: `${1:text}`, `$0`. */
  readonly isSnippet?: true;
  /** Short, beside the label. */
  readonly detail?: string;
  /** Markdown; worked out only for candidates that are shown. */
  readonly documentation?: () => string;
  /** What the text under `at` is compared with; the label by default. */
  readonly filter?: string;
  /** Lower comes first; within one rank the order is that of the list. */
  readonly rank: number;
}

export interface CompletionPlace {
  readonly knowledgeBase: KnowledgeBase;
  readonly playbook: Playbook;
  readonly offset: number;
  /** The line up to the cursor. */
  readonly before: string;
  /** The rest of the line. */
  readonly after: string;
  readonly lineStart: number;
  /** Language of explanations; what is inserted is in the playbook's own language. */
  readonly locale: Locale;
  /** ISO 8601 day. */
  readonly today: string;
}

/** Text inside a snippet that must stay as it is. */
export function plainInSnippet(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`);
}
