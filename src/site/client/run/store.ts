import { readRun } from '../../../core/protocol-run/read-run.js';
import { isSameRun, mergeEntries, type Run, runBounds } from '../../../core/protocol-run/run.js';
import { siteKey } from '../storage.js';

/** A run as this browser keeps it, with what it knows of the computer's clock. Times in milliseconds. */
export interface StoredRun {
  readonly run: Run;
  /** Added to the computer's time of day gives the run's time. */
  readonly correction: number;
  /** The latest time at which the run was open, by its own time. */
  readonly seen: number;
}

const mostListed = 50;

/**
 * Every run has a place of its own, so that two runs never meet; two windows with the same run join their entries whenever
 * one of them writes. All pages opened as files share one storage: what is there may be anyone's, so it is read like a stranger's.
 */
function prefix(): string {
  return `playbook-${siteKey('run')} `;
}

export function keyOf(id: string): string {
  return `${prefix()}${id}`;
}

export function loadRun(id: string): StoredRun | undefined {
  try {
    return readStored(localStorage.getItem(keyOf(id)));
  } catch {
    return undefined;
  }
}

/** All runs of a protocol that this browser keeps, the newest first. */
export function listRuns(protocol: string): readonly StoredRun[] {
  const found: StoredRun[] = [];
  try {
    for (let index = 0; index < localStorage.length && found.length < mostListed; index += 1) {
      const key = localStorage.key(index);
      if (!key?.startsWith(prefix())) continue;
      const stored = readStored(localStorage.getItem(key));
      if (stored?.run.protocol === protocol && key === keyOf(stored.run.id)) found.push(stored);
    }
  } catch {
    // Storage is closed: there is nothing to list.
  }
  return found.sort((a, b) => (b.run.entries[0]?.at ?? 0) - (a.run.entries[0]?.at ?? 0));
}

/** Writes a run, joined with what another window wrote meanwhile. Says what there is now and whether the browser kept it. */
export function saveRun(stored: StoredRun): { readonly run: Run; readonly isKept: boolean } {
  const other = loadRun(stored.run.id);
  const run =
    other && isSameRun(other.run, stored.run)
      ? { ...stored.run, entries: mergeEntries(stored.run.entries, other.run.entries) }
      : stored.run;
  try {
    const text = JSON.stringify({ ...stored, run });
    // What is too long to be read back would be lost.
    if (text.length <= runBounds.characters) {
      localStorage.setItem(keyOf(run.id), text);
      return { run, isKept: true };
    }
    return { run, isKept: false };
  } catch {
    return { run, isKept: false };
  }
}

export function removeRun(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // Closed storage keeps nothing.
  }
}

/** The run that this window shows, across reloads. Each window has its own. */
export function openInWindow(protocol: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(protocol)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberInWindow(protocol: string, id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(keyOf(protocol));
    else sessionStorage.setItem(keyOf(protocol), id);
  } catch {
    // Then a reload offers the run in the list.
  }
}

export function readStored(text: string | null): StoredRun | undefined {
  if (text === null || text.length > runBounds.characters) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('run' in value)) return undefined;
    const run = readRun(value.run);
    const numberIn = (name: 'correction' | 'seen'): number => {
      const found: unknown = Reflect.get(value, name);
      return typeof found === 'number' && Number.isFinite(found) && Math.abs(found) < 1e13 ? found : 0;
    };
    return run && { run, correction: numberIn('correction'), seen: numberIn('seen') };
  } catch {
    return undefined;
  }
}
