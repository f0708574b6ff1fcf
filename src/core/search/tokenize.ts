import { fold } from './fold.js';

const runs = /\p{Script=Han}+|[\p{L}\p{N}\p{M}]+/gu;
const isHan = /^\p{Script=Han}/u;

/**
 * Terms of a text for the index. Chinese has no spaces, and a dictionary would lose parts of words and new words,
 * so every pair of neighbouring characters is a term; the last character of a run stands alone so that every
 * single character begins some term. Other scripts give whole words.
 */
export function indexTerms(text: string): string[] {
  return pieces(text).flatMap((run) => (isHan.test(run) ? [...pairs(run), lastCharacter(run)] : [stem(run)]));
}

/** Terms of a query: pairs for two or more Chinese characters, the character itself for one, words otherwise. */
export function queryTerms(text: string): string[] {
  return pieces(text).flatMap((run) => {
    if (!isHan.test(run)) return [stem(run)];
    const found = pairs(run);
    return found.length > 0 ? found : [run];
  });
}

function pieces(text: string): string[] {
  return [...fold(text).matchAll(runs)].flatMap(([run]) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []);
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function lastCharacter(run: string): string {
  return [...run].at(-1) ?? run;
}

/** Takes the plural off English words (Harman's S-stemmer, 1991); other words stay. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  if (/[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
}
