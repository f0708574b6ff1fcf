import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serveCounted } from './counting-server.mjs';

/**
 * What the help site weighs and how quickly it is there, in Chromium: `npm run bench:site -- <folder>`, a knowledge base or an
 * exported site. The server compresses with gzip; the processor is slowed down to a quarter, as Lighthouse does for phones.
 * Lighthouse's categories are printed where the package is installed (`npm install --no-save lighthouse`, or PLAYBOOK_LIGHTHOUSE
 * names a folder that has it): it needs a newer Node and a hundred packages, which the project does without.
 */
const source = process.argv[2] ?? process.env.PLAYBOOK_BENCH_FOLDER;
if (!source || !existsSync(source)) {
  console.log('skipped: no folder given. Usage: npm run bench:site -- <knowledge base or exported site>');
  process.exit(0);
}
const slowdown = 4;
const chromiumPath = process.env.PLAYBOOK_CHROMIUM ?? '/usr/bin/chromium';
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** What pages have beside what every page has. */
const pageKinds = [
  ['every', undefined],
  ['with a protocol to run', 'run'],
  ['with a flow to walk', 'flow'],
  ['with a course', 'course'],
];

const temporary = mkdtempSync(join(tmpdir(), 'playbook-site-'));

try {
  const site = existsSync(join(source, '.playbook-site')) ? resolve(source) : exportSite(resolve(source));
  const pages = readdirSync(join(site, 'pages')).filter((name) => name.endsWith('.html'));
  console.log(`${pages.length} pages in ${source}\n`);
  printCode(site);
  const weights = weighPages(site, pages);
  const server = await serveCounted(site, { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' });
  try {
    await printPages(site, server, weights);
    await printLighthouse(server, weights);
  } finally {
    server.close();
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function exportSite(folder) {
  const site = join(temporary, 'site');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6144', 'dist/cli.js', 'export', folder, '--out', site, '--today', '2026-11-22'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the export failed: ${stderr}`);
  return site;
}

function weight(path) {
  return gzipSync(readFileSync(path)).length;
}

/** Code and styles; the search's data apart, since they are not code, though every first search waits for the tables. */
function printCode(site) {
  const words = readdirSync(site).filter((name) => /^words\..*\.js$/.test(name));
  const heaviest = words.sort((a, b) => weight(join(site, b)) - weight(join(site, a)))[0];
  const code = ['theme.js', heaviest, 'site.js', 'site.css', 'accent.css', 'search.js'].map((name) => [name, weight(join(site, name))]);
  const data = ['search-tables.js', 'search-data.js'].map((name) => [name, weight(join(site, name))]);
  console.log('client code, gzip (budget 60)        KB');
  for (const [name, size] of code) console.log(`  ${name.padEnd(30)} ${kilobytes(size)}`);
  const ofKind = (names, ending) => names.filter((name) => name.endsWith(ending)).reduce((sum, name) => sum + weight(join(site, name)), 0);
  const frame = code.map(([name]) => name);
  console.log(`\n${'on a page'.padEnd(32)} scripts KB  styles KB  in all KB`);
  for (const [kind, feature] of pageKinds) {
    const names = [...frame, ...(feature ? [`${feature}.js`, `${feature}.css`] : [])].filter((name) => existsSync(join(site, name)));
    const sizes = [ofKind(names, '.js'), ofKind(names, '.css')];
    console.log(
      `  ${kind.padEnd(30)} ${kilobytes(sizes[0]).padStart(10)} ${kilobytes(sizes[1]).padStart(10)} ${kilobytes(sizes[0] + sizes[1]).padStart(10)}`,
    );
  }
  console.log('fetched by the first search');
  for (const [name, size] of data) console.log(`  ${name.padEnd(30)} ${kilobytes(size)}`);
  const parts = existsSync(join(site, 'search')) ? readdirSync(join(site, 'search')) : [];
  if (parts.length > 0) console.log(`  parts of the index as queries need them: ${parts.length} files`);
}

/** Every tenth page by weight, with what must be there to read it: styles, and the script that sets the theme before painting. */
function weighPages(site, pages) {
  const frame = ['site.css', 'accent.css', 'theme.js'].reduce((sum, name) => sum + weight(join(site, name)), 0);
  const step = Math.max(1, Math.floor(pages.length / 1000));
  const sample = pages.filter((_, number) => number % step === 0).map((name) => ({ name, size: weight(join(site, 'pages', name)) }));
  sample.sort((a, b) => a.size - b.size);
  const at = (share) => sample[Math.min(sample.length - 1, Math.floor(sample.length * share))];
  const over = sample.filter(({ size }) => size + frame > 40 * 1024).length;
  console.log(`\na page with all it needs to be read, gzip, of ${sample.length} pages (budget 40)`);
  for (const [label, page] of [
    ['median', at(0.5)],
    ['p95', at(0.95)],
    ['heaviest', at(1)],
  ]) {
    console.log(
      `  ${label.padEnd(10)} ${kilobytes(page.size + frame)} KB: ${kilobytes(page.size)} HTML + ${kilobytes(frame)} styles and theme   ${page.name}`,
    );
  }
  console.log(`  over the budget: ${over}`);
  return { median: at(0.5).name, heaviest: at(1).name };
}

async function printPages(site, server, { median, heaviest }) {
  const typePages = readdirSync(join(site, 'types')).filter((name) => /^[^.]+\.html$/.test(name));
  const kinds = [
    ['home', 'index.html'],
    ['all pages', 'all.html'],
    ['list of a type', `types/${typePages[0]}`],
    ['page, median', `pages/${median}`],
    ['page, heaviest', `pages/${heaviest}`],
  ];
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
  console.log(`\nin Chromium, processor slowed down ${slowdown} times`);
  console.log(`${''.padEnd(16)} on the wire KB  requests  largest paint ms  layout shift  input delay ms`);
  try {
    for (const [name, address] of kinds) {
      const { sent, requests, paint, shift, delay } = await measure(browser, server, address);
      console.log(
        `${name.padEnd(16)} ${kilobytes(sent).padStart(14)} ${String(requests).padStart(9)} ${paint.toFixed(0).padStart(17)} ${shift.toFixed(3).padStart(13)} ${delay.toFixed(0).padStart(15)}`,
      );
    }
  } finally {
    await browser.close();
  }
}

/** A first visit, then the search opened and a word typed: the longest time from a key to the next frame. */
async function measure(browser, server, address) {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    window.measured = { paint: 0, shift: 0, delay: 0 };
    const observe = (type, take, options = {}) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) take(entry);
      }).observe({ type, buffered: true, ...options });
    observe('largest-contentful-paint', ({ startTime }) => {
      window.measured.paint = startTime;
    });
    observe('layout-shift', ({ value, hadRecentInput }) => {
      if (!hadRecentInput) window.measured.shift += value;
    });
    observe(
      'event',
      ({ duration }) => {
        window.measured.delay = Math.max(window.measured.delay, duration);
      },
      { durationThreshold: 16 },
    );
  });
  server.take();
  await page.goto(`${server.address}/${address}`, { waitUntil: 'networkidle' });
  // Told a moment after the paint itself.
  await page.waitForFunction(() => window.measured.paint > 0);
  const { sent, requests } = server.take();
  const { paint, shift } = await page.evaluate(() => window.measured);
  await page.keyboard.press('/');
  for (const letter of 'tuikuan') await page.keyboard.press(letter);
  await page.locator('[role=option]').first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  const { delay } = await page.evaluate(() => window.measured);
  await context.close();
  return { sent, requests, paint, shift, delay };
}

