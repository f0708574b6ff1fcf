/** Digits that JSON writes as they are, `~` left out: it announces a long number. */
const firstDigit = 35;
const base = 57;
const longMark = '~';

/**
 * A table of characters (`from to` pairs, separated by `|`) in a third of its size once compressed: the characters in their
 * order as steps from one to the next, then the higher and the lower digits of what each stands for. Characters of more than
 * one UTF-16 unit and those that stand for themselves are left out, since folding leaves them as they are.
 */
export function packCharacters(table: string): string {
  const pairs = new Map<string, string>();
  for (const entry of table.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from.length === 1 && to.length === 1) pairs.set(from, to);
  }
  const sorted = [...pairs].filter(([from, to]) => from !== to).sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
  const steps = sorted.map(([from], index) => from.charCodeAt(0) - (sorted[index - 1]?.[0].charCodeAt(0) ?? 0));
  const codes = sorted.map(([, to]) => to.charCodeAt(0));
  return [
    steps.map((step) => (step < base ? digits(step, 1) : longMark + digits(step, 3))).join(''),
    codes.map((code) => digits(Math.floor(code / base), 2)).join(''),
    codes.map((code) => digits(code % base, 1)).join(''),
  ].join(' ');
}

/** The table that `packCharacters` was given, without what it left out. */
export function unpackCharacters(packed: string): string {
  const [steps = '', higher = '', lower = ''] = packed.split(' ');
  const pairs: string[] = [];
  let from = 0;
  for (let place = 0; place < steps.length; ) {
    const isLong = steps.charAt(place) === longMark;
    from += isLong ? number(steps, place + 1, 3) : number(steps, place, 1);
    place += isLong ? 4 : 1;
    const to = number(higher, pairs.length * 2, 2) * base + number(lower, pairs.length, 1);
    pairs.push(`${String.fromCharCode(from)} ${String.fromCharCode(to)}`);
  }
  return pairs.join('|');
}

function digits(value: number, count: number): string {
  const rest = count === 1 ? '' : digits(Math.floor(value / base), count - 1);
  return rest + String.fromCharCode(firstDigit + (value % base));
}

function number(text: string, start: number, count: number): number {
  let value = 0;
  for (let place = start; place < start + count; place += 1) value = value * base + text.charCodeAt(place) - firstDigit;
  return value;
}
