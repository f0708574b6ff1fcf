import { type Run, type RunEntry, runBounds } from './run.js';

/**
 * A run from anywhere: a link, a file, a storage that other pages share. Everything is checked and bounded, and text loses
 * what could disguise it (control characters, marks that turn the direction of writing). Undefined for anything that is no run.
 */
export function readRun(value: unknown): Run | undefined {
  if (!isObject(value) || value['format'] !== 1) return undefined;
  const { id, protocol, revision, isDrill, steps, entries } = value;
  if (!isName(id) || typeof isDrill !== 'boolean' || typeof revision !== 'string' || !/^[0-9a-f]{4,64}$/.test(revision)) return undefined;
  if (typeof protocol !== 'string' || protocol === '' || protocol.length > runBounds.title) return undefined;
  if (!Array.isArray(steps) || steps.length > runBounds.steps || !steps.every(isName)) return undefined;
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > runBounds.entries) return undefined;
  const read: RunEntry[] = [];
  const names = new Set<string>();
  let last = 0;
  for (const entry of entries) {
    const known = readEntry(entry);
    if (!known || names.has(known.id) || known.at < last) return undefined;
    names.add(known.id);
    last = known.at;
    read.push(known);
  }
  if (read[0]?.kind !== 'graded') return undefined;
  return { format: 1, id, protocol, revision, isDrill, steps, entries: read };
}

function readEntry(value: unknown): RunEntry | undefined {
  if (!isObject(value)) return undefined;
  const { id, at, kind } = value;
  if (!isName(id) || !isTime(at)) return undefined;
  const by = nameIn(value['by']);
  const base = { id, at, ...(by !== '' && { by }) };
  const done = value['done'] === true;
  switch (kind) {
    case 'graded': {
      const priority = textIn(value['priority'], 20);
      const impact = textIn(value['impact'], runBounds.title);
      const urgency = textIn(value['urgency'], runBounds.title);
      return priority === ''
        ? undefined
        : { ...base, kind, priority, ...(impact !== '' && { impact }), ...(urgency !== '' && { urgency }) };
    }
    case 'responded':
      return { ...base, kind, done };
    case 'step':
      return isName(value['step']) ? { ...base, kind, step: value['step'], done } : undefined;
    case 'note': {
      const text = textIn(value['text'], runBounds.text);
      const { step } = value;
      if (text === '' || (step !== undefined && !isName(step))) return undefined;
      return { ...base, kind, text, ...(step !== undefined && { step }) };
    }
    case 'message':
      return { ...base, kind, title: textIn(value['title'], runBounds.title), text: textIn(value['text'], runBounds.text) };
    case 'handed-over': {
      const to = nameIn(value['to']);
      return { ...base, kind, ...(to !== '' && { to }) };
    }
    case 'revised': {
      const { revision } = value;
      return typeof revision === 'string' && /^[0-9a-f]{4,64}$/.test(revision) ? { ...base, kind, revision } : undefined;
    }
    case 'clock': {
      const { change, milliseconds } = value;
      if ((change !== 'back' && change !== 'asleep' && change !== 'ahead') || !isTime(milliseconds)) return undefined;
      return { ...base, kind, change, milliseconds };
    }
    case 'taken-over':
    case 'stopped':
    case 'resumed':
      return { ...base, kind };
    default:
      return undefined;
  }
}

/** A text within its bounds and without characters that hide or reorder others; empty when it is none. */
export function textIn(value: unknown, longest: number): string {
  if (typeof value !== 'string') return '';
  return (
    value
      .slice(0, longest)
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
      .replace(/\p{Cs}/gu, '')
      .trim()
  );
}

export function nameIn(value: unknown): string {
  return textIn(value, runBounds.name).replace(/\s+/g, ' ');
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]{4,24}$/.test(value);
}

/** Any time of the years until 2286. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 10_000_000_000_000;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
