import type { ReviewState } from '../../core/model/review.js';
import { AskedThread } from '../thread-calls.js';
import type { CallName, CallOf, CallPlace, ReviewCalls } from './calls.js';

/** The thread that reads histories. */
export class ReviewThread {
  readonly #thread = new AskedThread<CallOf<CallName>>(new URL('./review-worker.js', import.meta.url));

  /** Fails with a `HistoryError` where the history cannot be read. `take` gets the states that come before the answer. */
  call<Name extends CallName>(
    name: Name,
    place: CallPlace,
    given: ReviewCalls[Name]['given'],
    take?: (states: readonly ReviewState[]) => void,
  ): Promise<ReviewCalls[Name]['answer']> {
    return this.#thread.ask({ name, place, given }, take);
  }
}
