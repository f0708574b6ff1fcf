import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { locales } from '../../src/core/model/locale.js';
import { featureNames } from '../../src/site/addresses.js';
import { themeScript } from '../../src/site/theme-script.js';
import { scriptWords, wordsScript } from '../../src/site/words-script.js';
import '../support/built-program.js';

const compressed = (text: string) => gzipSync(text, { level: 9 }).length;
const built = (name: string) => compressed(readFileSync(`dist/site/${name}`, 'utf8'));

const source = (name: string) => readFileSync(`dist/site/${name}`, 'utf8');
const scripts = [source('site.js'), ...featureNames.map((name) => source(`${name}.js`))];
const words = Math.max(...locales.map((locale) => compressed(wordsScript(locale, scripts))));
const everywhere = { page: built('site.js'), style: built('site.css'), theme: compressed(themeScript), words };
const sum = (sizes: Readonly<Record<string, number>>) => Object.values(sizes).reduce((all, size) => all + size, 0);

it('is less than 60 KB of browser code, compressed, in any language', () => {
  const sizes = { ...everywhere, search: built('search.js') };
  expect(sum(sizes), JSON.stringify(sizes)).toBeLessThan(60 * 1024);
});

it.each(featureNames)('is less than 60 KB on a page that loads %s as well, before anyone searches', (name) => {
  const sizes = { ...everywhere, script: built(`${name}.js`), ownStyle: built(`${name}.css`) };
  expect(sum(sizes), JSON.stringify(sizes)).toBeLessThan(60 * 1024);
});

it.each(featureNames)('is less than 60 KB of scripts on a page that loads %s as well, searching included', (name) => {
  const { style: _style, ...frame } = everywhere;
  const sizes = { ...frame, search: built('search.js'), script: built(`${name}.js`) };
  expect(sum(sizes), JSON.stringify(sizes)).toBeLessThan(60 * 1024);
});

it('has every text that browser code names, and none that only pages say', () => {
  const folder = 'src/site/client';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.ts') ? [`${folder}/${name}`] : [],
  );
  // What a feature says in words of its own comes with the feature.
  const all = scriptWords('en');
  const named = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bsay\(\s*'([\w.]+)'/g)].map(([, key]) => key ?? ''));
  expect(named.length).toBeGreaterThan(80);
  const said: Record<string, string> = JSON.parse(wordsScript('en', scripts).slice('playbookWords='.length, -2));
  expect(named.filter((key) => Object.hasOwn(all, key) && !Object.hasOwn(said, key))).toEqual([]);
  expect(Object.keys(said).filter((key) => key.startsWith('filter.')).length).toBeGreaterThan(2);
  for (const key of ['skipToContent', 'offlineText', 'guideHow']) expect(said).not.toHaveProperty(key);
});

it('says nothing in languages that a page does not have', () => {
  expect(readFileSync('dist/site/site.js', 'utf8')).not.toMatch(/跳到正文|跳到內文|Skip to content/);
});
