import { basename } from 'node:path';
import { watch } from 'chokidar';

/** Changes that come closer together than this, in milliseconds, count as one. */
const quietTime = 150;

export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/**
 * Calls `changed` after files below a folder have changed, once they have come to rest, until it is closed. Resolves when
 * nothing can be missed any more. Hidden files and what packages bring are left out, as they are when a knowledge base is read.
 */
export async function watchFolder(folder: string, changed: () => void, failed: (error: unknown) => void): Promise<FolderWatch> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignored: (path) => path !== folder && (basename(path).startsWith('.') || basename(path) === 'node_modules'),
    ignoreInitial: true,
    followSymlinks: false,
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quietTime);
  });
  watcher.on('error', failed);
  await new Promise<void>((resolve) => watcher.on('ready', resolve));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
