import { setImmediate } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { KeptPlaybooks, PlaybookStore } from '../app/ports.js';
import type { Playbook } from '../core/model/playbook.js';
import { builtReader } from './built-reader.js';
import { seal, unseal } from './sealed-file.js';
import { cacheFile } from './user-cache.js';

/** Files packed before other work gets its turn. */
const packedTogether = 16;

interface Header {
  /** Path of each playbook and how many bytes it has, in the order in which they follow. */
  readonly files: readonly (readonly [path: string, bytes: number])[];
}

/**
 * Keeps what was read of a folder's files among the user's caches, so that the next run reads only what has changed: parsing
 * Markdown takes twenty times as long. What is damaged, or was written by another release, counts as absent.
 *
 * Each playbook is as V8 writes plain data, deflated.
 *
 * @param reader names what parses, so that a change of it forgets everything; undefined keeps nothing
 */
export function createPlaybookStore(root: string, reader: string | undefined = builtReader): PlaybookStore {
  const file = cacheFile(root, 'playbooks');
  const magic = (language: string) => `playbooks ${reader} ${process.versions.v8} ${encodeURIComponent(language)}\n`;
  return {
    async load(language) {
      const bytes = reader === undefined ? undefined : await file.read();
      return bytes && open(bytes, magic(language));
    },
    async save(language, playbooks, kept) {
      if (reader === undefined) return;
      const packed: (readonly [path: string, bytes: Uint8Array])[] = [];
      for (const playbook of playbooks) {
        const known = kept instanceof KeptFile ? kept.packed(playbook) : undefined;
        packed.push([playbook.path, known ?? deflateRawSync(serialize(playbook), { level: 1 })]);
        if (packed.length % packedTogether === 0) await setImmediate();
      }
      const header: Header = { files: packed.map(([path, { length }]) => [path, length]) };
      const parts = packed.map(([, content]) => content);
      await file.write(seal(magic(language), header, parts));
    },
  };
}

function open(bytes: Buffer, magic: string): KeptFile | undefined {
  const opened = unseal<Header>(bytes, magic);
  if (!opened) return undefined;
  const places = new Map<string, Uint8Array>();
  let at = 0;
  for (const [path, length] of opened.header.files) {
    places.set(path, opened.rest.subarray(at, at + length));
    at += length;
  }
  return new KeptFile(places);
}

class KeptFile implements KeptPlaybooks {
  readonly #places: ReadonlyMap<string, Uint8Array>;
  readonly #given = new WeakMap<Playbook, Uint8Array>();

  constructor(places: ReadonlyMap<string, Uint8Array>) {
    this.#places = places;
  }

  get size(): number {
    return this.#places.size;
  }

  get(path: string): Playbook | undefined {
    const bytes = this.#places.get(path);
    if (!bytes) return undefined;
    const playbook: Playbook = deserialize(inflateRawSync(bytes));
    this.#given.set(playbook, bytes);
    return playbook;
  }

  /** The bytes a playbook was made from, if it came from here. */
  packed(playbook: Playbook): Uint8Array | undefined {
    return this.#given.get(playbook);
  }
}
