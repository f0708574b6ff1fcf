import picocolors from 'picocolors';
import stringWidth from 'string-width';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Where the program writes, and what that place can show. */
export interface Terminal {
  /** Results, to standard output. */
  readonly write: (text: string) => void;
  /** Everything that is not the result, to standard error. */
  readonly note: (text: string) => void;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
  /** For standard output. */
  readonly colors: Colors;
  /** For standard error. */
  readonly noteColors: Colors;
  /** Whether someone watches standard error. */
  readonly isWatched: boolean;
}

/** Colours only on a terminal, and not if NO_COLOR (https://no-color.org) is set. */
export function openTerminal(
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const mayColor = (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return {
    write: (text) => void stdout.write(text),
    note: (text) => void stderr.write(text),
    width: Math.max(40, stdout.columns ?? 100),
    colors: picocolors.createColors(mayColor && stdout.isTTY === true),
    noteColors: picocolors.createColors(mayColor && stderr.isTTY === true),
    isWatched: stderr.isTTY === true && env['TERM'] !== 'dumb',
  };
}

/** Characters that would steer a terminal or reorder its text: controls, and Unicode's bidirectional marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of files, safe to show: steering characters become U+FFFD, tabs and line breaks spaces. */
export function printable(text: string): string {
  return text.replace(/\r\n|[\t\n\r]/g, ' ').replace(steering, '\uFFFD');
}

/** Adds spaces until the text takes `width` columns; a Chinese character takes two. */
function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** Lines of cells in columns two spaces apart; columns named in `right` align right. Cells may hold colour codes. */
export function formatColumns(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, column) => (right.has(column) ? padStart(cell, widths[column] ?? 0) : padEnd(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
