import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Bundles the command line, the servers for editors and assistants, the editor extension and the site's browser code; dist/ changes only when all of it was built. */
const target = 'dist';
const fresh = `dist.new-${process.pid}`;
const common = { bundle: true, outdir: fresh, logLevel: 'warning', legalComments: 'linked', charset: 'utf8' };
/** The tables by which searches fold Chinese are data in a file of their own; the engine has the module that reads it in their place. */
const tablesApart = {
  name: 'tables-apart',
  setup({ onResolve }) {
    const path = resolve('src/site/client/search/script-tables.ts');
    onResolve({ filter: /\/script-tables\.js$/ }, () => ({ path }));
  },
};
const browsers = ['chrome109', 'firefox115', 'safari16.4'];

try {
  // What they have in common is there once, in parts of its own. A command starts without loading the servers; files are
  // read, indexes written and histories judged in threads of their own. Names stay as they are, for the sake of whoever reads a log.
  await build({
    ...common,
    entryPoints: {
      cli: 'src/cli/main.ts',
      'language-server': 'src/lsp/main.ts',
      'reading-worker': 'src/node/reading-worker.ts',
      'search-worker': 'src/lsp/search-worker.ts',
      'assistant-worker': 'src/lsp/assistant/assistant-worker.ts',
      'review-worker': 'src/lsp/review/review-worker.ts',
      'assistant-server': 'src/cli/mcp/main.ts',
    },
    splitting: true,
    chunkNames: 'shared-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    define: { PLAYBOOK_READER: JSON.stringify(nameOfReader()) },
    // Some dependencies are CommonJS and require Node's modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  await build({
    ...common,
    entryPoints: { extension: 'src/vscode/extension.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    external: ['vscode'],
    minify: true,
  });
  await build({
    ...common,
    entryPoints: {
      'site/site': 'src/site/client/main.ts',
      'site/search': 'src/site/client/search/main.ts',
      'site/service-worker': 'src/site/client/service-worker/main.ts',
      'site/run': 'src/site/client/run/main.ts',
      'site/flow': 'src/site/client/flow/main.ts',
      'site/course': 'src/site/client/course/main.ts',
    },
    platform: 'browser',
    format: 'iife',
    target: browsers,
    minify: true,
    plugins: [tablesApart],
  });
  await build({
    ...common,
    entryPoints: {
      'site/site': 'src/site/client/style.css',
      'site/comparison': 'src/site/client/comparison.css',
      'site/run': 'src/site/client/styles/run.css',
      'site/flow': 'src/site/client/styles/flow.css',
      'site/history': 'src/site/client/history.css',
      'site/course': 'src/site/client/styles/course.css',
    },
    target: browsers,
    minify: true,
  });
  await build({
    ...common,
    entryPoints: { 'preview/preview': 'src/vscode/preview/page/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'chrome130',
    minify: true,
  });
  await build({ ...common, entryPoints: { 'preview/preview': 'src/vscode/preview/page/preview.css' }, target: 'chrome130', minify: true });
  chmodSync(join(fresh, 'cli.js'), 0o755);
  replaceParts();
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/** Names everything that decides how a playbook is read, so that what another program read is not taken for it. */
function nameOfReader() {
  const hash = createHash('sha256');
  const sources = readdirSync('src/core', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  for (const path of sources.sort()) hash.update(path).update(readFileSync(join('src/core', path)));
  return hash.update(readFileSync('package-lock.json')).digest('hex').slice(0, 16);
}

/** Puts each part in place of the old one; what else stands in dist/, such as an exported site, stays. */
function replaceParts() {
  if (!existsSync(target)) {
    renameSync(fresh, target);
    return;
  }
  const names = readdirSync(fresh);
  for (const name of names) {
    rmSync(join(target, name), { recursive: true, force: true });
    renameSync(join(fresh, name), join(target, name));
  }
  const isPart = (name) => name.startsWith('shared-') || name.endsWith('.LEGAL.txt');
  for (const name of readdirSync(target).filter((old) => isPart(old) && !names.includes(old))) rmSync(join(target, name));
}
