import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const languages = ['zh-cn', 'zh-tw'] as const;
const readTexts = (path: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(path, 'utf8'));

/** Every text the extension shows, as it is written in its sources. */
function writtenTexts(): readonly string[] {
  const files = readdirSync('src/vscode', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return files.flatMap((file) => {
    const source = readFileSync(join('src/vscode', file), 'utf8');
    const calls = source.match(/l10n\.t\(/g)?.length ?? 0;
    const texts = [...source.matchAll(/l10n\.t\(\s*(?:'([^'\\]*)'|"([^"\\]*)")/g)].map(([, single, double]) => single ?? double ?? '');
    expect(texts, `${file}: each text is written where it is said`).toHaveLength(calls);
    return texts;
  });
}

describe.each(languages)('texts of the extension in %s', (language) => {
  test('everything its code says is translated, and nothing else', () => {
    const bundle = readTexts(`l10n/bundle.l10n.${language}.json`);
    expect(Object.keys(bundle).sort()).toEqual([...new Set(writtenTexts())].sort());
  });

  test('the manifest has every text, and blanks agree', () => {
    const english = readTexts('package.nls.json');
    const translated = readTexts(`package.nls.${language}.json`);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    const bundle = readTexts(`l10n/bundle.l10n.${language}.json`);
    for (const [text, translation] of Object.entries(bundle)) {
      expect(translation.match(/\{\d\}/g)?.sort() ?? [], text).toEqual(text.match(/\{\d\}/g)?.sort() ?? []);
    }
    // What a welcome text offers to do is the same in every language.
    for (const [key, text] of Object.entries(english)) {
      expect(translated[key]?.match(/\(command:[^)]*\)/g) ?? [], key).toEqual(text.match(/\(command:[^)]*\)/g) ?? []);
    }
  });

  test('the manifest names only texts that exist', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const named = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');
    expect([...new Set(named)].sort()).toEqual(Object.keys(readTexts('package.nls.json')).sort());
  });
});
