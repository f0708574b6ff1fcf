import { foldScript } from '../script-fold.js';
import { taiwanWords } from '../script-tables.js';

/** A text in one form, and where each of its characters comes from. */
export interface Folded {
  readonly text: string;
  /** For a stretch of the folded text, the stretch of the source. */
  readonly source: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** What Taiwan writes with other characters and OpenCC leaves, in simplified characters. */
const otherCharacters: Readonly<Record<string, string>> = { 覆: '复', 著: '着', 帐: '账', 妳: '你', 牠: '它' };
const otherWords = '身分 身份|部份 部分|计画 计划|纪录 记录|甚么 什么|瞭解 了解|当机 死机';

/** What each UTF-16 unit is folded to, plus one; 0 where it was not asked yet. Only a memory of `foldCharacter`. */
const foldedUnits = new Uint32Array(0x10000);

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
const lengthsByStart: ReadonlyMap<number, readonly number[]> = collectLengths();

function collectLengths(): ReadonlyMap<number, readonly number[]> {
  const lengths = new Map<number, number[]>();
  for (let length = longestWord; length > 1; length -= 1) {
    for (const word of mainlandWord.keys()) {
      if (word.length !== length) continue;
      const known = lengths.get(word.charCodeAt(0));
      if (!known) lengths.set(word.charCodeAt(0), [length]);
      else if (known.at(-1) !== length) known.push(length);
    }
  }
  return lengths;
}

/** 1 where a word may begin: a table answers much faster than a map, and it is asked for every character. */
const beginsWord: Uint8Array = (() => {
  const flags = new Uint8Array(0x10000);
  for (const code of lengthsByStart.keys()) flags[code] = 1;
  return flags;
})();

/** A word may stand in what another was replaced by (程式 → 程序 → 进程), rarely more than twice. */
const mostRounds = 8;

/**
 * One form for everything a reader takes as the same: case, full and half width, accents, both Chinese scripts, and
 * Taiwan's words for what the mainland calls otherwise. Made for matching, never for showing. Folding twice is folding once.
 */
export function fold(text: string): string {
  return foldWords(foldCharacters(text), () => undefined);
}

/** As `fold`; besides, the regional words as they were written, each with its neighbours: folding puts others in their places. */
export function foldDocument(text: string): { readonly folded: string; readonly replaced: readonly string[] } {
  const written = foldCharacters(text);
  const replaced: string[] = [];
  let isOnce = true;
  const folded = foldWords(written, (round, start, length) => {
    if (round === 0) replaced.push(written.slice(Math.max(0, start - 1), start + length + 1));
    else isOnce = false;
  });
  // What a second round replaces need not be where it was written.
  return { folded, replaced: isOnce ? replaced : [written] };
}

/** `replaced` hears of each word in the text of its round, the first of which has the text as given. */
function foldWords(characters: string, replaced: (round: number, start: number, length: number) => void): string {
  let folded = characters;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = folded;
    let after = '';
    let copied = 0;
    eachWord(before, (start, length, replacement) => {
      replaced(round, start, length);
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
    const code = characters.charCodeAt(index);
    if (beginsWord[code] !== 1) continue;
    for (const length of lengthsByStart.get(code) ?? []) {
      const replacement = mainlandWord.get(characters.slice(index, index + length));
      // At the end of the text a longer stretch than there is would find a shorter word.
      if (replacement === undefined || index + length > characters.length) continue;
      found(index, length, replacement);
      index += length - 1;
      break;
    }
  }
}

/** As `fold`, but every word stays what it is. Keeps the length in UTF-16 units, so that places stay. */
export function foldCharacters(text: string): string {
  let folded = '';
  let kept = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const other = foldedUnit(code);
    if (other === code) continue;
    folded += text.slice(kept, index) + String.fromCharCode(other);
    kept = index + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

function foldedUnit(code: number): number {
  const known = foldedUnits[code] ?? 0;
  if (known > 0) return known - 1;
  const plain = foldScript(foldCharacter(String.fromCharCode(code)));
  const folded = (otherCharacters[plain] ?? plain).charCodeAt(0);
  foldedUnits[code] = folded + 1;
  return folded;
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (character >= '\u4e00' && character <= '\u9fff') return character;
  // A Hangul syllable would fall apart and leave its first letter.
  if (character >= '\uac00' && character <= '\ud7a3') return character;
  const plain = character.normalize('NFKD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : character;
}
