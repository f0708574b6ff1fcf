import * as described from '../../../app/describe-review.js';
import type { MissingApproval, RecordedDecision, ReviewState } from '../../../core/model/review.js';
import type { Context } from '../../context.js';
import { printable } from '../../terminal.js';

type Speaker = Pick<Context, 'say'>;

/** What has to be said about a reviewed file beside its state, for a terminal. */
export function describeState(state: ReviewState, { say }: Speaker): readonly string[] {
  return described.describeState(state, say, printable);
}

export function describeMissing(missing: MissingApproval, { say }: Speaker): string {
  return described.describeMissing(missing, say, printable);
}

export function describeProblem(recorded: RecordedDecision, { say }: Speaker): string {
  return described.describeProblem(recorded, say, printable);
}
