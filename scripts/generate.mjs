import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Writes the reference (docs/rules, docs/types, schemas) from the sources. With --check it writes nothing, lists the files
 * that differ from what the sources say, and fails if there are any.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');

const { files, folders } = await loadReference();
const generated = folders.flatMap((folder) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
);
const surplus = generated.filter((path) => !files.has(path));
const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);

if (isCheck) {
  for (const path of stale) console.error(`${path} is not what the sources say`);
  for (const path of surplus) console.error(`${path} belongs to nothing in the sources`);
  if (stale.length + surplus.length > 0) {
    console.error('Run: npm run generate');
    process.exitCode = 1;
  }
} else {
  for (const path of surplus) rmSync(join(root, path));
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path));
  }
  console.log(`${files.size} files, ${stale.length} written, ${surplus.length} removed`);
}

/** As git stores it: a checkout may have other line endings. */
function read(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n') : undefined;
}

async function loadReference() {
  const folder = mkdtempSync(join(tmpdir(), 'playbook-reference-'));
  try {
    const outfile = join(folder, 'reference.cjs');
    await build({
      entryPoints: [join(root, 'src/core/reference/index.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'warning',
    });
    const { default: reference } = await import(pathToFileURL(outfile).href);
    return { files: reference.buildReference(), folders: reference.generatedFolders };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
