import type { Locale } from '../core/model/locale.js';
import { siteWords } from './words.js';

/**
 * The site's texts in one language that these scripts say, as a classic script: a page opened as a file can load nothing else.
 * Half of the texts are in the pages already, and nobody should wait for them.
 */
export function wordsScript(locale: Locale, scripts: readonly string[]): string {
  const code = scripts.join('\n');
  const said = Object.entries(scriptWords(locale)).filter(([key]) => isNamed(key, code));
  return `playbookWords=${JSON.stringify(Object.fromEntries(said))};\n`;
}

/** What browser code may say in one language, by key. */
export function scriptWords(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(siteWords).map(([key, text]) => [key, text[locale]]));
}

/** Whether code names a text: by its key in quotes, or by what stands before the dot of a key that is put together. */
function isNamed(key: string, code: string): boolean {
  const group = /^[^.]+\./.exec(key)?.[0];
  const quoted = ['"', "'", '`'].some((quote) => code.includes(quote + key + quote));
  return quoted || (group !== undefined && code.includes(`\`${group}\${`));
}
