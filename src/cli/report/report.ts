import type { Diagnostic, Severity } from '../../core/model/diagnostic.js';
import type { Context } from '../context.js';

/** What a check found, ready to be written in one of the formats. */
export interface CheckResult {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  /** How many playbooks were checked. */
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The text that a diagnostic's places count in. */
  readonly textOf: (path: string) => string | undefined;
  /** A file's path as the user would type it, with `/`: from the current folder if the knowledge base lies in it, else absolute. */
  readonly shownPath: (path: string) => string;
}

/** Writes a result as text. */
export type Report = (result: CheckResult, context: Context) => string;

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function summarize({ files, diagnostics }: Pick<CheckResult, 'files' | 'diagnostics'>): Summary {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { files, errors: count('error'), warnings: count('warning'), infos: count('info') };
}
