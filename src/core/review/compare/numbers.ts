import type { Span } from '../../model/text.js';
import { foldScript } from '../../script-fold.js';

/** An amount, a deadline, a count: `3 个工作日内`, `¥1,000`, `百分之五`, `at most five days`. */
export interface NumberMention extends Span {
  /** Digits without separators, `0.5` for 半; what is longer than 15 digits stays as written. */
  readonly value: string;
  /** `workday`, `day`, `hour`, `percent`, `yuan`, …; empty for things that are only counted. */
  readonly unit: string;
  /** `within`, `after`, `before`, `least`, `most`, or empty. */
  readonly bound: string;
}

/**
 * Numbers with what they count, in order: digits of full and half width, Chinese numerals before a unit or as large as a ten,
 * English numerals before a unit. 一下, 十分, 万一 and other words that only contain a numeral are not numbers.
 */
export function findNumbers(text: string): readonly NumberMention[] {
  const plain = plainForm(text);
  const found: NumberMention[] = [];
  for (const match of plain.matchAll(candidates)) {
    const mention = readMention(plain, match.index, match[0]);
    // A unit may hold a numeral of its own, as 百分之五 does; it was read already.
    if (mention && mention.start >= (found.at(-1)?.end ?? 0)) found.push(mention);
  }
  return found;
}

/** One text for all numbers of a text: equal for texts that say the same amounts, counts and limits in the same order. */
export function numbersKey(text: string): string {
  return findNumbers(text)
    .map(({ value, unit, bound }) => `${value} ${unit} ${bound}`)
    .join('|');
}

/** The text with `0` for every number, its unit and its bound, so that only the words around them remain. */
export function withoutNumbers(text: string): string {
  let rest = '';
  let done = 0;
  for (const { start, end } of findNumbers(text)) {
    rest += `${text.slice(done, start)}0`;
    done = end;
  }
  return (rest + text.slice(done)).replace(/[ \t]*0[ \t]*/g, '0');
}

/** Simplified, half-width, lower case; the length stays, so that places do. */
function plainForm(text: string): string {
  return foldScript(text)
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥')
    .replace(/[A-Z]/g, (character) => character.toLowerCase());
}

const chineseDigits = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖';
const chineseTens = '十百千万亿拾佰仟萬億';
const englishNumerals = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half',
].flatMap((words) => words.split(' '));

const candidates = new RegExp(
  [
    '(?:百|千|万)分之[0-9.]{1,20}',
    `(?:百|千|万)分之[半${chineseDigits}${chineseTens}]{1,20}`,
    '\\d+(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)',
    '\\d+(?:\\.\\d+)?',
    `[半${chineseDigits}${chineseTens}]{1,20}`,
    `\\b(?:${englishNumerals.join('|')})(?:(?:[- ]| and )(?:${englishNumerals.join('|')})){0,8}\\b`,
  ].join('|'),
  'g',
);

/** Units by what stands after a number; the first that fits counts. */
const units: readonly (readonly [string, RegExp])[] = [
  ['workday', /^[ \t-]*(?:个?工作(?:日|天)|(?:business|working)[ -]days?\b)/],
  ['half-hour', /^[ \t]*个半(?:小时|钟头)/],
  ['half-month', /^[ \t]*个半月/],
  ['hour', /^[ \t-]*(?:个?(?:小时|钟头)|(?:hours?|hrs?|h)(?![a-z]))/],
  ['minute', /^[ \t-]*(?:分钟|分(?=内|之内|以内)|(?:minutes?|mins?|m)(?![a-z]))/],
  ['second', /^[ \t-]*(?:秒钟?|(?:seconds?|secs?|s)(?![a-z]))/],
  ['week', /^[ \t-]*(?:个?(?:星期|礼拜)|周|(?:weeks?|w)(?![a-z]))/],
  ['day', /^[ \t-]*(?:个?(?:自然日|日历日|日历天)|天|日(?!常)|(?:calendar[ -]days?|days?|d)(?![a-z]))/],
  ['month', /^[ \t-]*(?:个月|月|months?\b)/],
  ['quarter', /^[ \t-]*(?:个季度|季度|quarters?\b)/],
  ['year', /^[ \t-]*(?:周年|年|years?\b)/],
  ['percent', /^[ \t]*(?:%|percent\b)/],
  ['yuan', /^[ \t]*(?:元|块|圆|人民币|(?:yuan|rmb|cny)\b)/],
  ['dollar', /^[ \t]*(?:美元|美金|(?:dollars?|usd)\b)/],
  ['taiwan-dollar', /^[ \t]*(?:新?台币|(?:ntd|twd)\b)/],
  ['hong-kong-dollar', /^[ \t]*(?:港币|港元|hkd\b)/],
  ['discount', /^[ \t]*折/],
  ['tenth', /^[ \t]*成(?!功|为|立|本|员|长|交|都)/],
  ['times', /^[ \t]*(?:倍|times\b)/],
];

