import type { SourceText } from '../core/model/playbook.js';

/** Files below the root of a knowledge base. All paths are relative to it, with `/`; nothing outside is ever given. */
export interface FileSource {
  /** Every file that is neither hidden nor ignored, in path order; symbolic links only if they stay inside. */
  readonly list: () => Promise<readonly FileEntry[]>;
  /** Undefined if the file is gone, cannot be read, or lies outside. */
  readonly read: (path: string) => Promise<SourceText | undefined>;
}

export interface FileEntry {
  readonly path: string;
  /** A link that leaves the knowledge base: known, never read. */
  readonly outside?: boolean;
  /** A folder that may not be read; what is in it is not known. */
  readonly unreadable?: boolean;
}

export interface Clock {
  /** The local day, ISO 8601. */
  readonly today: () => string;
}

/** Told how far long work has come. */
export type Progress = (done: number, total: number) => void;
