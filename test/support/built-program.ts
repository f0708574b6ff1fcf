import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, inject } from 'vitest';
import type { FolderFiles, Outcome } from './command-line.js';
import { today } from './knowledge-base.js';
import { plainEnvironment } from './plain-environment.js';
import { type Served, serve } from './serve.js';
import { usersNode } from './users-node.js';

/** Content by path, as `FolderFiles`, or bytes. */
export type AnyFiles = Readonly<Record<string, FolderFiles[string] | Uint8Array>>;

/** A temporary folder with these files; gone after the test file. Its parent holds nothing else. */
export function folderWith(files: AnyFiles): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-')));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'knowledge');
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, join(folder, path));
    else writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs the built program to its end. */
export async function runBuilt(args: readonly string[], cwd = tmpdir()): Promise<Outcome> {
  const child = spawn(usersNode, [inject('program'), ...args], { cwd, env: plainEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, ...output };
}

/** Exports a folder and gives the site's; throws when that fails. */
export async function exportFolder(folder: string): Promise<string> {
  const site = join(dirname(folder), 'site');
  const { code, stderr } = await runBuilt(['export', folder, '--out', site, '--today', today]);
  if (code !== 0) throw new Error(`export ended with ${code}: ${stderr}`);
  return site;
}

/** Serves a folder until `stop`. */
export function serveFolder(folder: string, ...options: readonly string[]): Promise<Served> {
  return serve(inject('program'), folder, ...options);
}
