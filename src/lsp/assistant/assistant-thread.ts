import { Worker } from 'node:worker_threads';
import { HistoryError } from '../../app/ports.js';
import type { AssistantCall, AssistantReply } from './assistant-calls.js';

export interface AssistantText {
  readonly text: string;
  /** Whether it holds something of the knowledge base, not only why it does not. */
  readonly isFound: boolean;
}

interface Waiting {
  resolve(answer: AssistantText): void;
  reject(error: Error): void;
}

/** The thread that answers assistants. It starts with the first question, and again after one that ended it. */
export class AssistantThread {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  /** Fails with a `HistoryError` where nobody can say what was approved. */
  ask(call: Omit<AssistantCall, 'number'>): Promise<AssistantText> {
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#running().postMessage({ number, ...call });
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./assistant-worker.js', import.meta.url));
    worker.unref();
    worker.on('message', (reply: AssistantReply) => {
      const waiting = this.#waiting.get(reply.number);
      this.#waiting.delete(reply.number);
      if ('problem' in reply) waiting?.reject(new HistoryError(reply.problem, reply.detail));
      else if ('error' in reply) waiting?.reject(new Error(reply.error));
      else waiting?.resolve(reply);
    });
    worker.on('error', (error) => this.#ended(worker, error));
    worker.on('exit', () => this.#ended(worker, new Error('the assistants’ thread ended')));
    this.#worker = worker;
    return worker;
  }

  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
