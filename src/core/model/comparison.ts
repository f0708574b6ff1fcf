import type { Span } from './text.js';

/**
 * What a change touches, in the order in which it is named: gravest first.
 * - `number`: an amount, a deadline, a count, or whether it is a most or a least
 * - `steps`: the order of steps, who does one, its time limit, where an answer leads
 * - `escalation`: anything in the escalation section, or an end that escalates
 * - `section`: a section that came, went, moved or changed its level
 * - `placeholder`: which blanks there are, or what is filled in
 * - `metadata`: a front-matter field, or a comment that readers do not see
 * - `wording`: words
 * - `script`: simplified characters became traditional or the other way round, and nothing else
 * - `formatting`: how it is typed or emphasized
 */
export const changeClasses = [
  'number',
  'steps',
  'escalation',
  'section',
  'placeholder',
  'metadata',
  'wording',
  'script',
  'formatting',
] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** How much a revision changes; each size includes those before it. */
const revisionSizes = ['none', 'formatting', 'minor', 'major'] as const;
export type RevisionSize = (typeof revisionSizes)[number];

/** What a change stands in. `page` is a whole file that came or went, `text` one that could not be taken apart. */
export type ComparedBlock =
  | 'page'
  | 'section'
  | 'field'
  | 'heading'
  | 'paragraph'
  | 'wording'
  | 'step'
  | 'item'
  | 'row'
  | 'code'
  | 'embed'
  | 'comment'
  | 'other'
  | 'text';

/**
 * A run of words. Joining `text` of all but the removed parts gives the new text; joining `replaced ?? text` of all but the
 * added parts gives the old one. Spans are in the whole texts; that of the side where the part is absent is empty.
 */
export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added' | 'converted';
  readonly text: string;
  /** Of a converted part: the same words in the script they had before. */
  readonly replaced?: string;
  readonly before: Span;
  readonly after: Span;
}

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly block: ComparedBlock;
  /** In the order of `changeClasses`; never empty. */
  readonly classes: readonly ChangeClass[];
  /** The headings above, outermost first: of the new text, of the old one for what was removed. */
  readonly headings: readonly string[];
  /** The front-matter field, for instance `valid_to`. */
  readonly field?: string;
  /** Where it stands in each text, in UTF-16 code units; empty, at the place where it would stand, on the side it is absent from. */
  readonly before: Span;
  readonly after: Span;
  /** Word by word, as the texts are written. Empty for what moved unchanged. */
  readonly words: readonly WordPart[];
}

/** How two texts of a playbook differ. Changes stand in the order of the new text. */
export interface Comparison {
  readonly changes: readonly Change[];
  /** All classes of all changes, in the order of `changeClasses`. */
  readonly classes: readonly ChangeClass[];
  readonly size: RevisionSize;
}
