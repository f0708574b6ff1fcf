/**
 * How a text message is counted, after 3GPP TS 23.038 (alphabets) and 23.040 (parts of a long message): a message in the
 * GSM 7-bit alphabet holds 160 characters, or 153 in each part; any other holds 70 UTF-16 units, or 67 in each part.
 */
export interface SmsCount {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** Septets or UTF-16 units; a character of the extension table counts twice. */
  readonly units: number;
  readonly segments: number;
  /** Units that as many segments hold. */
  readonly room: number;
  /** Distinct characters outside the GSM alphabet, in order. */
  readonly foreign: readonly string[];
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extension = new Set('\f^{}\\[~]|€');

export function countSms(text: string): SmsCount {
  const characters = [...text];
  const foreign = [...new Set(characters.filter((character) => !basic.has(character) && !extension.has(character)))];
  const isGsm = foreign.length === 0;
  const cost = (character: string): number => (isGsm ? (extension.has(character) ? 2 : 1) : character.length);
  const units = characters.reduce((sum, character) => sum + cost(character), 0);
  const [alone, part] = isGsm ? [160, 153] : [70, 67];
  const segments = units <= alone ? Math.min(units, 1) : countParts(characters, cost, part);
  return {
    encoding: isGsm ? 'gsm-7' : 'ucs-2',
    units,
    segments,
    room: segments <= 1 ? alone : segments * part,
    foreign,
  };
}

/** A character that counts twice is never split between parts. */
function countParts(characters: readonly string[], cost: (character: string) => number, part: number): number {
  let parts = 1;
  let used = 0;
  for (const character of characters) {
    const needed = cost(character);
    if (used + needed > part) {
      parts += 1;
      used = 0;
    }
    used += needed;
  }
  return parts;
}
