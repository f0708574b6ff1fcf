import { builtinModules } from 'node:module';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionPage, largestPackage, packExtension } from '../scripts/package.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'playbook-package-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `vsce ls` lists; parts that the programs share are named by their content. */
async function packedFiles(): Promise<string[]> {
  return listFiles({ cwd: '.', dependencies: false, readmePath: extensionPage });
}

describe('the package for editors', () => {
  it('holds what is needed and nothing else', async () => {
    const files = (await packedFiles()).filter((file) => !/^(docs\/rules|l10n|media)\//.test(file));
    expect(files.map((file) => file.replace(/shared-[A-Z0-9]+/, 'shared-…')).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'dist/cli.js',
      'dist/extension.cjs',
      'dist/language-server.js',
      'dist/search-worker.js',
      'dist/shared-….js',
      'dist/shared-….js',
      'dist/shared-….js.LEGAL.txt',
      'dist/site/comparison.css',
      'dist/site/search.js',
      'dist/site/site.css',
      'dist/site/site.js',
      'docs/vscode.md',
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'package.nls.zh-tw.json',
    ]);
  });

  it('has the page of every rule, and all words in three languages', async () => {
    const files = await packedFiles();
    expect(files.filter((file) => file.startsWith('docs/rules/'))).toEqual(
      readdirSync('docs/rules')
        .map((name) => `docs/rules/${name}`)
        .sort(),
    );
    expect(files.filter((file) => file.startsWith('l10n/')).sort()).toEqual([
      'l10n/bundle.l10n.zh-cn.json',
      'l10n/bundle.l10n.zh-tw.json',
    ]);
  });

  it('holds every file that its programs load', async () => {
    const files = new Set(await packedFiles());
    const missing = [...files]
      .filter((file) => /^dist\/[^/]+\.c?js$/.test(file))
      .flatMap((file) => loadedBy(file).map((name) => ({ file, name })))
      .filter(({ name }) => (name.startsWith('./') ? !files.has(`dist/${name.slice(2)}`) : !isThere(name)));
    expect(missing).toEqual([]);
  });

  it('lets nothing but the extension load the editor', () => {
    const programs = readdirSync('dist').filter((name) => /\.c?js$/.test(name));
    expect(programs.filter((name) => loadedBy(join('dist', name)).includes('vscode'))).toEqual(['extension.cjs']);
  });

  it('stays under 2 MB', async () => {
    expect(statSync(await packExtension(folder)).size).toBeLessThan(largestPackage);
  });
});

/** Names that a bundle imports or requires. */
function loadedBy(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const names = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)(["'])([^"'\s]+)\1/g)].map(([, , name]) => name ?? '');
  return [...new Set(names)];
}

function isThere(name: string): boolean {
  return name === 'vscode' || name.startsWith('node:') || builtinModules.includes(name);
}
