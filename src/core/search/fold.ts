import { foldScript } from '../script-fold.js';

/**
 * One form for everything a reader takes as the same: case, full and half width, accents, both Chinese scripts.
 * The length in UTF-16 units stays the same, so that a match in the folded text is a match in the source.
 */
export function fold(text: string): string {
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
