import type { Commit, Signature } from '../core/model/history.js';
import type { Playbook, SourceText } from '../core/model/playbook.js';
import type { Ledger } from '../core/review/ledger-data.js';
import type { IndexParts } from '../core/search/index-parts.js';

/** Files below the root of a knowledge base. All paths are relative to it, with `/`; nothing outside is ever given. */
export interface FileSource {
  /** Every file that is neither hidden nor ignored, in path order; symbolic links only if they stay inside. */
  readonly list: () => Promise<readonly FileEntry[]>;
  /** Undefined if the file is gone, cannot be read, or lies outside. */
  readonly read: (path: string) => Promise<SourceText | undefined>;
  /**
   * The listed path of a file that a page names by where it stands beside it; undefined if the page may not show it. Absent
   * where every page may show every file.
   */
  readonly fileFor?: (page: string, path: string) => string | undefined;
  /** Texts of all files of imported feedback, in the order of their names; absent where there is none to be had. */
  readonly feedback?: () => Promise<readonly string[]>;
  /** The listed path of a page that others may name by another. */
  readonly pageFor?: (path: string) => string | undefined;
}

export interface FileEntry {
  readonly path: string;
  /** A link that leaves the knowledge base: known, never read. */
  readonly outside?: boolean;
  /** Of such a link: what it leads to does not exist. */
  readonly broken?: boolean;
  /** A folder that may not be read; what is in it is not known. */
  readonly unreadable?: boolean;
}

export interface Clock {
  /** The local day, ISO 8601. */
  readonly today: () => string;
}

/** Told how far long work has come. */
export type Progress = (done: number, total: number) => void;

/** Why there is no history to go by. `detail` is git's own word where that helps. */
export type HistoryProblem = 'no-git' | 'no-repository' | 'no-commit' | 'shallow' | 'partial' | 'foreign-owner' | 'damaged' | 'failed';

/** The history cannot be read as a whole, so nothing can be said about approvals. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
  readonly problem: HistoryProblem;
  readonly detail: string;
  constructor(problem: HistoryProblem, detail = '') {
    super(`${problem}: ${detail}`);
    this.problem = problem;
    this.detail = detail;
  }
}

/** The committed history of a knowledge base. Never the working tree. Every method fails with a `HistoryError`. */
export interface History {
  /** Folder of the knowledge base in its repository, `''` or ending in `/`. */
  readonly prefix: string;
  /** The commit that counts as the present one. */
  readonly head: string;
  /** Commits that `to` has and `since` has not, with what they changed in the knowledge base. All of them without `since`. */
  readonly commits: (to: string, since?: string) => Promise<ReadonlyMap<string, Commit>>;
  /** Every plain file of a commit, path to blob. */
  readonly tree: (commit: string) => Promise<ReadonlyMap<string, string>>;
  /** Calls `take` with each blob's content, checked against its name; in any order, each once. */
  readonly read: (blobs: Iterable<string>, take: (blob: string, content: Uint8Array) => void) => Promise<void>;
  /** The same as text, as a `FileSource` reads files. */
  readonly readTexts: (blobs: Iterable<string>) => Promise<ReadonlyMap<string, SourceText>>;
  /** The good signatures among these commits. */
  readonly signatures: (commits: readonly string[]) => Promise<ReadonlyMap<string, Signature>>;
}

/** Keeps what was read from a history. It may forget anything; what it gives back was kept by this program for this history. */
export interface LedgerCache {
  readonly load: () => Promise<Ledger | undefined>;
  readonly save: (ledger: Ledger) => Promise<void>;
}

/** Keeps the search index of one knowledge base between runs. It may forget anything; what it gives back was kept by this program. */
export interface IndexStore {
  readonly load: () => Promise<StoredIndex | undefined>;
  readonly save: (manifest: string, parts: ReadonlyMap<string, string>) => Promise<void>;
}

export interface StoredIndex {
  /** As it was given to `save`. */
  readonly manifest: string;
  readonly parts: IndexParts;
}

/** Keeps what was read of files between runs. It may forget anything; what it gives back was read by this very program. */
export interface PlaybookStore {
  /** What was read while playbooks without a language counted as written in this one (BCP 47); nothing, at first. */
  readonly open: (language: string) => Promise<KeptPlaybooks>;
}

export interface KeptPlaybooks {
  readonly size: number;
  /** A playbook with its text, which tells whether the file is still the same. */
  readonly get: (path: string) => Playbook | undefined;
  /** Reads many files beside this thread, in any order. False if that cannot be had, now or any more: read here what is left. */
  readonly readBeside: (files: readonly UnreadFile[], take: (playbook: Playbook) => void) => Promise<boolean>;
  /** Keeps these for the next run, and nothing else. Never fails. */
  readonly save: (playbooks: Iterable<Playbook>) => Promise<void>;
}

/** A file and its text, before anything is known about it. */
export interface UnreadFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly source: SourceText;
}
