import type { Diagnostic } from '../../core/model/diagnostic.js';
import type { Range } from '../../core/model/text.js';
import { type Report, summarize } from './report.js';

/** Number of this format; it grows when a reader would have to change. */
const formatVersion = 1;

/** Lines and columns count from 1, offsets from 0, in UTF-16 code units; paths are relative to `root`, with `/`. */
export const reportAsJson: Report = (result) => {
  const report = {
    version: formatVersion,
    root: result.root,
    summary: summarize(result),
    diagnostics: result.diagnostics.map(diagnosticAsJson),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

function diagnosticAsJson({ code, severity, message, path, range, related, fix }: Diagnostic) {
  return {
    code,
    severity,
    message,
    path,
    range: rangeAsJson(range),
    ...(related && { related: related.map((place) => ({ path: place.path, range: rangeAsJson(place.range), message: place.message })) }),
    ...(fix && {
      fix: { title: fix.title, edits: fix.edits.map((edit) => ({ range: rangeAsJson(edit.range), newText: edit.newText })) },
    }),
  };
}

function rangeAsJson({ start, end }: Range): Range {
  const place = ({ line, column, offset }: Range['start']) => ({ line, column, offset });
  return { start: place(start), end: place(end) };
}
