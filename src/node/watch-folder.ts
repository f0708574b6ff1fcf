import { basename } from 'node:path';
import { watch } from 'chokidar';

/** Changes that come closer together than this, in milliseconds, count as one. */
const quietTime = 150;

/**
 * Calls `changed` after files below a folder have changed, once they have come to rest, until it is closed. Hidden files and
 * what packages bring are left out, as they are when a knowledge base is read.
 */
export function watchFolder(
  folder: string,
  changed: () => void,
  failed: (error: unknown) => void,
): { readonly close: () => Promise<void> } {
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
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
