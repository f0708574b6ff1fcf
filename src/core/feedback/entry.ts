import {
  type FeedbackEntry,
  type FeedbackKind,
  feedbackKinds,
  type SearchEntry,
  type WrongEntry,
  type WrongReason,
  wrongReasons,
} from '../model/feedback.js';
import { maskText } from './mask.js';

/** Most characters of each text. */
export const longest = { query: 60, quote: 200, context: 24, section: 80, page: 200, anchor: 200 } as const;

/** A line that holds one entry is never longer than this, in UTF-16 units. */
const longestLine = 4096;

/**
 * An entry in the one form that is stored, or undefined if it is none: fields that nobody asked for are left out, texts are
 * cut and masked. Browser, server and import all read entries by this, so that none has to trust another.
 */
export function readEntry(value: unknown): FeedbackEntry | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const given: Readonly<Record<string, unknown>> = { ...value };
  const { version, id, day } = given;
  const kind = oneOf(feedbackKinds, given['kind']);
  if (version !== 1 || kind === undefined || !isMatch(id, /^[0-9a-f]{32}$/) || !isDay(day)) return undefined;
  const page = name(given['page'], longest.page);
  const revision = isMatch(given['revision'], /^[0-9a-f]{8}$/) ? given['revision'] : undefined;
  // A page without its revision, or the other way round, says nothing that can be told later.
  if ((page === undefined) !== (revision === undefined)) return undefined;
  const told = { version, id, day, ...(page !== undefined && revision !== undefined && { page, revision }) } as const;
  if (isSearch(kind)) {
    const query = text(given['query'], longest.query);
    return query === undefined || query === '' ? undefined : { ...told, kind, query };
  }
  const { page: about, revision: shown } = told;
  if (about === undefined || shown === undefined) return undefined;
  const toldOfPage = { ...told, page: about, revision: shown };
  if (kind === 'wrong') return readWrong({ ...toldOfPage, kind }, given);
  if (kind !== 'copied') return { ...toldOfPage, kind };
  const section = text(given['section'], longest.section);
  return { ...toldOfPage, kind, ...(section !== undefined && section !== '' && { section }) };
}

function readWrong(
  told: Pick<WrongEntry, 'version' | 'id' | 'day' | 'page' | 'revision' | 'kind'>,
  given: Readonly<Record<string, unknown>>,
): WrongEntry | undefined {
  const quote = text(given['quote'], longest.quote);
  const before = text(given['before'], longest.context);
  const after = text(given['after'], longest.context);
  const anchor = given['anchor'] === '' ? '' : name(given['anchor'], longest.anchor);
  const reason = oneOf<WrongReason>(wrongReasons, given['reason']);
  if (quote === undefined || quote === '' || before === undefined || after === undefined) return undefined;
  return anchor === undefined || reason === undefined ? undefined : { ...told, quote, before, after, anchor, reason };
}

/** One entry a line (NDJSON). */
export function writeEntry(entry: FeedbackEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

export interface ReadEntries {
  readonly entries: readonly FeedbackEntry[];
  /** Numbers, from 1, of the lines that are neither empty nor an entry. */
  readonly refused: readonly number[];
}

/** Reads entries written one a line; a line that is none is left out and named. */
export function readEntries(lines: string): ReadEntries {
  const entries: FeedbackEntry[] = [];
  const refused: number[] = [];
  for (const [index, line] of lines.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue;
    const entry = line.length > longestLine ? undefined : parse(line);
    if (entry) entries.push(entry);
    else refused.push(index + 1);
  }
  return { entries, refused };
}

function parse(line: string): FeedbackEntry | undefined {
  try {
    return readEntry(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function isSearch(kind: FeedbackKind): kind is SearchEntry['kind'] {
  return kind === 'search-empty' || kind === 'missing';
}

function oneOf<Value extends string>(values: readonly Value[], given: unknown): Value | undefined {
  return values.find((value) => value === given);
}

function isMatch(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** A day that exists, of this century. */
function isDay(value: unknown): value is string {
  if (!isMatch(value, /^20\d\d-\d\d-\d\d$/)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A name that the product gave, such as an id: taken as it is, or not at all. */
function name(value: unknown, most: number): string | undefined {
  return isMatch(value, /^[^\p{C}\p{Zl}\p{Zp}]+$/u) && value.length <= most ? value : undefined;
}

function text(value: unknown, most: number): string | undefined {
  return typeof value === 'string' ? maskText(value, most) : undefined;
}
