import type { Change, ChangeClass } from '../../model/comparison.js';
import type { Playbook } from '../../model/playbook.js';
import type { Span } from '../../model/text.js';
import type { PlaybookType } from '../../types/playbook-type.js';
import { classifyText, classifyUnits, inOrder } from './classify.js';
import { likeness, longestRising, matchAlike, matchEqual, type Pair, wordCounts } from './match.js';
import { matchParts, type PartMatches } from './parts.js';
import { isSameButForScript } from './script.js';
import { type Part, readParts, type Unit } from './units.js';
import { diffWords } from './words.js';

/** A change with the headings above it on the other side, so that it can be told from there. */
export interface TwoWayChange extends Change {
  readonly otherHeadings?: readonly string[];
}

/** What differs below the front matter, in no particular order. */
export function compareBodies(
  before: Playbook,
  after: Playbook,
  oldType: PlaybookType | undefined,
  newType: PlaybookType | undefined,
): readonly TwoWayChange[] {
  if (before.text.slice(before.bodyStart) === after.text.slice(after.bodyStart)) return [];
  const [old, now] = [readParts(before, oldType), readParts(after, newType)];
  if (!old || !now) return [unreadable(before, after)];
  const sides: Sides = { before, after, old, now, matches: matchParts(old, now), loose: { removed: [], added: [] } };
  return [...comparePresence(sides), ...compareOrder(sides), ...compareMatched(sides), ...compareLoose(sides)];
}

interface LooseUnit {
  readonly unit: Unit;
  readonly part: Part;
  /** Where it would stand in the other text. */
  readonly place: number;
}

interface Sides {
  readonly before: Playbook;
  readonly after: Playbook;
  readonly old: readonly Part[];
  readonly now: readonly Part[];
  readonly matches: PartMatches;
  /** Units without a counterpart in their section; they may have moved to another. */
  readonly loose: { readonly removed: LooseUnit[]; readonly added: LooseUnit[] };
}

/** The parser refuses one of the two, so nothing finer than the whole can be said. */
function unreadable(before: Playbook, after: Playbook): Change {
  const [old, now] = [before, after].map(({ text, bodyStart }) => text.slice(bodyStart));
  return {
    kind: 'changed',
    block: 'text',
    headings: [],
    classes: inOrder(['wording', ...classifyText(old ?? '', now ?? '')]),
    before: { start: before.bodyStart, end: before.text.length },
    after: { start: after.bodyStart, end: after.text.length },
    words: diffWords(old ?? '', now ?? '', before.bodyStart, after.bodyStart),
  };
}

/** Sections that came or went, each with the subsections that came or went with it. */
function comparePresence({ before, after, old, now, matches }: Sides): readonly TwoWayChange[] {
  const added = lonelyRuns(now, (index) => matches.oldOf.has(index)).map((run): Change => {
    const place = insertionPoint(run[0] ?? 0, matches.oldOf, old, before);
    return presence('added', run, now, after, place);
  });
  const removed = lonelyRuns(old, (index) => matches.newOf.has(index)).map((run): Change => {
    const place = insertionPoint(run[0] ?? 0, matches.newOf, now, after);
    return presence('removed', run, old, before, place);
  });
  return [...added, ...removed];
}

/** Numbers of unmatched parts, each run beginning with the topmost one and going on as long as parts hang below it. */
function lonelyRuns(parts: readonly Part[], isMatched: (index: number) => boolean): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [index, { parent }] of parts.entries()) {
    if (isMatched(index)) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1 && parent !== undefined && run.includes(parent)) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** Where a part would stand in the other text: after the counterpart of the nearest part above that has one. */
function insertionPoint(index: number, counterpart: ReadonlyMap<number, number>, others: readonly Part[], other: Playbook): number {
  for (let above = index - 1; above >= 0; above -= 1) {
    const found = counterpart.get(above);
    if (found !== undefined) return others[found]?.end ?? other.text.length;
  }
  return other.bodyStart;
}

function presence(kind: 'added' | 'removed', run: readonly number[], parts: readonly Part[], playbook: Playbook, place: number): Change {
  const members = run.flatMap((index) => parts[index] ?? []);
  const span = { start: members[0]?.start ?? 0, end: members.at(-1)?.end ?? 0 };
  const text = playbook.text.slice(span.start, span.end);
  const here = { start: place, end: place };
  const isAdded = kind === 'added';
  const classes = members.flatMap((part) =>
    part.units.flatMap((unit) => classifyUnits(isAdded ? undefined : unit, isAdded ? unit : undefined, part.kind)),
  );
  return {
    kind,
    block: 'section',
    headings: members[0]?.headings ?? [],
    classes: inOrder(['section', ...classes, ...(members.some((part) => part.kind === 'escalation') ? (['escalation'] as const) : [])]),
    before: isAdded ? here : span,
    after: isAdded ? span : here,
    words: isAdded ? diffWords('', text, place, span.start) : diffWords(text, '', span.start, place),
  };
}

