import { basename, dirname, join } from 'node:path';
import { type ChokidarOptions, watch } from 'chokidar';
import { feedbackFolder } from '../core/feedback/feedback.js';

/** Changes that come closer together than this, in milliseconds, count as one. */
const quietTime = 150;

export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/**
 * Calls `changed` after files below a folder have changed, once they have come to rest, until it is closed. Resolves when
 * nothing can be missed any more. Hidden files but imported feedback, and what packages bring, are left out, as they are when a
 * knowledge base is read.
 */
export function watchFolder(folder: string, changed: () => void, failed: (error: unknown) => void): Promise<FolderWatch> {
  return watchPaths([folder], { ignored: (path) => path !== folder && isLeftOut(path, folder) }, () => true, changed, failed);
}

/** The same for some files and folders, as far as changes of a path count. */
export async function watchPaths(
  paths: readonly string[],
  options: Pick<ChokidarOptions, 'depth' | 'ignored'>,
  counts: (path: string) => boolean,
  changed: () => void,
  failed: (error: unknown) => void,
): Promise<FolderWatch> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...paths], { ...options, ignoreInitial: true, followSymlinks: false });
  watcher.on('all', (_event, path) => {
    if (!counts(path)) return;
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

function isLeftOut(path: string, folder: string): boolean {
  const feedback = join(folder, feedbackFolder);
  if (path === dirname(feedback) || path === feedback) return false;
  return dirname(path) === dirname(feedback) || basename(path).startsWith('.') || basename(path) === 'node_modules';
}
