import type { Command } from 'commander';
import type { Context } from '../context.js';
import { addExamples } from '../program.js';
import { addFeedbackImport } from './feedback-import.js';
import { addFeedbackReport } from './feedback-report.js';

/** `playbook feedback …`: what readers of the help site tell. */
export function addFeedback(program: Command, context: Context): void {
  const feedback = program.command('feedback').description(context.say('feedbackSummary')).helpCommand(false);
  addFeedbackImport(feedback, context);
  addFeedbackReport(feedback, context);
  addExamples(feedback, context, 'playbook feedback import ../feedback', 'playbook feedback report --format markdown');
}
