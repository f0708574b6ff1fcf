import type { IndexStore } from '../app/ports.js';
import { indexFormat } from '../core/search/index-parts.js';
import { builtReader } from './built-reader.js';
import { seal, unseal } from './sealed-file.js';
import { cacheFile } from './user-cache.js';

interface Header {
  readonly manifest: string;
  /** Names of the parts and how many bytes each has, in the order in which they follow. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

/**
 * Keeps the search index of a folder among the user's caches, not in the folder: an index that came with a folder could
 * show what its playbooks never said. What is damaged, or was written by another release, counts as absent.
 *
 * @param reader names what reads playbooks and writes their index
 */
export function createIndexStore(root: string, reader = builtReader): IndexStore {
  const file = cacheFile(root, 'search');
  const magic = `playbook search index ${indexFormat} ${reader ?? ''}\n`;
  return {
    async load() {
      const bytes = await file.read();
      return bytes && open(bytes, magic);
    },
    save: (manifest, parts) => file.write(serialize(manifest, parts, magic)),
  };
}

function serialize(manifest: string, parts: ReadonlyMap<string, string>, magic: string): Buffer {
  const texts = [...parts].map(([name, text]) => [name, Buffer.from(text, 'utf8')] as const);
  const header: Header = { manifest, parts: texts.map(([name, bytes]) => [name, bytes.length]) };
  return seal(
    magic,
    header,
    texts.map(([, bytes]) => bytes),
  );
}

function open(bytes: Buffer, magic: string): Awaited<ReturnType<IndexStore['load']>> {
  const opened = unseal<Header>(bytes, magic);
  if (!opened) return undefined;
  const { header, rest } = opened;
  const places = new Map<string, readonly [start: number, end: number]>();
  let at = 0;
  for (const [name, length] of header.parts) {
    places.set(name, [at, at + length]);
    at += length;
  }
  return {
    manifest: header.manifest,
    parts: {
      get: (name) => {
        const place = places.get(name);
        return place && rest.toString('utf8', ...place);
      },
    },
  };
}
