import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { FolderWatch } from '../watch-folder.js';
import { git } from './run.js';

/** Changes that come closer together than this, in milliseconds, count as one. */
const quietTime = 150;

/** What a commit, a change of branch, a merge or a fetch of git touches; not the many files of its objects. */
const told: ReadonlySet<string> = new Set(['HEAD', 'ORIG_HEAD', 'index', 'packed-refs', 'config']);

/**
 * Calls `changed` after a commit, a change of branch, a merge or the like, until it is closed. Fails with a `HistoryError` where
 * there is no repository.
 */
export async function watchGit(folder: string, changed: () => void, failed: (error: unknown) => void): Promise<FolderWatch> {
  const own = (await git(folder, ['rev-parse', '--absolute-git-dir'])).toString('utf8').replace(/\n$/, '');
  let timer: NodeJS.Timeout | undefined;
  // Files are replaced, not written, so their folders are watched.
  const watcher = watch([own, `${own}/logs`], { depth: 0, ignoreInitial: true, followSymlinks: false });
  watcher.on('all', (_event, path) => {
    if (!told.has(basename(path))) return;
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
