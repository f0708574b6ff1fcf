import { setImmediate } from 'node:timers/promises';
import type { KeptPlaybooks, PlaybookStore, UnreadFile } from '../app/ports.js';
import type { Playbook } from '../core/model/playbook.js';
import { builtReader } from './built-reader.js';
import { packPlaybook, unpackPlaybook } from './packed-playbook.js';
import { readInThreads } from './reading-threads.js';
import { seal, unseal } from './sealed-file.js';
import { type CacheFile, cacheFile } from './user-cache.js';

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
 * @param reader names what parses, so that a change of it forgets everything; undefined keeps nothing
 * @param engine version of V8, whose plain data another one may not read
 */
export function createPlaybookStore(
  root: string,
  reader: string | undefined = builtReader,
  engine: string = process.versions.v8,
): PlaybookStore {
  return {
    async open(language) {
      if (reader === undefined) return new OpenStore(undefined, '', language, new Map());
      // The editor's engine is another than the command line's; neither throws away what the other keeps.
      const file = cacheFile(root, `${engine.replaceAll(/[^a-z0-9.]/g, '.')}.playbooks`);
      const magic = `playbooks ${reader} ${engine} ${encodeURIComponent(language)}\n`;
      const bytes = await file.read();
      return new OpenStore(file, magic, language, bytes ? placesIn(bytes, magic) : new Map());
    },
  };
}

/** The packed bytes of each playbook, by path; nothing of a file that cannot be used. */
function placesIn(bytes: Buffer, magic: string): ReadonlyMap<string, Uint8Array> {
  const places = new Map<string, Uint8Array>();
  const opened = unseal<Header>(bytes, magic);
  if (!opened) return places;
  let at = 0;
  for (const [path, length] of opened.header.files) {
    places.set(path, opened.rest.subarray(at, at + length));
    at += length;
  }
  return places;
}

class OpenStore implements KeptPlaybooks {
  readonly #file: CacheFile | undefined;
  readonly #magic: string;
  readonly #language: string;
  readonly #places: ReadonlyMap<string, Uint8Array>;
  /** The bytes that playbooks were made from, so that they are not packed anew. */
  readonly #packed = new WeakMap<Playbook, Uint8Array>();

  constructor(file: CacheFile | undefined, magic: string, language: string, places: ReadonlyMap<string, Uint8Array>) {
    this.#file = file;
    this.#magic = magic;
    this.#language = language;
    this.#places = places;
  }

  get size(): number {
    return this.#places.size;
  }

  get(path: string): Playbook | undefined {
    const packed = this.#places.get(path);
    return packed && this.#unpack(packed);
  }

  async readBeside(files: readonly UnreadFile[], take: (playbook: Playbook) => void): Promise<boolean> {
    // Run from sources, there is no thread to start.
    if (!this.#file) return false;
    return readInThreads(files, this.#language, (packed) => take(this.#unpack(packed)));
  }

  async save(playbooks: Iterable<Playbook>): Promise<void> {
    if (!this.#file) return;
    const parts: Uint8Array[] = [];
    const files: [path: string, bytes: number][] = [];
    for (const playbook of playbooks) {
      const packed = this.#packed.get(playbook) ?? packPlaybook(playbook);
      parts.push(packed);
      files.push([playbook.path, packed.length]);
      if (parts.length % packedTogether === 0) await setImmediate();
    }
    const header: Header = { files };
    await this.#file.write(seal(this.#magic, header, parts));
  }

  #unpack(packed: Uint8Array): Playbook {
    const playbook = unpackPlaybook(packed);
    this.#packed.set(playbook, packed);
    return playbook;
  }
}
