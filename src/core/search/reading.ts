import { pinyin } from 'pinyin-pro';

/** A text and the pinyin of each of its Chinese characters, without tones; other characters have an empty reading. */
export interface Reading {
  readonly text: string;
  /** One a UTF-16 unit of `text`. */
  readonly syllables: readonly string[];
}

/** Readings of the texts that have Chinese characters, each text once. Characters of several readings are read by the word they stand in. */
export function readingsOf(texts: readonly string[]): readonly Reading[] {
  return [...new Set(texts)].filter((text) => /\p{Script=Han}/u.test(text)).map(readingOf);
}

function readingOf(text: string): Reading {
  const syllables = new Array<string>(text.length).fill('');
  let index = 0;
  for (const { origin, pinyin: syllable, isZh } of pinyin(text, { toneType: 'none', type: 'all', v: true })) {
    const at = text.indexOf(origin, index);
    if (at < 0) continue;
    if (isZh) syllables[at] = syllable;
    index = at + origin.length;
  }
  return { text, syllables };
}
