/**
 * An inverted index ranked by BM25 (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”,
 * 2009). Postings are kept as short strings, so that an index of ten thousand pages loads without being taken apart.
 */
export interface TextIndex {
  /** Terms of each document. */
  readonly lengths: readonly number[];
  readonly postings: ReadonlyMap<string, string>;
}

export interface TextIndexData {
  readonly lengths: string;
  /** Terms, separated by a space, and their postings in the same order. */
  readonly terms: string;
  readonly postings: string;
}

/** One count of terms a document. */
export function buildTextIndex(documents: Iterable<ReadonlyMap<string, number>>): TextIndex {
  const lengths: number[] = [];
  const open = new Map<string, { text: string; last: number }>();
  for (const counts of documents) {
    const number = lengths.length;
    let length = 0;
    for (const [term, count] of counts) {
      length += count;
      const known = open.get(term);
      if (known) {
        known.text += encode(number - known.last) + encode(count);
        known.last = number;
      } else open.set(term, { text: encode(number) + encode(count), last: number });
    }
    lengths.push(length);
  }
  return { lengths, postings: new Map([...open].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, { text }]) => [term, text])) };
}

export function toTextIndexData(index: TextIndex): TextIndexData {
  return {
    lengths: index.lengths.map(encode).join(''),
    terms: [...index.postings.keys()].join(' '),
    postings: [...index.postings.values()].join(' '),
  };
}

export function fromTextIndexData(data: TextIndexData): TextIndex {
  const postings = data.postings.split(' ');
  return {
    lengths: decode(data.lengths),
    postings: new Map(data.terms === '' ? [] : data.terms.split(' ').map((term, index) => [term, postings[index] ?? ''])),
  };
}

export interface Bm25 {
  /** Saturation of term frequency. */
  readonly k: number;
  /** Share of length normalisation, 0 to 1. */
  readonly b: number;
}

/** Scores of all documents; those that no term was found in have 0. */
export type Scores = Float64Array;

export function emptyScores(index: TextIndex): Scores {
  return new Float64Array(index.lengths.length);
}

/** Adds the score of one term, times `weight`, to each document that has it. */
export function addScores(index: TextIndex, term: string, weight: number, { k, b }: Bm25, scores: Scores): void {
  const encoded = index.postings.get(term);
  if (encoded === undefined) return;
  const numbers = decode(encoded);
  const frequency = numbers.length / 2;
  const rarity = Math.log(1 + (index.lengths.length - frequency + 0.5) / (frequency + 0.5));
  const average = averageOf(index);
  for (let at = 0, document = 0; at < numbers.length; at += 2) {
    document += numbers[at] ?? 0;
    const count = numbers[at + 1] ?? 0;
    const normal = k * (1 - b + (b * (index.lengths[document] ?? 0)) / average);
    scores[document] = (scores[document] ?? 0) + (weight * rarity * count * (k + 1)) / (count + normal);
  }
}

/** Numbers of the documents that have a term. */
export function documentsWith(index: TextIndex, term: string): readonly number[] {
  let document = 0;
  return decode(index.postings.get(term) ?? '').flatMap((value, at) => {
    if (at % 2 > 0) return [];
    document += value;
    return [document];
  });
}

const averages = new WeakMap<TextIndex, number>();

function averageOf(index: TextIndex): number {
  const known = averages.get(index);
  if (known !== undefined) return known;
  const average = Math.max(1, index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, index.lengths.length));
  averages.set(index, average);
  return average;
}

/** Variable-length numbers in printable characters: five bits a character, the sixth says that more follow. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function encode(value: number): string {
  let rest = value;
  let text = '';
  while (rest > 31) {
    text += digits.charAt(32 + (rest & 31));
    rest >>>= 5;
  }
  return text + digits.charAt(rest);
}

const digitValues: Uint8Array = (() => {
  const values = new Uint8Array(128);
  for (let index = 0; index < digits.length; index += 1) values[digits.charCodeAt(index)] = index;
  return values;
})();

function decode(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = digitValues[text.charCodeAt(index)] ?? 0;
    value |= (digit & 31) << shift;
    if (digit > 31) shift += 5;
    else {
      numbers.push(value);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}
