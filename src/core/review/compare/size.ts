import type { Change, ChangeClass, RevisionSize } from '../../model/comparison.js';
import { foldScript } from '../../script-fold.js';

/** Classes that alone make a revision major: what agents promise, do or pass on is another than before. */
const major: ReadonlySet<ChangeClass> = new Set(['number', 'steps', 'escalation']);

/** Fields that decide whether and for whom a page holds. */
const majorFields: ReadonlySet<string> = new Set(
  'id type lang valid_from valid_to channels tiers audience risk retired_on replaced_by'.split(' '),
);

/** A wording that says other words than these for so large a part is another wording. */
const largePart = 1 / 3;

/** Added, removed or changed in number, these turn a sentence into its opposite. */
const negations =
  /不(?!好意思|客气|过|同|仅|但|断|久)|未|勿|别(?!的|人|名)|禁止|没有|无法|无需|\b(?:not|no|never|cannot|without)\b|n['’]t\b/giu;

/**
 * How much a revision changes. Major: a number, a step, an escalation; a section that came or went; a field that decides
 * where a page holds; a negation that came or went; or a third of the words. Formatting: how the text is typed or emphasized.
 * `textLength` is the length of the longer text without spaces, in UTF-16 code units.
 */
export function revisionSize(changes: readonly Change[], textLength: number): RevisionSize {
  if (changes.length === 0) return 'none';
  if (changes.every(({ classes }) => classes.every((name) => name === 'formatting'))) return 'formatting';
  if (changes.some(isMajor)) return 'major';
  const edited = changes.reduce((sum, { words, classes }) => sum + (classes.includes('wording') ? editedLength(words) : 0), 0);
  return edited > textLength * largePart ? 'major' : 'minor';
}

function isMajor({ kind, block, classes, field, words }: Change): boolean {
  if (classes.some((name) => major.has(name))) return true;
  if (block === 'page') return true;
  if (block === 'section' && (kind === 'added' || kind === 'removed')) return true;
  if (field !== undefined && majorFields.has(field) && classes.some((name) => name !== 'formatting')) return true;
  return classes.includes('wording') && negationsIn(words, 'removed') !== negationsIn(words, 'added');
}

function negationsIn(words: Change['words'], side: 'removed' | 'added'): number {
  const text = words.map((part) => (part.kind === side ? part.text : part.kind === 'same' ? '\n' : '')).join('');
  return foldScript(text).match(negations)?.length ?? 0;
}

function editedLength(words: Change['words']): number {
  const length = (side: 'removed' | 'added') => words.reduce((sum, { kind, text }) => sum + (kind === side ? text.length : 0), 0);
  return Math.max(length('removed'), length('added'));
}
