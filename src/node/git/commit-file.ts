import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HistoryError } from '../../app/ports.js';
import { createFile } from '../write-file.js';
import { type GitHistory, ownSetting } from './history.js';
import { explainFailure, git, runGit } from './run.js';

/** Git does not know who commits. */
export class NoIdentityError extends Error {
  override readonly name = 'NoIdentityError';
}

/** The branch moved between reading and writing. */
export class BranchMovedError extends Error {
  override readonly name = 'BranchMovedError';
}

export interface Identity {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
}

/** Who commits here, as git says. */
export async function whoCommits(folder: string): Promise<Identity> {
  const { code, stdout } = await runGit(folder, ['var', 'GIT_AUTHOR_IDENT'], { settings: ['user.useConfigOnly=true'] });
  const found = /^(.*) <([^<>]+)> \d+ [+-]\d{4}$/.exec(stdout.toString('utf8').trim());
  if (code !== 0 || !found) throw new NoIdentityError();
  return { name: found[1] ?? '', email: (found[2] ?? '').toLowerCase() };
}

/**
 * Commits one new file of the knowledge base, alone, on top of the current branch. Whatever is staged or changed stays as it
 * is: the commit is made from a tree of its own, and only then this one path is added to the index and the working tree.
 * Gives the commit. No hook runs; a signature is made if the user’s git signs commits.
 */
export async function commitNewFile(history: GitHistory, root: string, path: string, text: string, message: string): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'playbook-index-'));
  try {
    const env = { GIT_INDEX_FILE: join(scratch, 'index') };
    const inRepository = history.prefix + path;
    const blob = await line(git(root, ['hash-object', '-w', '--no-filters', '--stdin'], { input: text }));
    await git(root, ['read-tree', history.head], { env });
    await git(root, ['update-index', '--add', '--cacheinfo', `100644,${blob},${inRepository}`], { env });
    const tree = await line(git(root, ['write-tree'], { env }));
    const signing = await signingSettings(root);
    const commit = await line(
      git(root, ['commit-tree', ...(signing ? ['-S'] : []), '-p', history.head, tree], {
        input: message,
        settings: ['user.useConfigOnly=true', ...(signing ?? [])],
      }),
    );
    const branch = await runGit(root, ['symbolic-ref', '--quiet', 'HEAD']);
    const reference = branch.code === 0 ? branch.stdout.toString('utf8').trim() : 'HEAD';
    const moved = await runGit(root, [
      'update-ref',
      '--no-deref',
      '-m',
      `playbook: ${message.split('\n')[0] ?? ''}`,
      reference,
      commit,
      history.head,
    ]);
    if (moved.code !== 0) throw /expected|cannot lock ref/i.test(moved.stderr) ? new BranchMovedError() : explainFailure(moved.stderr);
    await createFile(root, path, text);
    const staged = await runGit(root, ['update-index', '--add', '--cacheinfo', `100644,${blob},${inRepository}`], {
      env: await withoutFilters(root),
    });
    if (staged.code !== 0) throw new HistoryError('failed', explainFailure(staged.stderr).detail);
    return commit;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Writing the index may look at files that changed a moment ago, through filters that the repository’s configuration names.
 * These settings, as variables because a filter may have any name, leave each without a program.
 */
async function withoutFilters(folder: string): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await runGit(folder, [
    'config',
    '--null',
    '--name-only',
    '--get-regexp',
    '^filter\\..*\\.(clean|smudge|process|required)$',
  ]);
  const names = [
    ...new Set(
      stdout
        .toString('utf8')
        .split('\0')
        .filter((name) => name !== ''),
    ),
  ];
  const entries = names.flatMap((name, index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, name.endsWith('.required') ? 'false' : ''],
  ]);
  return Object.fromEntries([['GIT_CONFIG_COUNT', String(names.length)], ...entries]);
}

async function line(output: Promise<Buffer>): Promise<string> {
  return (await output).toString('utf8').trim();
}

/** Settings to sign with, if the user’s git signs commits. Programs are the user’s own, never ones that the repository names. */
async function signingSettings(folder: string): Promise<readonly string[] | undefined> {
  const { code, stdout } = await runGit(folder, ['config', '--type=bool', '--get', 'commit.gpgSign']);
  if (code !== 0 || stdout.toString('utf8').trim() !== 'true') return undefined;
  const names = ['gpg.program', 'gpg.openpgp.program', 'gpg.ssh.program', 'gpg.x509.program', 'gpg.ssh.defaultKeyCommand'];
  const own = await Promise.all(names.map(async (name) => ({ name, value: await ownSetting(folder, name) })));
  return own.flatMap(({ name, value }) => (value === undefined ? [] : [`${name}=${value}`]));
}
