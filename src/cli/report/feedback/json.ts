import type { FeedbackFormat } from './feedback-format.js';

/** For programs: everything, however many rows. `version` changes when a field does. */
export const feedbackAsJson: FeedbackFormat = ({ title, today, report }) =>
  `${JSON.stringify({ version: 1, title, today, ...report }, undefined, 2)}\n`;
