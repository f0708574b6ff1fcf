import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { generateKnowledgeBase } from './generate.mjs';

/**
 * What an editor waits for, measured through the protocol with 100, 1,000 and 10,000 playbooks (or the sizes given as
 * arguments). Ends with 1 if the time from an edit to its problems at the largest size is more than 1.5 times that at the
 * smallest. There, processor time counts, which other work on the machine hardly changes; where it is not known, the time on
 * the clock without the rest that the server takes on purpose after a keystroke. `again` is a second start, which takes what
 * the first one kept.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
if (sizes.length === 0) sizes.push(100, 1000, 10_000);
const most = 1.5;
const edits = 60;
/** Processor time is told in hundredths of a second, so edits are measured ten together; garbage is collected beside some of them. */
const blockOfEdits = 10;
/** `quietTime` of src/lsp/features/diagnostics.ts, in milliseconds. */
const rest = 40;

const folder = mkdtempSync(join(tmpdir(), 'playbook-bench-'));
try {
  const columns = [
    'playbooks',
    'ready s',
    'first problems s',
    'edit ms',
    'edit CPU ms',
    'at most',
    'edit while checking ms',
    'completion ms',
    'first search s',
    'search ms',
    'MB',
    'again: ready s',
    'first search s',
    'MB',
  ];
  console.log(columns.join('  '));
  const costs = [];
  for (const size of sizes) {
    const knowledgeBase = join(folder, `kb-${size}`);
    generateKnowledgeBase('playbooks', knowledgeBase, size);
    const figures = await measure(knowledgeBase);
    costs.push(figures.editWork ?? figures.edit - rest);
    const {
      ready,
      first,
      edit,
      editWork = Number.NaN,
      mostEditWork = Number.NaN,
      busyEdit,
      completion,
      firstSearch,
      search,
      megabytes,
      again,
    } = figures;
    const cells = [
      size,
      ready.toFixed(2),
      first.toFixed(2),
      edit.toFixed(1),
      editWork.toFixed(1),
      mostEditWork.toFixed(1),
      busyEdit.toFixed(1),
      completion.toFixed(1),
      firstSearch.toFixed(2),
      search.toFixed(1),
      Math.round(megabytes),
      again.ready.toFixed(2),
      again.firstSearch.toFixed(2),
      Math.round(again.megabytes),
    ];
    console.log(cells.map((cell, index) => String(cell).padStart(columns[index].length)).join('  '));
  }
  const ratio = costs.at(-1) / costs[0];
  console.log(`edit to problems at ${sizes.at(-1)} playbooks takes ${ratio.toFixed(2)} times as long as at ${sizes[0]} (at most ${most})`);
  if (ratio > most) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(root) {
  const caches = mkdtempSync(join(folder, 'caches-'));
  const figures = await measureFirst(root, caches);
  const server = await start(root, caches);
  const firstSearch = (await server.ask('playbook/search', { text: '退款' })) / 1000;
  const megabytes = memory(server.pid);
  await server.stop();
  return { ...figures, again: { ready: server.ready, firstSearch, megabytes } };
}

/** Starts a server whose caches are in a folder, opens a script in it and waits for its problems. */
async function start(root, caches) {
  const child = spawn(process.execPath, ['dist/cli.js', 'lsp'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, XDG_CACHE_HOME: caches },
  });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
    const wanted = waiting.get(uri);
    if (!wanted || version !== wanted.version) return;
    waiting.delete(uri);
    wanted.resolve();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const problems = (uri, version) => new Promise((resolve) => waiting.set(uri, { version, resolve }));

  const path = readdirSync(join(root, 'set-0000'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /scripts.*\.md$/.test(name))
    .sort()[0];
  const file = join(root, 'set-0000', path);
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, 'utf8');
  const textDocument = { uri };

  const started = performance.now();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    locale: 'zh-Hans',
    capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
    initializationOptions: { today: '2026-11-22' },
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'bench' }],
  });
  await connection.sendNotification('initialized', {});
  const firstProblems = problems(uri, 1).then(() => (performance.now() - started) / 1000);
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await connection.sendRequest('textDocument/documentSymbol', { textDocument });
  const ready = (performance.now() - started) / 1000;
  const first = await firstProblems;
  const ask = async (method, params) => {
    const from = performance.now();
    await connection.sendRequest(method, params);
    return performance.now() - from;
  };
  const stop = async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
  };
  return { connection, pid: child.pid, problems, uri, text, textDocument, ready, first, ask, stop };
}

async function measureFirst(root, caches) {
  const { connection, pid, problems, uri, text, textDocument, ready, first, ask, stop } = await start(root, caches);
  let version = 1;
  const edit = async () => {
    version += 1;
    const told = problems(uri, version);
    const from = performance.now();
    const changed = `${text}\n\n第 ${version} 次 [[no-such-page]]\n`;
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: changed }] });
    await told;
    return performance.now() - from;
  };
  const busyEdit = lowerQuartile(await repeat(10, edit));
  await idle(pid);
  await repeat(edits, edit);
  const times = [];
  const work = [];
  for (let block = 0; block < edits / blockOfEdits; block += 1) {
    const before = processorTime(pid);
    times.push(...(await repeat(blockOfEdits, edit)));
    const after = processorTime(pid);
    if (before !== undefined && after !== undefined) work.push(((after - before) * 1000) / blockOfEdits);
  }
  const editTime = lowerQuartile(times);
  const editWork = work.length > 0 ? lowerQuartile(work) : undefined;
  const mostEditWork = work.length > 0 ? Math.max(...work) : undefined;
  version += 1;
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text: `${text}\n\n[[` }],
  });
  const end = { line: text.split('\n').length + 1, character: 2 };
  const completion = lowerQuartile(await repeat(10, () => ask('textDocument/completion', { textDocument, position: end })));
  const firstSearch = (await ask('playbook/search', { text: '退款' })) / 1000;
  const search = lowerQuartile(await repeat(10, () => ask('playbook/search', { text: '退款政策' })));
  const megabytes = memory(pid);
  // What it keeps for the next start is written beside.
  await idle(pid);
  await stop();
  return { ready, first, edit: editTime, editWork, mostEditWork, busyEdit, completion, firstSearch, search, megabytes };
}

async function repeat(times, task) {
  const found = [];
  for (let round = 0; round < times; round += 1) found.push(await task());
  return found;
}

/** Other work on the machine only ever adds. */
function lowerQuartile(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 4)];
}

/** Waits until a process rests: less than a tenth of half a second at work. Elsewhere than on Linux it waits ten seconds. */
async function idle(pid) {
  for (let before = processorTime(pid); ; ) {
    await new Promise((resolve) => setTimeout(resolve, before === undefined ? 10_000 : 500));
    const now = processorTime(pid);
    if (before === undefined || now === undefined || now - before < 0.05) return;
    before = now;
  }
}

/** Seconds at work so far, from Linux's /proc (proc(5): fields 14 and 15 of stat, in hundredths of a second). */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

function memory(pid) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return Number.NaN;
  }
}
