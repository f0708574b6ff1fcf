export interface OwnRequest<Params, Answer> {
  readonly method: `playbook/${string}`;
  /** Absent at run time; says what goes in and out. */
  readonly types?: { readonly params: Params; readonly answer: Answer };
}

export interface OwnNotification<Params> {
  readonly method: `playbook/${string}`;
  readonly types?: { readonly params: Params };
}

/** A knowledge base, by the address of its folder or of any file in it. */
export interface FolderParams {
  readonly uri: string;
}

/** Part of a long list. */
export interface PageParams extends FolderParams {
  /** How many entries to pass over; 0 by default. */
  readonly offset?: number;
  /** At most so many entries, up to 5,000; 2,000 by default. */
  readonly limit?: number;
}

/** A list or part of it. */
export interface Page<Entry> {
  /** How many there are in all. */
  readonly total: number;
  readonly offset: number;
  readonly entries: readonly Entry[];
}

/** As in the Language Server Protocol: lines and UTF-16 code units, from 0. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

/** A name as it is kept, and what to show for it in the user’s language. */
export interface Labelled {
  readonly name: string;
  readonly label: string;
}

export interface TextLocation {
  readonly uri: string;
  readonly range: TextRange;
}