/** Sections that stand elsewhere: below another one, or in another order among their siblings. */
function compareOrder({ old, now, matches }: Sides): readonly TwoWayChange[] {
  const moved = new Set<number>();
  const matched = [...now.keys()].filter((index) => matches.oldOf.has(index));
  const inPlace = new Set(longestRising(matched.map((index) => matches.oldOf.get(index) ?? 0)).map((place) => matched[place]));
  const siblings = new Map<number, { now: number; old: number }[]>();
  for (const [index, part] of now.entries()) {
    const counterpart = matches.oldOf.get(index);
    if (counterpart === undefined || part.parent === undefined) continue;
    const oldParent = old[counterpart]?.parent;
    if (oldParent === undefined || matches.oldOf.get(part.parent) !== oldParent) {
      // Below a heading that is new, or no more below one that is gone, it stands where it stood.
      const hasBothParents = matches.oldOf.has(part.parent) && oldParent !== undefined && matches.newOf.has(oldParent);
      const changedLevelInPlace = old[counterpart]?.depth !== part.depth && inPlace.has(index);
      if (hasBothParents && !changedLevelInPlace) moved.add(index);
      continue;
    }
    const group = siblings.get(part.parent);
    if (group) group.push({ now: index, old: counterpart });
    else siblings.set(part.parent, [{ now: index, old: counterpart }]);
  }
  for (const group of siblings.values()) {
    const staying = new Set(longestRising(group.map((member) => member.old)));
    for (const [place, member] of group.entries()) if (!staying.has(place)) moved.add(member.now);
  }
  return [...moved].map((index): TwoWayChange => {
    const part = now[index];
    const counterpart = old[matches.oldOf.get(index) ?? 0];
    const classes: ChangeClass[] = ['section'];
    if (part?.kind === 'escalation') classes.push('escalation');
    return {
      kind: 'moved',
      block: 'section',
      headings: part?.headings ?? [],
      otherHeadings: counterpart?.headings ?? [],
      classes: inOrder(classes),
      before: wholeSpan(counterpart, old),
      after: wholeSpan(part, now),
      words: [],
    };
  });
}

/** A section with its subsections. */
function wholeSpan(part: Part | undefined, parts: readonly Part[]): Span {
  if (!part) return { start: 0, end: 0 };
  let end = part.end;
  for (let index = parts.indexOf(part) + 1; index < parts.length; index += 1) {
    const below = parts[index];
    if (!below || below.depth <= part.depth) break;
    end = below.end;
  }
  return { start: part.start, end };
}

function compareMatched(sides: Sides): readonly TwoWayChange[] {
  return [...sides.matches.oldOf].flatMap(([index, counterpart]): readonly TwoWayChange[] => {
    const [old, now] = [sides.old[counterpart], sides.now[index]];
    if (!old || !now) return [];
    const heading = old.heading && now.heading ? changed(old.heading, now.heading, old, now, sides) : [];
    return [...heading, ...compareUnits(old, now, sides)];
  });
}

function compareUnits(old: Part, now: Part, sides: Sides): readonly TwoWayChange[] {
  const equal = matchEqual(
    old.units.map(({ meaning }) => meaning),
    now.units.map(({ meaning }) => meaning),
  );
  const changes: TwoWayChange[] = [];
  const place = { old: old.heading?.end ?? old.start, now: now.heading?.end ?? now.start };
  let done = { old: 0, now: 0 };
  const loosen = (pairs: readonly Pair[], until: { readonly old: number; readonly now: number }): void => {
    for (const [a, b] of [...pairs, [until.old, until.now] as const]) {
      // What went and what came between two pairs stand at the same place, whichever way one looks.
      const between = { ...place };
      for (; done.old < a; done.old += 1) {
        const unit = old.units[done.old];
        if (!unit) continue;
        sides.loose.removed.push({ unit, part: old, place: between.now });
        place.old = unit.end;
      }
      for (; done.now < b; done.now += 1) {
        const unit = now.units[done.now];
        if (!unit) continue;
        sides.loose.added.push({ unit, part: now, place: between.old });
        place.now = unit.end;
      }
      const [before, after] = [old.units[a], now.units[b]];
      if (a >= until.old || b >= until.now || !before || !after) continue;
      changes.push(...changed(before, after, old, now, sides));
      place.old = before.end;
      place.now = after.end;
      done = { old: a + 1, now: b + 1 };
    }
  };
  for (const [a, b] of [...equal, [old.units.length, now.units.length] as const]) {
    loosen(matchGap(old.units.slice(done.old, a), now.units.slice(done.now, b), done), { old: a, now: b });
    const [before, after] = [old.units[a], now.units[b]];
    if (!before || !after) continue;
    changes.push(...changed(before, after, old, now, sides));
    place.old = before.end;
    place.now = after.end;
    done = { old: a + 1, now: b + 1 };
  }
  return changes;
}

