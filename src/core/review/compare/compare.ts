import type { Change, Comparison, WordPart } from '../../model/comparison.js';
import type { Playbook } from '../../model/playbook.js';
import type { Span } from '../../model/text.js';
import { parsePlaybook } from '../../parse/playbook.js';
import { builtInTypes } from '../../types/index.js';
import type { PlaybookType } from '../../types/playbook-type.js';
import { compareBodies, type TwoWayChange } from './bodies.js';
import { classifyText, inOrder } from './classify.js';
import { compareFields } from './fields.js';
import { isFormattingOnly } from './formatting.js';
import { revisionSize } from './size.js';
import { diffWords } from './words.js';

export interface CompareSettings {
  /** The types of the knowledge base, which say what sections are for; by default the built-in ones. */
  readonly types?: Iterable<PlaybookType>;
}

/**
 * How two texts of a playbook differ in meaning, block by block. An absent text is a file that is not there. Both are read by
 * the project's own parser and come without byte-order marks. Comparing the other way round gives the same changes, reversed.
 * Never throws; bounded in time by giving up detail in texts that have little in common.
 */
export function compare(before: string | undefined, after: string | undefined, settings: CompareSettings = {}): Comparison {
  const changes = changesBetween(before, after, new Map([...(settings.types ?? builtInTypes)].map((type) => [type.name, type])));
  return {
    changes,
    classes: inOrder(changes.flatMap(({ classes }) => classes)),
    size: revisionSize(changes, Math.max(inkLength(before), inkLength(after))),
  };
}

function inkLength(text = ''): number {
  return text.replace(/\s+/g, '').length;
}

type Types = ReadonlyMap<string, PlaybookType>;

function changesBetween(before: string | undefined, after: string | undefined, types: Types): readonly Change[] {
  if (before === after) return [];
  if (before === undefined || after === undefined) return [wholePage(before, after, types)];
  // What belongs together is looked for in one direction only, so that both directions find the same.
  const isForward = before < after;
  const found = isForward ? compareTexts(before, after, types) : compareTexts(after, before, types).map(reversed);
  const changes: readonly TwoWayChange[] = found.length > 0 ? found : [wholeText(before, after)];
  return changes
    .map(({ otherHeadings: _, ...change }): Change => change)
    .sort((a, b) => a.after.start - b.after.start || a.before.start - b.before.start);
}

function compareTexts(before: string, after: string, types: Types): readonly TwoWayChange[] {
  const [old, now] = [before, after].map((text) => parsePlaybook('playbook.md', { text }, 'zh-Hans'));
  if (!old || !now) return [];
  return [...compareFields(old, now), ...compareBodies(old, now, typeOf(old, types), typeOf(now, types))];
}

function typeOf({ type }: Playbook, types: Types): PlaybookType | undefined {
  return types.get(type);
}

/** A file that came or went. Its classes are those of everything in it, so that a rule for numbers sees its numbers. */
function wholePage(before: string | undefined, after: string | undefined, types: Types): Change {
  const text = before ?? after ?? '';
  return {
    kind: before === undefined ? 'added' : 'removed',
    block: 'page',
    headings: [],
    classes: inOrder(['section', ...compareTexts('', text, types).flatMap(({ classes }) => classes)]),
    before: { start: 0, end: before?.length ?? 0 },
    after: { start: 0, end: after?.length ?? 0 },
    words: diffWords(before ?? '', after ?? ''),
  };
}

/** What no block shows, such as blank lines; text that cannot be taken apart may hide anything. */
function wholeText(before: string, after: string): Change {
  return {
    kind: 'changed',
    block: 'text',
    headings: [],
    classes: isFormattingOnly(before, after) ? ['formatting'] : inOrder(['wording', ...classifyText(before, after)]),
    before: { start: 0, end: before.length },
    after: { start: 0, end: after.length },
    words: diffWords(before, after),
  };
}

function reversed({ otherHeadings, ...change }: TwoWayChange): Change {
  const kinds = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
  const headings = otherHeadings ?? change.headings;
  return { ...change, headings, kind: kinds[change.kind], before: change.after, after: change.before, words: reversedWords(change.words) };
}

function reversedWords(words: readonly WordPart[]): readonly WordPart[] {
  const turned = words.map((part): WordPart => {
    const spans: { before: Span; after: Span } = { before: part.after, after: part.before };
    if (part.kind === 'converted') return { kind: 'converted', text: part.replaced ?? '', replaced: part.text, ...spans };
    return { ...part, kind: part.kind === 'added' ? 'removed' : part.kind === 'removed' ? 'added' : 'same', ...spans };
  });
  // What was removed stands before what was added; the empty sides of both move along.
  return turned.flatMap((part, index): WordPart[] => {
    const next = turned[index + 1];
    const previous = turned[index - 1];
    if (part.kind === 'added' && next?.kind === 'removed') {
      return [{ ...next, after: { start: part.after.start, end: part.after.start } }];
    }
    if (part.kind === 'removed' && previous?.kind === 'added') {
      return [{ ...previous, before: { start: part.before.end, end: part.before.end } }];
    }
    return [part];
  });
}
