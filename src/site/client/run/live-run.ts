import {
  type ClockJump,
  type ClockReading,
  type RunClock,
  readClock,
  resumeClock,
  timeOf,
  undoJump,
} from '../../../core/protocol-run/clock.js';
import { mergeEntries, type NewEntry, type Run, type RunEntry, runBounds } from '../../../core/protocol-run/run.js';
import { recall } from '../storage.js';
import { newName } from './new-name.js';
import { keyOf, readStored, type StoredRun, saveRun } from './store.js';

/** The run that this window shows. It is written with every change and follows what other windows write. */
export interface LiveRun {
  readonly run: () => Run;
  /** The run's own time, in milliseconds since 1970; never goes back. */
  readonly now: () => number;
  readonly isKept: () => boolean;
  readonly add: (entry: NewEntry) => void;
  /** Joins a record of the same run from elsewhere. */
  readonly join: (entries: readonly RunEntry[]) => void;
  /** Answers the question whether a jump of the clock was time that passed. */
  readonly settleJump: (milliseconds: number, hasPassed: boolean) => void;
  readonly close: () => void;
}

export interface RunListener {
  readonly changed: () => void;
  readonly ticked: (now: number) => void;
  readonly jumped: (jump: ClockJump) => void;
}

/** Seconds between two writes of the time at which the run was last open. */
const seenEvery = 15;

export function openRun(stored: StoredRun, listener: RunListener): LiveRun {
  let { run } = stored;
  let isKept = true;
  const resumed = resumeClock(readClocks(), stored.correction, Math.max(stored.seen, run.entries.at(-1)?.at ?? 0));
  let clock: RunClock = resumed.clock;
  let ticks = 0;

  const save = (): void => {
    const saved = saveRun({ run, correction: clock.correction, seen: Math.max(timeOf(clock), run.entries.at(-1)?.at ?? 0) });
    run = saved.run;
    isKept = saved.isKept;
  };
  const append = (entry: NewEntry, id = newName()): void => {
    if (run.entries.length >= runBounds.entries) return;
    const by = recall('run-name');
    // Always after the last entry: another computer's clock may have been ahead.
    const at = Math.max(timeOf(clock), (run.entries.at(-1)?.at ?? 0) + 1);
    run = { ...run, entries: mergeEntries(run.entries, [{ ...entry, id, at: Math.round(at), ...(by && { by }) }]) };
    save();
  };
  const settle = (jump: ClockJump | undefined): void => {
    if (!jump) return;
    if (jump.change === 'back') {
      // Two windows that notice the same write one entry.
      const entry: NewEntry = { kind: 'clock', change: 'back', milliseconds: Math.round(jump.milliseconds) };
      append(entry, `clock${Math.round(timeOf(clock) / 30_000).toString(36)}`);
      listener.changed();
    }
    listener.jumped(jump);
  };
  const tick = (): void => {
    const read = readClock(clock, readClocks());
    clock = read.clock;
    settle(read.jump);
    ticks += 1;
    if (ticks % seenEvery === 0) save();
    listener.ticked(timeOf(clock));
  };
  const follow = (event: StorageEvent): void => {
    if (event.key !== keyOf(run.id)) return;
    const other = readStored(event.newValue);
    if (!other) return;
    const before = run.entries.length;
    run = { ...run, entries: mergeEntries(run.entries, other.run.entries) };
    if (run.entries.length !== other.run.entries.length) save();
    if (run.entries.length !== before) listener.changed();
  };

  save();
  const timer = window.setInterval(tick, 1000);
  const leave = (): void => save();
  window.addEventListener('storage', follow);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', tick);
  document.addEventListener('visibilitychange', tick);
  queueMicrotask(() => settle(resumed.jump));
  return {
    run: () => run,
    now: () => timeOf(clock),
    isKept: () => isKept,
    add: (entry) => {
      tick();
      append(entry);
      listener.changed();
    },
    join: (entries) => {
      run = { ...run, entries: mergeEntries(run.entries, entries) };
      save();
      listener.changed();
    },
    settleJump: (milliseconds, hasPassed) => {
      if (!hasPassed) clock = undoJump(clock, milliseconds);
      append({ kind: 'clock', change: hasPassed ? 'asleep' : 'ahead', milliseconds: Math.round(milliseconds) });
      listener.changed();
    },
    close: () => {
      window.clearInterval(timer);
      window.removeEventListener('storage', follow);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', tick);
      document.removeEventListener('visibilitychange', tick);
      save();
    },
  };
}

function readClocks(): ClockReading {
  return { day: Date.now(), steady: performance.now() };
}
