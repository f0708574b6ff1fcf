import { spawn } from 'node:child_process';
import { HistoryError } from '../../app/ports.js';

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  readonly input?: string | Uint8Array;
  /** Takes the output piece by piece; `stdout` is then empty. */
  readonly onOutput?: (chunk: Buffer) => void;
  readonly env?: Readonly<Record<string, string>>;
  /** Further settings, `name=value`. */
  readonly settings?: readonly string[];
}

/**
 * Settings that take precedence over the repository’s: nothing that its files or its configuration name is run, nothing is
 * fetched, nothing is left out of what it shows.
 */
const settings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.commitGraph=false',
  'core.pager=cat',
  'core.quotePath=false',
  'protocol.allow=never',
  'log.showSignature=false',
  'log.showRoot=true',
  'log.mailmap=false',
  'log.follow=false',
  'diff.external=',
  'diff.renames=false',
  'diff.relative=false',
  'i18n.logOutputEncoding=UTF-8',
  'gc.auto=0',
  'maintenance.auto=false',
  'gpg.program=gpg',
  'gpg.openpgp.program=gpg',
  'gpg.x509.program=gpgsm',
  'gpg.ssh.program=ssh-keygen',
  'gpg.ssh.defaultKeyCommand=',
  'gpg.minTrustLevel=undefined',
] as const;

/** The user’s own settings count; variables that would lead git to another repository do not. */
function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = /^GIT_(?:CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|AUTHOR_.*|COMMITTER_.*|EXEC_PATH)$/;
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    // Objects and parents as they are, not as refs/replace or grafts say.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    ...extra,
  };
}

/** Runs git in a folder, without a shell, to its end. Fails with a `HistoryError` only if there is no git. */
export function runGit(folder: string, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const given = [...settings, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]);
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--no-pager', ...given, ...args], { cwd: folder, env: environment(options.env), windowsHide: true });
    const chunks: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      if (options.onOutput) options.onOutput(chunk);
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(new HistoryError(error.code === 'ENOENT' ? 'no-git' : 'failed', error.message));
    });
    // A git that ends early closes its input; its exit code says why.
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      resolve({ code: code ?? -1, stdout: Buffer.concat(chunks), stderr: Buffer.concat(errors).toString('utf8') });
    });
    child.stdin.end(options.input ?? '');
  });
}

/** The same, for a command that is expected to succeed. */
export async function git(folder: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(folder, args, options);
  if (code !== 0) throw explainFailure(stderr);
  return stdout;
}

/** What git’s complaint means for the reader. */
export function explainFailure(stderr: string): HistoryError {
  const line = stderr.split('\n').find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? stderr.split('\n')[0] ?? '';
  const detail = line.replace(/^(?:fatal|error): */, '').trim();
  if (/not a git repository/i.test(stderr)) return new HistoryError('no-repository');
  if (/dubious ownership/i.test(stderr)) return new HistoryError('foreign-owner');
  if (/promisor|lazy fetch|could not fetch|transport '.*' not allowed/i.test(stderr)) return new HistoryError('partial');
  if (/bad object|corrupt|unable to read|missing (?:blob|tree|commit)|could not parse|does not exist/i.test(stderr)) {
    return new HistoryError('damaged', detail);
  }
  return new HistoryError('failed', detail);
}
