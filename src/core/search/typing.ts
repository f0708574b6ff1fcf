import { distance } from 'fastest-levenshtein';

/**
 * The known word that differs least from a mistyped one: by one letter or two neighbours that changed places, or two letters in
 * words of eight or more. Shorter than four letters: none.
 */
export function nearestWord(typed: string, vocabulary: readonly string[]): string | undefined {
  if (!/^[a-z]{4,}$/.test(typed)) return undefined;
  const most = typed.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const word of vocabulary) {
    if (Math.abs(word.length - typed.length) > most) continue;
    const away = isSwapped(typed, word) ? 1 : distance(typed, word);
    if (away < bestDistance) {
      best = word;
      bestDistance = away;
    }
  }
  return best;
}

function isSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  let first = 0;
  while (first < word.length && typed[first] === word[first]) first += 1;
  return typed[first] === word[first + 1] && typed[first + 1] === word[first] && typed.slice(first + 2) === word.slice(first + 2);
}
