import type { MissingApproval, RecordedDecision, ReviewState } from '../core/model/review.js';
import type { Refusal } from './decide.js';
import type { SayOfReview } from './review-words.js';

/** Makes what comes from files harmless where it is shown. */
type Show = (text: string) => string;
const asItIs: Show = (text) => text;

/** What has to be said about a reviewed file beside its state, each as a short sentence; empty when nothing is left to do. */
export function describeState(state: ReviewState, say: SayOfReview, show: Show = asItIs): readonly string[] {
  const list = (people: readonly string[]) => people.map(show).join(say('listSeparator'));
  return [
    ...(state.blob === undefined && state.published && state.state !== 'retired' ? [say('reviewFileGone')] : []),
    ...(state.assetsChanged ? [say('reviewAssetsChanged')] : []),
    ...state.changesRequested.map(({ decision }) => say('reviewChangesAsked', { by: show(decision.by), note: show(decision.note ?? '') })),
    ...(state.approvedBy.length > 0 ? [say('reviewApprovedBy', { people: list(state.approvedBy) })] : []),
    ...state.missing.map((missing) => describeMissing(missing, say, show)),
    ...(state.authors.length > 0 && state.missing.length > 0 ? [say('reviewWrittenBy', { people: list(state.authors) })] : []),
    ...state.requested.map(({ decision }) =>
      decision.reviewers.length > 0
        ? say('reviewAsked', { by: show(decision.by), people: list(decision.reviewers) })
        : say('reviewAskedEverybody', { by: show(decision.by) }),
    ),
    ...state.suspicious.map((recorded) =>
      say('reviewSuspicious', { file: show(recorded.file), problem: describeProblem(recorded, say, show) }),
    ),
  ];
}

export function describeMissing({ group, count, from }: MissingApproval, say: SayOfReview, show: Show = asItIs): string {
  const people = from.map(show).join(say('listSeparator'));
  if (group !== undefined) return say('reviewMissingGroup', { count, group: show(group), people: people || say('reviewNobody') });
  return people === '' ? say('reviewMissingAny', { count }) : say('reviewMissingFrom', { count, people });
}

export function describeProblem({ problem, author }: RecordedDecision, say: SayOfReview, show: Show = asItIs): string {
  return problem === undefined ? '' : say(`problem.${problem}`, { author: show(author.email) });
}

/** What the words about a refused decision are filled with, people included. */
export function refusalValues({ values, named = {} }: Refusal, say: SayOfReview, show: Show = asItIs): Refusal['values'] {
  const people = Object.entries(named).map(([name, emails]) => [name, emails.map(show).join(say('listSeparator'))] as const);
  return { ...values, ...Object.fromEntries(people) };
}
