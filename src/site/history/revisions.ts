/** An approved revision of a page, without its text. */
export interface RevisionMark {
  /** Counts from 1. */
  readonly number: number;
  /** ISO 8601 day. */
  readonly approvedOn: string;
  /** Names of the approvers, or their e-mails where they gave no name. */
  readonly approvers: readonly string[];
  /** What approvers noted. One person wrote each and nobody approved it: shown only where the config says so. */
  readonly notes: readonly { readonly by: string; readonly text: string }[];
  /** What was approved is that the page goes out of use. */
  readonly isRemoval: boolean;
}

/** The texts of a page's comparable revisions by their number. Only approved text is ever given. */
export type ReadRevisionTexts = (path: string) => Promise<ReadonlyMap<number, string>>;

/** Revisions of a page that are compared, the latest ones: each pair of them is a file. */
const mostCompared = 6;

/** Those of a page's revisions, oldest first, whose texts are compared with each other. */
export function comparable<Revision extends Pick<RevisionMark, 'isRemoval'>>(revisions: readonly Revision[]): readonly Revision[] {
  return revisions.filter(({ isRemoval }) => !isRemoval).slice(-mostCompared);
}

/** Whether a page has anything to compare, and so a history of its own. */
export function hasHistory(revisions: readonly RevisionMark[] | undefined): revisions is readonly RevisionMark[] {
  return revisions !== undefined && comparable(revisions).length > 1;
}
