import { Worker } from 'node:worker_threads';
import { HistoryError } from '../../app/ports.js';
import type { ReviewState } from '../../core/model/review.js';
import type { CallName, CallPlace, ReplyMessage, ReviewCalls } from './calls.js';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  take(states: readonly ReviewState[]): void;
}

/** The thread that reads histories. It starts with the first call, and again after one that ended it. */
export class ReviewThread {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  /** Fails with a `HistoryError` where the history cannot be read. `take` gets the states that come before the answer. */
  call<Name extends CallName>(
    name: Name,
    place: CallPlace,
    given: ReviewCalls[Name]['given'],
    take: (states: readonly ReviewState[]) => void = () => {},
  ): Promise<ReviewCalls[Name]['answer']> {
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject, take });
      this.#running().postMessage({ number, name, place, given });
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./review-worker.js', import.meta.url));
    worker.unref();
    worker.on('message', (reply: ReplyMessage) => this.#hear(reply));
    worker.on('error', (error) => this.#ended(worker, error));
    worker.on('exit', () => this.#ended(worker, new Error('the review thread ended')));
    this.#worker = worker;
    return worker;
  }

  #hear(reply: ReplyMessage): void {
    const waiting = this.#waiting.get(reply.number);
    if (!waiting) return;
    if ('states' in reply) {
      waiting.take(reply.states);
      return;
    }
    this.#waiting.delete(reply.number);
    if ('problem' in reply) waiting.reject(new HistoryError(reply.problem, reply.detail));
    else if ('error' in reply) waiting.reject(new Error(reply.error));
    else waiting.resolve(reply.answer);
  }

  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
