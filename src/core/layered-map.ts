/** Least number of changed entries before they are merged into the base; and the part of the base that may differ, 1/64. */
const fewestMerged = 16;
const largestShare = 64;

interface Entry<Value> {
  readonly value: Value;
}

/**
 * A map that never changes: `with` gives another one that shares nearly all of its entries, in time that hardly grows with
 * their number. Iteration is in the order of the base, into which new keys are sorted; a base sorted by key stays sorted.
 */
export class LayeredMap<Key extends string, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number;
  readonly #base: ReadonlyMap<Key, Value>;
  /** What differs from the base; undefined for a key that is gone. */
  readonly #changes: ReadonlyMap<Key, Entry<Value> | undefined>;

  constructor(base: ReadonlyMap<Key, Value>, changes: ReadonlyMap<Key, Entry<Value> | undefined> = new Map(), size = base.size) {
    this.#base = base;
    this.#changes = changes;
    this.size = size;
  }

  /** The map with these values; undefined takes a key out. */
  with(values: ReadonlyMap<Key, Value | undefined>): LayeredMap<Key, Value> {
    if (values.size === 0) return this;
    const changes = new Map(this.#changes);
    let { size } = this;
    for (const [key, value] of values) {
      size += Number(value !== undefined) - Number(this.has(key));
      if (value === undefined && !this.#base.has(key)) changes.delete(key);
      else changes.set(key, value === undefined ? undefined : { value });
    }
    const next = new LayeredMap(this.#base, changes, size);
    return changes.size > Math.max(fewestMerged, this.#base.size / largestShare) ? new LayeredMap(new Map(next)) : next;
  }

  get(key: Key): Value | undefined {
    return this.#changes.has(key) ? this.#changes.get(key)?.value : this.#base.get(key);
  }

  has(key: Key): boolean {
    return this.#changes.has(key) ? this.#changes.get(key) !== undefined : this.#base.has(key);
  }

  *entries(): Generator<[Key, Value], undefined> {
    const added = [...this.#changes.keys()].filter((key) => !this.#base.has(key)).sort((a, b) => (a < b ? -1 : 1));
    let next = 0;
    for (const [key, old] of this.#base) {
      for (let name = added[next]; name !== undefined && name < key; name = added[next]) {
        yield* this.#entry(name);
        next += 1;
      }
      if (this.#changes.has(key)) yield* this.#entry(key);
      else yield [key, old];
    }
    for (const name of added.slice(next)) yield* this.#entry(name);
    return undefined;
  }

  *#entry(key: Key): Generator<[Key, Value], undefined> {
    const entry = this.#changes.get(key);
    if (entry) yield [key, entry.value];
    return undefined;
  }

  *keys(): Generator<Key, undefined> {
    for (const [key] of this.entries()) yield key;
    return undefined;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  forEach(tell: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) tell(value, key, this);
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }
}