/** Between two units that agree: what became what. Numbers count from the start of the section. */
function matchGap(old: readonly Unit[], now: readonly Unit[], from: { readonly old: number; readonly now: number }): readonly Pair[] {
  if (old.length === 0 || now.length === 0) return [];
  const [oldWords, nowWords] = [old, now].map((units) => units.map(({ text }) => wordCounts(text)));
  const alike = (a: number, b: number): number => {
    const [before, after] = [old[a], now[b]];
    if (!before || !after || (before.block !== after.block && !(isListed(before) && isListed(after)))) return 0;
    if (isSameButForScript(before.text, after.text)) return 1;
    const share = likeness(oldWords?.[a] ?? none, nowWords?.[b] ?? none);
    // A single block between two that agree is the same one, however much of it changed.
    return old.length === 1 && now.length === 1 ? Math.max(share, share >= 0.15 || before.text === '' ? 0.4 : 0) : share;
  };
  return matchAlike(old.length, now.length, alike).map(([a, b]): Pair => [a + from.old, b + from.now]);
}

const none: ReadonlyMap<string, number> = new Map();

function isListed({ block }: Unit): boolean {
  return block === 'step' || block === 'item';
}

function changed(before: Unit, after: Unit, oldPart: Part, part: Part, sides: Sides): readonly TwoWayChange[] {
  const [oldText, newText] = [sides.before.text.slice(before.start, before.end), sides.after.text.slice(after.start, after.end)];
  if (oldText === newText && before.meaning === after.meaning) return [];
  return [
    {
      kind: 'changed',
      // A step that became a mere item is a step to whoever counts steps.
      block: before.block === 'step' ? 'step' : after.block,
      headings: part.headings,
      otherHeadings: oldPart.headings,
      classes: classifyUnits(before, after, part.kind ?? oldPart.kind),
      before: { start: before.start, end: before.end },
      after: { start: after.start, end: after.end },
      words: diffWords(oldText, newText, before.start, after.start),
    },
  ];
}

/** Units that only one side has, and those among them that stand in another place. */
function compareLoose({ before, after, loose }: Sides): readonly TwoWayChange[] {
  const waiting = new Map<string, LooseUnit[]>();
  for (const entry of loose.removed) {
    const group = waiting.get(entry.unit.meaning);
    if (group) group.push(entry);
    else waiting.set(entry.unit.meaning, [entry]);
  }
  const changes: TwoWayChange[] = [];
  for (const { unit, part, place } of loose.added) {
    const origin = waiting.get(unit.meaning)?.shift();
    const here = { start: unit.start, end: unit.end };
    if (origin) {
      const isEscalation = part.kind === 'escalation' || origin.part.kind === 'escalation';
      changes.push({
        kind: 'moved',
        block: unit.block,
        headings: part.headings,
        otherHeadings: origin.part.headings,
        classes: inOrder([unit.block === 'step' ? 'steps' : 'wording', ...(isEscalation ? (['escalation'] as const) : [])]),
        before: { start: origin.unit.start, end: origin.unit.end },
        after: here,
        words: [],
      });
      continue;
    }
    changes.push({
      kind: 'added',
      block: unit.block,
      headings: part.headings,
      classes: classifyUnits(undefined, unit, part.kind),
      before: { start: place, end: place },
      after: here,
      words: diffWords('', after.text.slice(unit.start, unit.end), place, unit.start),
    });
  }
  for (const { unit, part, place } of [...waiting.values()].flat()) {
    changes.push({
      kind: 'removed',
      block: unit.block,
      headings: part.headings,
      classes: classifyUnits(unit, undefined, part.kind),
      before: { start: unit.start, end: unit.end },
      after: { start: place, end: place },
      words: diffWords(before.text.slice(unit.start, unit.end), '', unit.start, place),
    });
  }
  return changes;
}
