import { readConfig } from '../core/config/config.js';
import type { Person } from '../core/model/history.js';
import { type Decision, type DecisionKind, type ReviewState, removedBlob } from '../core/model/review.js';
import { decisionPath, formatDecision } from '../core/review/decision.js';
import type { Wording } from '../core/review/judge.js';
import { isEntitled, type Requirement } from '../core/review/policy.js';
import { configSubject } from '../core/review/subjects.js';
import { nearest } from '../core/schema/nearest.js';
import type { Review } from './review.js';

/** What somebody wants to decide about the committed wording of a reviewed file. */
export interface DecisionWish {
  readonly id: string;
  readonly kind: DecisionKind;
  /** Who commits; the e-mail in lower case. */
  readonly by: Person;
  /** ISO 8601 with time zone. */
  readonly at: string;
  readonly note?: string | undefined;
  /** E-mails of whom a request asks. */
  readonly reviewers: readonly string[];
}

/**
 * Why a decision is not written: it could not count, or would be about another text than its maker sees.
 * - `unknown-playbook`: the last commit has no such id
 * - `uncommitted`: the file in the folder is not the committed one
 * - `already-approved`, `not-published`: there is nothing to approve, or nothing published to verify
 * - `own-change`, `not-entitled`: this person may not decide
 * - `no-email`, `asks-author`: a reviewer who cannot be asked
 */
export type RefusalReason =
  | 'unknown-playbook'
  | 'empty-note'
  | 'uncommitted'
  | 'already-approved'
  | 'not-published'
  | 'own-change'
  | 'not-entitled'
  | 'broken-config'
  | 'no-email'
  | 'asks-author';

export interface Refusal {
  readonly refusal: RefusalReason;
  /** What the words about it are filled with: `id`, `path`, `number`. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Whom the words name, by e-mail: `by`, `person`, `people`. */
  readonly named?: Readonly<Record<string, readonly string[]>>;
  /** What was probably meant. */
  readonly near?: string;
}

export interface PreparedDecision {
  readonly decision: Decision;
  readonly state: ReviewState;
  /** Path of its file, relative to the knowledge base, and what is to stand in it. */
  readonly file: string;
  readonly text: string;
  /** For the commit. */
  readonly message: string;
}

/**
 * The decision as a file, or why it must not be written. `readWritten` gives the text of a file as it is in the folder,
 * undefined if there is none.
 */
export async function prepareDecision(
  review: Review,
  wish: DecisionWish,
  readWritten: (path: string) => Promise<string | undefined>,
): Promise<PreparedDecision | Refusal> {
  const { id, kind, by, at, note } = wish;
  const state = review.states.get(id);
  if (!state || (state.blob === undefined && !state.published)) {
    return refuse('unknown-playbook', { id }, meant(nearest(id, review.present.keys())));
  }
  const file = review.present.get(id)?.find((candidate) => candidate.path === state.path && candidate.blob === state.blob);
  const wording: Wording = file ? review.wordingAt(file) : { blob: removedBlob, assets: {} };
  if (kind === 'changes-requested' && (note ?? '').trim() === '') return refuse('empty-note', { id });
  // What is decided about is what git has; a file that differs from it would mislead whoever reads it.
  if (file && !(await isCommitted(review, file.blob, await readWritten(file.path)))) return refuse('uncommitted', { path: file.path });
  const useless = await findUseless(review, state, kind, wording, by);
  if (useless) return useless;
  const reviewers = wish.reviewers.map((reviewer) => reviewer.trim().toLowerCase());
  for (const reviewer of reviewers) {
    const unfit = findUnfit(review, state, wording, reviewer);
    if (unfit) return unfit;
  }
  const decision: Decision = {
    id,
    kind,
    blob: wording.blob,
    assets: wording.assets,
    by: by.email,
    name: by.name,
    at,
    ...(note !== undefined && { note }),
    reviewers,
  };
  const text = formatDecision(decision);
  return { decision, state, file: decisionPath(decision, text), text, message: subjectLine(decision) };
}

