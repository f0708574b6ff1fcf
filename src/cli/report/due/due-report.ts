import type { DueItem } from '../../../app/due.js';
import type { Context } from '../../context.js';

interface DueResult {
  /** Name of the knowledge base. */
  readonly title: string;
  /** ISO 8601 day that counted as today. */
  readonly today: string;
  /** Days looked ahead. */
  readonly within: number;
  readonly items: readonly DueItem[];
}

export type DueReport = (result: DueResult, context: Context) => string;
