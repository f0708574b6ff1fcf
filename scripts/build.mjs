import { mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Bundles the command line and the site's browser code into dist/. */
const common = { bundle: true, logLevel: 'warning', legalComments: 'linked', charset: 'utf8' };

export async function buildAll(outdir = 'dist') {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(`${outdir}/site`, { recursive: true });
  await build({
    ...common,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    minifySyntax: true,
    // Some dependencies are CommonJS and require Node's modules.
    banner: { js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  await build({
    ...common,
    entryPoints: { 'site/site': 'src/site/client/main.ts' },
    outdir,
    platform: 'browser',
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
    minify: true,
  });
  await build({
    ...common,
    entryPoints: { 'site/site': 'src/site/client/style.css' },
    outdir,
    minify: true,
    target: ['chrome109', 'firefox115', 'safari16'],
  });
}

await buildAll();
