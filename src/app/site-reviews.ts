import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { ReviewState, Revision } from '../core/model/review.js';
import { isInForce } from '../core/review/states.js';
import type { PageReview, SiteReviews } from '../site/site-reviews.js';
import type { PublishedKnowledgeBase } from './published.js';
import type { Review } from './review.js';

/** What pages of approved content say: they show what was approved, whatever became of the file since. */
export function reviewsOfPublished({ pages }: PublishedKnowledgeBase): SiteReviews {
  return new Map([...pages].map(([path, { state, revision }]) => [path, pageReview(state, revision, true)]));
}

/** What pages of a folder say: whether its text is the approved one. A file that is not committed was never approved. */
export function reviewsOfFolder({ states }: Review, { playbooks }: KnowledgeBase): SiteReviews {
  return new Map(
    [...playbooks.values()].map(({ path, id, blob }): [string, PageReview] => {
      const state = states.get(id);
      if (!state) return [path, { state: 'never-approved', isApproved: false }];
      const { published } = state;
      const isApproved = published?.blob === blob && isInForce(state);
      const review = pageReview(state, published, isApproved);
      return [path, isApproved || !isInForce(state) ? review : { ...review, state: 'changed' }];
    }),
  );
}

function pageReview(state: ReviewState, revision: Revision | undefined, isApproved: boolean): PageReview {
  return {
    state: state.state,
    isApproved,
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
