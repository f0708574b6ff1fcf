import type { DueReport } from './due-report.js';

/** For programs. `version` changes when a field does. */
export const reportDueAsJson: DueReport = ({ today, within, items }) =>
  `${JSON.stringify({ version: 1, today, within, items }, undefined, 2)}\n`;
