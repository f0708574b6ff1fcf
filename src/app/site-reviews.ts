import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Playbook } from '../core/model/playbook.js';
import type { ReviewState, Revision } from '../core/model/review.js';
import { isInForce } from '../core/review/states.js';
import type { PageReview, SiteReviews } from '../site/site-reviews.js';
import type { PublishedKnowledgeBase } from './published.js';
import type { Review } from './review.js';
import { revisionMarks } from './revision-texts.js';

/** What pages of approved content say: they show what was approved, whatever became of the file since. */
export function reviewsOfPublished({ pages }: PublishedKnowledgeBase, { judgements }: Pick<Review, 'judgements'>): SiteReviews {
  return new Map([...pages].map(([path, { state, revision }]) => [path, pageReview(state, revision, true, judgements)]));
}

/** What pages of a folder say: whether its text is the approved one. A file that is not committed was never approved. */
export function reviewsOfFolder({ states, judgements }: Review, { playbooks }: KnowledgeBase): SiteReviews {
  return new Map([...playbooks.values()].map((playbook) => [playbook.path, reviewOfText(playbook, states.get(playbook.id), judgements)]));
}

/** What one such page says. Without judgements it knows its last revision only. */
export function reviewOfText({ blob }: Playbook, state: ReviewState | undefined, judgements?: Review['judgements']): PageReview {
  if (!state) return { state: 'never-approved', isApproved: false };
  const { published } = state;
  const isApproved = published?.blob === blob && isInForce(state);
  const review = pageReview(state, published, isApproved, judgements);
  return isApproved || !isInForce(state) ? review : { ...review, state: 'changed' };
}

function pageReview(
  state: ReviewState,
  revision: Revision | undefined,
  isApproved: boolean,
  judgements?: Review['judgements'],
): PageReview {
  const revisions = revisionMarks(judgements?.get(state.id)?.revisions ?? []);
  return {
    state: state.state,
    isApproved,
    ...(revisions.length > 0 && { revisions }),
    ...(state.reviewedOn !== undefined && { reviewedOn: state.reviewedOn }),
    ...(revision && {
      revision: {
        number: revision.number,
        approvedOn: revision.day,
        approvers: revision.approvals.map(({ decision, author }) => author.name || decision.by),
      },
    }),
  };
}
