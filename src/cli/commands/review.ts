import type { Command } from 'commander';
import type { Context } from '../context.js';
import { addExamples } from '../program.js';
import { addReviewCheck } from './review-check.js';
import { addReviewComments } from './review-comments.js';
import { addReviewDecisions } from './review-decide.js';
import { addReviewDiff } from './review-diff.js';
import { addReviewDue } from './review-due.js';
import { addReviewHistory } from './review-history.js';
import { addReviewStatus } from './review-status.js';

const commands = [addReviewStatus, addReviewDiff, addReviewDecisions, addReviewCheck, addReviewHistory, addReviewDue, addReviewComments];

/** `playbook review …`: each of its commands is a file of its own. */
export function addReview(program: Command, context: Context): void {
  const review = program.command('review').description(context.say('reviewSummary')).helpCommand(false);
  for (const add of commands) add(review, context);
  addExamples(
    review,
    context,
    'playbook review status',
    'playbook review approve script-refund-request',
    'playbook review check --base origin/main',
  );
}
