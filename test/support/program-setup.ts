import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { today } from './knowledge-base.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the built program, its site assets beside it. */
    readonly program: string;
    /** Folder of the exported sample knowledge base. */
    readonly sampleSite: string;
  }
}

/** Builds the program as it is delivered and exports the sample knowledge base with it, once for all test files. */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-program-')));
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
  // A copy, so that a build of another process cannot change it while tests run.
  for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) cpSync(join('dist', name), join(folder, name));
  cpSync('dist/site', join(folder, 'site'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  const program = join(folder, 'cli.js');
  const sampleSite = join(folder, 'sample');
  execFileSync(process.execPath, [program, 'export', 'playbooks', '--out', sampleSite, '--today', today]);
  project.provide('program', program);
  project.provide('sampleSite', sampleSite);
  return () => rmSync(folder, { recursive: true, force: true });
}
