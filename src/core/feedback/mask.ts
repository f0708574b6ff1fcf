/** Digits of any width, and those that are read out one by one in Chinese. */
const digit = '[0-9０-９零〇一二三四五六七八九幺]';
/** Six digits or more, with at most two spaces, dashes, dots, slashes or parentheses between two of them. */
const longNumber = new RegExp(`${digit}(?:[ \\-‐‑–—－.·/()（）]{0,2}${digit}){5,}[xXＸｘ]?`, 'g');
const email = /[\p{L}\p{N}._%+-]{1,64}[@＠][\p{L}\p{N}-]{1,63}(?:[.．][\p{L}\p{N}-]{1,63}){1,8}/gu;
/** Controls, marks that reorder text (Unicode's bidirectional ones), and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const odd = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** What stands for a long number or an e-mail address. */
export const maskSign = '#';

/**
 * A text without what may tell who somebody is: e-mail addresses and numbers of six digits or more (telephone, order, card,
 * identity) become `#`. It is one line of at most `longest` characters. Doing so twice is doing it once.
 */
export function maskText(text: string, longest: number): string {
  // Far more than is kept, so that a huge text costs little.
  const line = text
    .slice(0, longest * 8 + 200)
    .replace(odd, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const masked = line.replace(email, maskSign).replace(longNumber, maskSign);
  return [...masked].slice(0, longest).join('').trim();
}

/** The stretches that `maskText` replaces, for finding masked words in a text that is not. In order. */
export function maskedStretches(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found = [email, longNumber].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    const isFree = one.start >= end;
    end = Math.max(end, one.end);
    return isFree;
  });
}
