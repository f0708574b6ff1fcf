import type { Playbook, TextRun } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { placeholderPattern } from '../parse/body.js';

/** Words of a blockquote without marks, line breaks and placeholders between them, and where each character stands in the file. */
export interface WordingStretch {
  readonly text: string;
  readonly spanOf: (start: number, end: number) => Span;
}

/**
 * The wording of a playbook in stretches that may be searched: a stretch runs on over emphasis and soft line breaks
 * (dropped beside Chinese, a space elsewhere) and ends at a placeholder, at other marks and at the end of a paragraph.
 */
export function readWordingStretches(playbook: Playbook): readonly WordingStretch[] {
  const { text } = playbook;
  const stretches: WordingStretch[] = [];
  let characters = '';
  let places: number[] = [];
  const close = (): void => {
    if (characters.trim() !== '') stretches.push(stretchOf(characters, places));
    characters = '';
    places = [];
  };
  const add = (start: number, end: number): void => {
    let offset = start;
    for (const lineBreak of text.slice(start, end).matchAll(/[ \t]*(?:\r\n|\n|\r)[ \t>]*/g)) {
      const at = start + lineBreak.index;
      addPlain(offset, at);
      offset = at + lineBreak[0].length;
      const besideHan = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(`${text.charAt(at - 1)}${text.charAt(offset)}`);
      if (!besideHan) {
        characters += ' ';
        places.push(at);
      }
    }
    addPlain(offset, end);
  };
  const addPlain = (start: number, end: number): void => {
    for (let offset = start; offset < end; offset += 1) places.push(offset);
    characters += text.slice(start, end);
  };
  let previous: TextRun | undefined;
  for (const run of playbook.textRuns) {
    if (!run.inWording) continue;
    if (previous && !/^[*_~]*$/.test(text.slice(previous.end, run.start))) close();
    previous = run;
    let offset = run.start;
    for (const match of text.slice(run.start, run.end).matchAll(placeholderPattern)) {
      add(offset, run.start + match.index);
      close();
      offset = run.start + match.index + match[0].length;
    }
    add(offset, run.end);
  }
  close();
  return stretches;
}

function stretchOf(text: string, places: readonly number[]): WordingStretch {
  return { text, spanOf: (start, end) => ({ start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }) };
}
