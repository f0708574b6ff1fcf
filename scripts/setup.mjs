import { existsSync, statSync } from 'node:fs';
import { run } from './run.mjs';

/** Installs the dependencies of the lock file unless they are there already. Runs before any dependency is. */
const installed = 'node_modules/.package-lock.json';
const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
if (!isCurrent) run('npm', ['ci', '--no-fund', '--no-audit']);
