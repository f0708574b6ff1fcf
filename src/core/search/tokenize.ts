import { fold } from './fold.js';

const isHan = /^\p{Script=Han}/u;

/**
 * Terms of a text, of two sorts. `words`: every pair of neighbouring Chinese characters, because a dictionary would
 * lose parts of words and new words; whole words of other scripts. `characters`: each Chinese character by itself,
 * for queries of one character and as weaker evidence beside the pairs.
 */
export interface Terms {
  readonly words: readonly string[];
  readonly characters: readonly string[];
}

export function termsOf(text: string): Terms {
  const words: string[] = [];
  const characters: string[] = [];
  for (const run of runsOf(fold(text))) {
    if (isHan.test(run)) {
      let previous = '';
      for (const character of run) {
        characters.push(character);
        if (previous !== '') words.push(previous + character);
        previous = character;
      }
    } else words.push(stem(run));
  }
  return { words, characters };
}

/** Stretches of one sort in a folded text: Chinese characters, or letters and digits of other scripts. */
export function runsOf(folded: string): readonly string[] {
  return (folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap((run) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []);
}

/** Words that carry no meaning in a question; they are left out of a query unless nothing else remains. */
const chineseQuestionWords =
  /为什么|是不是|有没有|能不能|会不会|要不要|怎么样|怎么办|请问|请教|如何|怎样|怎么|什么|哪些|哪个|哪里|是否|能否|可否|可以|多少|为何|吗|呢|吧|啊|呀|嘛|了|的|我|你|您|他|她|们/g;
const englishQuestionWords: ReadonlySet<string> = new Set(
  (
    'a about am an and any are as at be been before but by can could did do does for from had has have how i if in into is it its ' +
    'me my no not of on or our should so than that the their them then there these they this those to us use used using was we were ' +
    'what when where which who why will with would you your'
  ).split(' '),
);

/** Terms of a query: without the words that only make it a question, each once. */
export function queryTerms(text: string): Terms {
  const folded = fold(text);
  const bare = termsOf(folded.replace(chineseQuestionWords, ' '));
  const meaningful = bare.words.filter((word) => !englishQuestionWords.has(word));
  const terms = meaningful.length + bare.characters.length > 0 ? { words: meaningful, characters: bare.characters } : termsOf(folded);
  return { words: [...new Set(terms.words)], characters: [...new Set(terms.characters)] };
}

/** Takes the plural off English words (Harman's S-stemmer, 1991); other words stay. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  if (/[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
}
