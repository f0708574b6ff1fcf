import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type History, HistoryError } from '../../app/ports.js';
import { configFileName, readConfig } from '../../core/config/config.js';
import type { Commit, FileChange, Person, Signature } from '../../core/model/history.js';
import type { SourceText } from '../../core/model/playbook.js';
import { largestFile } from '../../core/parse/playbook.js';
import { codeownersPaths } from '../../core/review/codeowners.js';
import { reviewFolder } from '../../core/review/decision.js';
import { decode } from '../folder.js';
import { readBlobs } from './read-blobs.js';
import { git, runGit } from './run.js';

export interface GitHistory extends History {
  /** Git’s own folder, shared by all working trees; absolute. */
  readonly gitFolder: string;
  /** The top of the working tree, absolute. */
  readonly top: string;
}

/** The history of the knowledge base in a folder. Fails with a `HistoryError` that says why there is none to go by. */
export async function openHistory(folder: string): Promise<GitHistory> {
  const found = await git(folder, [
    'rev-parse',
    '--is-inside-work-tree',
    '--show-prefix',
    '--path-format=absolute',
    '--git-common-dir',
    '--show-toplevel',
  ]);
  const [, prefix = '', gitFolder = '', top = ''] = found.toString('utf8').split('\n');
  const isShallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true';
  if (isShallow) throw new HistoryError('shallow');
  const present = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (present.code !== 0) throw new HistoryError('no-commit');
  const promisor = await runGit(folder, ['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$']);
  const isPartial = promisor.code === 0;
  return {
    prefix,
    gitFolder,
    top,
    head: present.stdout.toString('utf8').trim(),
    commits: (to, since) => readCommits(folder, prefix, to, since),
    tree: (commit) => readTree(folder, prefix, commit),
    read: (blobs, take) => readBlobs(folder, blobs, take, isPartial),
    readTexts: async (blobs) => {
      const texts = new Map<string, SourceText>();
      await readBlobs(
        folder,
        blobs,
        (blob, content) => texts.set(blob, content.length > largestFile ? { text: '', tooLarge: content.length } : decode(content)),
        isPartial,
      );
      return texts;
    },
    signatures: (commits) => readSignatures(folder, commits),
  };
}

/** Commit, parents, author, committer, committer’s date, message; each ends with a zero byte. */
const fields = ['%H', '%P', '%an', '%ae', '%cn', '%ce', '%cI', '%B'];
const format = `%x01${fields.join('%x00')}%x00`;

async function readCommits(folder: string, prefix: string, to: string, since: string | undefined): Promise<ReadonlyMap<string, Commit>> {
  const paths = prefix === '' ? [] : [prefix, ...codeownersPaths].map((path) => `:(top,literal)${path}`);
  const output = await git(folder, [
    'log',
    `--format=tformat:${format}`,
    '--raw',
    '-z',
    '-c',
    '--no-renames',
    '--no-abbrev',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
    '--no-show-signature',
    '--no-notes',
    '--ignore-submodules=none',
    '--full-history',
    '--sparse',
    to,
    ...(since === undefined ? [] : [`^${since}`]),
    '--',
    ...paths,
  ]);
  return parseLog(output.toString('utf8'), prefix);
}

/** Reads `git log --raw -z` in the format above. Paths that are not UTF-8 are left out: nothing can name them. */
function parseLog(output: string, prefix: string): ReadonlyMap<string, Commit> {
  const commits = new Map<string, Commit>();
  const tokens = output.split('\0');
  let at = 0;
  while (at < tokens.length) {
    const start = tokens[at]?.replace(/^\n/, '') ?? '';
    if (!start.startsWith('\u0001')) {
      at += 1;
      continue;
    }
    const [, parents = '', authorName = '', authorEmail = '', committerName = '', committerEmail = '', date = '', message = ''] =
      tokens.slice(at, at + fields.length);
    at += fields.length;
    const changes: FileChange[] = [];
    for (; at < tokens.length; at += 1) {
      const token = tokens[at]?.replace(/^\n/, '') ?? '';
      if (token.startsWith('\u0001')) break;
      if (!token.startsWith(':')) continue;
      at += 1;
      const change = readChange(token, tokens[at] ?? '', prefix);
      if (change) changes.push(change);
    }
    const hash = start.slice(1);
    commits.set(hash, {
      hash,
      parents: parents === '' ? [] : parents.split(' '),
      author: person(authorName, authorEmail),
      committer: person(committerName, committerEmail),
      coAuthors: coAuthorsIn(message),
      day: date.slice(0, 10),
      changes,
    });
  }
  return commits;
}

function person(name: string, email: string): Person {
  return { name: name.trim(), email: email.trim().toLowerCase() };
}

