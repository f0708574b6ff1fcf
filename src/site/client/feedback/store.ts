import { readEntry, writeEntry } from '../../../core/feedback/entry.js';
import type { FeedbackEntry } from '../../../core/model/feedback.js';
import { toLocal } from '../local-time.js';
import { recall, remember, siteKey } from '../storage.js';

/** Entries kept in the browser at most. When there are more, those that only say that a page was used go first. */
const mostKept = 300;
/** UTF-16 units sent at once: browsers let a page that closes send 64 KiB. */
const mostSent = 20_000;
/** Milliseconds before what was told is sent, so that a second thought replaces it; and between attempts, at first and at most. */
const pause = 4_000;
const firstWait = 30_000;
const longestWait = 30 * 60_000;

/** Everything but the number that names an entry and the form's version. */
export type Told = FeedbackEntry extends infer Entry
  ? Entry extends FeedbackEntry
    ? Omit<Entry, 'version' | 'id' | 'day'>
    : never
  : never;

export interface FeedbackStore {
  /** Keeps an entry and sends it soon, where it may be sent. Gives the id to take it back by. */
  readonly add: (told: Told) => string;
  /** Takes an entry back; nothing happens if it was sent already. */
  readonly takeBack: (id: string) => void;
  readonly kept: () => readonly FeedbackEntry[];
  readonly clear: () => void;
}

/** What readers told, kept in this browser until it is sent or exported. `changed` is called when that becomes more or less. */
export function openStore(configured: string | undefined, changed: () => void): FeedbackStore {
  const endpoint = configured === undefined ? undefined : addressOf(configured);
  let timer = 0;
  let wait = firstWait;
  let isSending = false;

  const write = (entries: readonly FeedbackEntry[]): void => {
    const kept = [...entries];
    while (kept.length > mostKept) {
      const use = kept.findIndex(({ kind }) => kind === 'opened' || kind === 'copied');
      kept.splice(Math.max(0, use), 1);
    }
    remember(key(), JSON.stringify(kept));
    changed();
  };

  const sendSoon = (delay: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void send(), delay);
  };

  const send = async (): Promise<void> => {
    if (endpoint === undefined || isSending || !navigator.onLine) return;
    const batch = firstOf(kept());
    if (batch.length === 0) return;
    isSending = true;
    const isDone = await post(endpoint, batch.map(writeEntry).join(''));
    isSending = false;
    if (isDone) {
      const sent = new Set(batch.map(({ id }) => id));
      write(kept().filter(({ id }) => !sent.has(id)));
    }
    wait = isDone ? firstWait : Math.min(wait * 2, longestWait);
    if (kept().length > 0) sendSoon(isDone ? pause : wait);
  };

  if (endpoint !== undefined) {
    window.addEventListener('online', () => sendSoon(pause));
    sendSoon(pause);
  }
  return {
    add(told) {
      const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const entry = readEntry({ version: 1, id, day: toLocal(Date.now()).day, ...told });
      if (entry) write([...kept(), entry]);
      sendSoon(pause);
      return id;
    },
    takeBack: (id) => write(kept().filter((entry) => entry.id !== id)),
    kept,
    clear: () => write([]),
  };
}

/** Pages opened as files share one storage with all others: what is there may be anyone's, so it is read like any input. */
function kept(): readonly FeedbackEntry[] {
  try {
    const stored: unknown = JSON.parse(recall(key()) ?? '[]');
    return (Array.isArray(stored) ? stored : []).flatMap((entry) => readEntry(entry) ?? []);
  } catch {
    return [];
  }
}

function firstOf(entries: readonly FeedbackEntry[]): readonly FeedbackEntry[] {
  let length = 0;
  return entries.filter((entry) => {
    length += writeEntry(entry).length;
    return length <= mostSent;
  });
}

/** Whether the endpoint has taken the lines, or will never take them. Nothing of the reader goes with them: no cookies, no address of the page. */
async function post(endpoint: string, lines: string): Promise<boolean> {
  try {
    const { ok, status } = await fetch(endpoint, {
      method: 'POST',
      body: lines,
      headers: { 'Content-Type': 'text/plain;charset=utf-8' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      keepalive: true,
    });
    return ok || status === 400 || status === 413 || status === 422;
  } catch {
    return false;
  }
}

/** A page that was opened as a file has no host of its own to send to. */
function addressOf(configured: string): string | undefined {
  if (!configured.startsWith('/')) return configured;
  return location.protocol === 'file:' ? undefined : location.origin + configured;
}

function key(): string {
  return siteKey('feedback');
}
