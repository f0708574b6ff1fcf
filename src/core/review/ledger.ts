import { readConfig } from '../config/config.js';
import type { Commit, FileChange } from '../model/history.js';
import { removedBlob } from '../model/review.js';
import { fileTargets } from './assets.js';
import { parseCodeowners } from './codeowners.js';
import { isDecisionPath, parseDecision } from './decision.js';
import { readIdentity } from './identity.js';
import { judge } from './judge.js';
import type { Facts, Ledger, LedgerEvent, PolicySource, TextOf, VersionEvent } from './ledger-data.js';
import { createAncestry, type IsAncestor } from './order.js';
import type { Policy } from './policy.js';
import { codeownersSubject, configSubject, kindOfPath, subjectOf } from './subjects.js';
import { isMessagePath } from './threads/message-file.js';

export function emptyLedger(prefix: string): Ledger {
  return {
    head: '',
    prefix,
    commits: [],
    subjects: new Map(),
    assets: new Map(),
    facts: new Map(),
    files: new Map(),
    messages: new Map(),
    unreadable: [],
    policies: [{}],
    latest: {},
  };
}

/** Whether the text of a changed file must be read to enter the change. */
export function mustRead(path: string): boolean {
  const kind = kindOfPath(path);
  return isDecisionPath(path) || kind === 'playbook' || kind === 'config' || kind === 'codeowners';
}

/** Reads policies; each is read once. */
export function createPolicies(ledger: Pick<Ledger, 'prefix' | 'policies'>, textOf: TextOf): (index: number) => Policy {
  const read = new Map<number, Policy>();
  return (index) => {
    const known = read.get(index);
    if (known) return known;
    const { config, owners } = ledger.policies[index] ?? {};
    const policy: Policy = {
      config: readConfig(config === undefined ? undefined : textOf(config)).config,
      owners: parseCodeowners((owners === undefined ? undefined : textOf(owners)) ?? ''),
      prefix: ledger.prefix,
    };
    read.set(index, policy);
    return policy;
  };
}

/**
 * Enters further commits, given in effect order, all of whose parents are entered or among them. `isMain` says which are on the
 * branch itself. Gives a new ledger; the old one stays as it was. `textOf` must know every blob of a file that `mustRead`.
 */
