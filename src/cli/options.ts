import { Option } from 'commander';
import { distance } from 'fastest-levenshtein';
import type { Context } from './context.js';
import { didYouMean, Failure } from './failure.js';

/** The candidate most like what was typed, if any is like it. */
export function closest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(typed.length * 0.5)) + 1;
  for (const candidate of candidates) {
    const away = distance(typed.toLowerCase(), candidate.toLowerCase());
    if (away < bestDistance) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

/** A failure that names the choices and the one that was probably meant. */
export function invalidChoice(option: string, value: string, choices: Iterable<string>, { say }: Context): Failure {
  const all = [...choices];
  const near = closest(value, all);
  return new Failure('invalidChoice', { option, value, choices: all.join(say('listSeparator')) }, ...didYouMean(near));
}

/** One of the choices, exactly as written there. */
export function parseChoice<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  context: Context,
): (value: string) => Choice {
  return (value) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw invalidChoice(option, value, choices, context);
    return found;
  };
}

/** Several of the choices, separated by commas; `all` or `none` instead. */
export function parseChoices<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  context: Context,
): (value: string) => readonly Choice[] {
  const parse = parseChoice<Choice | 'all' | 'none'>(option, [...choices, 'all', 'none'], context);
  return (value) => {
    const named = value.split(',').map((name) => parse(name.trim()));
    return choices.filter((choice) => named.includes(choice) || named.includes('all'));
  };
}

/** A calendar day, ISO 8601 `YYYY-MM-DD`. */
export function parseDay(option: string): (value: string) => string {
  return (value) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
    // Date.parse takes 30 February for 2 March.
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) throw new Failure('invalidDay', { option, value });
    return value;
  };
}

export function parseWholeNumber(option: string, from: number, to: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= from && number <= to)) throw new Failure('invalidNumber', { option, value, from, to });
    return number;
  };
}

/** Adds up the values of an option that may be repeated. */
function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

export function repeatableOption(flags: string, description: string): Option {
  return new Option(flags, description).default([], '').argParser<readonly string[]>(collect);
}

export function todayOption({ say }: Context): Option {
  return new Option('--today <date>', say('todayOption')).argParser(parseDay('--today'));
}

export function jsonOption({ say }: Context): Option {
  return new Option('--json', say('jsonOption'));
}
