import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKnowledgeBase } from './generate.mjs';

/**
 * Processor time per file of check and export, and peak memory, for 1,000 and 10,000 playbooks (or the sizes given as
 * arguments). Ends with 1 if the cost per file at the largest size is more than 1.3 times that at the smallest.
 * With PLAYBOOK_BENCH_FOLDER, that folder is measured too.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
if (sizes.length === 0) sizes.push(1000, 10_000);
const most = 1.3;
const rounds = 3;

const folder = mkdtempSync(join(tmpdir(), 'playbook-bench-'));
try {
  const cost = { check: [], export: [] };
  console.log('playbooks  command  seconds  CPU s  CPU ms/file  peak MB');
  for (const size of sizes) {
    const knowledgeBase = join(folder, `kb-${size}`);
    generateKnowledgeBase('playbooks', knowledgeBase, size);
    for (const command of ['check', 'export']) {
      const figures = await measure(command, knowledgeBase, size <= 2000 ? rounds : 1);
      cost[command].push(figures.processor / size);
      print(size, command, figures);
    }
  }
  for (const command of ['check', 'export']) {
    const ratio = cost[command].at(-1) / cost[command][0];
    console.log(`${command}: cost per file at ${sizes.at(-1)} is ${ratio.toFixed(2)} times that at ${sizes[0]} (at most ${most})`);
    if (ratio > most) process.exitCode = 1;
  }
  await measureOwnFolder();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureOwnFolder() {
  const own = process.env.PLAYBOOK_BENCH_FOLDER;
  if (!own) {
    console.log('PLAYBOOK_BENCH_FOLDER is not set: no folder of your own was measured');
    return;
  }
  for (const command of ['check', 'export']) print(own, command, await measure(command, own, 1));
}

/** The fastest of some rounds: noise only ever adds. */
async function measure(command, knowledgeBase, repeat) {
  const runs = [];
  for (let round = 0; round < repeat; round += 1) runs.push(await runOnce(command, knowledgeBase));
  return {
    seconds: Math.min(...runs.map((run) => run.seconds)),
    processor: Math.min(...runs.map((run) => run.processor)),
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
  };
}

function runOnce(command, knowledgeBase) {
  const args =
    command === 'check' ? ['check', knowledgeBase, '--format', 'json'] : ['export', knowledgeBase, '--out', join(folder, 'site')];
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, ['dist/cli.js', ...args, '--today', '2026-11-22'], { stdio: ['ignore', 'ignore', 'inherit'] });
    let used = { megabytes: 0, processor: 0 };
    const watch = setInterval(() => {
      used = usage(child.pid) ?? used;
    }, 20);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code !== 0 && code !== 1) reject(new Error(`${command} ended with ${code}`));
      else {
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        resolve({ seconds, megabytes: used.megabytes, processor: used.processor || seconds });
      }
    });
  });
}

/**
 * Peak memory and processor seconds so far, which other work on the machine does not change as it does the clock.
 * From Linux's /proc (proc(5): fields 14 and 15 of stat, in hundredths of a second); undefined elsewhere or when it ended.
 */
function usage(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const megabytes = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    return megabytes > 0 ? { megabytes, processor: (Number(fields[11]) + Number(fields[12])) / 100 } : undefined;
  } catch {
    return undefined;
  }
}

function print(size, command, { seconds, processor, megabytes }) {
  const perFile = typeof size === 'number' ? ((processor / size) * 1000).toFixed(2) : '';
  console.log(
    `${String(size).padStart(9)}  ${command.padEnd(7)}  ${seconds.toFixed(1).padStart(7)}  ${processor.toFixed(1).padStart(5)}  ${perFile.padStart(11)}  ${megabytes.toFixed(0).padStart(7)}`,
  );
}
