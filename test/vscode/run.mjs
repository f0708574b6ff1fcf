import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { installCodeServer, whyNoCodeServer } from '../../scripts/code-server.mjs';
import { run } from '../../scripts/run.mjs';
import { runOnDesktop, whyNoDesktop } from './desktop-host.mjs';
import { makeSampleWorkspace } from './sample-workspace.mjs';
import { runInServer } from './server-host.mjs';

/**
 * Runs test/vscode/suite in a real VS Code: on the desktop where that can be had (VSCODE is its path, or it is downloaded), else
 * in a VS Code server that Chromium shows. PLAYBOOK_VSCODE_HOST=desktop or =server chooses; PLAYBOOK_VSCODE_ONLY runs the tests
 * whose name holds it. Ends with 0 only if every test passed, or as a part of all tests (`--built`) where no VS Code can be had.
 */
const limit = 6 * 60_000;
const output = resolve('dist', 'test-vscode');

const host = await chooseHost();
if (host === undefined) process.exit(0);
if (!process.argv.includes('--built')) run(process.execPath, ['scripts/build.mjs']);
const bundles = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-suite-')));
const workspace = makeSampleWorkspace();
try {
  const tests = join(bundles, 'suite.cjs');
  await build({
    entryPoints: ['test/vscode/suite/main.ts'],
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    external: ['vscode'],
    charset: 'utf8',
    logLevel: 'warning',
  });
  mkdirSync(output, { recursive: true });
  const passed = await host({
    extension: resolve('.'),
    tests,
    folder: workspace.folder,
    environment: {
      PLAYBOOK_VSCODE_ONLY: process.env.PLAYBOOK_VSCODE_ONLY ?? '',
      PLAYBOOK_PROGRAM: resolve('dist', 'cli.js'),
    },
    limit,
    output,
  });
  process.exitCode = passed ? 0 : 1;
} finally {
  workspace.remove();
  rmSync(bundles, { recursive: true, force: true });
}

/** Where the tests run; undefined, with the reason printed, where no VS Code can be had. */
async function chooseHost() {
  const wanted = process.env.PLAYBOOK_VSCODE_HOST || (process.env.VSCODE ? 'desktop' : undefined);
  if (wanted === 'desktop') return runOnDesktop;
  if (wanted === 'server') return runInServer;
  const noDesktop = await whyNoDesktop();
  if (noDesktop === undefined) return runOnDesktop;
  const noServer = whyNoCodeServer() ?? whyNotInstalled();
  if (noServer === undefined) {
    console.log(`No desktop VS Code, for ${noDesktop}: the tests run on a VS Code server, in Chromium.`);
    return runInServer;
  }
  console.log(`SKIPPED: the tests in VS Code. Desktop: ${noDesktop}. Server: ${noServer}.`);
  return undefined;
}

/** Installs the server if it is not there. Without a network all other tests still say what they found. */
function whyNotInstalled() {
  try {
    installCodeServer();
    return undefined;
  } catch (error) {
    if (!process.argv.includes('--built')) throw error;
    return error.message;
  }
}
