import type { FeedbackEntry, WrongEntry } from '../model/feedback.js';
import { readEntries, writeEntry } from './entry.js';

/** Where imported feedback lies, below the root of a knowledge base: one file an import, never changed afterwards. */
export const feedbackFolder = '.playbook/feedback';

/** How often a page was used, by kind. */
export interface PageUse {
  readonly opened: number;
  readonly copied: number;
  readonly solved: number;
  readonly unsolved: number;
}

/** What imported feedback says of pages, by the ids they had. */
export interface Feedback {
  readonly use: ReadonlyMap<string, PageUse>;
  readonly wrong: ReadonlyMap<string, readonly WrongEntry[]>;
}

export const noFeedback: Feedback = { use: new Map(), wrong: new Map() };

/** All entries of some files, by day and number. One that was imported twice counts once. */
export function entriesOf(texts: Iterable<string>): readonly FeedbackEntry[] {
  const byId = new Map<string, FeedbackEntry>();
  for (const text of texts) for (const entry of readEntries(text).entries) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return sortEntries(byId.values());
}

export function sortEntries(entries: Iterable<FeedbackEntry>): readonly FeedbackEntry[] {
  return [...entries].sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
}

/** A file of entries as it is to be written, and the day of its last one. */
export interface FeedbackFile {
  readonly text: string;
  readonly lastDay: string;
}

/** Entries as files, in order, none larger than `most` UTF-16 units; a single entry may be. */
export function feedbackFiles(entries: Iterable<FeedbackEntry>, most: number): readonly FeedbackFile[] {
  const files: { lines: string[]; length: number; lastDay: string }[] = [];
  for (const entry of entries) {
    const line = writeEntry(entry);
    const open = files.at(-1);
    if (open && open.length + line.length <= most) {
      open.lines.push(line);
      open.length += line.length;
      open.lastDay = entry.day;
    } else files.push({ lines: [line], length: line.length, lastDay: entry.day });
  }
  return files.map(({ lines, lastDay }) => ({ text: lines.join(''), lastDay }));
}

export function summarize(entries: Iterable<FeedbackEntry>): Feedback {
  const use = new Map<string, Record<keyof PageUse, number>>();
  const wrong = new Map<string, WrongEntry[]>();
  for (const entry of entries) {
    if ('query' in entry) continue;
    if (entry.kind === 'wrong') {
      const marks = wrong.get(entry.page);
      if (marks) marks.push(entry);
      else wrong.set(entry.page, [entry]);
    } else {
      const counts = use.get(entry.page) ?? { opened: 0, copied: 0, solved: 0, unsolved: 0 };
      counts[entry.kind] += 1;
      use.set(entry.page, counts);
    }
  }
  return { use, wrong };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
