import { traditionalToSimplified } from './script-tables.js';

/**
 * Traditional characters by their simplified form, from OpenCC's character table. Only characters of one UTF-16 unit,
 * so that a folded text has the length of its source and places in both are the same.
 */
const simplifiedOf: ReadonlyMap<string, string> = new Map(
  traditionalToSimplified.split('|').flatMap((entry): [string, string][] => {
    const [traditional = '', simplified = ''] = entry.split(' ');
    return traditional.length === 1 && simplified.length === 1 ? [[traditional, simplified]] : [];
  }),
);

/** Writes traditional Chinese characters as simplified ones, one by one; the length stays the same. */
export function foldScript(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    folded += simplifiedOf.get(character) ?? character;
  }
  return folded;
}
