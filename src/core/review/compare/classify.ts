import { type ChangeClass, changeClasses } from '../../model/comparison.js';
import type { SectionKind } from '../../model/outline.js';
import { numbersKey, withoutNumbers } from './numbers.js';
import { isSameButForScript, isScriptConversion } from './script.js';
import type { Unit } from './units.js';

/** Classes in their fixed order, each once. */
export function inOrder(classes: Iterable<ChangeClass>): readonly ChangeClass[] {
  const found = new Set(classes);
  return changeClasses.filter((name) => found.has(name));
}

const nothing: Pick<Unit, 'text' | 'directives' | 'placeholders' | 'links' | 'images'> = {
  text: '',
  directives: [],
  placeholders: [],
  links: [],
  images: [],
};

/** What differs between two units that stand for each other; one is absent when the other came or went. */
export function classifyUnits(before: Unit | undefined, after: Unit | undefined, kind: SectionKind | undefined): readonly ChangeClass[] {
  const block = after?.block ?? before?.block;
  if (before && after && before.meaning === after.meaning) return ['formatting'];
  if (block === 'comment') return ['metadata'];
  const old = before ?? nothing;
  const now = after ?? nothing;
  const isWhole = !before || !after;
  const classes = new Set<ChangeClass>(classifyText(old.text, now.text));
  // A page that goes to the other script takes its owners, anchors and names along.
  const differ = (read: (unit: typeof nothing) => unknown) => !isSameButForScript(JSON.stringify(read(old)), JSON.stringify(read(now)));

  if (differ(stepMarksOf) || (isWhole && block === 'step') || before?.block !== after?.block) {
    if (block === 'step' || before?.block === 'step' || differ(stepMarksOf)) classes.add('steps');
    else classes.add('wording');
  }
  if (differ(outcomesOf)) {
    classes.add('steps');
    if ([...outcomesOf(old), ...outcomesOf(now)].includes('escalated')) classes.add('escalation');
  }
  if (differ(({ placeholders }) => placeholders.map(({ name }) => name))) classes.add('placeholder');
  if (differ(({ links }) => links.map(({ target }) => target))) classes.add(kind === 'flow' ? 'steps' : 'wording');
  if (differ(({ images }) => images.map(({ target, alt }) => [target, alt]))) classes.add('wording');
  if (differ(includesOf)) classes.add('wording');
  if (before?.block === 'heading' && after?.block === 'heading' && before.level !== after.level) classes.add('section');
  // Emphasis is how words look; anything else that the tree shows and no case above names counts as words.
  if (classes.size === 0) classes.add(hiddenClass(before, after));
  if (kind === 'escalation' && [...classes].some((name) => name !== 'formatting' && name !== 'script')) classes.add('escalation');
  return inOrder(classes);
}

function hiddenClass(before: Unit | undefined, after: Unit | undefined): ChangeClass {
  if (!before || !after) return 'wording';
  return before.plain === after.plain ? 'formatting' : isScriptConversion(before.plain, after.plain) ? 'script' : 'wording';
}

/** What differs between two stretches of plain words; nothing when they are the same. */
export function classifyText(before: string, after: string): readonly ChangeClass[] {
  if (before === after) return [];
  if (isScriptConversion(before, after)) return ['script'];
  const hasOtherNumbers = numbersKey(before) !== numbersKey(after);
  const [old, now] = [withoutNumbers(before), withoutNumbers(after)];
  const isConverted = isScriptConversion(old, now);
  return inOrder([
    ...(hasOtherNumbers ? (['number'] as const) : []),
    ...(isConverted ? (['script'] as const) : old !== now || !hasOtherNumbers ? (['wording'] as const) : []),
  ]);
}

function stepMarksOf({ directives }: typeof nothing): readonly (readonly [string, string])[] {
  return directives
    .filter(({ name }) => name === 'owner' || name === 'within' || name === 'record')
    .map(({ name, label }) => [name, label.trim()]);
}

function outcomesOf({ directives }: typeof nothing): readonly string[] {
  return directives.filter(({ name }) => name === 'outcome').map(({ label }) => label.trim());
}

function includesOf({ directives }: typeof nothing): readonly string[] {
  return directives.filter(({ name }) => name === 'include').map(({ attributes }) => attributes['id'] ?? '');
}
