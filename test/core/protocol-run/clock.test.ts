import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClock, resumeClock, startClock, timeOf, undoJump } from '../../../src/core/protocol-run/clock.js';

const T0 = 1_800_000_000_000;
const hour = 3_600_000;

describe('the clock of a run', () => {
  it('goes on by the steady clock when the time of day is set back', () => {
    const { clock, jump } = readClock(startClock({ day: T0, steady: 0 }), { day: T0 - hour, steady: 1000 });
    expect(jump).toEqual({ change: 'back', milliseconds: hour + 1000 });
    expect(timeOf(clock)).toBe(T0 + 1000);
    // Set right again, it is a jump ahead that is no time; together they cancel out.
    const again = readClock(clock, { day: T0 + 2000, steady: 2000 });
    expect(again.jump).toEqual({ change: 'jump', milliseconds: hour + 1000 });
    expect(timeOf(undoJump(again.clock, hour + 1000))).toBe(T0 + 2000);
  });

  it('counts a jump ahead as time that passed, and asks only when it is a minute or more', () => {
    const start = startClock({ day: T0, steady: 0 });
    expect(readClock(start, { day: T0 + 60_500, steady: 1000 })).toEqual({
      clock: { correction: 0, last: { day: T0 + 60_500, steady: 1000 } },
    });
    const { clock, jump } = readClock(start, { day: T0 + hour, steady: 1000 });
    expect([timeOf(clock), jump]).toEqual([T0 + hour, { change: 'jump', milliseconds: hour - 1000 }]);
  });

  it('is corrected when it is behind the time at which the run was last seen', () => {
    expect(resumeClock({ day: T0, steady: 5 }, 0, T0 - hour)).toEqual({ clock: { correction: 0, last: { day: T0, steady: 5 } } });
    const { clock, jump } = resumeClock({ day: T0 - hour, steady: 5 }, 0, T0);
    expect([timeOf(clock), jump]).toEqual([T0, { change: 'back', milliseconds: hour }]);
  });

  it('never goes back, whatever is done to the computer’s', () => {
    const change = fc.record({ steady: fc.integer({ min: 0, max: 120_000 }), day: fc.integer({ min: -5 * hour, max: 5 * hour }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let reading = { day: T0, steady: 0 };
        let clock = startClock(reading);
        for (const { steady, day } of changes) {
          reading = { day: reading.day + steady + day, steady: reading.steady + steady };
          const before = timeOf(clock);
          clock = readClock(clock, reading).clock;
          // Two seconds are what time servers may take.
          expect(timeOf(clock)).toBeGreaterThanOrEqual(before - 2000);
        }
      }),
    );
  });
});
