import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';

/** What an editor downloads may not weigh more, in bytes. */
export const largestPackage = 2 * 1024 * 1024;

/** The page that the editor shows of the extension, in place of the README of the sources. */
export const extensionPage = 'docs/vscode.md';

/**
 * Packs dist/ and what belongs to it into a VSIX, which it must hold already.
 *
 * @param {string} folder where the file is put
 * @returns its path
 */
export async function packExtension(folder) {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const packagePath = join(folder, `${name}-${version}.vsix`);
  mkdirSync(folder, { recursive: true });
  // Everything is bundled, so no dependency is packed.
  await createVSIX({
    cwd: '.',
    packagePath,
    dependencies: false,
    readmePath: extensionPage,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await packExtension('dist');
  const { size } = statSync(path);
  console.log(`${path}: ${(size / 1024).toFixed(0)} KB`);
  if (size > largestPackage) {
    console.error(`The package must stay under ${largestPackage / 1024} KB.`);
    process.exitCode = 1;
  }
}
