import { likeness, matchAlike, matchEqual, type Pair, wordCounts } from '../../core/review/compare/match.js';
import type { ShownElement } from './rendered-blocks.js';

/** What stands beside each other: a block before and what it became. */
export interface Row<Shown extends ShownElement = ShownElement> {
  readonly kind: 'same' | 'changed' | 'removed' | 'added' | 'moved';
  readonly before?: Shown;
  readonly after?: Shown;
}

/** Pairs what two renderings show, in the order of the page: blocks of a page, items of a list, rows of a table. */
export function pairRows<Shown extends ShownElement>(before: readonly Shown[], after: readonly Shown[]): readonly Row<Shown>[] {
  const equal = matchEqual(
    before.map(({ html }) => html),
    after.map(({ html }) => html),
  );
  const rows: Row<Shown>[] = [];
  let done: Pair = [0, 0];
  for (const [a, b] of [...equal, [before.length, after.length] as const]) {
    rows.push(...gapRows(before.slice(done[0], a), after.slice(done[1], b)));
    const [old, now] = [before[a], after[b]];
    if (old && now) rows.push({ kind: 'same', before: old, after: now });
    done = [a + 1, b + 1];
  }
  return markMoves(rows);
}

function gapRows<Shown extends ShownElement>(before: readonly Shown[], after: readonly Shown[]): readonly Row<Shown>[] {
  const [oldWords, nowWords] = [before, after].map((blocks) => blocks.map(({ text }) => wordCounts(text)));
  const alike = (a: number, b: number): number => {
    if (before[a]?.element.tagName !== after[b]?.element.tagName) return 0;
    const share = likeness(oldWords?.[a] ?? new Map(), nowWords?.[b] ?? new Map());
    return before.length === 1 && after.length === 1 ? Math.max(share, share >= 0.15 ? 0.4 : 0) : share;
  };
  const rows: Row<Shown>[] = [];
  let done: Pair = [0, 0];
  for (const [a, b] of [...matchAlike(before.length, after.length, alike), [before.length, after.length] as const]) {
    for (const block of before.slice(done[0], a)) rows.push({ kind: 'removed', before: block });
    for (const block of after.slice(done[1], b)) rows.push({ kind: 'added', after: block });
    const [old, now] = [before[a], after[b]];
    if (old && now) rows.push({ kind: 'changed', before: old, after: now });
    done = [a + 1, b + 1];
  }
  return rows;
}

/** A block that went on one side and came unchanged on the other has moved; it is said on both. */
function markMoves<Shown extends ShownElement>(rows: readonly Row<Shown>[]): readonly Row<Shown>[] {
  const removed = new Set(rows.flatMap(({ kind, before }) => (kind === 'removed' && before ? [before.html] : [])));
  const added = new Set(rows.flatMap(({ kind, after }) => (kind === 'added' && after ? [after.html] : [])));
  return rows.map((row): Row<Shown> => {
    const html = row.kind === 'removed' ? row.before?.html : row.kind === 'added' ? row.after?.html : undefined;
    return html !== undefined && removed.has(html) && added.has(html) ? { ...row, kind: 'moved' } : row;
  });
}