function refuse(refusal: RefusalReason, values: Refusal['values'], more: Pick<Refusal, 'named' | 'near'> = {}): Refusal {
  return { refusal, values, ...more };
}

function meant(near: string | undefined): Pick<Refusal, 'near'> {
  return near === undefined ? {} : { near };
}

async function isCommitted(review: Review, blob: string, written: string | undefined): Promise<boolean> {
  const committed = await review.readText(blob);
  const unify = (text: string) => text.replaceAll('\r\n', '\n');
  return written !== undefined && committed !== undefined && unify(written) === unify(committed);
}

/** A decision that could not count is refused with its reason, instead of being written in vain. */
async function findUseless(
  review: Review,
  state: ReviewState,
  kind: DecisionKind,
  wording: Wording,
  by: Person,
): Promise<Refusal | undefined> {
  if (kind === 'requested') return undefined;
  const { id, published } = state;
  const standing = review.judgements.get(id)?.standing(wording, state.path, review.policy);
  const isPublished = published?.blob === wording.blob && !state.assetsChanged;
  if (kind === 'approved' && isPublished && state.missing.length === 0 && state.changesRequested.length === 0) {
    return refuse('already-approved', { id, number: published.number });
  }
  if (kind === 'verified' && !isPublished) return refuse('not-published', { id });
  if (kind === 'approved' && standing?.authors.has(by.email)) return refuse('own-change', { id }, { named: { by: [by.email] } });
  const unentitled = findUnentitled(id, standing?.requirements ?? [], by.email);
  if (unentitled) return unentitled;
  if (kind === 'approved' && id === configSubject && wording.blob !== removedBlob) {
    const { file } = readConfig(await review.readText(wording.blob));
    if ((file?.problems.length ?? 0) > 0) return refuse('broken-config', { path: state.path });
  }
  return undefined;
}

/** Somebody who could not approve would be asked in vain. */
function findUnfit(review: Review, { id, path }: ReviewState, wording: Wording, person: string): Refusal | undefined {
  if (!/^[^\s@]+@[^\s@]+$/.test(person)) return refuse('no-email', {}, { named: { person: [person] } });
  const standing = review.judgements.get(id)?.standing(wording, path, review.policy);
  if (standing?.authors.has(person)) return refuse('asks-author', {}, { named: { person: [person] } });
  return findUnentitled(id, standing?.requirements ?? [], person);
}

function findUnentitled(id: string, requirements: readonly Requirement[], person: string): Refusal | undefined {
  if (requirements.length === 0 || requirements.some((requirement) => isEntitled(requirement, person))) return undefined;
  const people = [...new Set(requirements.flatMap(({ groups }) => groups.flatMap((group) => group.people)))];
  return refuse('not-entitled', { id }, { named: { by: [person], people }, ...meant(nearest(person, people)) });
}

/** Commit messages are for everybody who reads the history, so they are in English. */
function subjectLine({ id, kind, blob }: Decision): string {
  const verbs: Readonly<Record<DecisionKind, string>> = {
    requested: 'Ask for review of',
    approved: 'Approve',
    'changes-requested': 'Ask for changes to',
    verified: 'Verify',
  };
  return `${verbs[kind]} ${id}${blob === removedBlob ? ' (removal)' : ` at ${blob.slice(0, 8)}`}\n`;
}

/** People of whom the history knows nothing, each with who was probably meant. A new colleague has no commit yet; a misspelled address never will. */
export function unknownPeople(
  { policy, ledger }: Review,
  people: readonly string[],
): readonly { readonly person: string; readonly near?: string }[] {
  const { groups } = policy.config.review;
  const known = new Set([...ledger.commits.map(({ author }) => author.email), ...[...groups.values()].flat()]);
  return people
    .filter((person) => !known.has(person))
    .map((person) => {
      const near = nearest(person, known);
      return { person, ...(near !== undefined && { near }) };
    });
}
