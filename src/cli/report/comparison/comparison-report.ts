import type { PageComparison } from '../../../app/comparison.js';
import type { KnowledgeBase } from '../../../core/knowledge-base.js';
import type { Context } from '../../context.js';

/** Two revisions of one playbook, compared. */
export interface ComparedRevisions extends PageComparison {
  /** The knowledge base it belongs to, as it is now. */
  readonly knowledgeBase: KnowledgeBase;
  readonly id: string;
  readonly title: string;
  /** Relative to the knowledge base, with `/`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What the two are called. */
  readonly names: { readonly before: string; readonly after: string };
}

export type ComparisonReport = (compared: ComparedRevisions, context: Context) => string;
