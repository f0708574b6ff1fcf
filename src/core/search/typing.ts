import { distance } from 'fastest-levenshtein';

/** The known word that differs least from a mistyped one: by one letter, or two in words of eight or more. Shorter than four letters: none. */
export function nearestWord(typed: string, vocabulary: readonly string[]): string | undefined {
  if (!/^[a-z]{4,}$/.test(typed)) return undefined;
  const most = typed.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const word of vocabulary) {
    if (Math.abs(word.length - typed.length) > most) continue;
    const away = distance(typed, word);
    if (away < bestDistance) {
      best = word;
      bestDistance = away;
    }
  }
  return best;
}
