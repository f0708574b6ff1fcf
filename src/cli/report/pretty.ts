import stringWidth from 'string-width';
import { isFixedInBulk } from '../../app/fix.js';
import type { Diagnostic, Severity } from '../../core/model/diagnostic.js';
import type { Range } from '../../core/model/text.js';
import type { Context } from '../context.js';
import { padStart, printable } from '../terminal.js';
import type { Word } from '../words.js';
import { type CheckResult, type Report, summarize } from './report.js';

const symbols: Readonly<Record<Severity, string>> = { error: '✖', warning: '⚠', info: 'ℹ' };
const severityWords: Readonly<Record<Severity, Word>> = {
  error: 'severityError',
  warning: 'severityWarning',
  info: 'severityInfo',
};

/** For people: by file, each problem with its line and a mark under the place. */
export const reportPretty: Report = (result, context) => {
  const blocks: string[] = [];
  for (const path of new Set(result.diagnostics.map((diagnostic) => diagnostic.path))) {
    const lines = result.diagnostics
      .filter((diagnostic) => diagnostic.path === path)
      .flatMap((diagnostic) => problemLines(diagnostic, result, context));
    blocks.push([context.terminal.colors.underline(printable(result.shownPath(path))), ...lines].join('\n'));
  }
  blocks.push(summaryLines(result, context).join('\n'));
  return `${blocks.join('\n\n')}\n`;
};

function problemLines(diagnostic: Diagnostic, result: CheckResult, { terminal, say }: Context): readonly string[] {
  const { colors } = terminal;
  const { start } = diagnostic.range;
  const paint = painter(diagnostic.severity, colors);
  const severity = paint(`${symbols[diagnostic.severity]} ${say(severityWords[diagnostic.severity])}`);
  const text = result.textOf(diagnostic.path);
  return [
    `  ${colors.dim(`${start.line}:${start.column}`)}  ${severity}  ${printable(diagnostic.message)}  ${colors.dim(diagnostic.code)}`,
    ...(text === undefined ? [] : sourceLines(text, diagnostic.range, terminal.width - 2, paint, colors.dim).map((line) => `  ${line}`)),
    ...(diagnostic.related ?? []).map((place) => {
      const shown = `${printable(result.shownPath(place.path))}:${place.range.start.line}:${place.range.start.column}`;
      return `      ${colors.dim(say('relatedPlace', { place: shown }))}  ${printable(place.message)}`;
    }),
  ];
}

function painter(severity: Severity, colors: Context['terminal']['colors']): (text: string) => string {
  return severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
}

/** The line of a place and a mark under it. A line too long for the terminal is cut around the place. */
function sourceLines(
  text: string,
  { start, end }: Range,
  width: number,
  paint: (text: string) => string,
  dim: (text: string) => string,
): readonly string[] {
  const lineStart = start.offset - start.column + 1;
  const lineEnd = lineStart + (/^[^\r\n]*/.exec(text.slice(lineStart))?.[0].length ?? 0);
  const line = text.slice(lineStart, lineEnd);
  if (line.trim() === '') return [];
  const from = start.offset - lineStart;
  const to = end.line === start.line ? end.offset - lineStart : line.length;
  const gutter = Math.max(4, String(start.line).length);
  const window = cutAround(line, from, to, Math.max(20, width - gutter - 3));
  const before = printable(window.text.slice(0, window.from));
  const marked = printable(window.text.slice(window.from, window.to));
  return [
    `${dim(`${padStart(String(start.line), gutter)} │`)} ${before}${marked}${printable(window.text.slice(window.to))}`,
    `${dim(`${' '.repeat(gutter)} │`)} ${' '.repeat(stringWidth(before))}${paint('^'.repeat(Math.max(1, stringWidth(marked))))}`,
  ];
}

interface Window {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A part of a line at most `width` columns wide that shows the stretch from `from` to `to`, at least its beginning. */
function cutAround(line: string, from: number, to: number, width: number): Window {
  if (stringWidth(line) <= width) return { text: line, from, to };
  const characters = [...line].map((text) => ({ text, width: stringWidth(text) }));
  // A third of the room goes to what stands before the place.
  let start = characterIndex(line, from);
  for (let room = Math.floor(width / 3); start > 0 && room >= (characters[start - 1]?.width ?? 0); start -= 1) {
    room -= characters[start - 1]?.width ?? 0;
  }
  let end = start;
  const ellipses = (start > 0 ? 1 : 0) + 1;
  for (let room = width - ellipses; end < characters.length && room >= (characters[end]?.width ?? 0); end += 1) {
    room -= characters[end]?.width ?? 0;
  }
  const lead = start > 0 ? '…' : '';
  const tail = end < characters.length ? '…' : '';
  const join = (first: number, last: number) =>
    characters
      .slice(first, last)
      .map((character) => character.text)
      .join('');
  const shown = join(start, end);
  const shift = join(0, start).length - lead.length;
  const limit = lead.length + shown.length;
  return { text: lead + shown + tail, from: Math.min(from - shift, limit), to: Math.min(Math.max(to - shift, from - shift), limit) };
}

/** Which whole character, not half a surrogate pair, stands at an offset. */
function characterIndex(text: string, offset: number): number {
  return [...text.slice(0, offset)].length;
}

function summaryLines(result: CheckResult, { terminal, say }: Context): readonly string[] {
  const { colors } = terminal;
  const { files, errors, warnings, infos } = summarize(result);
  if (result.diagnostics.length === 0) return [`${colors.green('✔')} ${say('noProblems', { files })}`];
  const paint = painter(errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info', colors);
  const symbol = symbols[errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info'];
  const fixable = result.diagnostics.filter(isFixedInBulk).length;
  return [
    `${paint(symbol)} ${say('problemsFound', { errors, warnings, infos, files })}`,
    ...(fixable > 0 ? [`  ${say('fixableCount', { count: fixable })}`] : []),
  ];
}
