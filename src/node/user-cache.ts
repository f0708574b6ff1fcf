import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file nobody has used for so many milliseconds (60 days) is removed when another is written. */
const longestUnused = 60 * 24 * 60 * 60 * 1000;

/** A file in the user's caches about one folder: what can be made again, and may vanish at any time. */
export interface CacheFile {
  readonly read: () => Promise<Buffer | undefined>;
  /** All or nothing; a cache that may not be written costs time, nothing else. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

export function cacheFile(root: string, kind: string): CacheFile {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 24);
  const file = join(userCacheFolder(), 'playbook-kb', `${name}.${kind}`);
  return {
    async read() {
      const bytes = await readAtOnce(file).catch(() => undefined);
      const now = new Date();
      if (bytes) await utimes(file, now, now).catch(() => undefined);
      return bytes;
    },
    async write(bytes) {
      const fresh = `${file}.${randomBytes(4).toString('hex')}`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(fresh, bytes, { mode: 0o600 });
        await rename(fresh, file);
        await removeUnused(dirname(file));
      } catch {
        await rm(fresh, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Reads a file in one piece: `readFile` takes half a megabyte at a time, and waits for other work between any two. */
async function readAtOnce(file: string): Promise<Buffer | undefined> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
    return bytesRead === size ? buffer : undefined;
  } finally {
    await handle.close();
  }
}

/** Only files of our own naming: a tool may have put something else there, such as a program for tests. */
async function removeUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{24}\.[a-z.0-9]+$/.test(name)) continue;
    const file = join(folder, name);
    const used = await stat(file).catch(() => undefined);
    if (used?.isFile() && Date.now() - used.mtimeMs > longestUnused) await rm(file, { force: true });
  }
}

/** Where programs keep what they can make again (XDG Base Directory Specification; Apple's and Microsoft's own places). */
function userCacheFolder(): string {
  const { env, platform } = process;
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
