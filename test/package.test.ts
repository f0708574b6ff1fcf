import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionPage, largestPackage, packExtension } from '../scripts/package.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'playbook-package-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `vsce ls` lists. */
function packedFiles(): string[] {
  const vsce = join('node_modules', '.bin', 'vsce');
  const list = execFileSync(vsce, ['ls', '--no-dependencies', '--readme-path', extensionPage], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return list.trim().split('\n');
}

describe('the package for editors', () => {
  it('holds what is needed and nothing else', () => {
    const files = packedFiles().filter((file) => !/^(dist\/site|docs\/rules|l10n|media)\//.test(file));
    // Parts that programs share, and the licences of what is in them, are named by what they hold.
    expect(files.filter((file) => !/^dist\/(shared-[A-Z0-9]+\.js|.+\.LEGAL\.txt)$/.test(file)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'dist/assistant-worker.js',
      'dist/cli.js',
      'dist/extension.cjs',
      'dist/language-server.js',
      'dist/preview/preview.css',
      'dist/preview/preview.js',
      'dist/reading-worker.js',
      'dist/review-worker.js',
      'dist/search-worker.js',
      'docs/vscode.md',
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'package.nls.zh-tw.json',
    ]);
  });

  it('has the whole of the site, the page of every rule, and all words in three languages', () => {
    const files = packedFiles();
    expect(files.filter((file) => file.startsWith('dist/site/')).sort()).toEqual(
      readdirSync('dist/site')
        .map((name) => `dist/site/${name}`)
        .sort(),
    );
    expect(files.filter((file) => file.startsWith('docs/rules/'))).toEqual(
      readdirSync('docs/rules')
        .map((name) => `docs/rules/${name}`)
        .sort(),
    );
    expect(files.filter((file) => file.startsWith('l10n/')).sort()).toEqual(['l10n/bundle.l10n.zh-cn.json', 'l10n/bundle.l10n.zh-tw.json']);
  });

  it('holds every file that its programs load, and needs no package', async () => {
    const files = new Set(packedFiles());
    const programs = [...files].filter((file) => /^dist\/[^/]+\.c?js$/.test(file));
    const loaded = await loadedBy(programs);
    expect(loaded.filter(({ file }) => !files.has(file))).toEqual([]);
    const foreign = loaded.flatMap(({ file, outside }) => outside.filter((name) => !isBuiltin(name)).map((name) => `${file}: ${name}`));
    expect(foreign).toEqual(['dist/extension.cjs: vscode']);
  });

  it('stays under 2 MB', async () => {
    expect(statSync(await packExtension(folder)).size).toBeLessThan(largestPackage);
  });
});

/** The programs and every file they load, each with the names of what it takes from outside. */
async function loadedBy(programs: readonly string[]): Promise<{ file: string; outside: string[] }[]> {
  const { metafile } = await build({
    entryPoints: [...programs],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: folder,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.entries(metafile.inputs).map(([file, { imports }]) => ({
    file,
    outside: [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))],
  }));
}