/** What joins the two ends of a range, and its second end. */
const rangeEnd = new RegExp(
  `^[ \\t]*(?:至|到|或|、|~|～|-|—|–|(?:or|to)(?= ))[ \\t]*(?:\\d+(?:\\.\\d+)?|[半${chineseDigits}${chineseTens}]{1,20}|(?:${englishNumerals.join('|')})(?:[- ](?:${englishNumerals.join('|')})){0,4}\\b)`,
);

/** Classifiers: what is counted stays among the words. 一 before one of these mostly means “a”. */
const classifiers = /^[ \t]*[个次位名条件份种张台部笔单期级号点遍人]/;

const moneyBefore: readonly (readonly [string, RegExp])[] = [
  ['taiwan-dollar', /(?:nt\$|ntd|twd|新?台币)[ \t]*$/],
  ['hong-kong-dollar', /(?:hk\$|hkd|港币)[ \t]*$/],
  ['yuan', /(?:¥|rmb|cny|人民币)[ \t]*$/],
  ['dollar', /(?:\$|usd|美元)[ \t]*$/],
  ['euro', /(?:€|eur)[ \t]*$/],
];

const boundsBefore: readonly (readonly [string, RegExp])[] = [
  [
    'most',
    /(?:不超过|不高于|不多于|最多|至多|最长|最高|最晚|最迟|at most|up to|no more than|not more than|less than|under|maximum(?: of)?)[ \t]*$/,
  ],
  ['least', /(?:不少于|不低于|至少|最少|最低|超过|满|at least|no less than|not less than|more than|over|minimum(?: of)?)[ \t]*$/],
  ['within', /\bwithin[ \t]*$/],
  ['after', /\bafter[ \t]*$/],
  ['before', /\b(?:before|by)[ \t]*$/],
];

const boundsAfter: readonly (readonly [string, RegExp])[] = [
  ['within', /^[ \t]*(?:以内|之内|内|里)/],
  ['after', /^[ \t]*(?:以后|之后|后)/],
  ['before', /^[ \t]*(?:以前|之前|前)/],
  ['least', /^[ \t]*(?:以上|及以上|起|or more)/],
  ['most', /^[ \t]*(?:以下|及以下|or less|or fewer)/],
];

