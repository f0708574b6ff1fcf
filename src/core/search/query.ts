import type { SynonymGroup } from './documents.js';
import { fold } from './fold.js';
import { toChinese } from './numerals.js';
import { queryTerms, runsOf, termsOf } from './tokenize.js';

/** A query taken apart. Everything is folded. */
export interface ParsedQuery {
  /** The query without exclusions, as typed. */
  readonly whole: string;
  readonly words: readonly string[];
  readonly characters: readonly string[];
  /** Terms of what the query's words may also be called. */
  readonly alternatives: readonly string[];
  /** Stretches as typed and their synonyms, for marking what was found. */
  readonly marks: readonly string[];
  /** Must occur exactly. */
  readonly phrases: readonly string[];
  /** Must not occur. */
  readonly excluded: readonly string[];
  /** The whole query as typed, exclusions and all. */
  readonly typed: string;
  /** Whether every word of the query counts: none was left out because it only makes a question. */
  readonly isBare: boolean;
  /** All letters of a query that has no other than Latin ones, without spaces: pinyin, perhaps. */
  readonly letters: string;
  /** The Latin word still being typed: the text ends with it. */
  readonly unfinished?: string;
}

const quoted = /"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』/g;
const exclusion = /(?:^|\s)[-－]([^\s-][^\s]*)/g;

/** Any text is a query: what is no phrase and no exclusion is words. */
export function parseQuery(text: string, synonyms: readonly SynonymGroup[]): ParsedQuery {
  const phrases: string[] = [];
  const excluded: string[] = [];
  const rest = text
    .replace(quoted, (_whole, ...groups: (string | undefined)[]) => {
      const phrase = groups.slice(0, 4).find((group) => group !== undefined) ?? '';
      if (fold(phrase).trim() !== '') phrases.push(fold(phrase).trim());
      return ` ${phrase} `;
    })
    .replace(exclusion, (_whole, word: string) => {
      excluded.push(fold(word));
      return ' ';
    });
  const { words, characters } = queryTerms(rest);
  const folded = fold(rest);
  const others = synonymsIn(folded, synonyms);
  const all = termsOf(folded);
  const unfinished = /[a-z0-9]+$/.exec(folded)?.[0];
  return {
    whole: folded.replace(/\s+/g, ' ').trim(),
    words,
    characters,
    alternatives: [...new Set(others.flatMap((word) => wordsOrCharacters(word)))].filter((term) => !words.includes(term)),
    marks: [...new Set([...phrases, ...runsOf(folded), ...words.flatMap(formsOf), ...others])],
    phrases,
    excluded,
    typed: fold(text).trim(),
    isBare: new Set(all.words.filter((word) => !/^\d+$/.test(word))).size === words.filter((word) => !/^\d+$/.test(word)).length,
    letters: /^[a-z ]+$/.test(folded.trim()) ? folded.replace(/ /g, '') : '',
    ...(unfinished !== undefined && { unfinished }),
  };
}

/** A counted thing in all the ways it is written: 7天, 7 天, 七天. */
function formsOf(word: string): readonly string[] {
  const [, number, thing] = /^(\d+)(\p{Script=Han})$/u.exec(word) ?? [];
  if (number === undefined || thing === undefined) return [word];
  const chinese = toChinese(number);
  return [word, `${number} ${thing}`, ...(chinese === undefined ? [] : [chinese + thing, ...(chinese === '二' ? [`两${thing}`] : [])])];
}

function wordsOrCharacters(text: string): readonly string[] {
  const { words, characters } = termsOf(text);
  return words.length > 0 ? words : characters;
}

function synonymsIn(folded: string, synonyms: readonly SynonymGroup[]): readonly string[] {
  return synonyms.flatMap(({ from, to }) =>
    from.some((word) => contains(folded, word)) ? to.filter((word) => !contains(folded, word)) : [],
  );
}

/** Chinese words stand anywhere, others between borders of words. */
export function contains(folded: string, word: string): boolean {
  if (word === '') return false;
  if (!/^[a-z0-9]/.test(word)) return folded.includes(word);
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1)) || /\p{Script=Han}/u.test(folded.charAt(at - 1))) return true;
  }
  return false;
}
