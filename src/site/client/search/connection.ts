import type { SearchQuery } from '../../../core/model/search.js';
import { searchScriptAddress, searchTablesAddress } from '../../search-addresses.js';
import { rootPath } from '../page.js';
import type { SiteResult } from './answer.js';
import type { Answering } from './main.js';
import type { Answer, Question, Ready } from './messages.js';
import type { LoadScript, Unpacked } from './part-loader.js';

declare global {
  interface Window {
    /** Every script of the search index calls this with what it holds. */
    playbookSearch?: (packed: string) => void;
  }
}

export interface SearchConnection {
  /** Loads the engine and the first part, before anything is typed. */
  readonly open: () => void;
  /** Answers by names and then by everything, or at once by everything if all is there; not at all if a newer search was begun. */
  readonly find: (query: SearchQuery, answered: (result: SiteResult, scope: 'names' | 'all') => void, failed: () => void) => void;
}

export function connectSearch(): SearchConnection {
  let asking: Promise<(question: Question) => void> | undefined;
  let latest = 0;
  let waiting: ((answer: Answer) => void) | undefined;
  const take = (answer: Answer): void => {
    if (answer.id === latest) waiting?.(answer);
  };
  const connect = (): Promise<(question: Question) => void> => {
    asking ??= (location.protocol === 'file:' ? Promise.reject(new Error('a file may start no worker')) : startWorker(take))
      .catch(() => startScript().then((answering) => (question: Question) => answering(question, take)))
      .catch((error: unknown) => {
        asking = undefined;
        throw error;
      });
    return asking;
  };
  const ask = (query: SearchQuery | undefined): void => {
    latest += 1;
    const id = latest;
    connect().then(
      (send) => {
        if (id === latest) send({ id, ...(query && { query }) });
      },
      (error: unknown) => take({ id, failure: String(error) }),
    );
  };
  return {
    open: () => {
      waiting = undefined;
      ask(undefined);
    },
    find(query, answered, failed) {
      waiting = (answer) => ('failure' in answer ? failed() : answered(answer.result, answer.scope));
      ask(query);
    },
  };
}

/** Fails if the worker's script cannot be loaded. */
function startWorker(take: (answer: Answer) => void): Promise<(question: Question) => void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(rootPath() + searchScriptAddress);
    worker.addEventListener('error', () => reject(new Error('the worker did not start')));
    worker.addEventListener('message', ({ data }: MessageEvent<Answer | Ready>) => {
      if ('ready' in data) resolve((question) => worker.postMessage(question));
      else take(data);
    });
  });
}

async function startScript(): Promise<Answering> {
  await loadScript(searchTablesAddress);
  await loadScript(searchScriptAddress);
  const engine = window.playbookSearchEngine;
  if (!engine) throw new Error('search.js holds no search engine');
  return engine.create(loadParts(engine.unpack));
}

/** Loads parts by script elements, because a page opened as a file may fetch nothing. */
function loadParts(unpack: (packed: string) => Promise<Unpacked>): LoadScript {
  const packed = new Map<Element, string>();
  window.playbookSearch = (text) => {
    if (document.currentScript) packed.set(document.currentScript, text);
  };
  return async (address) => {
    const script = await loadScript(address);
    const text = packed.get(script);
    packed.delete(script);
    script.remove();
    if (text === undefined) throw new Error(`${address} holds no part of the search index`);
    return unpack(text);
  };
}

function loadScript(address: string): Promise<HTMLScriptElement> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = rootPath() + address;
    script.addEventListener('load', () => resolve(script));
    script.addEventListener('error', () => reject(new Error(`${address} did not load`)));
    document.head.append(script);
  });
}
