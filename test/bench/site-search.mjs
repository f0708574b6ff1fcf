import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { serveCounted } from './counting-server.mjs';

/**
 * The help site's search in Chromium, beside Pagefind over the same pages in the same run:
 * `npm run bench:site-search -- <folder of Markdown>`. For each query a fresh page: what goes over the wire to start and for
 * the query until ten hits with excerpts are there, and how long the same query takes once its parts are fetched. Besides:
 * for how many queries the first ten are those of the editor's engine.
 */
const source = process.argv[2] ?? process.env.PLAYBOOK_BENCH_FOLDER;
if (!source || !existsSync(source)) {
  console.log('skipped: no folder given. Usage: npm run bench:site-search -- <folder of Markdown>');
  process.exit(0);
}
const queryCount = Number(process.env.PLAYBOOK_BENCH_QUERIES ?? 120);
const folder = mkdtempSync(join(tmpdir(), 'playbook-site-search-'));
const site = join(folder, 'site');

/** In the page: starts the engine, answers a query with ids, and again to see how long it takes once everything is there. */
const ownSearch = {
  start: () =>
    new Promise((ready) => {
      const worker = new Worker('/search.js');
      let id = 0;
      window.ask = (text) =>
        new Promise((answered, failed) => {
          id += 1;
          const own = id;
          worker.onmessage = ({ data }) => {
            if (data.id !== own) return;
            if (data.failure) failed(new Error(data.failure));
            else if (data.scope === 'all') answered(data.result.hits.map((hit) => hit.id));
          };
          worker.postMessage({ id: own, query: { text, limit: 10 } });
        });
      worker.onmessage = async () => {
        await window.ask('');
        ready();
      };
    }),
};

const pagefindSearch = {
  start: async () => {
    const pagefind = await import('/pagefind/pagefind.js');
    await pagefind.init();
    window.ask = async (text) => {
      const { results } = await pagefind.search(text);
      const hits = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return hits.map(({ meta }) => meta.title);
    };
  },
};

