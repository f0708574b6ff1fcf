import { describeState } from '../../app/describe-review.js';
import { nextDue } from '../../app/due.js';
import type { HistoryProblem } from '../../app/ports.js';
import { historyWords } from '../../app/review-words.js';
import type { Person } from '../../core/model/history.js';
import type { Playbook } from '../../core/model/playbook.js';
import { type RecordedDecision, type ReviewState, reviewStates } from '../../core/model/review.js';
import { gitBlob } from '../../core/parse/blob.js';
import { codeownersSubject, configSubject, isReservedId } from '../../core/review/subjects.js';
import type { Client } from '../client.js';
import type { OpenFolder } from '../open-folder.js';
import { pageOf, type Window } from '../params.js';
import type { OpenDecision, ReviewEntry, ReviewOverview } from '../protocol.js';
import type { ReviewHead } from '../review/calls.js';
import type { FolderReview } from '../review/reviews.js';

type ReadyReview = Extract<FolderReview, { readonly availability: 'ready' }>;

/** Every reviewed file, for `playbook/reviewOverview`. */
export function reviewOverview(folder: OpenFolder, review: FolderReview, window: Window, client: Client): ReviewOverview {
  const nothing = { uri: folder.rootUri, mode: 'off', canDecide: false, isConfigApproved: false, states: [] } as const;
  if (review.availability !== 'ready') {
    return {
      ...nothing,
      availability: review.availability,
      ...(review.availability === 'unavailable' && { problem: review.problem, message: problemMessage(review, client) }),
      ...pageOf([], window, (entry: never) => entry),
    };
  }
  const { head, states } = review;
  const ids = reviewedIds(folder, review);
  const counts = new Map<string, number>();
  for (const id of ids) {
    const state = states.get(id)?.state ?? 'never-approved';
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return {
    ...nothing,
    ...pageOf(ids, window, (id) => reviewEntry(folder, review, id, client)),
    availability: 'ready',
    mode: head.mode,
    commit: head.commit,
    ...(head.me && { me: head.me }),
    canDecide: head.canWrite,
    isConfigApproved: head.isConfigApproved,
    states: reviewStates.map((name) => ({ name, label: client.say(`state.${name}`), count: counts.get(name) ?? 0 })),
  };
}

/** What the last commit has or somebody decided about, and playbooks that are not committed yet; by id. */
function reviewedIds({ session }: OpenFolder, { states }: ReadyReview): readonly string[] {
  const { playbooks } = session.knowledgeBase;
  return [...new Set([...states.keys(), ...[...playbooks.values()].map(({ id }) => id)])].sort();
}

/** Why a history cannot be read and what to do, in the user’s language. */
export function problemMessage(
  { problem, detail }: { readonly problem: HistoryProblem; readonly detail: string },
  { say }: Client,
): string {
  return say(historyWords[problem], { detail });
}

/** How one reviewed file stands, and for whom it waits. */
export function reviewEntry(folder: OpenFolder, { head, states }: ReadyReview, id: string, client: Client): ReviewEntry {
  const { knowledgeBase, settings } = folder.session;
  const state = states.get(id) ?? unknownState(id);
  const playbook = isReservedId(id) ? undefined : (knowledgeBase.withId(id)[0] ?? knowledgeBase.playbooks.get(state.path));
  const path = playbook?.path ?? state.path;
  const me = head.me?.email;
  const reviewedOn = state.reviewedOn === undefined ? new Map<string, string>() : new Map([[id, state.reviewedOn]]);
  const due = playbook && nextDue(playbook, { today: settings.today, ...(head.mode !== 'off' && { reviewedOn }) });
  const { published } = state;
  const standing = standingOf(state, me);
  const uncommitted = isUncommitted(folder, state, playbook);
  return {
    id,
    kind: kindOf(id),
    ...((playbook || state.blob !== undefined) && { uri: folder.uriOf(path) }),
    path,
    title: titleOf(id, state, playbook, client),
    ...(playbook && { type: playbook.type, lang: playbook.lang }),
    tags: playbook?.fields.tags ?? [],
    ...(playbook?.fields.owner !== undefined && { owner: playbook.fields.owner }),
    state: state.state,
    ...(published && {
      revision: { number: published.number, blob: published.blob, day: published.day, approvers: published.approvals.map(whoDecided) },
    }),
    authors: state.authors,
    approvedBy: state.approvedBy,
    awaiting: state.missing,
    mayBeAsked: [...new Set(state.missing.flatMap(({ from }) => from))].map((email) => ({ name: nameIn(head)(email), email })),
    description: describe(state, uncommitted, head, client),
    requests: state.requested.map(openDecision),
    changesRequested: state.changesRequested.map(openDecision),
    ...standing,
    changedSinceApproval: published !== undefined && state.state === 'changed',
    uncommitted,
    ...(due && { due: { kind: due.kind, day: due.day, days: due.days } }),
    suspicious: state.suspicious.map(({ file }) => file),
  };
}

/** A playbook that was never committed. */
function unknownState(id: string): ReviewState {
  return {
    ...{ id, state: 'never-approved', path: '', onlyFormatting: false, assetsChanged: false },
    ...{ authors: [], approvedBy: [], missing: [], requested: [], changesRequested: [], suspicious: [] },
  };
}

/** What the user has to do with it. */
function standingOf(
  { missing, authors, approvedBy, requested }: ReviewState,
  me: string | undefined,
): Pick<ReviewEntry, 'mayApprove' | 'waitsForMe' | 'requestedByMe' | 'writtenByMe'> {
  const isMe = (person: string) => person === me;
  const writtenByMe = authors.some(isMe);
  const isNamed = missing.some(({ from }) => from.some(isMe));
  const isForAnybody = missing.some(({ group, from }) => group === undefined && from.length === 0);
  const mayApprove = me !== undefined && !writtenByMe && !approvedBy.some(isMe) && (isNamed || isForAnybody);
  const isAsked = requested.some(({ decision }) => decision.reviewers.length === 0 || decision.reviewers.some(isMe));
  return {
    mayApprove,
    waitsForMe: mayApprove && (isNamed || isAsked),
    requestedByMe: requested.some(({ decision }) => isMe(decision.by)),
    writtenByMe,
  };
}

function kindOf(id: string): ReviewEntry['kind'] {
  if (id === configSubject) return 'config';
  if (id === codeownersSubject) return 'codeowners';
  return isReservedId(id) ? 'schema' : 'playbook';
}

export function titleOf(id: string, { path }: Pick<ReviewState, 'path'>, playbook: Playbook | undefined, { say }: Client): string {
  if (id === configSubject) return say('configTitle');
  if (id === codeownersSubject) return say('codeownersTitle');
  return playbook?.title ?? (isReservedId(id) ? (path.split('/').at(-1) ?? id) : id);
}

/** Whether what is in the editor or folder is something else than what was committed. */
function isUncommitted({ session }: OpenFolder, { id, path, blob }: ReviewState, playbook: Playbook | undefined): boolean {
  if (isReservedId(id)) {
    const file = session.knowledgeBase.supportFiles.find((candidate) => candidate.path === path);
    return file !== undefined && blob?.length === 40 && gitBlob(file.text) !== blob;
  }
  if (blob === undefined || !playbook) return (blob === undefined) !== (playbook === undefined);
  // Names of repositories that use SHA-256 cannot be compared.
  return playbook.path !== path || (blob.length === 40 && playbook.blob !== blob);
}

/** Calls people by the names that the history knows; whoever is not in it, by their e-mail. */
export function nameIn({ names }: ReviewHead): (person: string) => string {
  return (person) => (Object.hasOwn(names, person) ? (names[person] ?? person) : person);
}

/** The state, its revision and what it awaits, one short sentence. */
function describe(state: ReviewState, uncommitted: boolean, head: ReviewHead, { say }: Client): string {
  return [
    say(`state.${state.state}`),
    ...describeState({ ...state, authors: [], suspicious: [] }, say, nameIn(head)),
    ...(uncommitted ? [say('uncommittedState')] : []),
  ]
    .join(say('clauseSeparator'))
    .replace(spaceInHan, '');
}

/** The texts have a space on either side of e-mails; a name in Chinese needs none. */
const spaceInHan = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

function openDecision(recorded: RecordedDecision): OpenDecision {
  const { decision, day } = recorded;
  return {
    by: whoDecided(recorded),
    day,
    ...(decision.note !== undefined && { note: decision.note }),
    reviewers: decision.reviewers,
  };
}

/** The person a decision names, by the name of the commit that added it. */
export function whoDecided({ decision, author }: RecordedDecision): Person {
  return { name: author.name || decision.by, email: decision.by };
}
