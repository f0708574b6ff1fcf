/**
 * Two clocks read at one moment, both in milliseconds: the computer's time of day, which people and time servers set, and
 * one that nobody sets but that may stand still while the computer sleeps.
 */
export interface ClockReading {
  readonly day: number;
  readonly steady: number;
}

/** What a run knows of its computer's clock. */
export interface RunClock {
  /** Added to the time of day gives the run's time. */
  readonly correction: number;
  readonly last: ClockReading;
}

/** The time of day and the steady clock went apart: it was set back, or it jumped (the computer slept, or was set ahead). */
export interface ClockJump {
  readonly change: 'back' | 'jump';
  readonly milliseconds: number;
}

/** Smaller differences are those of time servers, and of two calls that are not made at once. */
const tolerance = 2000;
/** A jump below this changes no decision, so nobody is asked about it. */
const askedFrom = 60_000;

export function startClock(reading: ClockReading, correction = 0): RunClock {
  return { correction, last: reading };
}

export function timeOf({ correction, last }: RunClock): number {
  return last.day + correction;
}

/**
 * Reads the clocks again. Time that was set back never takes a run back: its time goes on by the steady clock. A jump
 * forward counts as time that passed, because a deadline that is late must not look as if it were not; whoever knows
 * better says so with `undoJump`.
 */
export function readClock(clock: RunClock, reading: ClockReading): { readonly clock: RunClock; readonly jump?: ClockJump } {
  const apart = reading.day - clock.last.day - (reading.steady - clock.last.steady);
  if (apart < -tolerance) {
    return { clock: { correction: clock.correction - apart, last: reading }, jump: { change: 'back', milliseconds: -apart } };
  }
  const next = { correction: clock.correction, last: reading };
  return apart >= askedFrom ? { clock: next, jump: { change: 'jump', milliseconds: apart } } : { clock: next };
}

/** The jump was the clock, not the time. */
export function undoJump(clock: RunClock, milliseconds: number): RunClock {
  return { ...clock, correction: clock.correction - milliseconds };
}

/**
 * The clock after a reload or on another computer, where the last thing known is a time at which the run was seen. A clock
 * that is before it is wrong for sure, and is corrected; whether one that is later is right, nobody can tell.
 */
export function resumeClock(
  reading: ClockReading,
  correction: number,
  seen: number,
): { readonly clock: RunClock; readonly jump?: ClockJump } {
  const behind = seen - (reading.day + correction);
  if (behind <= tolerance) return { clock: startClock(reading, correction) };
  return { clock: startClock(reading, correction + behind), jump: { change: 'back', milliseconds: behind } };
}
