import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKnowledgeBase } from './generate.mjs';

/**
 * Time of `playbook review status` in a generated repository: from nothing, and again after one new commit. 5,000 playbooks made
 * from the sample, 20,000 commits by six people, 15,000 of them decisions; or the numbers given as arguments.
 */
const [playbooks = 5000, commits = 20_000, decisions = 15_000] = process.argv.slice(2).map(Number);
const people = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'].map((name) => ({ name, email: `${name}@example.com` }));
const plain = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  LANG: 'en_US.UTF-8',
};

const folder = mkdtempSync(join(tmpdir(), 'playbook-bench-review-'));
try {
  const source = join(folder, 'source');
  const repository = join(folder, 'repository');
  generateKnowledgeBase('playbooks', source, playbooks);
  spawnSync('git', ['init', '-q', '-b', 'main', repository]);
  const made = await importHistory(source, repository);
  console.log(`${made.playbooks} playbooks, ${made.commits} commits, ${made.decisions} decisions`);
  const status = ['dist/cli.js', 'review', 'status', repository, '--json'];
  const first = await measure(status);
  report('from nothing', first);
  report('again, nothing new', await measure(status));
  commitOneMore(repository);
  const next = await measure(status);
  report('after one new commit', next);
  const cache = join(repository, '.git/playbook');
  for (const name of await readdir(cache)) console.log(`cache ${((await stat(join(cache, name))).size / 1e6).toFixed(1)} MB`);
  const states = Object.groupBy(JSON.parse(next.output).playbooks, ({ state }) => state);
  for (const [state, list] of Object.entries(states)) console.log(`${state}: ${list.length}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(name, { seconds, processor }) {
  console.log(`${name.padEnd(22)} ${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processor time`);
}

/** The sample's files, then edits and decisions in turn, as one stream for git fast-import. */
async function importHistory(source, repository) {
  const files = await listFiles(source);
  const child = spawn('git', ['fast-import', '--quiet', '--force'], { cwd: repository, stdio: ['pipe', 'inherit', 'inherit'] });
  const write = async (...parts) => {
    for (const part of parts) if (!child.stdin.write(part)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  };
  const data = (text) => {
    const bytes = Buffer.from(text);
    return [`data ${bytes.length}\n`, bytes, '\n'];
  };
  let number = 0;
  let time = Date.UTC(2025, 0, 1) / 1000;
  const commit = async (person, message, changes) => {
    time += 600;
    number += 1;
    const who = `${person.name} <${person.email}> ${time} +0800\n`;
    await write(`commit refs/heads/main\nauthor ${who}committer ${who}`, ...data(message));
    for (const [path, text] of changes) await write(`M 100644 inline ${path}\n`, ...data(text));
    await write('\n');
  };
  const config = `${files.get('playbook.config.yaml')}review: { mode: required }\n`;
  await commit(people[0], 'Everything', [...files, ['playbook.config.yaml', config]]);
  const pages = [...files]
    .filter(([path]) => path.endsWith('.md'))
    .map(([path, text]) => ({ path, text, id: /^id: *(\S+)/m.exec(text)?.[1], writer: people[0] }));
  let decided = 0;
  let turn = 0;
  while (number < commits) {
    const page = pages[turn % pages.length];
    turn += 1;
    if (decided / number < decisions / commits) {
      const reviewer = people[(people.indexOf(page.writer) + 1 + (turn % 3)) % people.length];
      const blob = createHash('sha1')
        .update(`blob ${Buffer.byteLength(page.text)}\0${page.text}`)
        .digest('hex');
      const text = `id: "${page.id}"\ndecision: "approved"\nblob: "${blob}"\nby: "${reviewer.email}"\nat: "${time}"\n`;
      await commit(reviewer, `Approve ${page.id}`, [
        [`.playbook/reviews/${page.id}/${blob.slice(0, 8)}-${reviewer.name}-${number}.yaml`, text],
      ]);
      decided += 1;
    } else {
      page.writer = people[turn % people.length];
      page.text += `\n补充说明 ${number}。\n`;
      await commit(page.writer, `Edit ${page.id}`, [[page.path, page.text]]);
    }
  }
  child.stdin.end();
  await new Promise((resolve) => child.on('close', resolve));
  return { playbooks: pages.length, commits: number, decisions: decided };
}

async function listFiles(source) {
  const names = await readdir(source, { recursive: true, withFileTypes: true });
  const files = new Map();
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(source.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return files;
}

function commitOneMore(repository) {
  const env = {
    ...plain,
    GIT_AUTHOR_NAME: 'bob',
    GIT_AUTHOR_EMAIL: 'bob@example.com',
    GIT_COMMITTER_NAME: 'bob',
    GIT_COMMITTER_EMAIL: 'bob@example.com',
  };
  const git = (args, input) => spawnSync('git', args, { cwd: repository, env, input, encoding: 'utf8' }).stdout.trim();
  const path = git(['ls-tree', '-r', '--name-only', 'HEAD'])
    .split('\n')
    .find((name) => name.endsWith('.md'));
  git(['read-tree', 'HEAD']);
  const blob = git(['hash-object', '-w', '--stdin'], `${git(['cat-file', 'blob', `HEAD:${path}`])}\n新的一行。\n`);
  git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
  const commit = git(['commit-tree', '-p', 'HEAD', '-m', 'One more', git(['write-tree'])]);
  git(['update-ref', 'refs/heads/main', commit]);
}

/** Wall clock, and processor time with that of git, of one run. */
async function measure(args) {
  const started = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(
    '/usr/bin/env',
    ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', process.execPath, ...args],
    {
      env: { ...plain, NODE_OPTIONS: '' },
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(stderr);
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { seconds, processor: user + system, output: stdout };
}
