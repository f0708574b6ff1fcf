import type { MissingApproval, RecordedDecision, ReviewState } from '../../../core/model/review.js';
import type { Context } from '../../context.js';
import { printable } from '../../terminal.js';

/** What has to be said about a reviewed file beside its state, each as a short sentence; empty when nothing is left to do. */
export function describeState(state: ReviewState, { say }: Pick<Context, 'say'>): readonly string[] {
  const list = (people: readonly string[]) => people.map(printable).join(say('listSeparator'));
  return [
    ...(state.blob === undefined && state.published && state.state !== 'retired' ? [say('reviewFileGone')] : []),
    ...(state.assetsChanged ? [say('reviewAssetsChanged')] : []),
    ...state.changesRequested.map(({ decision }) =>
      say('reviewChangesAsked', { by: printable(decision.by), note: printable(decision.note ?? '') }),
    ),
    ...(state.approvedBy.length > 0 ? [say('reviewApprovedBy', { people: list(state.approvedBy) })] : []),
    ...state.missing.map((missing) => describeMissing(missing, { say })),
    ...(state.authors.length > 0 && state.missing.length > 0 ? [say('reviewWrittenBy', { people: list(state.authors) })] : []),
    ...state.requested.map(({ decision }) =>
      say('reviewAsked', {
        by: printable(decision.by),
        people: decision.reviewers.length > 0 ? list(decision.reviewers) : say('reviewSomebody'),
      }),
    ),
    ...state.suspicious.map((recorded) =>
      say('reviewSuspicious', { file: printable(recorded.file), problem: describeProblem(recorded, { say }) }),
    ),
  ];
}

export function describeMissing({ group, count, from }: MissingApproval, { say }: Pick<Context, 'say'>): string {
  const people = from.map(printable).join(say('listSeparator'));
  if (group !== undefined) return say('reviewMissingGroup', { count, group: printable(group), people: people || say('reviewNobody') });
  return people === '' ? say('reviewMissingAny', { count }) : say('reviewMissingFrom', { count, people });
}

export function describeProblem({ problem, author }: RecordedDecision, { say }: Pick<Context, 'say'>): string {
  return problem === undefined ? '' : say(`problem.${problem}`, { author: printable(author.email) });
}
