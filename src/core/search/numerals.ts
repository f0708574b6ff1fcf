/** Chinese numerals as people write days, amounts and counts; 万 and above are written with digits or both. */
const digitOf: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const unitOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const digits = '零一二三四五六七八九';

/** Longest numeral that is read: 九千九百九十九. */
export const longestNumeral = 7;

const numeralCodes: ReadonlySet<number> = new Set(
  [...Object.keys(digitOf), ...Object.keys(unitOf)].map((character) => character.charCodeAt(0)),
);

export function isNumeral(code: number): boolean {
  return numeralCodes.has(code);
}

/** The value of a Chinese numeral below ten thousand in Arabic digits; undefined for what is none (百十). */
export function toArabic(numeral: string): string | undefined {
  const characters = [...numeral];
  // 一二三四, as in numbers read out digit by digit.
  if (characters.length > 1 && characters.every((character) => character in digitOf)) {
    return characters.map((character) => digitOf[character]).join('');
  }
  let sum = 0;
  let digit: number | undefined;
  let lastUnit = 10_000;
  for (const [index, character] of characters.entries()) {
    const unit = unitOf[character];
    if (unit === undefined) {
      if (digit !== undefined && digit > 0) return undefined;
      digit = digitOf[character] ?? 0;
    } else {
      // Only 十 may begin a numeral by itself.
      if (unit >= lastUnit || (digit === undefined && !(unit === 10 && index === 0))) return undefined;
      sum += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = undefined;
    }
  }
  return String(sum + (digit ?? 0));
}

/** A whole number from 1 to 9999 as a Chinese numeral; undefined for others. */
export function toChinese(arabic: string): string | undefined {
  const value = Number(arabic);
  if (!/^[1-9]\d{0,3}$/.test(arabic)) return undefined;
  let text = '';
  let rest = value;
  for (const [character, unit] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
  ] as const) {
    const count = Math.floor(rest / unit);
    rest %= unit;
    if (count > 0) text += (digits[count] ?? '') + character;
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零';
  }
  if (rest > 0) text += digits[rest] ?? '';
  return text.replace(/^一十/, '十');
}
