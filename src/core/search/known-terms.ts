import type { PlaybookEntry } from './documents.js';
import { fold, foldCharacters } from './fold.js';

/**
 * What playbooks are called, for finding what a mistyped word may have meant. One text, a line a term: the term as written, the
 * pinyin of its characters separated by spaces (empty for other scripts), how many playbooks it names; the most frequent first.
 */
export interface KnownTerms {
  readonly terms: readonly KnownTerm[];
  /** Readings of each folded character that stands in any term. */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface KnownTerm {
  /** As written. */
  readonly text: string;
  readonly folded: string;
  /** Its whole pinyin, without spaces; empty for other scripts. */
  readonly reading: string;
  readonly isTraditional: boolean;
}

/** Terms beyond these are named so rarely that hardly anybody means them. */
const mostTerms = 4000;
const longestTerm = 12;

export function writeKnownTerms(entries: readonly PlaybookEntry[]): string {
  const found = new Map<string, { syllables: string; count: number }>();
  for (const entry of entries) {
    const own = new Set([entry.title, ...entry.names].flatMap(partsOf));
    for (const text of own) {
      const known = found.get(text);
      if (known) known.count += 1;
      else found.set(text, { syllables: syllablesOf(text, entry), count: 1 });
    }
  }
  return [...found]
    .sort(([a, left], [b, right]) => right.count - left.count || (a < b ? -1 : 1))
    .slice(0, mostTerms)
    .map(([text, { syllables, count }]) => `${text}\t${syllables}\t${count}`)
    .join('\n');
}

/** Stretches of Chinese, and words of other scripts that are long enough to be told from each other. */
function partsOf(name: string): readonly string[] {
  return (name.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((part) => {
    if (/^\p{Script=Han}/u.test(part)) return part.length > 1 && part.length <= longestTerm ? [part] : [];
    return /^[a-z]{4,24}$/i.test(part) ? [part.toLowerCase()] : [];
  });
}

function syllablesOf(text: string, { readings }: PlaybookEntry): string {
  for (const { text: whole, syllables } of readings) {
    const at = whole.indexOf(text);
    if (at >= 0) return syllables.slice(at, at + text.length).join(' ');
  }
  return '';
}

export function readKnownTerms(written: string): KnownTerms {
  const readings = new Map<string, Set<string>>();
  const terms = written.split('\n').flatMap((line): KnownTerm[] => {
    const [text = '', spelled = ''] = line.split('\t');
    if (text === '') return [];
    const syllables = spelled === '' ? [] : spelled.split(' ');
    syllables.forEach((syllable, index) => {
      const character = foldCharacters(text.charAt(index));
      const known = readings.get(character);
      if (known) known.add(syllable);
      else readings.set(character, new Set([syllable]));
    });
    return [{ text, folded: fold(text), reading: syllables.join(''), isTraditional: foldCharacters(text) !== text }];
  });
  return { terms, readings };
}
