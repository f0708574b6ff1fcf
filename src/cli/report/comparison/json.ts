import { findLineStarts, rangeOf, type Span } from '../../../core/model/text.js';
import type { ComparisonReport } from './comparison-report.js';

/** For programs: every change with its classes and its exact place in both texts. `version` changes when a field does. */
export const reportComparisonAsJson: ComparisonReport = ({
  id,
  title,
  path,
  before = '',
  after = '',
  names,
  comparison,
  reached,
  reachedMore,
}) => {
  const placesIn = (text: string) => {
    const lineStarts = findLineStarts(text);
    return (span: Span) => rangeOf(text, lineStarts, span);
  };
  const [inBefore, inAfter] = [placesIn(before), placesIn(after)];
  const report = {
    version: 1,
    id,
    title,
    path,
    from: names.before,
    to: names.after,
    size: comparison.size,
    classes: comparison.classes,
    changes: comparison.changes.map((change) => ({ ...change, before: inBefore(change.before), after: inAfter(change.after) })),
    reached: {
      count: reached.length + reachedMore,
      pages: reached.flatMap(({ before: old, after: now }) => {
        const playbook = (now ?? old)?.playbook;
        return playbook ? [{ id: playbook.id, path: playbook.path, title: playbook.title }] : [];
      }),
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};