export function enter(ledger: Ledger, head: string, commits: readonly Commit[], isMain: (hash: string) => boolean, textOf: TextOf): Ledger {
  const places = new Map(ledger.commits.map(({ hash }, place) => [hash, place]));
  const all = [...ledger.commits];
  const subjects = new Map(ledger.subjects);
  const own = new Map<string, LedgerEvent[]>();
  const assets = new Map(ledger.assets);
  const ownAssets = new Map<string, VersionEvent[]>();
  const facts = new Map(ledger.facts);
  const files = new Map(ledger.files);
  const messages = new Map(ledger.messages);
  const unreadable = [...ledger.unreadable];
  const policies = [...ledger.policies];
  let latest = ledger.latest;
  const policyAt = createPolicies({ prefix: ledger.prefix, policies }, textOf);

  const add = (subject: string, event: LedgerEvent): void => {
    appendTo(subjects, own, subject, event);
  };
  const factsOf = (blob: string): Facts | undefined => {
    const known = facts.get(blob);
    if (known) return known;
    const text = textOf(blob);
    if (text === undefined) return undefined;
    const found = { ...readIdentity(text), targets: fileTargets(text) };
    facts.set(blob, found);
    return found;
  };

  for (const commit of commits) {
    const place = all.length;
    places.set(commit.hash, place);
    all.push({
      hash: commit.hash,
      parents: commit.parents.flatMap((parent) => places.get(parent) ?? []),
      isMain: isMain(commit.hash),
      author: commit.author,
      writers: [...new Set([commit.author.email, ...commit.coAuthors.map(({ email }) => email)])],
      day: commit.day,
      ...(commit.signature && { signature: commit.signature }),
    });
    const gained = new Map<string, FileChange>();
    const lost = new Map<string, string>();
    let mayChangePolicy = false;
    const decided: { readonly file: string; readonly blob: string }[] = [];
    for (const change of commit.changes) {
      const { path, before, after } = change;
      if (isDecisionPath(path)) {
        const subject = files.get(path);
        if (before.length === 0 && after !== undefined) decided.push({ file: path, blob: after });
        else if (subject !== undefined) {
          add(subject, { kind: after === undefined ? 'taken-away' : 'edited', commit: place, file: path });
          mayChangePolicy ||= isPolicySubject(subject);
        }
        continue;
      }
      if (isMessagePath(path)) {
        const known = messages.get(path);
        if (after !== undefined && known?.blob !== after) {
          messages.set(path, { commit: known?.commit ?? place, blob: after, isEdited: known !== undefined || before.length > 0 });
        }
        continue;
      }
      const kind = kindOfPath(path);
      if (kind === 'asset') {
        appendTo(assets, ownAssets, path, { kind: 'version', commit: place, path, blob: after ?? removedBlob });
        continue;
      }
      const now = after === undefined ? undefined : subjectOf(path, kind, kind === 'playbook' ? factsOf(after) : undefined);
      for (const blob of before) {
        const then = subjectOf(path, kind, kind === 'playbook' ? factsOf(blob) : undefined);
        if (then !== undefined && then !== now) lost.set(then, path);
      }
      if (now === undefined || after === undefined) continue;
      const earlier = gained.get(now);
      // Two files of one id in one commit: both are versions, and neither hides the other.
      if (earlier) add(now, { kind: 'version', commit: place, path, blob: after });
      else gained.set(now, change);
    }
    for (const [subject, { path, after }] of gained) {
      add(subject, { kind: 'version', commit: place, path, blob: after ?? removedBlob });
      if (!isPolicySubject(subject)) continue;
      mayChangePolicy = true;
      latest = subject === configSubject ? { ...latest, ...(after !== undefined && { config: after }) } : latest;
      latest = subject === codeownersSubject ? { ...latest, ...(after !== undefined && { owners: after }) } : latest;
    }
    for (const [subject, path] of lost) {
      if (!gained.has(subject)) add(subject, { kind: 'version', commit: place, path, blob: removedBlob });
    }
    // The wording a commit brings is there before the decisions it brings.
    for (const { file, blob } of decided) {
      const text = textOf(blob);
      const decision = text === undefined ? undefined : parseDecision(text);
      if (!decision) {
        unreadable.push({ file, commit: place });
        continue;
      }
      files.set(file, decision.id);
      add(decision.id, { kind: 'decision', commit: place, file, decision, policy: policies.length - 1 });
      mayChangePolicy ||= isPolicySubject(decision.id);
    }
    if (!mayChangePolicy) continue;
    const isAncestor = createAncestry(all);
    const present = presentPolicy({ commits: all, subjects, assets, facts, policies }, latest, isAncestor, policyAt);
    const last = policies.at(-1);
    if (present.config !== last?.config || present.owners !== last?.owners) policies.push({ ...present, since: place });
  }
  return { head, prefix: ledger.prefix, commits: all, subjects, assets, facts, files, messages, unreadable, policies, latest };
}

function isPolicySubject(subject: string): boolean {
  return subject === configSubject || subject === codeownersSubject;
}

/** Approved files say who decides; until one is approved for the first time, the committed one does, or nothing could begin. */
function presentPolicy(
  ledger: Pick<Ledger, 'commits' | 'subjects' | 'assets' | 'facts' | 'policies'>,
  latest: PolicySource,
  isAncestor: IsAncestor,
  policyAt: (index: number) => Policy,
): PolicySource {
  const approved = (subject: string): string | undefined => {
    const events = ledger.subjects.get(subject);
    const { revisions } = judge(subject, events ?? [], { ...ledger, isAncestor, policyAt, textOf: () => undefined });
    return revisions.findLast(({ blob }) => blob !== removedBlob)?.blob;
  };
  const config = approved(configSubject) ?? latest.config;
  const owners = approved(codeownersSubject) ?? latest.owners;
  return { ...(config !== undefined && { config }), ...(owners !== undefined && { owners }) };
}

/** Adds to a list of this run's own; lists of the earlier ledger are copied before their first change. */
function appendTo<Event>(lists: Map<string, readonly Event[]>, own: Map<string, Event[]>, key: string, event: Event): void {
  let list = own.get(key);
  if (!list) {
    list = [...(lists.get(key) ?? [])];
    own.set(key, list);
    lists.set(key, list);
  }
  list.push(event);
}
