import { diffArrays } from 'diff';
import type { WordPart } from '../../model/comparison.js';
import { isSameButForScript, scriptKey } from './script.js';

/** Chinese by words, other scripts by their own rules; ICU's word breaks are the same in both Chinese scripts' folded form. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Blanks, line breaks and numbers stay whole whatever the segmenter thinks of them. */
const indivisible = /\{\{[^{}\r\n]{1,100}\}\}|\r\n|[\r\n]|\p{Nd}+(?:[.,．，]\p{Nd}+)*[%％]?/gu;

/** Text between two line breaks is cut at this length before it is segmented, which costs more than its length. */
const longestRun = 4000;

/** The words of a text with what stands between them; joined they are the text. No surrogate pair is cut. */
export function splitWords(text: string): readonly string[] {
  // Both scripts folded to one give the same words. Folding keeps lengths.
  const folded = scriptKey(text);
  const words: string[] = [];
  const segment = (from: number, to: number): void => {
    for (let start = from; start < to; ) {
      let end = Math.min(to, start + longestRun);
      if (end < to && isHighSurrogate(folded.charCodeAt(end - 1))) end += 1;
      for (const { segment: word, index } of segmenter.segment(folded.slice(start, end))) {
        words.push(text.slice(start + index, start + index + word.length));
      }
      start = end;
    }
  };
  let done = 0;
  for (const match of folded.matchAll(indivisible)) {
    segment(done, match.index);
    done = match.index + match[0].length;
    words.push(text.slice(match.index, done));
  }
  segment(done, folded.length);
  return words;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** Most words that may differ before two texts count as wholly different; the cost of a comparison grows with its square. */
const mostEdits = 600;

/**
 * What two stretches of text have in common, word by word. Words that differ in script alone are `converted`.
 * `beforeStart` and `afterStart` are the places of the stretches in their texts. Bounded in time: beyond a limit
 * everything between the common beginning and the common end is removed and added.
 */
export function diffWords(before: string, after: string, beforeStart = 0, afterStart = 0): readonly WordPart[] {
  if (before === after) return joinParts([{ kind: 'same', before, after }], beforeStart, afterStart);
  if (before === '' || after === '') {
    return joinParts([before === '' ? { kind: 'added', before, after } : { kind: 'removed', before, after }], beforeStart, afterStart);
  }
  const old = splitWords(before);
  const now = splitWords(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const oldMiddle = old.slice(head, old.length - tail);
  const nowMiddle = now.slice(head, now.length - tail);
  const same = (words: readonly string[]): RawPart => ({ kind: 'same', before: words.join(''), after: words.join('') });
  return joinParts(
    [same(old.slice(0, head)), ...withoutCrumbs(diffMiddle(oldMiddle, nowMiddle)), same(old.slice(old.length - tail))],
    beforeStart,
    afterStart,
  );
}

interface RawPart {
  readonly kind: WordPart['kind'];
  readonly before: string;
  readonly after: string;
}

function diffMiddle(old: readonly string[], now: readonly string[]): readonly RawPart[] {
  const whole: readonly RawPart[] = [
    { kind: 'removed', before: old.join(''), after: '' },
    { kind: 'added', before: '', after: now.join('') },
  ];
  if (old.length === 0 || now.length === 0) return whole;
  const changes = diffArrays([...old], [...now], {
    comparator: (a, b) => a === b || (a.length === b.length && isSameButForScript(a, b)),
    maxEditLength: mostEdits,
  });
  if (!changes) return whole;
  const parts: RawPart[] = [];
  let oldIndex = 0;
  let nowIndex = 0;
  for (const { added, removed, count } of changes) {
    if (removed) {
      parts.push({ kind: 'removed', before: old.slice(oldIndex, oldIndex + count).join(''), after: '' });
      oldIndex += count;
    } else if (added) {
      parts.push({ kind: 'added', before: '', after: now.slice(nowIndex, nowIndex + count).join('') });
      nowIndex += count;
    } else {
      for (let step = 0; step < count; step += 1, oldIndex += 1, nowIndex += 1) {
        const pair = { before: old[oldIndex] ?? '', after: now[nowIndex] ?? '' };
        parts.push({ kind: pair.before === pair.after ? 'same' : 'converted', ...pair });
      }
    }
  }
  return parts;
}

/** A comma or space that two changes have between them belongs to both, or nobody could read the result. */
function withoutCrumbs(parts: readonly RawPart[]): readonly RawPart[] {
  const joined: RawPart[] = [];
  for (const [index, part] of parts.entries()) {
    const isCrumb =
      part.kind === 'same' &&
      /^[\p{P}\p{S}\p{Z}\t]{1,3}$/u.test(part.after) &&
      isEdit(parts[index - 1]?.kind) &&
      isEdit(parts[index + 1]?.kind);
    if (isCrumb) joined.push({ kind: 'removed', before: part.before, after: '' }, { kind: 'added', before: '', after: part.after });
    else joined.push(part);
  }
  return joined;
}

function isEdit(kind: WordPart['kind'] | undefined): boolean {
  return kind === 'removed' || kind === 'added';
}

/** Neighbours of one kind become one part, what was removed stands before what was added, and places are counted. */
function joinParts(parts: readonly RawPart[], beforeStart: number, afterStart: number): readonly WordPart[] {
  const joined: WordPart[] = [];
  let beforeEnd = beforeStart;
  let afterEnd = afterStart;
  const push = (kind: WordPart['kind'], before: string, after: string): void => {
    if (before === '' && after === '') return;
    joined.push({
      kind,
      text: kind === 'removed' ? before : after,
      ...(kind === 'converted' && { replaced: before }),
      before: { start: beforeEnd, end: beforeEnd + before.length },
      after: { start: afterEnd, end: afterEnd + after.length },
    });
    beforeEnd += before.length;
    afterEnd += after.length;
  };
  for (let index = 0; index < parts.length; ) {
    let before = '';
    let after = '';
    const kind = parts[index]?.kind ?? 'same';
    const belongs = (other: WordPart['kind'] | undefined) => (isEdit(kind) ? isEdit(other) : other === kind);
    for (let part = parts[index]; part && belongs(part.kind); part = parts[index]) {
      before += part.before;
      after += part.after;
      index += 1;
    }
    if (isEdit(kind)) {
      push('removed', before, '');
      push('added', '', after);
    } else push(kind, before, after);
  }
  return joined;
}