async function printLighthouse(server, { median }) {
  const lighthouse = await loadLighthouse();
  if (!lighthouse) {
    console.log('\nLighthouse: not installed (npm install --no-save lighthouse)');
    return;
  }
  const port = 9222 + (process.pid % 1000);
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  console.log('\nLighthouse (phone, slowed down)  performance  accessibility  best practices  SEO');
  try {
    for (const [name, address] of [
      ['home', 'index.html'],
      ['all pages', 'all.html'],
      ['page, median', `pages/${median}`],
    ]) {
      const result = await lighthouse(`${server.address}/${address}`, { port, output: 'json', logLevel: 'silent' });
      const { categories, audits } = result.lhr;
      const score = (id) => String(Math.round((categories[id]?.score ?? Number.NaN) * 100));
      console.log(
        `  ${name.padEnd(30)} ${score('performance').padStart(11)} ${score('accessibility').padStart(14)} ${score('best-practices').padStart(15)} ${score('seo').padStart(4)}`,
      );
      const failed = Object.values(categories)
        .flatMap(({ auditRefs }) => auditRefs)
        .filter(({ id, weight: share }) => share > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => id);
      if (failed.length > 0) console.log(`    below 90: ${[...new Set(failed)].join(', ')}`);
    }
  } finally {
    await browser.close();
  }
}

async function loadLighthouse() {
  const from = process.env.PLAYBOOK_LIGHTHOUSE ?? process.cwd();
  try {
    const path = createRequire(join(resolve(from), 'package.json')).resolve('lighthouse/package.json');
    return (await import(pathToFileURL(join(path, '..', 'core', 'index.js')).href)).default;
  } catch {
    return undefined;
  }
}

function kilobytes(bytes) {
  return (bytes / 1024).toFixed(1).padStart(6);
}
