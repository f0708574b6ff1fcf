import {
  type AssetBlobs,
  type DecisionProblem,
  type RecordedDecision,
  type ReviewRecord,
  type Revision,
  removedBlob,
} from '../model/review.js';
import { resolvePath } from '../paths.js';
import { compare } from './compare/compare.js';
import type { Ledger, LedgerEvent, TextOf, VersionEvent } from './ledger-data.js';
import type { IsAncestor } from './order.js';
import { type ChangeClasses, isEntitled, isSignedBy, missingApprovals, type Policy, type Requirement, requirementFor } from './policy.js';

export interface JudgeContext extends Pick<Ledger, 'commits' | 'assets' | 'facts' | 'policies'> {
  readonly isAncestor: IsAncestor;
  readonly policyAt: (index: number) => Policy;
  readonly textOf: TextOf;
}

/** One wording with the files it shows. */
export interface Wording {
  readonly blob: string;
  readonly assets: AssetBlobs;
}

/** What was decided so far about a wording that is not published. */
interface Standing {
  readonly requirements: readonly Requirement[];
  /** E-mails of those who wrote what is new in it. */
  readonly authors: ReadonlySet<string>;
  /** E-mails of those whose approval counts so far. */
  readonly approvers: readonly string[];
  readonly changesRequested: readonly RecordedDecision[];
  readonly requested: readonly RecordedDecision[];
}

export interface Judgement extends ReviewRecord {
  /** How a wording stands at a path, by the rules of a policy. */
  readonly standing: (wording: Wording, path: string, policy: Policy) => Standing;
}

type DecisionEvent = Extract<LedgerEvent, { readonly kind: 'decision' }>;

/** What is published while the events are gone through. */
interface Published {
  readonly revision: Revision;
  /** Where its text came into the history, and where its approval was complete. */
  readonly introduced: number;
  readonly completed: number;
  /** E-mails of those who wrote what was new in it. */
  readonly writers: ReadonlySet<string>;
}

/**
 * Goes through everything that happened to one reviewed file and says which decisions count and what became of them.
 *
 * A decision counts if the commit that added its file was made by the person it names (and signed, if the config asks for it),
 * nobody changed the file since, and the text was in the history that person had. It must be about a text that came after what
 * is published: an older text that comes back has to be approved again. Nobody counts who wrote any part of what is new in the
 * text since the published one. The rules that hold are those of the place where the text is and of where the published text
 * was, so moving or retagging a playbook never takes a reviewer away.
 */
