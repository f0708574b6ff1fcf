import { type bm25, impactOf, mostRanked, roundedAverage, toStep } from './index-parts.js';
import { NumberWriter } from './numbers.js';

/** Where one term stands. */
export interface TermPlaces {
  readonly term: string;
  /** How many texts have it. */
  readonly frequency: number;
  /** Differences of text numbers, each followed by a step of impact, as `NumberWriter` writes them. */
  readonly ranked: string;
  /** Differences of the numbers of the other texts; empty unless there are more than `mostRanked`. */
  readonly rest: string;
}

/** A list of numbers that grows. */
class Numbers {
  #values = new Int32Array(4096);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Int32Array(this.length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** Adds to a value that may not be there yet. */
  increase(index: number, by: number): number {
    while (this.length <= index) this.push(0);
    const value = this.at(index) + by;
    this.#values[index] = value;
    return value;
  }
}

/** The ideographs of Unicode's basic plane (extension A and the unified ones). */
const firstCommon = 0x3400;
const pastCommon = 0xa000;
const commonCount = pastCommon - firstCommon;

/**
 * Collects which term stands how often in which text. Numbers are kept in flat arrays: an index of ten million entries
 * needs a hundred megabytes, not a gigabyte.
 */
export class TermCollector {
  /** Every term by its number. */
  readonly #names: string[] = [];
  readonly #words = new Map<string, number>();
  /** Pairs and single characters by number: much faster than by text, and most terms are such. */
  readonly #pairs = new Map<number, number>();
  readonly #characters = new Map<number, number>();
  readonly #terms = new Numbers();
  readonly #texts = new Numbers();
  readonly #counts = new Numbers();
  readonly #lengths = new Numbers();
  /** Counts in the text that is open. */
  readonly #open = new Numbers();
  readonly #seen: number[] = [];
  #length = 0;
  #total = 0;

  /** Counts a word of the open text. */
  addWord(word: string, times: number): void {
    this.#count(this.#words.get(word) ?? this.#begin(this.#words, word, word), times);
  }

  addPair(first: number, second: number, times: number): void {
    // Keys that fit 31 bits are quick to look up; rarer characters go by their text.
    const key = (first - firstCommon) * commonCount + (second - firstCommon);
    const isCommon = first >= firstCommon && first < pastCommon && second >= firstCommon && second < pastCommon;
    if (!isCommon) this.addWord(String.fromCodePoint(first, second), times);
    else this.#count(this.#pairs.get(key) ?? this.#begin(this.#pairs, key, String.fromCodePoint(first, second)), times);
  }

  addCharacter(character: number, times: number): void {
    this.#count(this.#characters.get(character) ?? this.#begin(this.#characters, character, String.fromCodePoint(character)), times);
  }

  #begin<Key>(numbers: Map<Key, number>, key: Key, name: string): number {
    const number = this.#names.length;
    this.#names.push(name);
    numbers.set(key, number);
    return number;
  }

  #count(number: number, times: number): void {
    if (this.#open.increase(number, times) === times) this.#seen.push(number);
    this.#length += times;
  }

  /** Ends the open text; the next one has the next number. */
  endText(): void {
    const text = this.#lengths.length;
    for (const number of this.#seen) {
      this.#terms.push(number);
      this.#texts.push(text);
      this.#counts.push(this.#open.increase(number, 0));
      this.#open.increase(number, -this.#open.at(number));
    }
    this.#seen.length = 0;
    this.#lengths.push(this.#length);
    this.#total += this.#length;
    this.#length = 0;
  }

  get average(): number {
    return roundedAverage(this.#total, this.#lengths.length);
  }

  /** All terms, in the order in which they first stood, with their places. */
  *places(average: number, weights: (typeof bm25)['text' | 'names']): Generator<TermPlaces> {
    const starts = this.#startOfTerms();
    const order = this.#inTermOrder(starts);
    const ranked = new NumberWriter();
    const rest = new NumberWriter();
    for (const [number, term] of this.#names.entries()) {
      const start = starts[number] ?? 0;
      const end = starts[number + 1] ?? 0;
      const steps = new Uint8Array(end - start);
      for (let index = 0; index < steps.length; index += 1) {
        const entry = order[start + index] ?? 0;
        steps[index] = toStep(impactOf(this.#counts.at(entry), this.#lengths.at(this.#texts.at(entry)), average, weights), weights);
      }
      const isRanked = mostTelling(steps);
      let lastRanked = 0;
      let lastRest = 0;
      for (let index = 0; index < steps.length; index += 1) {
        const text = this.#texts.at(order[start + index] ?? 0);
        if (isRanked(index)) {
          ranked.number(text - lastRanked);
          ranked.digit(steps[index] ?? 0);
          lastRanked = text;
        } else {
          rest.number(text - lastRest);
          lastRest = text;
        }
      }
      yield { term, frequency: end - start, ranked: ranked.take(), rest: rest.take() };
    }
  }

  /** Where the entries of each term begin, and at last how many there are. */
  #startOfTerms(): Int32Array {
    const starts = new Int32Array(this.#names.length + 1);
    for (let entry = 0; entry < this.#terms.length; entry += 1) {
      const after = this.#terms.at(entry) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let number = 1; number < starts.length; number += 1) starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
    return starts;
  }

  /** Entries sorted by term; those of one term stay in the order of texts. */
  #inTermOrder(starts: Int32Array): Int32Array {
    const next = starts.slice();
    const order = new Int32Array(this.#terms.length);
    for (let entry = 0; entry < this.#terms.length; entry += 1) {
      const number = this.#terms.at(entry);
      order[next[number] ?? 0] = entry;
      next[number] = (next[number] ?? 0) + 1;
    }
    return order;
  }
}

/** Tells of each place in a list whether it is among the `mostRanked` of highest step; earlier ones first among equals. */
function mostTelling(steps: Uint8Array): (index: number) => boolean {
  if (steps.length <= mostRanked) return () => true;
  const counts = new Array<number>(64).fill(0);
  for (const step of steps) counts[step] = (counts[step] ?? 0) + 1;
  let least = 63;
  let left = mostRanked;
  while (least > 1 && left > (counts[least] ?? 0)) {
    left -= counts[least] ?? 0;
    least -= 1;
  }
  return (index) => {
    const step = steps[index] ?? 0;
    if (step !== least) return step > least;
    left -= 1;
    return left >= 0;
  };
}
