import { fold, foldDocument } from './fold.js';
import { isNumeral, longestNumeral, toArabic } from './numerals.js';

/**
 * Terms of a text, of two sorts. `words`: every pair of neighbouring Chinese characters, because a dictionary would
 * lose parts of words and new words; whole words of other scripts. `characters`: each Chinese character by itself,
 * for queries of one character and as weaker evidence beside the pairs.
 */
export interface Terms {
  readonly words: readonly string[];
  readonly characters: readonly string[];
}

/** Takes terms one by one. Characters are code points. */
export interface TermSink {
  readonly pair: (first: number, second: number) => void;
  readonly character: (character: number) => void;
  readonly word: (word: string) => void;
}

export function termsOf(text: string): Terms {
  const words: string[] = [];
  const characters: string[] = [];
  eachTerm(fold(text), {
    pair: (first, second) => words.push(String.fromCodePoint(first, second)),
    character: (character) => characters.push(String.fromCodePoint(character)),
    word: (word) => words.push(word),
  });
  return { words, characters };
}

/**
 * Terms of a text that is to be found. Where folding puts another word in the place of a regional one, the pairs of the
 * word as it stands count too: 統當 is a part of 系統當機, though that is folded to 系统死机.
 */
export function eachDocumentTerm(text: string, sink: TermSink): void {
  const { folded, replaced } = foldDocument(text);
  eachTerm(folded, sink);
  for (const stretch of replaced) eachTerm(stretch, { ...sink, word: () => undefined });
}

/**
 * Terms of a folded text. A number and what it counts are a word too, with Arabic digits whatever it is written with, so
 * that 七天, 7天 and 7 天 find each other.
 */
function eachTerm(folded: string, sink: TermSink): void {
  let previous = 0;
  let wordStart = -1;
  let numeral = '';
  let digits = '';
  let digitsEnd = 0;
  const endWord = (end: number): void => {
    const word = folded.slice(wordStart, end);
    sink.word(stem(word));
    wordStart = -1;
    [digits, digitsEnd] = [/^\d{1,6}$/.test(word) ? word : '', end];
  };
  const count = (code: number, index: number): void => {
    if (isNumeral(code)) {
      numeral += String.fromCodePoint(code);
      return;
    }
    // Asked for every character of every text.
    if (numeral === '' && digits === '') return;
    const character = String.fromCodePoint(code);
    const number = numeral === '' ? undefined : toArabic(numeral.slice(0, longestNumeral));
    if (number !== undefined && numeral.length <= longestNumeral) sink.word(number + character);
    else if (numeral === '' && digits !== '' && index - digitsEnd <= (folded[digitsEnd] === ' ' ? 1 : 0)) sink.word(digits + character);
    numeral = '';
    digits = '';
  };
  for (let index = 0; index < folded.length; ) {
    const unit = folded.charCodeAt(index);
    const code = unit >= 0xd800 && unit < 0xdc00 ? (folded.codePointAt(index) ?? unit) : unit;
    const sort = sortOf(code);
    if (wordStart >= 0 && sort !== wordSort) endWord(index);
    if (sort === hanSort) {
      count(code, index);
      sink.character(code);
      if (previous > 0) sink.pair(previous, code);
      previous = code;
    } else {
      previous = 0;
      numeral = '';
      if (sort === wordSort && wordStart < 0) wordStart = index;
    }
    index += code > 0xffff ? 2 : 1;
  }
  if (wordStart >= 0) endWord(folded.length);
}

const hanSort = 1;
const wordSort = 2;
const otherSort = 3;

/** Sorts of the characters of one UTF-16 unit that were asked for; 0 for the others. Only a memory of `readSort`. */
const sorts = new Uint8Array(0x10000);

function sortOf(code: number): number {
  if (code > 0xffff) return readSort(code);
  const known = sorts[code] ?? 0;
  if (known > 0) return known;
  const sort = readSort(code);
  sorts[code] = sort;
  return sort;
}

function readSort(code: number): number {
  const character = String.fromCodePoint(code);
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return otherSort;
  return /\p{Script=Han}/u.test(character) ? hanSort : wordSort;
}

/** Stretches of one sort in a folded text: Chinese characters, or letters and digits of other scripts. */
export function runsOf(folded: string): readonly string[] {
  return (folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap((run) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []);
}

/** Words that carry no meaning in a question; they are left out of a query unless nothing else remains. */
const chineseQuestionWords =
  /为什么|是不是|有没有|能不能|会不会|要不要|怎么样|怎么办|请问|请教|如何|怎样|怎么|什么|哪些|哪个|哪里|是否|能否|可否|可以|多少|为何|吗|呢|吧|啊|呀|嘛|了|的|我|你|您|他|她|们/g;
const englishQuestionWords: ReadonlySet<string> = new Set(
  (
    'a about am an and any are as at be been before but by can could did do does for from had has have how i if in into is it its ' +
    'me my no not of on or our should so than that the their them then there these they this those to us use used using was we were ' +
    'what when where which who why will with would you your'
  ).split(' '),
);

/** Terms of a query: without the words that only make it a question, each once. */
export function queryTerms(text: string): Terms {
  const folded = fold(text);
  const bare = termsOf(folded.replace(chineseQuestionWords, ' '));
  const meaningful = bare.words.filter((word) => !englishQuestionWords.has(word));
  const terms = meaningful.length + bare.characters.length > 0 ? { words: meaningful, characters: bare.characters } : termsOf(folded);
  // The number alone stands in far more places than what it counts.
  const counted = new Set(terms.words.flatMap((word) => /^(\d+)\p{Script=Han}$/u.exec(word)?.[1] ?? []));
  return { words: [...new Set(terms.words)].filter((word) => !counted.has(word)), characters: [...new Set(terms.characters)] };
}

/** Takes the plural off English words (Harman's S-stemmer, 1991); other words stay. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  if (/[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
}