export function judge(id: string, events: readonly LedgerEvent[], context: JudgeContext): Judgement {
  const { commits, isAncestor } = context;
  const versions: VersionEvent[] = [];
  const decisions: RecordedDecision[] = [];
  const revisions: Revision[] = [];
  /** Latest decision of each person about each wording. */
  const latest = new Map<string, Map<string, RecordedDecision>>();
  const requests = new Map<string, RecordedDecision[]>();
  const places = new Map<RecordedDecision, number>();
  const spoiled = findSpoiled(events, context);
  let published: Published | undefined;
  let verified: RecordedDecision | undefined;

  /** Where this text came into the history, as far as it is newer than the published one, seen from a commit. */
  function introductions(blob: string, seenFrom: number | undefined): readonly VersionEvent[] {
    return versions.filter(
      (version) =>
        version.blob === blob &&
        (seenFrom === undefined || isAncestor(version.commit, seenFrom)) &&
        (published === undefined || published.revision.blob === blob || !isAncestor(version.commit, published.introduced)),
    );
  }

  function writersOf(wording: Wording, found: readonly VersionEvent[], seenFrom: number | undefined): ReadonlySet<string> {
    if (published && keyOf(published.revision) === keyOf(wording)) return published.writers;
    const writers = new Set<string>();
    const addWriters = (place: number): void => {
      for (const writer of commits[place]?.writers ?? []) writers.add(writer);
    };
    if (wording.blob !== published?.revision.blob) {
      for (const version of versions) {
        const isInIt = found.some((introduction) => isAncestor(version.commit, introduction.commit));
        const isPublished = published !== undefined && isAncestor(version.commit, published.introduced);
        if (version.blob === wording.blob || (isInIt && !isPublished)) addWriters(version.commit);
      }
    }
    for (const [target, blob] of Object.entries(wording.assets)) {
      if (published?.revision.assets[target] === blob) continue;
      for (const version of versionsOfAsset(target, found, context)) {
        const isSeen = seenFrom === undefined || isAncestor(version.commit, seenFrom);
        const isPublished = published !== undefined && isAncestor(version.commit, published.completed);
        if (version.blob === blob || (isSeen && !isPublished)) addWriters(version.commit);
      }
    }
    return writers;
  }

  function requirementsFor(wording: Wording, path: string, policy: Policy): readonly Requirement[] {
    const before = published?.revision;
    const changes = changeClasses(before, wording, policy, context);
    const now = requirementFor(policy, path, context.facts.get(wording.blob), changes);
    if (!before || before.blob === removedBlob) return [now];
    const then = requirementFor(policy, before.path, context.facts.get(before.blob), changes);
    return wording.blob === removedBlob || JSON.stringify(now) === JSON.stringify(then) ? [then] : [now, then];
  }

  /** A text that was there before and came back is decided anew. */
  function isStillAbout(recorded: RecordedDecision, blob: string, found: readonly VersionEvent[]): boolean {
    const place = places.get(recorded) ?? 0;
    if (published?.revision.blob === blob && !isAncestor(published.completed, place)) return false;
    return found.some((version) => isAncestor(version.commit, place));
  }

  function countDecision(event: DecisionEvent): void {
    const { decision, file, commit } = event;
    const by = commits[commit];
    const record = (problem?: DecisionProblem): RecordedDecision => {
      const recorded: RecordedDecision = {
        decision,
        file,
        commit: by?.hash ?? '',
        author: by?.author ?? { name: '', email: '' },
        day: by?.day ?? '',
        ...(problem && { problem }),
      };
      decisions.push(recorded);
      places.set(recorded, commit);
      return recorded;
    };
    const inForce = policiesFor(event, context);
    const problem = spoiled(event) ?? authenticityProblem(event, inForce, context);
    if (problem) {
      record(problem);
      return;
    }
    const wording: Wording = { blob: decision.blob, assets: decision.assets };
    const key = keyOf(wording);
    const isPublished = published !== undefined && keyOf(published.revision) === key;
    const seen = versions.filter((version) => version.blob === wording.blob && isAncestor(version.commit, commit));
    if (seen.length === 0) {
      record('unknown-text');
      return;
    }
    const found = introductions(wording.blob, commit);
    const isSameText = published?.revision.blob === wording.blob;
    // Other pictures for the published text: whoever approves them must know what is published.
    const isLate = isSameText && !isPublished && published !== undefined && !isAncestor(published.completed, commit);
    if (found.length === 0 || isLate) {
      record('superseded');
      return;
    }
    if (!assetsAreKnown(wording, seen, commit, context)) {
      record('unknown-asset');
      return;
    }
    const path = found.at(-1)?.path ?? '';
    const requirements = inForce.flatMap((policy) => requirementsFor(wording, path, policy));
    const entitled = requirements.some((requirement) => isEntitled(requirement, decision.by));
    if (decision.kind === 'requested') {
      const request = record();
      requests.set(key, [...(requests.get(key) ?? []), request]);
      return;
    }
    if (!entitled) {
      record('not-entitled');
      return;
    }
    if (decision.kind === 'verified') {
      if (isSameText) verified = record();
      else record('superseded');
      return;
    }
    const writers = writersOf(wording, found, commit);
    if (decision.kind === 'approved' && writers.has(decision.by)) {
      record('own-change');
      return;
    }
    const people = latest.get(key) ?? new Map<string, RecordedDecision>();
    people.set(decision.by, record());
    latest.set(key, people);
    if (decision.kind !== 'approved' || isPublished) return;
    const present = [...people.values()].filter((recorded) => isStillAbout(recorded, wording.blob, found));
    if (present.some((recorded) => recorded.decision.kind === 'changes-requested')) return;
    const approvals = present.filter((recorded) => recorded.decision.kind === 'approved' && !writers.has(recorded.decision.by));
    const approvers = approvals.map((approval) => approval.decision.by);
    if (requirements.some((requirement) => missingApprovals(requirement, approvers, writers).length > 0)) return;
    const revision: Revision = {
      number: revisions.length + 1,
      blob: wording.blob,
      assets: wording.assets,
      path,
      approvals: approvals.filter((approval) => requirements.some((requirement) => isEntitled(requirement, approval.decision.by))),
      commit: by?.hash ?? '',
      day: by?.day ?? '',
    };
    revisions.push(revision);
    published = { revision, introduced: found.at(-1)?.commit ?? commit, completed: commit, writers };
    verified = undefined;
  }

  for (const event of events) {
    if (event.kind === 'version') versions.push(event);
    else if (event.kind === 'decision') countDecision(event);
  }

  return {
    id,
    revisions,
    decisions,
    ...(verified && { verified }),
    standing(wording, path, policy) {
      const found = introductions(wording.blob, undefined);
      const authors = writersOf(wording, found, undefined);
      const isPublished = published !== undefined && keyOf(published.revision) === keyOf(wording);
      const isPresent = (recorded: RecordedDecision) => isPublished || isStillAbout(recorded, wording.blob, found);
      const people = [...(latest.get(keyOf(wording))?.values() ?? [])].filter(isPresent);
      return {
        requirements: requirementsFor(wording, path, policy),
        authors,
        approvers: people
          .filter(({ decision }) => decision.kind === 'approved' && !authors.has(decision.by))
          .map(({ decision }) => decision.by),
        changesRequested: people.filter(({ decision }) => decision.kind === 'changes-requested'),
        requested: (requests.get(keyOf(wording)) ?? []).filter(isPresent),
      };
    },
  };
}

