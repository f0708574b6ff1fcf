/** What the command line says of an export, for `--json`. */
export interface ExportReport {
  readonly content: 'approved' | 'working-tree';
  readonly playbooks: number;
  readonly leftOut: number;
  readonly isConfigApproved: boolean;
  readonly errors: number;
  /** Absolute path of the home page. */
  readonly home: string;
}

/** Reads what was printed; undefined if that is no report. */
export function readExportReport(printed: string): ExportReport | undefined {
  const report = parsed(printed);
  if (typeof report !== 'object' || report === null) return undefined;
  const { content, playbooks, leftOut, isConfigApproved, errors, home }: { readonly [key: string]: unknown } = { ...report };
  if ((content !== 'approved' && content !== 'working-tree') || typeof home !== 'string') return undefined;
  if (typeof playbooks !== 'number' || typeof leftOut !== 'number' || typeof errors !== 'number') return undefined;
  return { content, playbooks, leftOut, isConfigApproved: isConfigApproved === true, errors, home };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
