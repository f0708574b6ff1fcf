import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

/** The user's caches in a folder of their own for each test, removed after it. */
export interface UserCache {
  readonly folder: () => string;
  /** Paths of the files that the program keeps there. */
  readonly files: () => readonly string[];
}

export function useUserCache(): UserCache {
  let caches = '';
  const folder = () => join(caches, 'playbook-kb');
  beforeEach(() => {
    caches = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-cache-')));
    vi.stubEnv('XDG_CACHE_HOME', caches);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(caches, { recursive: true });
  });
  return { folder, files: () => readdirSync(folder()).map((name) => join(folder(), name)) };
}