export function keyOf({ blob, assets }: Wording): string {
  const targets = Object.keys(assets).sort();
  return targets.length === 0 ? blob : JSON.stringify([blob, ...targets.map((target) => [target, assets[target]])]);
}

/**
 * The policy that was in force when a decision took effect, and every other one that its maker could not have come before:
 * whoever merges the branch into their own, instead of the other way round, comes first in the order, but not under older rules.
 */
function policiesFor(event: DecisionEvent, { policies, policyAt, isAncestor }: JudgeContext): readonly Policy[] {
  const later = policies.flatMap(({ since }, index) =>
    index > event.policy && since !== undefined && !isAncestor(event.commit, since) ? [index] : [],
  );
  return [event.policy, ...later].map(policyAt);
}

/** Decisions whose file was changed later, by anybody, and those that their own maker took away again. */
function findSpoiled(events: readonly LedgerEvent[], { commits }: JudgeContext): (event: DecisionEvent) => DecisionProblem | undefined {
  const marks = events.flatMap((event) => (event.kind === 'edited' || event.kind === 'taken-away' ? [event] : []));
  return ({ file, commit, decision }) => {
    for (const mark of marks) {
      if (mark.file !== file || mark.commit < commit) continue;
      if (mark.kind === 'edited') return 'edited';
      if (commits[mark.commit]?.author.email === decision.by) return 'withdrawn';
    }
    return undefined;
  };
}

function authenticityProblem(
  { decision, commit }: DecisionEvent,
  inForce: readonly Policy[],
  { commits }: JudgeContext,
): DecisionProblem | undefined {
  const by = commits[commit];
  if (by?.author.email !== decision.by) return 'not-author';
  if (inForce.some((policy) => policy.config.review.requireSignature && !isSignedBy(decision.by, by.signature, policy))) return 'unsigned';
  return undefined;
}

function versionsOfAsset(target: string, pages: readonly VersionEvent[], { assets }: JudgeContext): readonly VersionEvent[] {
  const paths = new Set(pages.flatMap(({ path }) => resolvePath(path, target) ?? []));
  return [...paths].flatMap((path) => assets.get(path) ?? []);
}

/** Each file a decision names must have been there, at its place beside the page, with this content. */
function assetsAreKnown(wording: Wording, pages: readonly VersionEvent[], seenFrom: number, context: JudgeContext): boolean {
  return Object.entries(wording.assets).every(([target, blob]) =>
    versionsOfAsset(target, pages, context).some((version) => version.blob === blob && context.isAncestor(version.commit, seenFrom)),
  );
}

function changeClasses(before: Revision | undefined, wording: Wording, policy: Policy, context: JudgeContext): ChangeClasses {
  if (!policy.config.review.rules.some(({ changes }) => changes.length > 0)) return undefined;
  if (!before || before.blob === wording.blob || before.blob === removedBlob || wording.blob === removedBlob) return undefined;
  const [old, now] = [context.textOf(before.blob), context.textOf(wording.blob)];
  if (old === undefined || now === undefined || JSON.stringify(before.assets) !== JSON.stringify(wording.assets)) return undefined;
  const { classes } = compare(old, now);
  return classes.length > 0 ? classes : undefined;
}
