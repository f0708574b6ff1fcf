import type { Locale } from '../../core/model/locale.js';
import type { AssistantQuestion } from '../protocol.js';
import { AskedThread } from '../thread-calls.js';

/** A question about one knowledge base, to the thread that reads approved content. */
export interface AssistantCall {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  readonly locale: Locale;
  /** ISO 8601. */
  readonly today: string;
  readonly question: AssistantQuestion;
}

export interface AssistantText {
  readonly text: string;
  /** Whether it holds something of the knowledge base, not only why it does not. */
  readonly isFound: boolean;
}

/** The thread that answers assistants. */
export class AssistantThread {
  readonly #thread = new AskedThread<AssistantCall>(new URL('./assistant-worker.js', import.meta.url));

  /** Fails with a `HistoryError` where nobody can say what was approved. */
  ask(call: AssistantCall): Promise<AssistantText> {
    return this.#thread.ask(call);
  }
}