function readMention(plain: string, start: number, written: string): NumberMention | undefined {
  const lead = plain.slice(Math.max(0, start - 24), start);
  const isEnglish = /^[a-z]/.test(written);
  const fraction = /^([百千万])分之/.exec(written);
  const numeral = fraction ? written.slice(fraction[0].length) : written;
  const isDigits = /^\d/.test(numeral);
  let end = start + written.length;
  const multiplier = isDigits ? /^[ \t]*([万亿千百])(?!分之)/.exec(plain.slice(end, end + 4)) : null;
  if (multiplier) end += multiplier[0].length;
  const rest = plain.slice(end, end + 48);
  const ownUnit = fraction ? undefined : first(units, rest);
  // 三至五天, one to two hours: the unit behind the second numeral is that of both.
  const second = rangeEnd.exec(rest)?.[0];
  const sharedUnit = fraction || ownUnit || second === undefined ? undefined : first(units, rest.slice(second.length));
  const unitFound = ownUnit ?? (sharedUnit && { name: sharedUnit.name.replace('half-', ''), length: 0 });
  const money = first(moneyBefore, lead);
  const isCounted = classifiers.test(rest);
  if (isEnglish && !unitFound && !money) return undefined;
  if (!isDigits && !isEnglish && !fraction && !isNumeral(numeral, unitFound !== undefined || money !== undefined, isCounted))
    return undefined;
  let value = isDigits ? digitsValue(numeral) : isEnglish ? englishValue(numeral) : chineseValue(numeral);
  if (multiplier && Number.isFinite(Number(value))) value = String(Number(value) * (chineseMultiplier[multiplier[1] ?? ''] ?? 1));
  if (unitFound?.name.startsWith('half-')) value = String(Number(value) + 0.5);
  end += unitFound?.length ?? 0;
  const unit = fraction
    ? fraction[1] === '百'
      ? 'percent'
      : `${fraction[1]}分之`
    : (unitFound?.name.replace('half-', '') ?? money?.name ?? '');
  const boundAfter = unit === '' && !isDigits ? undefined : first(boundsAfter, plain.slice(end, end + 12));
  const boundBefore = first(boundsBefore, lead.slice(0, lead.length - (money?.length ?? 0)));
  return {
    start: start - (money?.length ?? 0) - (boundBefore ? boundBefore.length : 0),
    end: end + (boundAfter?.length ?? 0),
    value,
    unit,
    bound: [boundBefore?.name, boundAfter?.name].filter((name) => name !== undefined).join('+'),
  };
}

function first(
  patterns: readonly (readonly [string, RegExp])[],
  text: string,
): { readonly name: string; readonly length: number } | undefined {
  for (const [name, pattern] of patterns) {
    const length = pattern.exec(text)?.[0].length;
    if (length !== undefined) return { name, length };
  }
  return undefined;
}

/** Whether Chinese numerals count something: a unit follows, or they are a number by themselves (三千, 二十五). */
function isNumeral(written: string, hasUnit: boolean, isCounted: boolean): boolean {
  const idioms = /^(?:十|百|千|万|万万|千万|百万|万一|千千万万|一一|三三两两|一千零一)$/;
  if (hasUnit) return !/^(?:万一|一一)$/.test(written);
  if (isCounted) return written !== '一' && !idioms.test(written);
  return (
    written.length >= 2 &&
    new RegExp(`^[${chineseDigits}十].*`).test(written) &&
    new RegExp(`[${chineseTens}]`).test(written) &&
    !idioms.test(written)
  );
}

function digitsValue(written: string): string {
  const compact = written.replaceAll(',', '');
  // 0012 is a name, 08:00 is a time.
  return compact.length > 15 || /^0\d{2,}/.test(compact) ? compact : String(Number(compact));
}

const chineseMultiplier: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};
const chineseDigitValue: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};

function chineseValue(written: string): string {
  if (written === '半') return '0.5';
  if (!new RegExp(`[${chineseTens}]`).test(written)) {
    // 二〇二六 is read digit by digit.
    return digitsValue([...written].map((character) => chineseDigitValue[character] ?? '').join('') || '0');
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of written) {
    const multiplier = chineseMultiplier[character];
    if (multiplier === undefined) digit = chineseDigitValue[character] ?? digit;
    else if (multiplier >= 1e4) {
      total = (total + section + (digit ?? 0) || 1) * multiplier;
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * multiplier;
      digit = undefined;
    }
  }
  return String(total + section + (digit ?? 0));
}

function englishValue(written: string): string {
  let total = 0;
  let current = 0;
  for (const word of written.split(/[- ]/)) {
    const index = englishNumerals.indexOf(word);
    if (word === 'and') continue;
    if (word === 'half') current += 0.5;
    else if (word === 'hundred') current = (current || 1) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += (current || 1) * (word === 'thousand' ? 1000 : 1e6);
      current = 0;
    } else current += index < 20 ? index : (index - 18) * 10;
  }
  return String(total + current);
}
