import type { Span } from '../../model/text.js';
import type { Anchor, AnchoredSpan } from '../../model/thread.js';
import { likeliestPlace, mostPlaces } from '../../surroundings.js';
import { longestQuote } from './message-file.js';

/** Characters kept of what stands before and after the words. */
const contextLength = 60;
/** Words shorter than this are told from their like elsewhere by this much of what stands beside them. */
const telling = 8;
const leastContext = 4;

/** The words at a place, to be found again later. An empty span stands for the words of its line; a blank line for the whole page. */
export function anchorAt(text: string, span: Span, blob: string): Anchor {
  const plain = plainText(text);
  const { start, end } = trimmed(plain.text, wordsAt(plain.text, { start: plain.to(span.start), end: plain.to(span.end) }));
  const last = Math.min(end, start + longestQuote);
  return {
    blob,
    quote: whole(plain.text.slice(start, last)),
    before: whole(plain.text.slice(Math.max(0, start - contextLength), start)),
    after: whole(plain.text.slice(last, last + contextLength)),
    start,
  };
}

/** An anchor that stands for the whole page. */
export function wholePage(blob: string): Anchor {
  return { blob, quote: '', before: '', after: '', start: 0 };
}

/**
 * Where the words of an anchor are in a text: of all places that have them the one whose surroundings are most alike, and of
 * those the nearest to where they were. Where they are gone, what stands between the surroundings, or the line where they were.
 */
export function findAnchor(text: string, anchor: Anchor): AnchoredSpan {
  if (anchor.quote === '') return { start: 0, end: 0, found: 'whole' };
  const plain = plainText(text);
  const { quote, before, after, start } = anchor;
  // Less than one character of surroundings, and the less the farther away.
  const nearness = (at: number) => -Math.abs(at - start) / (plain.text.length + start + 1);
  const place = likeliestPlace(plain.text, { words: quote, before, after }, nearness);
  const needed = quote.length >= telling ? 0 : Math.min(leastContext, before.length + after.length);
  const isFound = place !== undefined && place.likeness >= needed;
  const span = isFound ? { start: place.at, end: place.at + quote.length } : betweenSurroundings(plain.text, anchor);
  return { start: plain.from(span.start), end: plain.from(span.end), found: isFound ? 'found' : 'changed' };
}

/** A text with LF only, and how places in it and in the text itself belong together. */
function plainText(text: string): {
  readonly text: string;
  readonly to: (offset: number) => number;
  readonly from: (offset: number) => number;
} {
  if (!text.includes('\r\n')) return { text, to: (offset) => offset, from: (offset) => offset };
  const returns = [...text.matchAll(/\r\n/g)].map(({ index }) => index);
  const before = (offset: number, shift: (index: number) => number) => {
    let low = 0;
    let high = returns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((returns[middle] ?? 0) - shift(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    text: text.replaceAll('\r\n', '\n'),
    to: (offset) => offset - before(offset, () => 0),
    from: (offset) => offset + before(offset, (index) => index),
  };
}

function wordsAt(text: string, { start, end }: Span): Span {
  if (end > start) return { start, end };
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd };
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const trimmedStart = start + (words.length - words.trimStart().length);
  return { start: trimmedStart, end: Math.max(trimmedStart, start + words.trimEnd().length) };
}

/** Without half a surrogate pair at either end: a file could not hold it. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}

/** Where words must have been that are gone: after what stood before them, before what stood after them. */
function betweenSurroundings(text: string, { quote, before, after, start }: Anchor): Span {
  const left = nearestOf(text, [before, before.slice(-30), before.slice(-12)], start, (at, part) => at + part.length);
  const right = nearestOf(text, [after, after.slice(0, 30), after.slice(0, 12)], left ?? start + quote.length, (at) => at);
  const isPair = left !== undefined && right !== undefined && right >= left && right - left <= 4 * quote.length + 200;
  if (isPair) return trimmed(text, { start: left, end: right });
  const place = Math.min(left ?? right ?? start, text.length);
  return trimmed(text, wordsAt(text, { start: place, end: place }));
}

/** The place of the longest of these parts that is in a text, of several the nearest. */
function nearestOf(
  text: string,
  parts: readonly string[],
  near: number,
  placeOf: (at: number, part: string) => number,
): number | undefined {
  for (const part of parts) {
    if (part.trim().length < leastContext) continue;
    let best: number | undefined;
    let at = text.indexOf(part);
    for (let count = 0; at >= 0 && count < mostPlaces; count += 1) {
      const place = placeOf(at, part);
      if (best === undefined || Math.abs(place - near) < Math.abs(best - near)) best = place;
      at = text.indexOf(part, at + 1);
    }
    if (best !== undefined) return best;
  }
  return undefined;
}
