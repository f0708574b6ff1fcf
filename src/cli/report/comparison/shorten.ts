import type { WordPart } from '../../../core/model/comparison.js';
import { splitWords } from '../../../core/review/compare/words.js';

/** Characters kept of a run of words that did not change, before and after what did. */
const context = 30;

/** The words of a change with long unchanged runs cut to what stands next to a change; `…` stands for the rest. */
export function shortenWords(words: readonly WordPart[]): readonly Pick<WordPart, 'kind' | 'text' | 'replaced'>[] {
  return words.map((part, index) => {
    if (part.kind !== 'same') return part;
    const keepHead = index > 0 ? context : 0;
    const keepTail = index < words.length - 1 ? context : 0;
    if (part.text.length <= keepHead + keepTail + 10) return part;
    const pieces = splitWords(part.text);
    const head = takeUntil(pieces, keepHead);
    const tail = takeUntil([...pieces].reverse(), keepTail).reverse();
    return { kind: part.kind, text: `${head.join('')}…${tail.join('')}` };
  });
}

/** Whole words from the beginning, of some length together. */
function takeUntil(words: readonly string[], length: number): string[] {
  const taken: string[] = [];
  let sum = 0;
  for (const word of words) {
    if (sum + word.length > length) break;
    sum += word.length;
    taken.push(word);
  }
  return taken;
}
