import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { IndexStore } from '../app/ports.js';
import { indexFormat } from '../core/search/index-parts.js';

/** First line of the file, so that what another release wrote is not read. */
const magic = `playbook search index ${indexFormat}\n`;

interface Header {
  readonly manifest: string;
  /** Names of the parts and how many bytes each has, in the order in which they follow. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

/**
 * Keeps the search index of a folder among the user's caches, not in the folder: an index that came with a folder could
 * show what its playbooks never said. What is damaged, or was written by another release, counts as absent.
 *
 * The file: a line that names the format; CRC-32 of all that follows and the length of the header, 4 bytes each, little
 * endian; the header as JSON; the parts one after another.
 */
export function createIndexStore(root: string): IndexStore {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 24);
  const file = join(userCacheFolder(), 'playbook-kb', `${name}.search`);
  return {
    async load() {
      const bytes = await readFile(file).catch(() => undefined);
      return bytes && open(bytes);
    },
    async save(manifest, parts) {
      const fresh = `${file}.${randomBytes(4).toString('hex')}`;
      // A folder that may not be written costs time, nothing else.
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(fresh, serialize(manifest, parts), { mode: 0o600 });
        await rename(fresh, file);
      } catch {
        await rm(fresh, { force: true }).catch(() => undefined);
      }
    },
  };
}

function serialize(manifest: string, parts: ReadonlyMap<string, string>): Buffer {
  const texts = [...parts].map(([name, text]) => [name, Buffer.from(text, 'utf8')] as const);
  const head: Header = { manifest, parts: texts.map(([name, bytes]) => [name, bytes.length]) };
  const header = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const body = Buffer.concat([length, header, ...texts.map(([, bytes]) => bytes)]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([Buffer.from(magic, 'latin1'), sum, body]);
}

function open(bytes: Buffer): Awaited<ReturnType<IndexStore['load']>> {
  const start = magic.length;
  if (bytes.length < start + 8 || bytes.toString('latin1', 0, start) !== magic) return undefined;
  if (crc32(bytes.subarray(start + 4)) !== bytes.readUInt32LE(start)) return undefined;
  const headerEnd = start + 8 + bytes.readUInt32LE(start + 4);
  // The sum is right, so this program wrote what follows.
  const { manifest, parts }: Header = JSON.parse(bytes.toString('utf8', start + 8, headerEnd));
  const places = new Map<string, readonly [start: number, end: number]>();
  let at = headerEnd;
  for (const [name, length] of parts) {
    places.set(name, [at, at + length]);
    at += length;
  }
  return {
    manifest,
    parts: {
      get: (name) => {
        const place = places.get(name);
        return place && bytes.toString('utf8', ...place);
      },
    },
  };
}

/** Where programs keep what they can make again (XDG Base Directory Specification; Apple's and Microsoft's own places). */
function userCacheFolder(): string {
  const { env, platform } = process;
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
