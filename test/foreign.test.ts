import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fileAddress, useBrowser } from './support/browser.js';
import { exportFolder, folderWith, runBuilt } from './support/built-program.js';
import { oddFiles } from './support/odd-files.js';

/** Folders that were not written for this program: it must take them as they are. */
const windows = useBrowser();
const corpora = process.env['PLAYBOOK_CORPORA'];
const folders = corpora === undefined ? [] : readdirSync(corpora, { withFileTypes: true }).filter((entry) => entry.isDirectory());
if (corpora === undefined) console.log('Folders from elsewhere: skipped, PLAYBOOK_CORPORA names no folder of folders');

const place = z.strictObject({ line: z.number().int().min(1), column: z.number().int().min(1), offset: z.number().int().min(0) });
const range = z.strictObject({ start: place, end: place });
const checkReport = z.strictObject({
  version: z.literal(1),
  root: z.string(),
  summary: z.strictObject({ files: z.number(), errors: z.number(), warnings: z.number(), infos: z.number() }),
  diagnostics: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string().min(1),
      path: z.string().min(1),
      range,
      related: z.array(z.strictObject({ path: z.string(), range, message: z.string() })).optional(),
      fix: z.strictObject({ title: z.string(), edits: z.array(z.strictObject({ range, newText: z.string() })) }).optional(),
    }),
  ),
});
type Range = z.infer<typeof range>;

/** Text as the program reads it: without a byte-order mark, what is not UTF-8 replaced. */
function readText(path: string): string {
  return new TextDecoder('utf-8').decode(readFileSync(path));
}

/** Whether a range lies in its text, its lines and columns at its offsets. */
function liesIn(text: string, { start, end }: Range): boolean {
  const isAt = ({ line, column, offset }: Range['start']) => {
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    return offset <= text.length && before.length === line && (before.at(-1)?.length ?? 0) + 1 === column;
  };
  return start.offset <= end.offset && isAt(start) && isAt(end);
}

async function checkFolder(folder: string): Promise<{ files: number; problems: number }> {
  const { code, stdout, stderr } = await runBuilt(['check', folder, '--format', 'json']);
  expect({ code: code === 0 || code === 1 ? 'ended well' : code, stderr }).toEqual({ code: 'ended well', stderr: '' });
  const { diagnostics, root, summary } = checkReport.parse(JSON.parse(stdout));
  expect(code).toBe(summary.errors > 0 ? 1 : 0);
  const texts = new Map<string, string>();
  const textOf = (path: string) => {
    if (!texts.has(path)) texts.set(path, readText(join(root, path)));
    return texts.get(path) ?? '';
  };
  const outside = diagnostics.filter(
    ({ path, range: at, related = [], fix }) =>
      !liesIn(textOf(path), at) ||
      related.some((other) => !liesIn(textOf(other.path), other.range)) ||
      fix?.edits.some((edit) => !liesIn(textOf(path), edit.range)),
  );
  expect(outside).toEqual([]);
  expect(diagnostics.filter(({ message }) => /failed on this file|undefined|\[object/.test(message))).toEqual([]);
  return { files: summary.files, problems: diagnostics.length };
}

async function searchFolder(folder: string, queries: readonly string[]): Promise<void> {
  for (const query of queries) {
    const { code, stdout, stderr } = await runBuilt(['search', '--root', folder, '--json', '--', query]);
    expect({ query, code, stderr }).toMatchObject({ query, code: expect.toSatisfy((value) => value === 0 || value === 1) });
    expect(Array.isArray(JSON.parse(stdout).hits)).toBe(true);
  }
}

function pagesOf(site: string): readonly string[] {
  return readdirSync(join(site, 'pages')).filter((name) => name.endsWith('.html'));
}

/** Opens the first page and ten others, spread evenly over all. */
async function openSite(site: string): Promise<number> {
  const pages = [...pagesOf(site)].sort();
  const some = pages.filter((_page, index) => index % Math.max(1, Math.floor(pages.length / 10)) === 0).slice(0, 10);
  const { page, takeProblems } = await windows.open(fileAddress(site));
  for (const address of ['index.html', ...some.map((name) => `pages/${name}`)]) {
    await page.goto(fileAddress(site) + address);
    expect({ address, problems: takeProblems() }).toEqual({ address, problems: [] });
    expect({ address, headings: await page.locator('h1').count() }).toEqual({ address, headings: 1 });
  }
  return some.length + 1;
}

describe('odd files', () => {
  it('are checked, found, exported and shown', async () => {
    const folder = folderWith(oddFiles);
    const { files, problems } = await checkFolder(folder);
    expect(files).toBe(Object.keys(oddFiles).filter((path) => /\.(?:md|markdown)$/i.test(path)).length);
    await searchFolder(folder, ['退款', '"', '()[]{}*+?\\', '-', '的']);
    const site = await exportFolder(folder);
    const names = pagesOf(site);
    expect(names).toHaveLength(files);
    const { page, takeProblems } = await windows.open(fileAddress(site));
    for (const name of names) {
      await page.goto(`${fileAddress(site)}pages/${name}`);
      expect({ name, problems: takeProblems() }).toEqual({ name, problems: [] });
    }
    console.log(`Odd files: ${files}, ${problems} problems`);
  });
});

describe('folders from elsewhere', () => {
  it.skipIf(corpora === undefined)('are there', () => {
    expect(existsSync(corpora ?? '')).toBe(true);
    expect(folders.length).toBeGreaterThan(0);
  });

  it.skipIf(corpora === undefined).each(folders.map(({ name }) => name))('%s is checked, searched, exported and shown', async (name) => {
    const source = resolve(corpora ?? '', name);
    const { files, problems } = await checkFolder(source);
    await searchFolder(source, ['incident 退款 (']);
    const site = join(folderWith({}), '..', 'site');
    const { code, stderr } = await runBuilt(['export', source, '--out', site]);
    expect({ code, stderr: stderr.replace(/^The content has \d+ errors?; see playbook check\.\n$/, '') }).toEqual({ code: 0, stderr: '' });
    const opened = await openSite(site);
    console.log(`${name}: ${files} files, ${problems} problems, ${opened} pages opened`);
  });
});
