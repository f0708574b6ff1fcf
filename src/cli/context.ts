import type { Locale } from '../core/model/locale.js';
import type { Terminal } from './terminal.js';
import type { Say } from './words.js';

/** How a command ends: 0 done, 1 problems found, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** What every command gets from the program. */
export interface Context {
  readonly terminal: Terminal;
  readonly locale: Locale;
  readonly say: Say;
  /** The folder the user is in, absolute. */
  readonly currentFolder: string;
  /** The local day, ISO 8601, unless a command was told another. */
  readonly today: () => string;
  /** Tells the program how to end. */
  readonly end: (code: ExitCode) => void;
}
