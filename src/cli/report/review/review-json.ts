import type { RecordedDecision, ReviewState, Revision } from '../../../core/model/review.js';

/** A reviewed file’s state, for programs. Days are ISO 8601. */
export function stateAsJson(state: ReviewState) {
  const { published } = state;
  return {
    id: state.id,
    path: state.path,
    state: state.state,
    blob: state.blob ?? null,
    published: published ? revisionAsJson(published) : null,
    authors: state.authors,
    approvedBy: state.approvedBy,
    missing: state.missing.map(({ group, count, from }) => ({ group: group ?? null, count, from })),
    requested: state.requested.map(decisionAsJson),
    changesRequested: state.changesRequested.map(decisionAsJson),
    suspicious: state.suspicious.map(decisionAsJson),
    onlyFormatting: state.onlyFormatting,
    assetsChanged: state.assetsChanged,
    reviewedOn: state.reviewedOn ?? null,
  };
}

export function revisionAsJson({ number, blob, path, day, commit, approvals, assets }: Revision) {
  return { revision: number, blob, path, approvedOn: day, commit, approvers: approvals.map(({ decision }) => decision.by), assets };
}

export function decisionAsJson({ decision, file, commit, author, day, problem }: RecordedDecision) {
  return {
    decision: decision.kind,
    by: decision.by,
    on: day,
    blob: decision.blob,
    note: decision.note ?? null,
    reviewers: decision.reviewers,
    file,
    commit,
    author: author.email,
    problem: problem ?? null,
  };
}
