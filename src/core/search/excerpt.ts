import type { ExcerptPart } from '../model/search.js';
import { foldWithSource } from './fold.js';

const longestExcerpt = 120;
const sentenceEnd = /[。！？!?；;\n]|\.\s/g;

/** Marks every occurrence of the words (already folded) in a text. Latin words are marked from their beginning. */
export function highlight(text: string, words: readonly string[]): readonly ExcerptPart[] {
  const marked = marksIn(text, words);
  const parts: ExcerptPart[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    const match = marked[start] === true;
    for (end = start; end < text.length && (marked[end] === true) === match; ) end += 1;
    parts.push({ text: text.slice(start, end), match });
  }
  return parts;
}

function marksIn(text: string, words: readonly string[]): readonly boolean[] {
  const marked = new Array<boolean>(text.length).fill(false);
  const folded = foldWithSource(text);
  for (const word of words) {
    const isLatin = /^[a-z0-9]/.test(word);
    for (let at = folded.text.indexOf(word); at >= 0 && word !== ''; at = folded.text.indexOf(word, at + 1)) {
      if (isLatin && /[a-z0-9]/.test(folded.text.charAt(at - 1))) continue;
      const { start, end } = folded.source(at, at + word.length);
      marked.fill(true, start, end);
    }
  }
  return marked;
}

/** The sentences where most of the words stand together, at most 120 characters, with the words marked. */
export function excerptOf(text: string, words: readonly string[]): readonly ExcerptPart[] {
  const marked = marksIn(text, words);
  const borders = [0, ...[...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length), text.length];
  const start = bestStart(marked, borders);
  const limit = start + longestExcerpt;
  const end = limit >= text.length ? text.length : (borders.filter((border) => border > start && border <= limit).at(-1) ?? limit);
  const lead: ExcerptPart[] = start > 0 ? [{ text: '…', match: false }] : [];
  const tail: ExcerptPart[] = end < text.length ? [{ text: '…', match: false }] : [];
  return [...lead, ...highlight(text.slice(start, end).replaceAll('\n', ' '), words), ...tail];
}

/** The border of a sentence after which most is marked; shortly before the first mark where a sentence is too long. */
function bestStart(marked: readonly boolean[], borders: readonly number[]): number {
  const counts = [0];
  for (const mark of marked) counts.push((counts.at(-1) ?? 0) + (mark ? 1 : 0));
  const countFrom = (start: number) => (counts[Math.min(marked.length, start + longestExcerpt)] ?? 0) - (counts[start] ?? 0);
  let best = { start: 0, count: 0 };
  for (const start of borders) if (countFrom(start) > best.count) best = { start, count: countFrom(start) };
  if (best.count > 0) return best.start;
  const first = marked.indexOf(true);
  return first < 0 ? 0 : Math.max(0, first - 20);
}
