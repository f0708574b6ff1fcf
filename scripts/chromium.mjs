import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { installPackages, isDebianRoot } from './debian.mjs';
import { run } from './run.mjs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium: PLAYBOOK_CHROMIUM, one on the machine, Debian's package when root on Debian, else Playwright's download. */
export function findChromium() {
  const known = [process.env.PLAYBOOK_CHROMIUM, ...installed].find((path) => path && existsSync(path));
  if (known) return known;
  if (isDebianRoot()) {
    installPackages(['chromium']);
    return installed[0];
  }
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  if (!existsSync(chromium.executablePath())) run('playwright-core', ['install', 'chromium']);
  return chromium.executablePath();
}
