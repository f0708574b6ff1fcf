/** Days are ISO 8601 `YYYY-MM-DD` in the proleptic Gregorian calendar; nothing here knows hours of a day or time zones. */

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Days since 1970-01-01, so that days can be compared and counted; undefined for text that is no day of the calendar. */
export function dayNumber(day: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim());
  if (!parts) return undefined;
  const [year = 0, month = 0, date = 0] = parts.slice(1).map(Number);
  const time = new Date(0).setUTCFullYear(year, month - 1, date);
  return new Date(time).toISOString().startsWith(day.trim()) ? time / millisecondsPerDay : undefined;
}

/** The day with a number; years beyond 9999 or before 0 give undefined. */
export function dayOfNumber(number: number): string | undefined {
  const time = Math.floor(number) * millisecondsPerDay;
  const text = Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : '';
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : undefined;
}

const minutesPerUnit = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 } as const;

/** A length of time such as `30m`, `2h`, `90d`, `26w`, in minutes; undefined for text that is none. */
export function durationMinutes(duration: string): number | undefined {
  const parts = /^(\d{1,5})([mhdw])$/.exec(duration.trim());
  const unit = (['m', 'h', 'd', 'w'] as const).find((candidate) => candidate === parts?.[2]);
  return parts && unit ? Number(parts[1]) * minutesPerUnit[unit] : undefined;
}

/** The same in whole days; less than a day counts as one. */
export function durationDays(duration: string): number | undefined {
  const minutes = durationMinutes(duration);
  return minutes === undefined ? undefined : Math.max(minutes === 0 ? 0 : 1, Math.floor(minutes / minutesPerUnit.d));
}

/** When something done on `day` is due again; undefined unless both can be read. */
export function dueDay(day: string, every: string): string | undefined {
  const start = dayNumber(day);
  const days = durationDays(every);
  return start === undefined || days === undefined ? undefined : dayOfNumber(start + days);
}

/** How many days `to` lies after `from` (negative if before); undefined unless both are days. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}
