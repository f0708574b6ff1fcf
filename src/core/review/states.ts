import { daysBetween, dueDay } from '../days.js';
import { isRetiredBy } from '../life.js';
import {
  type MissingApproval,
  type RecordedDecision,
  type ReviewState,
  type ReviewStateName,
  type Revision,
  removedBlob,
} from '../model/review.js';
import { assetsOf } from './assets.js';
import { isFormattingOnly } from './compare/formatting.js';
import type { LifeFields } from './identity.js';
import { type JudgeContext, type Judgement, judge, keyOf, type Wording } from './judge.js';
import { createPolicies } from './ledger.js';
import type { Ledger, TextOf } from './ledger-data.js';
import { createAncestry } from './order.js';
import { missingApprovals, type Policy, type Requirement } from './policy.js';
import { kindOfPath, subjectOf } from './subjects.js';

export interface StateOptions {
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  readonly textOf: TextOf;
}

/** A file of the last commit that is reviewed. */
interface PresentFile {
  readonly path: string;
  readonly blob: string;
}

export interface ReviewedKnowledgeBase {
  /** What holds now: the approved config, or the committed one while none is approved. */
  readonly policy: Policy;
  readonly states: ReadonlyMap<string, ReviewState>;
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** Files of the last commit by the name they are reviewed under; several where an id is taken twice. */
  readonly present: ReadonlyMap<string, readonly PresentFile[]>;
  /** A file as the last commit has it, with what it shows. */
  readonly wordingAt: (file: PresentFile) => Wording;
}

/**
 * How every reviewed file stands, by its id: all that are in the last commit or were ever decided about. `tree` is the last
 * commit's, path to blob. Pure: the same history gives the same states on every machine.
 */
export function reviewStates(ledger: Ledger, tree: ReadonlyMap<string, string>, options: StateOptions): ReviewedKnowledgeBase {
  const policyAt = createPolicies(ledger, options.textOf);
  const policy = policyAt(ledger.policies.length - 1);
  const context: JudgeContext = {
    ...ledger,
    isAncestor: createAncestry(ledger.commits),
    policyAt,
    textOf: options.textOf,
  };
  const present = new Map<string, PresentFile[]>();
  for (const [path, blob] of tree) {
    const kind = kindOfPath(path);
    const id = subjectOf(path, kind, kind === 'playbook' ? ledger.facts.get(blob) : undefined);
    if (id === undefined) continue;
    const files = present.get(id);
    if (files) files.push({ path, blob });
    else present.set(id, [{ path, blob }]);
  }
  const { content } = policy.config;
  const assetAt = (path: string) => (kindOfPath(path) === 'asset' ? tree.get(path) : undefined);
  const wordingAt = ({ path, blob }: PresentFile): Wording => ({
    blob,
    assets: assetsOf(path, ledger.facts.get(blob)?.targets ?? [], content, assetAt),
  });
  const states = new Map<string, ReviewState>();
  const judgements = new Map<string, Judgement>();
  for (const id of [...new Set([...present.keys(), ...ledger.subjects.keys()])].sort()) {
    const judgement = judge(id, ledger.subjects.get(id) ?? [], context);
    const files = present.get(id) ?? [];
    // An id that a commit had and a later one gave up, without any decision, is nobody's business any more.
    if (files.length === 0 && judgement.decisions.length === 0) continue;
    judgements.set(id, judgement);
    const state = stateOf(judgement, files.map(wordingAt), files, policy, options, ledger);
    states.set(id, { ...state, suspicious: suspiciousDecisions(judgement, tree) });
  }
  return { policy, states, judgements, present, wordingAt };
}

function lastPath(ledger: Ledger, id: string): string {
  const last = ledger.subjects.get(id)?.findLast((event) => event.kind === 'version');
  return last?.kind === 'version' ? last.path : '';
}

