import { runGit } from './run.js';

/** The commit that a branch, tag or abbreviated hash stands for; undefined if there is none. */
export async function resolveCommit(folder: string, name: string): Promise<string | undefined> {
  if (name === '' || name.startsWith('-')) return undefined;
  const { code, stdout } = await runGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** Where two commits parted; undefined if they have nothing in common. */
export async function mergeBase(folder: string, one: string, other: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(folder, ['merge-base', one, other]);
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** Whether the first commit is the second or one of its ancestors. */
export async function isReachable(folder: string, commit: string, from: string): Promise<boolean> {
  return (await runGit(folder, ['merge-base', '--is-ancestor', commit, from])).code === 0;
}
