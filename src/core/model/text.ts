/** A place in a text. `line` and `column` count from 1, `offset` from 0; columns and offsets are UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of text; `end` is the first place after it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of text by offsets alone, for the many places where lines are not needed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Offsets at which each line of a text begins. A line ends with LF, CRLF or CR. */
export type LineStarts = readonly number[];

const lineBreak = /\r\n|\n|\r/g;

export function findLineStarts(text: string): LineStarts {
  const starts = [0];
  for (const match of text.matchAll(lineBreak)) starts.push(match.index + match[0].length);
  return starts;
}

/** The place of an offset; an offset outside the text gives its nearest end. */
export function positionAt(lineStarts: LineStarts, offset: number, textLength: number): Position {
  const inside = Math.max(0, Math.min(offset, textLength));
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: inside - (lineStarts[low] ?? 0) + 1, offset: inside };
}

export function rangeOf(text: string, lineStarts: LineStarts, span: Span): Range {
  return {
    start: positionAt(lineStarts, span.start, text.length),
    end: positionAt(lineStarts, Math.max(span.start, span.end), text.length),
  };
}
