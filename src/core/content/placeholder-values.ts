import type { PlaceholderDefinition } from '../model/playbook.js';

/** Why a value cannot stand in the wording; each but `missing` is named after the type that it does not fit. */
export type PlaceholderProblem = 'missing' | 'number' | 'amount' | 'date' | 'time' | 'phone' | 'code' | 'format' | 'choice';

export interface CheckedValue {
  /** As it goes into the wording: trimmed, in half-width digits where the type has digits, in the format's own capitals. */
  readonly value: string;
  readonly problem?: PlaceholderProblem;
}

export type ValueRule = Pick<PlaceholderDefinition, 'type' | 'required' | 'choices' | 'formats'>;

/**
 * Whether what an agent typed fits a placeholder. An empty value is a problem only where the placeholder is required.
 * Dates keep the form they are typed in, as long as the calendar has that day; amounts are digits with at most two decimals.
 */
export function checkValue(rule: ValueRule, typed: string): CheckedValue {
  const spaced = typed.replace(/\s+/gu, ' ').trim();
  if (spaced === '') return rule.required ? { value: '', problem: 'missing' } : { value: '' };
  if (rule.type === 'text') return { value: spaced };
  if (rule.type === 'choice') {
    // Without choices there is nothing to hold it against; a rule tells the author.
    return rule.choices.length === 0 || rule.choices.includes(spaced) ? { value: spaced } : { value: spaced, problem: 'choice' };
  }
  const value = spaced.normalize('NFKC');
  if (rule.type === 'code') return checkCode(value, rule.formats);
  return fits[rule.type](value) ? { value } : { value, problem: rule.type };
}

const grouped = '(?:\\d{1,12}|\\d{1,3}(?:,\\d{3}){1,4})';
const numberPattern = new RegExp(`^-?${grouped}(?:\\.\\d{1,6})?$`);
const amountPattern = new RegExp(`^${grouped}(?:\\.\\d{1,2})?$`);

const fits = {
  number: (value: string) => numberPattern.test(value),
  amount: (value: string) => amountPattern.test(value),
  date: isDate,
  time: isTime,
  phone: (value: string) => /^\+?[\d*() -]{5,25}$/.test(value) && (value.match(/[\d*]/g)?.length ?? 0) >= 5,
} as const;

/** `2026-11-29`, with `/` or `.` too, `2026年11月29日`, or `11月29日`, which any year may have. */
function isDate(value: string): boolean {
  const found =
    /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/.exec(value) ??
    /^(?:(?<year>\d{4}) ?年 ?)?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号號]$/.exec(value);
  // A leap year has every day that some year has.
  const { year = '2024', month, day } = found?.groups ?? {};
  if (month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** `14:05`, `2:05 pm`, `14点`, `14点05分`, `14時05分`. */
function isTime(value: string): boolean {
  const [, hour, minute = '0', half] =
    /^(\d{1,2}):(\d{2})(?: ?([ap]\.?m\.?))?$/i.exec(value) ?? /^(\d{1,2}) ?[点點时時](?: ?(\d{1,2}) ?分?)?$/.exec(value) ?? [];
  if (hour === undefined || Number(minute) > 59) return false;
  return half === undefined ? Number(hour) <= 23 : Number(hour) >= 1 && Number(hour) <= 12;
}

/** An order number and its like: letters, digits and marks between them, or exactly one of the formats. */
function checkCode(value: string, formats: readonly string[]): CheckedValue {
  const code = value.replace(/ /g, '');
  if (formats.length === 0)
    return /^[\p{L}\p{N}](?:[\p{L}\p{N}_./#-]{0,60}[\p{L}\p{N}])?$/u.test(code) ? { value: code } : { value, problem: 'code' };
  for (const format of formats) {
    const fitted = fitFormat(code, format);
    if (fitted !== undefined) return { value: fitted };
  }
  return { value: code, problem: 'format' };
}

/** In a format `#` is a digit, `@` a letter, and anything else itself, in either case. */
function fitFormat(code: string, format: string): string | undefined {
  const [written, mask] = [[...code], [...format]];
  if (written.length !== mask.length) return undefined;
  let fitted = '';
  for (const [index, character] of written.entries()) {
    const place = mask[index] ?? '';
    if (place === '#' ? !/^\d$/.test(character) : place === '@' ? !/^\p{L}$/u.test(character) : !isSameLetter(character, place))
      return undefined;
    fitted += place === '#' || place === '@' ? character : place;
  }
  return fitted;
}

function isSameLetter(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** What stands for a placeholder that is not filled in, where a wording is measured or read aloud. */
export function sampleOf({ name, label, example, choices }: PlaceholderDefinition): string {
  return example ?? choices[0] ?? label ?? name;
}
