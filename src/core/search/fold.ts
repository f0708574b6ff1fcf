import taiwanWords from 'opencc-js/dict/TWPhrasesRev';
import { foldScript } from '../script-fold.js';

/** A text in one form, and where each of its characters comes from. */
export interface Folded {
  readonly text: string;
  /** For a stretch of the folded text, the stretch of the source. */
  readonly source: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** What Taiwan writes with other characters and OpenCC leaves, in simplified characters. */
const otherCharacters: Readonly<Record<string, string>> = { 覆: '复', 著: '着', 帐: '账', 妳: '你', 牠: '它' };
const otherWords = '身分 身份|部份 部分|计画 计划|纪录 记录|甚么 什么|瞭解 了解|当机 死机';

/** Words of Taiwan by the mainland's word for the same thing (使用者 → 用户), both folded by characters. */
const mainlandWord: ReadonlyMap<string, string> = collectWords();

function collectWords(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const entry of `${taiwanWords}|${otherWords}`.split('|')) {
    const [taiwan = '', mainland = ''] = entry.split(' ').map(foldCharacters);
    // 尼日 → 尼日尔 would grow each time a text is folded, and so would 档名 → 文件名 → 文档名.
    if (taiwan.length > 1 && !mainland.includes(taiwan) && taiwan !== '档名') words.set(taiwan, mainland);
  }
  return words;
}

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

/** A word may stand in what another was replaced by (程式 → 程序 → 进程), rarely more than twice. */
const mostRounds = 8;

/**
 * One form for everything a reader takes as the same: case, full and half width, accents, both Chinese scripts, and
 * Taiwan's words for what the mainland calls otherwise. Made for matching, never for showing. Folding twice is folding once.
 */
export function fold(text: string): string {
  let folded = foldCharacters(text);
  for (let round = 0; round < mostRounds; round += 1) {
    const before = folded;
    let after = '';
    let copied = 0;
    eachWord(before, (start, length, replacement) => {
      after += before.slice(copied, start) + replacement;
      copied = start + length;
    });
    if (copied === 0) break;
    folded = after + before.slice(copied);
  }
  return folded;
}

/** As `fold`, with the way back to the source. */
export function foldWithSource(text: string): Folded {
  let folded = foldCharacters(text);
  let starts = Array.from({ length: folded.length }, (_, index) => index);
  let ends = starts.map((start) => start + 1);
  for (let round = 0; round < mostRounds; round += 1) {
    const before = folded;
    const [startsBefore, endsBefore] = [starts, ends];
    const [startsAfter, endsAfter]: [number[], number[]] = [[], []];
    let after = '';
    let copied = 0;
    const copyTo = (end: number): void => {
      after += before.slice(copied, end);
      for (let index = copied; index < end; index += 1) {
        startsAfter.push(startsBefore[index] ?? 0);
        endsAfter.push(endsBefore[index] ?? 0);
      }
    };
    eachWord(before, (start, length, replacement) => {
      copyTo(start);
      after += replacement;
      for (let index = 0; index < replacement.length; index += 1) {
        startsAfter.push(startsBefore[start] ?? 0);
        endsAfter.push(endsBefore[start + length - 1] ?? 0);
      }
      copied = start + length;
    });
    if (copied === 0) break;
    copyTo(before.length);
    [folded, starts, ends] = [after, startsAfter, endsAfter];
  }
  return { text: folded, source: (start, end) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length }) };
}

function eachWord(characters: string, found: (start: number, length: number, replacement: string) => void): void {
  for (let index = 0; index < characters.length; index += 1) {
    for (const length of lengthsByStart.get(characters.charAt(index)) ?? []) {
      const replacement = mainlandWord.get(characters.slice(index, index + length));
      // At the end of the text a longer stretch than there is would find a shorter word.
      if (replacement === undefined || index + length > characters.length) continue;
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
  return foldScript(folded).replace(/[覆著帐妳牠]/g, (character) => otherCharacters[character] ?? character);
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (character >= '\u4e00' && character <= '\u9fff') return character;
  // A Hangul syllable would fall apart and leave its first letter.
  if (character >= '\uac00' && character <= '\ud7a3') return character;
  const plain = character.normalize('NFKD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : character;
}
