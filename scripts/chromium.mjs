import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return installed[0];
  }
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  if (!existsSync(chromium.executablePath())) run('playwright-core', ['install', 'chromium']);
  return chromium.executablePath();
}

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
