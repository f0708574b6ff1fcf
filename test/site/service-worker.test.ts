import { expect, it } from 'vitest';
import { withServiceWorker } from '../../src/site/offline/service-worker.js';
import type { SiteFile } from '../../src/site/site-file.js';

async function workerFor(files: readonly SiteFile[]): Promise<{ version: string; files: [string, string][] }> {
  async function* given() {
    yield* files;
  }
  let last: SiteFile | undefined;
  for await (const file of withServiceWorker(given(), 'work();\n')) last = file;
  const [, json = ''] = /^self\.playbookOffline=(.*);\nwork\(\);\n$/.exec(last && 'content' in last ? last.content : '') ?? [];
  return JSON.parse(json);
}

const small: readonly SiteFile[] = [
  { path: 'index.html', content: '首页' },
  { path: 'pages/a.html', content: '甲' },
  { path: 'pages/a.md', content: '甲' },
  { path: 'playbooks.json', content: '{}' },
  { path: 'assets/a.png', copyOf: 'a.png' },
];

it('keeps all pages of a small site, no files for programs and no pictures', async () => {
  expect((await workerFor(small)).files.map(([path]) => path)).toEqual(['index.html', 'pages/a.html']);
});

it('keeps only the frame of a large site', async () => {
  const pages = [...Array(13).keys()].map((number) => ({ path: `pages/${number}.html`, content: 'x'.repeat(1024 * 1024) }));
  expect((await workerFor([...small, ...pages])).files.map(([path]) => path)).toEqual(['index.html']);
});

it('is another version when any word of the site is another, and only then', async () => {
  const { version } = await workerFor(small);
  expect((await workerFor(small)).version).toBe(version);
  expect((await workerFor([...small.slice(0, 1), { path: 'pages/a.html', content: '乙' }, ...small.slice(2)])).version).not.toBe(version);
  expect((await workerFor(small.slice(0, 4))).version).not.toBe(version);
});
