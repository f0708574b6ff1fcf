import type { ExcerptPart } from '../model/search.js';
import { fold } from './fold.js';

const longestExcerpt = 120;
const sentenceEnd = /[。！？!?；;\n]|\.\s/g;

/** Marks every occurrence of the terms (already folded) in a text. */
export function highlight(text: string, terms: readonly string[]): readonly ExcerptPart[] {
  const folded = fold(text);
  const marked = new Array<boolean>(text.length).fill(false);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0 && term !== ''; at = folded.indexOf(term, at + 1)) marked.fill(true, at, at + term.length);
  }
  const parts: ExcerptPart[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    const match = marked[start] === true;
    for (end = start; end < text.length && marked[end] === match; ) end += 1;
    parts.push({ text: text.slice(start, end), match });
  }
  return parts;
}

/** The sentences around the place where most terms stand together, at most 120 characters, with the terms marked. */
export function excerptOf(text: string, terms: readonly string[]): readonly ExcerptPart[] {
  const { start, end } = bestWindow(text, terms);
  const lead: ExcerptPart[] = start > 0 ? [{ text: '…', match: false }] : [];
  const tail: ExcerptPart[] = end < text.length ? [{ text: '…', match: false }] : [];
  return [...lead, ...highlight(text.slice(start, end).replaceAll('\n', ' '), terms), ...tail];
}

function bestWindow(text: string, terms: readonly string[]): { start: number; end: number } {
  const folded = fold(text);
  const borders = [0, ...[...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length), text.length];
  let best = { start: 0, found: 0 };
  for (const start of borders) {
    const window = folded.slice(start, start + longestExcerpt);
    const found = terms.filter((term) => window.includes(term)).length;
    if (found > best.found) best = { start, found };
  }
  // One long sentence: cut shortly before its first match instead.
  if (best.found === 0 && terms.length > 0) {
    const first = Math.min(...terms.map((term) => folded.indexOf(term)).filter((at) => at >= 0));
    if (Number.isFinite(first)) best = { start: Math.max(0, first - 20), found: 1 };
  }
  const limit = best.start + longestExcerpt;
  const end = limit >= text.length ? text.length : (borders.filter((border) => border > best.start && border <= limit).at(-1) ?? limit);
  return { start: best.start, end };
}
