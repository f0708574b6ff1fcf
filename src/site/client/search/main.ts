import { Answerer } from './answer.js';
import type { Answer, Question, Ready } from './messages.js';
import { fetchScript, type LoadScript, PartLoader, unpack } from './part-loader.js';

/**
 * The search engine, apart from the pages' own script because few pages need it at once. Where pages are served it runs
 * in a worker; a page opened as a file may start none and runs it as a script.
 */
export type Answering = (question: Question, answered: (answer: Answer) => void) => void;

declare global {
  interface Window {
    playbookSearchEngine?: { readonly create: (loadScript: LoadScript) => Answering; readonly unpack: typeof unpack };
  }
}

function create(loadScript: LoadScript): Answering {
  const answerer = new Answerer(new PartLoader(loadScript));
  let latest = 0;
  return ({ id, query }, answered) => {
    latest = id;
    const isWanted = () => latest === id;
    const run = async (): Promise<void> => {
      await answerer.open();
      if (!query) return;
      const known = answerer.answerNow(query);
      if (known) {
        answered({ id, scope: 'all', result: known });
        return;
      }
      for (const scope of ['names', 'all'] as const) {
        const result = await answerer.answer(query, scope, isWanted);
        if (!result) return;
        answered({ id, scope, result });
      }
    };
    run().catch((error: unknown) => answered({ id, failure: String(error) }));
  };
}

if (typeof document === 'undefined') {
  const answering = create(fetchScript(''));
  const ready: Ready = { ready: true };
  postMessage(ready);
  addEventListener('message', (event: MessageEvent<Question>) => answering(event.data, (answer) => postMessage(answer)));
} else window.playbookSearchEngine = { create, unpack };
