import { run } from './run.mjs';

/** Builds the program, checks and exports the sample knowledge base, and serves it; with CI=true it ends after the export. */
const playbook = (...args) => run(process.execPath, ['dist/cli.js', ...args]);
run(process.execPath, ['scripts/build.mjs']);
playbook('check', 'playbooks');
playbook('export', 'playbooks', '--out', 'dist/demo');
if (process.env.CI !== 'true') playbook('serve', 'playbooks');
