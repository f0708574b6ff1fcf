import type { Position, Range } from 'vscode-languageserver/node';
import type { TextEdit as CoreEdit } from '../core/model/diagnostic.js';
import { type Range as CoreRange, type LineStarts, rangeOf, type Span } from '../core/model/text.js';
import type { SpanEdit } from '../core/rules/rule.js';

/** A text whose places are to be told to the client, which counts lines and UTF-16 code units from 0. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly lineStarts: LineStarts;
}

export function fromCoreRange({ start, end }: CoreRange): Range {
  return { start: { line: start.line - 1, character: start.column - 1 }, end: { line: end.line - 1, character: end.column - 1 } };
}

export function rangeAt({ text, lineStarts }: TextFile, span: Span): Range {
  return fromCoreRange(rangeOf(text, lineStarts, span));
}

export function positionAt(file: TextFile, offset: number): Position {
  return rangeAt(file, { start: offset, end: offset }).start;
}

/** The offset of a place; one after the end of its line is the end of that line. */
export function offsetAt({ text, lineStarts }: TextFile, { line, character }: Position): number {
  const start = lineStarts[line];
  if (start === undefined) return text.length;
  const next = lineStarts[line + 1] ?? text.length + 1;
  const end = next - (text.slice(start, next).endsWith('\r\n') ? 2 : 1);
  return Math.min(start + character, Math.max(start, end));
}

export function spanAt(file: TextFile, range: Range): Span {
  return { start: offsetAt(file, range.start), end: offsetAt(file, range.end) };
}

export function editOf(file: TextFile, edit: SpanEdit): { range: Range; newText: string } {
  return { range: rangeAt(file, edit), newText: edit.newText };
}

export function editOfCore(edit: CoreEdit): { range: Range; newText: string } {
  return { range: fromCoreRange(edit.range), newText: edit.newText };
}

/** The shortest single replacement that turns one text into another; undefined if they are the same. */
export function difference(before: string, after: string): SpanEdit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  // Half of a surrogate pair or of a CRLF is no place to cut.
  if (start > 0 && /[\uD800-\uDBFF\r]/.test(before[start - 1] ?? '')) start -= 1;
  if (tail > 0 && /[\uDC00-\uDFFF\n]/.test(before[before.length - tail] ?? '')) tail -= 1;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
