import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';

/** Builds, checks the sources, and runs every test. */
run(process.execPath, ['scripts/build.mjs']);
run(process.execPath, ['scripts/check.mjs']);
process.env.PLAYBOOK_CHROMIUM = findChromium();
run('vitest', ['run']);
run(process.execPath, ['test/vscode/run.mjs', '--built']);
