import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber, daysBetween, dueDay, durationDays, durationMinutes } from '../../src/core/days.js';

describe('days', () => {
  it('numbers the days of the calendar', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('2026-11-22')).toBe(20779);
    expect(dayNumber('0050-03-01')).toBe(-701206);
  });

  it('refuses what is no day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '明天', '', '2026-11-22T00:00']) {
      expect(dayNumber(text)).toBeUndefined();
    }
    expect(dayNumber('2028-02-29')).toBeDefined();
  });

  it('counts over months, leap days and years', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
    expect(daysBetween('昨天', '2026-11-20')).toBeUndefined();
  });

  it('reads lengths of time', () => {
    expect(['30m', '2h', '90d', '26w', '0d'].map(durationMinutes)).toEqual([30, 120, 129_600, 262_080, 0]);
    expect(['30m', '36h', '90d', '26w', '0d'].map(durationDays)).toEqual([1, 1, 90, 182, 0]);
    expect(['半年', '1y', '1.5d', 'd', '-1d', '123456d'].map(durationMinutes)).toEqual(Array(6).fill(undefined));
  });

  it('says when something is due again', () => {
    expect(dueDay('2026-05-26', '180d')).toBe('2026-11-22');
    expect(dueDay('2026-02-30', '1d')).toBeUndefined();
    expect(dueDay('2026-11-22', '99999w')).toBe('3943-05-30');
  });

  it('comes back to the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        expect(dayNumber(dayOfNumber(number) ?? '')).toBe(number);
      }),
    );
  });
});
