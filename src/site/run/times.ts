import type { SayRun } from '../words/run.js';

/** Parts of a moment in the reader's time zone. Given from outside, because code here knows no time zone. */
export interface LocalTime {
  /** ISO 8601 `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM:SS`. */
  readonly time: string;
}

export type ToLocal = (at: number) => LocalTime;

/** A length of time as on a stopwatch: `4:05`, `1:02:03`; hours go on beyond 24. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** A length of time in words, to the minute; below one minute in seconds. */
export function sayLength(say: SayRun, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return say('lengthSeconds', { seconds });
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? say('lengthMinutes', { minutes }) : say('lengthHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** `HH:MM`, with the day before it where that is another than the day of the start. */
export function shortTime(toLocal: ToLocal, at: number, start: number): string {
  const local = toLocal(at);
  const time = local.time.slice(0, 5);
  return local.day === toLocal(start).day ? time : `${local.day} ${time}`;
}
