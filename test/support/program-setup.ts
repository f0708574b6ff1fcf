import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { today } from './knowledge-base.js';
import { serve } from './serve.js';
import { usersNode } from './users-node.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the built program, its site assets beside it. */
    readonly program: string;
    /** Folder of the exported sample knowledge base. */
    readonly sampleSite: string;
    /** Address of a server of the sample knowledge base, with a slash at its end. */
    readonly sampleServer: string;
  }
}

/** Builds the program as it is delivered, exports the sample knowledge base with it and serves it, once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-program-')));
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
  // A copy, so that a build of another process cannot change it while tests run.
  for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) cpSync(join('dist', name), join(folder, name));
  cpSync('dist/site', join(folder, 'site'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  const program = join(folder, 'cli.js');
  const sampleSite = join(folder, 'sample');
  execFileSync(usersNode, [program, 'export', 'playbooks', '--out', sampleSite, '--today', today]);
  const { address, stop } = await serve(program, 'playbooks');
  project.provide('program', program);
  project.provide('sampleSite', sampleSite);
  project.provide('sampleServer', address);
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
