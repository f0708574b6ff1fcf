/** Whole numbers as printable characters: five bits a character, the sixth says that more follow. Small ones take one character. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const digitCodes: Uint8Array = Uint8Array.from(digits, (digit) => digit.charCodeAt(0));

const digitValues: Uint8Array = (() => {
  const values = new Uint8Array(128);
  for (let index = 0; index < digits.length; index += 1) values[digits.charCodeAt(index)] = index;
  return values;
})();

/** Writes numbers one after another into a text that only has characters of ASCII. */
export class NumberWriter {
  #codes = new Uint8Array(1024);
  #length = 0;

  /** A number from 0 on, of as many characters as it needs. */
  number(value: number): void {
    let rest = value;
    while (rest > 31) {
      this.#push(digitCodes[32 + (rest & 31)] ?? 0);
      rest >>>= 5;
    }
    this.#push(digitCodes[rest] ?? 0);
  }

  /** A number from 0 to 63, of one character. */
  digit(value: number): void {
    this.#push(digitCodes[value] ?? 0);
  }

  /** What was written since the last call. */
  take(): string {
    let text = '';
    for (let start = 0; start < this.#length; start += 8192) {
      text += String.fromCharCode(...this.#codes.subarray(start, Math.min(this.#length, start + 8192)));
    }
    this.#length = 0;
    return text;
  }

  #push(code: number): void {
    if (this.#length === this.#codes.length) {
      const longer = new Uint8Array(this.#codes.length * 2);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#length] = code;
    this.#length += 1;
  }
}

export function encodeNumbers(values: Iterable<number>): string {
  const writer = new NumberWriter();
  for (const value of values) writer.number(value);
  return writer.take();
}

/** Reads what `NumberWriter` wrote, in the same order. At the end of the text every number is 0. */
export class NumberReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; this.#at < this.#text.length; shift += 5) {
      const digit = this.digit();
      value |= (digit & 31) << shift;
      if (digit < 32) break;
    }
    return value;
  }

  digit(): number {
    const value = digitValues[this.#text.charCodeAt(this.#at)] ?? 0;
    this.#at += 1;
    return value;
  }
}

export function decodeNumbers(text: string): readonly number[] {
  const reader = new NumberReader(text);
  const values: number[] = [];
  while (!reader.atEnd) values.push(reader.number());
  return values;
}