/** Every line of that form counts, wherever it stands: leaving one out could let somebody approve their own words. */
function coAuthorsIn(message: string): readonly Person[] {
  return [...message.matchAll(/^[ \t>]*co-authored-by:[ \t]*([^<\n]*)<([^<>\n]+)>/gim)].map(([, name = '', email = '']) =>
    person(name, email),
  );
}

const plainFile = /^100(?:644|755)$/;

/** `:mode mode blob blob status`; of a merge one more colon, mode and blob for each parent. */
function readChange(header: string, path: string, prefix: string): FileChange | undefined {
  const parentCount = /^:+/.exec(header)?.[0].length ?? 1;
  const parts = header.slice(parentCount).split(' ');
  const modes = parts.slice(0, parentCount + 1);
  const blobs = parts.slice(parentCount + 1, 2 * parentCount + 2);
  const shown = pathIn(prefix, path);
  if (shown === undefined) return undefined;
  const files = blobs.map((blob, index) => (plainFile.test(modes[index] ?? '') ? blob : undefined));
  const after = files.at(-1);
  const before = [...new Set(files.slice(0, -1).flatMap((blob) => blob ?? []))];
  if (before.length === 0 && after === undefined) return undefined;
  return { path: shown, before, ...(after !== undefined && { after }) };
}

/** The path in the knowledge base; CODEOWNERS at the repository’s top is `../CODEOWNERS` from a folder below, however deep. */
function pathIn(prefix: string, path: string): string | undefined {
  if (path.includes('\uFFFD')) return undefined;
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return codeownersPaths.some((candidate) => candidate === path) ? `../${path}` : undefined;
}

/**
 * Whether any decision was ever committed, or the last commit has a config that turns review on; without reading it all. Of a
 * shallow clone, as far as it goes.
 */
export async function isReviewed(folder: string): Promise<boolean> {
  const prefix = (await git(folder, ['rev-parse', '--show-prefix'])).toString('utf8').replace(/\n$/, '');
  const present = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (present.code !== 0) return false;
  const reviews = `:(top,literal)${prefix}${reviewFolder}`;
  const decided = await git(folder, ['log', '-1', '--full-history', '--format=%H', '--no-show-signature', 'HEAD', '--', reviews]);
  if (decided.length > 0) return true;
  const config = await runGit(folder, ['cat-file', 'blob', `HEAD:${prefix}${configFileName}`]);
  return config.code === 0 && readConfig(config.stdout.toString('utf8')).config.review.mode !== 'off';
}

async function readTree(folder: string, prefix: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const paths = prefix === '' ? [] : [prefix, ...codeownersPaths];
  const output = await git(folder, ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]);
  const files = new Map<string, string>();
  for (const entry of output.toString('utf8').split('\0')) {
    const found = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(entry);
    const path = found && plainFile.test(found[1] ?? '') ? pathIn(prefix, found[3] ?? '') : undefined;
    if (path !== undefined) files.set(path, found?.[2] ?? '');
  }
  return files;
}

/** A setting of the user’s or the computer’s, never of the repository. */
export async function ownSetting(folder: string, name: string): Promise<string | undefined> {
  for (const scope of ['--global', '--system']) {
    const { code, stdout } = await runGit(folder, ['config', scope, '--get', name]);
    const value = stdout.toString('utf8').replace(/\n$/, '');
    if (code === 0 && value !== '') return value;
  }
  return undefined;
}

async function readSignatures(folder: string, commits: readonly string[]): Promise<ReadonlyMap<string, Signature>> {
  const found = new Map<string, Signature>();
  if (commits.length === 0) return found;
  const scratch = await mkdtemp(join(tmpdir(), 'playbook-signers-'));
  try {
    const none = join(scratch, 'none');
    await writeFile(none, '');
    const trusted = await ownSetting(folder, 'gpg.ssh.allowedSignersFile');
    const revoked = await ownSetting(folder, 'gpg.ssh.revocationFile');
    const output = await git(folder, ['log', '--no-walk=unsorted', '--stdin', '--format=tformat:%H%x00%G?%x00%GF%x00%GS%x00'], {
      input: `${commits.join('\n')}\n`,
      settings: [`gpg.ssh.allowedSignersFile=${trusted ?? none}`, ...(revoked === undefined ? [] : [`gpg.ssh.revocationFile=${revoked}`])],
    });
    const tokens = output.toString('utf8').split('\0');
    for (let at = 0; at + 3 < tokens.length; at += 4) {
      const [hash = '', status = '', key = '', principal = ''] = tokens.slice(at, at + 4).map((token) => token.trim());
      if ((status !== 'G' && status !== 'U') || key === '') continue;
      found.set(hash, { key, ...(status === 'G' && trusted !== undefined && principal !== '' && { principal }) });
    }
    return found;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