try {
  console.log(`pages: ${source}`);
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  const exported = await runMeasured(process.execPath, ['dist/cli.js', 'export', resolve(source), '--out', site, '--today', '2026-11-22']);
  console.log(`export of the whole site, for comparison: ${show(exported)}`);
  await bundleEngine();
  const built = await runMeasured(process.execPath, [
    '--max-old-space-size=8192',
    join(folder, 'build.mjs'),
    resolve(source),
    join(folder, 'facts.json'),
  ]);
  const { seconds, queries, expected, editor } = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
  console.log(
    `playbook: index and its files ${seconds.toFixed(1)} s; with reading and parsing all pages in the same process ${show(built)}`,
  );
  console.log(
    `editor and command line: kept index loaded in ${editor.load.toFixed(0)} ms; query p95 ${at(editor.cold, 0.95).toFixed(1)} ms the first time, ${at(editor.warm, 0.95).toFixed(1)} ms again; ` +
      `one file taken in: median ${at(editor.update, 0.5).toFixed(1)} ms, p95 ${at(editor.update, 0.95).toFixed(1)} ms`,
  );
  console.log(
    `playbook: ${describeFiles(join(site, 'search'))}, first part ${kilobytes(statSync(join(site, 'search-data.js')).size)}, engine ${kilobytes(statSync(join(site, 'search.js')).size)}`,
  );
  const pagefind = await runMeasured('pagefind', ['--site', site, '--root-selector', 'main', '--quiet']);
  console.log(`pagefind: index of the exported pages ${show(pagefind)}`);
  console.log(`pagefind: ${describeFiles(join(site, 'pagefind'))}`);

  const server = await serveCounted(site);
  const browser = await chromium.launch({
    executablePath: process.env.PLAYBOOK_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    writeFileSync(join(site, 'empty.html'), '<!doctype html><title>empty</title>');
    const own = await measure(browser, server, queries, ownSearch);
    const peer = await measure(browser, server, queries, pagefindSearch);
    console.log(
      `\n${queries.length} queries     start KB  query KB median     p95  first answer ms median     p95  once fetched ms median     p95`,
    );
    print('playbook', own);
    print('pagefind', peer);
    const same = queries.filter((_, number) => JSON.stringify(own.hits[number]) === JSON.stringify(expected[number])).length;
    console.log(`\nfirst ten the same as in the editor, in the same order: ${same} of ${queries.length} queries`);
    const titles = queries.flatMap(({ text, wanted }, number) => (wanted ? [{ text, wanted, number }] : []));
    for (const [name, { hits }] of [
      ['playbook', own],
      ['pagefind', peer],
    ]) {
      const ranks = titles.map(({ wanted, number }) => hits[number].indexOf(name === 'playbook' ? wanted.id : wanted.title) + 1);
      const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / Math.max(1, titles.length);
      console.log(`${name}: known item by title, MRR ${reciprocal.toFixed(3)} over ${titles.length} titles`);
    }
  } finally {
    await browser.close();
    server.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A program that builds the index of a folder, says how long it took, makes queries of it and answers them. */
async function bundleEngine() {
  const contents = `
    import { writeFileSync } from 'node:fs';
    import { openSession } from './src/app/session.ts';
    import { openFolder } from './src/node/folder.ts';
    import { settleSearch } from './src/app/open-search.ts';
    import { SearchKeeper } from './src/app/search-keeper.ts';
    import { searchDocuments } from './src/core/search/documents.ts';
    import { search } from './src/core/search/engine.ts';
    import { writeIndex } from './src/core/search/write-index.ts';
    import { openIndex } from './src/core/search/search-index.ts';
    import { createIndexStore } from './src/node/index-store.ts';
    import { createAddresses } from './src/site/addresses.ts';
    import { searchFiles } from './src/site/search-files.ts';
    const [, , source, facts] = process.argv;
    const session = await openSession(await openFolder(source), { locale: 'en', today: '2026-11-22' });
    const { knowledgeBase } = session;
    const pack = (text) => deflateRawSync(text).toString('base64');
    const site = { knowledgeBase, addresses: createAddresses(knowledgeBase), today: '2026-11-22' };
    const began = process.hrtime.bigint();
    let written = 0;
    for (const file of searchFiles(site, pack)) written += file.content.length;
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    const queries = makeQueries([...knowledgeBase.playbooks.values()], ${queryCount});
    const expected = queries.map(({ text }) => session.search({ text, limit: 10 }).hits.map(({ id }) => id));
    const editor = await measureEditor(session, queries);
    writeFileSync(facts, JSON.stringify({ seconds, written, queries, expected, editor }));
    async function measureEditor(session, queries) {
      const milliseconds = (work) => {
        const began = process.hrtime.bigint();
        work();
        return Number(process.hrtime.bigint() - began) / 1e6;
      };
      const store = createIndexStore(source);
      await settleSearch(session, store, async (knowledgeBase) => writeIndex(searchDocuments(knowledgeBase)));
      const began = process.hrtime.bigint();
      const index = openIndex((await store.load()).parts);
      const load = Number(process.hrtime.bigint() - began) / 1e6;
      const cold = queries.map(({ text }) => milliseconds(() => search(index, { text, limit: 10 })));
      const warm = queries.map(({ text }) => milliseconds(() => search(index, { text, limit: 10 })));
      const { knowledgeBase } = session;
      const keeper = new SearchKeeper();
      keeper.adopt(knowledgeBase, (await store.load()).parts);
      const paths = [...knowledgeBase.playbooks.keys()].filter((_, number) => number % 100 === 0).slice(0, 100);
      const update = paths.map((path) => milliseconds(() => keeper.update(knowledgeBase, [path])));
      return { load, cold, warm, update };
    }
    ${makeQueries}
  `;
  await build({
    stdin: { contents: `import { deflateRawSync } from 'node:zlib';${contents}`, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: join(folder, 'build.mjs'),
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}

/** What agents type: whole titles, their first two characters, four characters from the middle of a text, two words. */
function makeQueries(playbooks, count) {
  const titles = new Map();
  for (const { title } of playbooks) titles.set(title, (titles.get(title) ?? 0) + 1);
  const step = Math.max(1, Math.floor(playbooks.length / count));
  const queries = [];
  for (let number = 0; queries.length < count && number < playbooks.length; number += step) {
    const { title, id, text } = playbooks[number];
    const han = text.match(/[\u4e00-\u9fff]{4,}/g) ?? [];
    const middle = han[Math.floor(han.length / 2)] ?? title;
    const words = title.match(/[A-Za-z]{3,}/g) ?? [];
    const kind = queries.length % 4;
    if (kind === 0) queries.push({ text: title, ...(titles.get(title) === 1 && { wanted: { id, title } }) });
    else if (kind === 1) queries.push({ text: [...title].slice(0, 2).join('') });
    else if (kind === 2) queries.push({ text: middle.slice(0, 4) });
    else queries.push({ text: words.length > 0 ? words.slice(0, 2).join(' ') : middle.slice(0, 2) });
  }
  return queries;
}

async function measure(browser, server, queries, engine) {
  const figures = { start: [], bytes: [], first: [], again: [], hits: [] };
  for (const { text } of queries) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${server.address}/empty.html`);
    server.take();
    await page.evaluate(engine.start);
    figures.start.push(server.take().sent);
    const [first, hits] = await page.evaluate(async (query) => {
      const began = performance.now();
      const found = await window.ask(query);
      return [performance.now() - began, found];
    }, text);
    figures.first.push(first);
    figures.bytes.push(server.take().sent);
    figures.hits.push(hits);
    const again = await page.evaluate(async (query) => {
      const began = performance.now();
      await window.ask(query);
      return performance.now() - began;
    }, text);
    figures.again.push(again);
    await context.close();
  }
  return figures;
}

/** Seconds and peak memory of a program and what it starts (Linux's /proc; elsewhere no memory). */
function runMeasured(command, args) {
  return new Promise((done, failed) => {
    const began = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const peaks = new Map();
    const watch = setInterval(() => {
      for (const pid of familyOf(child.pid)) {
        try {
          const peak = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
          peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peak));
        } catch {
          // It has ended.
        }
      }
    }, 50);
    child.on('error', failed);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code !== 0) failed(new Error(`${command} ended with ${code}`));
      else done({ seconds: Number(process.hrtime.bigint() - began) / 1e9, megabytes: Math.max(0, ...peaks.values()) });
    });
  });
}

function familyOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
  } catch {
    return [pid];
  }
}

function describeFiles(directory) {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return `${files} files, ${(bytes / 1e6).toFixed(1)} MB on disk`;
}

function show({ seconds, megabytes }) {
  return `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(name, { start, bytes, first, again }) {
  const cells = [
    at(start, 0.5) / 1000,
    at(bytes, 0.5) / 1000,
    at(bytes, 0.95) / 1000,
    at(first, 0.5),
    at(first, 0.95),
    at(again, 0.5),
    at(again, 0.95),
  ];
  console.log(`${name.padEnd(12)} ${cells.map((cell, index) => cell.toFixed(1).padStart([11, 17, 8, 24, 8, 24, 8][index])).join('')}`);
}