function stateOf(
  judgement: Judgement,
  wordings: readonly Wording[],
  files: readonly PresentFile[],
  policy: Policy,
  options: StateOptions,
  ledger: Ledger,
): Omit<ReviewState, 'suspicious'> {
  const published = judgement.revisions.at(-1);
  const publishedKey = published && keyOf(published);
  // Where two files have the same id, the one that is not as published is what the state is about.
  const at = Math.max(
    0,
    wordings.findIndex((wording) => keyOf(wording) !== publishedKey),
  );
  const wording: Wording = wordings[at] ?? { blob: removedBlob, assets: {} };
  const path = files[at]?.path ?? published?.path ?? lastPath(ledger, judgement.id);
  const standing = judgement.standing(wording, path, policy);
  const onlyFormatting = keepsApproval(published, wording, policy, options.textOf);
  const isPublished = publishedKey === keyOf(wording) || onlyFormatting;
  // Others may have approved what was published already: a stricter place asks for them.
  const approvers = [...(isPublished && published ? published.approvals.map(({ decision }) => decision.by) : []), ...standing.approvers];
  const excluded: ReadonlySet<string> = onlyFormatting ? new Set<string>() : standing.authors;
  const requirements = isPublished ? placeRequirements(published, path, standing.requirements) : standing.requirements;
  const missing = mergeMissing(requirements.map((requirement) => missingApprovals(requirement, approvers, excluded)));
  const reviewedOn = judgement.verified?.day ?? published?.day;
  return {
    id: judgement.id,
    state: nameOf(),
    path,
    ...(wording.blob !== removedBlob && { blob: wording.blob }),
    ...(published && { published }),
    onlyFormatting,
    assetsChanged: published !== undefined && published.blob === wording.blob && publishedKey !== keyOf(wording),
    authors: isPublished ? [] : [...standing.authors].sort(),
    approvedBy: isPublished ? [] : standing.approvers,
    missing,
    requested: isPublished ? [] : standing.requested,
    changesRequested: standing.changesRequested,
    ...(reviewedOn !== undefined && { reviewedOn }),
  };

  function nameOf(): ReviewStateName {
    if (standing.changesRequested.length > 0) return 'changes-requested';
    if (!published) return 'never-approved';
    if (!isPublished || missing.length > 0) return 'changed';
    if (published.blob === removedBlob) return 'retired';
    const life = ledger.facts.get(published.blob)?.life ?? {};
    if (isRetiredBy(life, options.today)) return 'retired';
    return isExpired(life, reviewedOn, options.today) ? 'expired' : 'approved';
  }
}

/** Decisions that somebody must look at. One that never counted is settled once its file is removed; an edited one took an approval away. */
function suspiciousDecisions({ decisions }: Judgement, tree: ReadonlyMap<string, string>): readonly RecordedDecision[] {
  return decisions.filter(
    ({ problem, file }) => problem === 'edited' || ((problem === 'not-author' || problem === 'unsigned') && tree.has(file)),
  );
}

/** A file that only moved keeps its approval unless its new place asks for more. */
function placeRequirements(published: Revision | undefined, path: string, requirements: readonly Requirement[]): readonly Requirement[] {
  return published === undefined || published.path === path || published.blob === removedBlob ? [] : requirements;
}

/** Whether the present text is the approved one, in use or not. */
export function isInForce({ state }: ReviewState): boolean {
  return state === 'approved' || state === 'expired' || state === 'retired';
}

/** `validTo` is the last day; what has to be reviewed every so often ends when that is overdue. */
function isExpired({ validTo, reviewEvery }: LifeFields, reviewedOn: string | undefined, today: string): boolean {
  const sinceEnd = validTo === undefined ? undefined : daysBetween(validTo, today);
  if (sinceEnd !== undefined && sinceEnd > 0) return true;
  const due = reviewedOn === undefined || reviewEvery === undefined ? undefined : dueDay(reviewedOn, reviewEvery);
  const late = due === undefined ? undefined : daysBetween(due, today);
  return late !== undefined && late > 0;
}

function keepsApproval(published: Revision | undefined, wording: Wording, policy: Policy, textOf: TextOf): boolean {
  if (!policy.config.review.keepFormatting || !published || published.blob === wording.blob) return false;
  if (published.blob === removedBlob || wording.blob === removedBlob) return false;
  if (keyOf({ ...wording, blob: published.blob }) !== keyOf(published)) return false;
  const [before, after] = [textOf(published.blob), textOf(wording.blob)];
  return before !== undefined && after !== undefined && isFormattingOnly(before, after);
}

/** The same approval that two rules ask for is missing once. */
function mergeMissing(lists: readonly (readonly MissingApproval[])[]): readonly MissingApproval[] {
  const merged = new Map<string, MissingApproval>();
  for (const missing of lists.flat()) {
    const key = missing.group ?? '';
    const known = merged.get(key);
    if (!known || known.count < missing.count) merged.set(key, missing);
  }
  return [...merged.values()];
}

/** Blobs whose text the states depend on, beside policies: of what may be a change in formatting only, or has kinds of change. */
export function textsNeeded(reviewed: ReviewedKnowledgeBase): readonly string[] {
  const { review } = reviewed.policy.config;
  if (!review.keepFormatting && !review.rules.some(({ changes }) => changes.length > 0)) return [];
  const blobs = new Set<string>();
  for (const [id, { revisions, decisions }] of reviewed.judgements) {
    for (const { blob } of reviewed.present.get(id) ?? []) if (blob !== revisions.at(-1)?.blob) blobs.add(blob);
    if (blobs.size > 0 || revisions.length > 1) for (const { blob } of revisions) blobs.add(blob);
    if (review.rules.some(({ changes }) => changes.length > 0)) for (const { decision } of decisions) blobs.add(decision.blob);
  }
  blobs.delete(removedBlob);
  return [...blobs];
}
