import { parentPort, Worker } from 'node:worker_threads';
import { HistoryError, type HistoryProblem } from '../app/ports.js';

/** A question on its way to a thread. */
interface Call<Question> {
  readonly number: number;
  readonly question: Question;
}

/** What comes back: pieces, if there are any, then an answer or why there is none. */
type Reply = { readonly number: number } & (
  | { readonly piece: unknown }
  | { readonly answer: unknown }
  | { readonly problem: HistoryProblem; readonly detail: string }
  | { readonly error: string }
);

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  take(piece: unknown): void;
}

/** A thread that is asked questions. It starts with the first one, and again after one that ended it. */
export class AskedThread<Question> {
  readonly #script: URL;
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  /** `script` is a bundle that calls `answerCalls`. */
  constructor(script: URL) {
    this.#script = script;
  }

  /** Fails with a `HistoryError` if the answer did. `take` gets the pieces that come before the answer. */
  ask<Answer, Piece = never>(question: Question, take: (piece: Piece) => void = () => {}): Promise<Answer> {
    this.#number += 1;
    const call: Call<Question> = { number: this.#number, question };
    return new Promise((resolve, reject) => {
      this.#waiting.set(call.number, { resolve, reject, take });
      this.#running().postMessage(call);
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#script);
    worker.unref();
    worker.on('message', (reply: Reply) => this.#hear(reply));
    worker.on('error', (error) => this.#ended(worker, error));
    worker.on('exit', () => this.#ended(worker, new Error(`the thread of ${this.#script.pathname} ended`)));
    this.#worker = worker;
    return worker;
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.number);
    if (!waiting) return;
    if ('piece' in reply) {
      waiting.take(reply.piece);
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

/** The other end, in the thread. `send` sends a piece ahead of the answer. */
export function answerCalls<Question>(answer: (question: Question, send: (piece: unknown) => void) => Promise<unknown>): void {
  const reply = (told: Reply) => parentPort?.postMessage(told);
  parentPort?.on('message', async ({ number, question }: Call<Question>) => {
    try {
      reply({ number, answer: await answer(question, (piece) => reply({ number, piece })) });
    } catch (error) {
      if (error instanceof HistoryError) reply({ number, problem: error.problem, detail: error.detail });
      else reply({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
