import type { Command } from 'commander';
import type { Context } from '../context.js';
import { addReviewDiff } from './review-diff.js';

/** `playbook review …`: each of its commands is a file of its own. */
export function addReview(program: Command, context: Context): void {
  const review = program.command('review').description(context.say('reviewSummary'));
  addReviewDiff(review, context);
}
