/** What git knows of a knowledge base, as plain values. Days are ISO 8601; paths are relative to the knowledge base, with `/`. */

export interface Person {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
}

/** One file that a commit changed, against all of its parents. */
export interface FileChange {
  readonly path: string;
  /** Blobs it had before, one for each parent that had it. */
  readonly before: readonly string[];
  /** Its blob now; absent when the commit removed it, or left something there that is no plain file. */
  readonly after?: string;
}

/** A signature as git verified it. */
export interface Signature {
  /** `SHA256:…` of an SSH key, or the fingerprint of an OpenPGP key in hexadecimal. */
  readonly key: string;
  /** The address that the user's own list of trusted keys gives this key; absent where it is not in it. */
  readonly principal?: string;
}

export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly coAuthors: readonly Person[];
  /** The day on which it was committed, in the committer's own time zone. */
  readonly day: string;
  readonly changes: readonly FileChange[];
  /** Present where git found the signature good. Only commits that add decisions are verified. */
  readonly signature?: Signature;
}
