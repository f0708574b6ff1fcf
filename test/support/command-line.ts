import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { plainEnvironment } from './plain-environment.js';
import { usersNode } from './users-node.js';

export { plainEnvironment };

/** Files by path; text, or `{ link: target }` for a symbolic link. */
export type FolderFiles = Readonly<Record<string, string | { readonly link: string }>>;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** POSIX user to run as, for tests of permissions; only root may choose one. */
  readonly uid?: number;
}

const made: string[] = [];
let program = '';

/** Builds the program once for a test file and removes every temporary folder after it. */
export function useProgram(): void {
  beforeAll(async () => {
    const folder = temporaryFolder();
    program = join(folder, 'cli.js');
    await build({
      entryPoints: ['src/cli/main.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      charset: 'utf8',
      logLevel: 'error',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    // The site's own code has tests of its own; here it only has to be there.
    writeFiles(folder, {
      'site/site.js': '"use strict";\n',
      'site/search.js': '"use strict";\n',
      'site/service-worker.js': '"use strict";\n',
      'site/site.css': 'body{margin:0}\n',
      'site/history.css': 'del{color:red}\n',
      'site/run.js': '"use strict";\n',
      'site/run.css': 'body{margin:0}\n',
      'site/course.js': '"use strict";\n',
      'site/course.css': 'body{margin:0}\n',
      'site/flow.js': '"use strict";\n',
      'site/flow.css': 'body{margin:0}\n',
      'site/comparison.css': 'del{color:red}\n',
      'package.json': '{"type":"module"}',
    });
  });
  afterAll(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

export function programPath(): string {
  return program;
}

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-')));
  // Some tests run the program as another user.
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

/** A temporary folder with these files. */
export function folderOf(files: FolderFiles): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: FolderFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(folder, path), content);
    else symlinkSync(content.link, join(folder, path));
  }
}

/** Runs the program to its end. */
export async function run(args: readonly string[], { cwd = tmpdir(), env = {}, uid }: RunOptions = {}): Promise<Outcome> {
  return runCommand(usersNode, [program, ...args], { cwd, env, ...(uid !== undefined && { uid }) });
}

/** Runs a line of shell, in which `$PLAYBOOK` is the program. */
export async function runShell(line: string, options: RunOptions = {}): Promise<Outcome> {
  return runCommand('/bin/sh', ['-c', line.replaceAll('$PLAYBOOK', `'${usersNode}' '${program}'`)], options);
}

function runCommand(command: string, args: readonly string[], { cwd = tmpdir(), env = {}, uid }: RunOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...plainEnvironment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid !== undefined && { uid }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A response without any problem. */
export function response(id: string, title: string, body = '客户来问退款到哪一步。'): string {
  return `---
id: ${id}
type: response
title: ${title}
lang: zh-Hans
---

## 使用场景

${body}

## 标准回复

> 您好，正在为您查询。
`;
}
