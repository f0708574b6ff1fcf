import type { Locale } from '../core/model/locale.js';
import { machineWords } from './words/machine.js';
import { siteWords } from './words.js';

/** The site's texts in one language, as a classic script: a page opened as a file can load nothing else. */
export function wordsScript(locale: Locale): string {
  return `playbookWords=${JSON.stringify(scriptWords(locale))};\n`;
}

/** What browser code says in one language, by key. */
export function scriptWords(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(siteWords)
      .filter(([key]) => !Object.hasOwn(machineWords, key))
      .map(([key, text]) => [key, text[locale]]),
  );
}
