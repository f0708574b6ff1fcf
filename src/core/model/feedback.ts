/**
 * What readers of the help site tell, without a word about themselves. `opened` and `copied` say that a page was of use,
 * `search-empty` that a search found nothing, `missing` that a reader asked for a page about it.
 */
export const feedbackKinds = ['opened', 'copied', 'solved', 'unsolved', 'wrong', 'search-empty', 'missing'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** Why a passage is wrong. A list to choose from: free text would sooner or later hold a customer's name. */
export const wrongReasons = ['incorrect', 'outdated', 'unclear', 'incomplete'] as const;
export type WrongReason = (typeof wrongReasons)[number];

/** What every entry has. */
interface Told {
  readonly version: 1;
  /** 32 hexadecimal digits by chance: names the entry, so that one that arrives twice counts once. */
  readonly id: string;
  /** ISO 8601, without the time. */
  readonly day: string;
  /** Id of the playbook it is about or was told on; absent where that was a list or the home page. */
  readonly page?: string;
  /** First eight digits of the blob that the page showed: the published revision. */
  readonly revision?: string;
}

/** A page as it was when something was told about it. */
interface ToldOfPage extends Told {
  readonly page: string;
  readonly revision: string;
}

interface UseEntry extends ToldOfPage {
  readonly kind: 'opened' | 'solved' | 'unsolved';
}

interface CopyEntry extends ToldOfPage {
  readonly kind: 'copied';
  /** Words of the heading above what was copied. */
  readonly section?: string;
}

export interface WrongEntry extends ToldOfPage {
  readonly kind: 'wrong';
  /** The words that are wrong, blanks by their names: `{{order_id}}`. */
  readonly quote: string;
  /** Some words before and after them on the page. */
  readonly before: string;
  readonly after: string;
  /** Of the heading they stand under; empty above the first. */
  readonly anchor: string;
  readonly reason: WrongReason;
}

export interface SearchEntry extends Told {
  readonly kind: 'search-empty' | 'missing';
  readonly query: string;
}

export type FeedbackEntry = UseEntry | CopyEntry | WrongEntry | SearchEntry;
