import taiwanWords from 'opencc-js/dict/TWPhrasesRev';
import { foldScript } from '../script-fold.js';

/** A text in one form, and where each of its characters comes from. */
export interface Folded {
  readonly text: string;
  /** For a stretch of the folded text, the stretch of the source. */
  readonly source: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** Words of Taiwan by the mainland's word for the same thing (使用者 → 用户), both in simplified characters. */
const mainlandWord: ReadonlyMap<string, string> = new Map(
  taiwanWords.split('|').flatMap((entry): [string, string][] => {
    const [taiwan = '', mainland = ''] = entry.split(' ');
    return taiwan.length > 1 && taiwan !== mainland ? [[foldScript(taiwan), foldScript(mainland)]] : [];
  }),
);
const longestWord = Math.max(...[...mainlandWord.keys()].map((word) => word.length));
/** Lengths of the words that begin with a character, longest first: nearly always none. */
const lengthsByStart: ReadonlyMap<string, readonly number[]> = collectLengths();

function collectLengths(): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, number[]>();
  for (let length = longestWord; length > 1; length -= 1) {
    for (const word of mainlandWord.keys()) {
      if (word.length !== length) continue;
      const known = lengths.get(word.charAt(0));
      if (!known) lengths.set(word.charAt(0), [length]);
      else if (known.at(-1) !== length) known.push(length);
    }
  }
  return lengths;
}

/**
 * One form for everything a reader takes as the same: case, full and half width, accents, both Chinese scripts, and
 * Taiwan's words for what the mainland calls otherwise. Made for matching, never for showing.
 */
export function fold(text: string): string {
  const characters = foldCharacters(text);
  let folded = '';
  let copied = 0;
  eachWord(characters, (start, length, replacement) => {
    folded += characters.slice(copied, start) + replacement;
    copied = start + length;
  });
  return copied === 0 ? characters : folded + characters.slice(copied);
}

/** As `fold`, with the way back to the source. */
export function foldWithSource(text: string): Folded {
  const characters = foldCharacters(text);
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  const copy = (from: number, to: number): void => {
    folded += characters.slice(from, to);
    for (let index = from; index < to; index += 1) {
      starts.push(index);
      ends.push(index + 1);
    }
  };
  let copied = 0;
  eachWord(characters, (start, length, replacement) => {
    copy(copied, start);
    folded += replacement;
    for (let index = 0; index < replacement.length; index += 1) {
      starts.push(start);
      ends.push(start + length);
    }
    copied = start + length;
  });
  copy(copied, characters.length);
  return { text: folded, source: (start, end) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length }) };
}

function eachWord(characters: string, found: (start: number, length: number, replacement: string) => void): void {
  for (let index = 0; index < characters.length; index += 1) {
    for (const length of lengthsByStart.get(characters.charAt(index)) ?? []) {
      const replacement = mainlandWord.get(characters.slice(index, index + length));
      if (replacement === undefined) continue;
      found(index, length, replacement);
      index += length - 1;
      break;
    }
  }
}

/** Keeps the length in UTF-16 units, so that places stay. */
function foldCharacters(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) folded += foldCharacter(text.charAt(index));
  return foldScript(folded);
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (character >= '\u4e00' && character <= '\u9fff') return character;
  const plain = character.normalize('NFKD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : character;
}
