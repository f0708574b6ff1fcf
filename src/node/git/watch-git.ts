import { basename } from 'node:path';
import { type FolderWatch, watchPaths } from '../watch-folder.js';
import { git } from './run.js';

/** What a commit, a change of branch, a merge or a fetch of git touches; not the many files of its objects. */
const told: ReadonlySet<string> = new Set(['HEAD', 'ORIG_HEAD', 'index', 'packed-refs', 'config']);

/**
 * Calls `changed` after a commit, a change of branch, a merge or the like, until it is closed. Fails with a `HistoryError` where
 * there is no repository.
 */
export async function watchGit(folder: string, changed: () => void, failed: (error: unknown) => void): Promise<FolderWatch> {
  const own = (await git(folder, ['rev-parse', '--absolute-git-dir'])).toString('utf8').replace(/\n$/, '');
  // Files are replaced, not written, so their folders are watched.
  return watchPaths([own, `${own}/logs`], { depth: 0 }, (path) => told.has(basename(path)), changed, failed);
}
