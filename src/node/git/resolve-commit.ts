import { runGit } from './run.js';

/** The commit that a name of git's stands for (a branch, a tag, a hash, `HEAD~2`); undefined if it stands for none. */
export async function resolveCommit(folder: string, name: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}
