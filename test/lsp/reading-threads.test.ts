import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Playbook } from '../../src/core/model/playbook.js';
import { parsePlaybook } from '../../src/core/parse/playbook.js';
import { unpackPlaybook } from '../../src/node/packed-playbook.js';
import { readInThreads } from '../../src/node/reading-threads.js';

const folder = mkdtempSync(join(tmpdir(), 'playbook-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = Array.from({ length: 50 }, (_item, index) => ({
  path: `话术/${index}.md`,
  source: { text: `---\nid: p-${index}\n---\n\n# 退款 😀\n\n> 您好，{{称呼}}，第 ${index} 次。\n\n[[p-${index + 1}]]\n` },
}));

/** A thread that runs a program of the test. */
function threadOf(program: string): URL {
  const file = join(folder, `${Math.abs(program.length)}-${program.replaceAll(/\W/g, '').slice(0, 40)}.mjs`);
  writeFileSync(file, program);
  return pathToFileURL(file);
}

async function read(thread: URL): Promise<{ readonly isRead: boolean; readonly playbooks: readonly Playbook[] }> {
  const playbooks: Playbook[] = [];
  const isRead = await readInThreads(files, 'zh-Hant', (packed) => playbooks.push(unpackPlaybook(packed)), thread);
  return { isRead, playbooks: playbooks.sort((a, b) => Number.parseInt(a.path.slice(3), 10) - Number.parseInt(b.path.slice(3), 10)) };
}

describe('reading in threads', () => {
  it('gives exactly what reading here gives', async () => {
    const { isRead, playbooks } = await read(pathToFileURL(join(dirname(inject('program')), 'reading-worker.js')));
    expect(isRead).toBe(true);
    expect(playbooks).toEqual(files.map(({ path, source }) => parsePlaybook(path, source, 'zh-Hant')));
  });

  it.each([
    ['that is not there', pathToFileURL(join(folder, 'missing.mjs'))],
    ['that fails as it starts', threadOf(`throw new Error('坏了');`)],
    ['that ends at the third file', threadOf(endsAtThird('process.exit()'))],
    ['that fails at the third file', threadOf(endsAtThird("throw new Error('坏了')"))],
    [
      'that sends what nobody packed',
      threadOf(
        `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => parentPort.postMessage(new Uint8Array(3)));`,
      ),
    ],
  ])('says so of a thread %s', async (_name, thread) => {
    expect((await read(thread)).isRead).toBe(false);
  });
});

function endsAtThird(end: string): string {
  return `import { parentPort } from 'node:worker_threads';
let count = 0;
parentPort.on('message', () => { count += 1; if (count === 3) ${end}; });`;
}
