const units: readonly (readonly [pattern: RegExp, milliseconds: number])[] = [
  [/^(?:m|mins?|minutes?|分|分钟|分鐘)$/iu, 60_000],
  [/^(?:h|hrs?|hours?|小时|小時)$/iu, 3_600_000],
  [/^(?:d|days?|天|日)$/iu, 86_400_000],
  [/^(?:w|weeks?|周|週)$/iu, 604_800_000],
];

const part =
  /(\d{1,5}(?:\.\d{1,2})?|半)?\s*(minutes?|mins?|分钟|分鐘|分|hours?|hrs?|小时|小時|days?|天|日|weeks?|周|週|[mhdw])(?![a-z])/giu;

/**
 * A length of time as people write it in a table or a `:within[…]`: `5m`, `5 分钟`, `1 小时 30 分钟`, `每 30 分鐘`, `半小时`,
 * `4 hours`; a unit alone is one of it (`每天一次`, `day`). In milliseconds; undefined when no time is named.
 */
export function readSpan(text: string): number | undefined {
  let total = 0;
  for (const [, count, unit = ''] of text.normalize('NFKC').matchAll(part)) {
    const [, milliseconds] = units.find(([pattern]) => pattern.test(unit)) ?? [];
    // A single letter without a number is a word, not a unit.
    if (milliseconds === undefined || (count === undefined && /^[mhdw]$/i.test(unit))) continue;
    total += (count === undefined ? 1 : count === '半' ? 0.5 : Number(count)) * milliseconds;
  }
  return total > 0 ? total : undefined;
}
