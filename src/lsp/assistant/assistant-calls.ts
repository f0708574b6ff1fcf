import type { HistoryProblem } from '../../app/ports.js';
import type { Locale } from '../../core/model/locale.js';
import type { AssistantQuestion } from '../protocol.js';

/** A question about one knowledge base, to the thread that reads approved content. */
export interface AssistantCall {
  readonly number: number;
  /** Absolute path of the knowledge base. */
  readonly root: string;
  readonly locale: Locale;
  /** ISO 8601. */
  readonly today: string;
  readonly question: AssistantQuestion;
}

export type AssistantReply =
  | { readonly number: number; readonly text: string; readonly isFound: boolean }
  | { readonly number: number; readonly problem: HistoryProblem; readonly detail: string }
  | { readonly number: number; readonly error: string };
