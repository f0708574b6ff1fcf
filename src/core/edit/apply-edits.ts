import type { TextEdit } from '../model/diagnostic.js';

/** The text after all edits, which must not overlap. Places count in the text before any of them; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((a, b) => a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset);
  let result = '';
  let done = 0;
  for (const { range, newText } of inOrder) {
    if (range.start.offset < done) throw new Error('Edits overlap');
    result += text.slice(done, range.start.offset) + newText;
    done = range.end.offset;
  }
  return result + text.slice(done);
}
