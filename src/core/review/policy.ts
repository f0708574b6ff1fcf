import { sha256 } from '@noble/hashes/sha2.js';
import type { Config } from '../config/config.js';
import type { ReviewRule } from '../config/review-config.js';
import type { Signature } from '../model/history.js';
import type { MissingApproval } from '../model/review.js';
import { type OwnerLine, ownersOf } from './codeowners.js';
import { matchesGlob } from './glob.js';
import type { Identity } from './identity.js';

/** Who decides, as one state of the config says. */
export interface Policy {
  readonly config: Config;
  readonly owners: readonly OwnerLine[];
  /** Folder of the knowledge base in its repository, `''` or ending in `/`: CODEOWNERS counts from the repository’s top. */
  readonly prefix: string;
}

interface ApproverGroup {
  readonly name: string;
  /** E-mails in lower case. */
  readonly people: readonly string[];
}

/** How many people must approve, and from which groups. Without groups, anybody counts. */
export interface Requirement {
  readonly count: number;
  readonly groups: readonly ApproverGroup[];
}

/** What a change touches; undefined when it cannot be said, and then every kind of change may be in it. */
export type ChangeClasses = readonly string[] | undefined;

/** Who must approve a wording at a path. */
export function requirementFor(policy: Policy, path: string, identity: Identity | undefined, changes: ChangeClasses): Requirement {
  const { review, content } = policy.config;
  const shown = content !== '' && path.startsWith(`${content}/`) ? path.slice(content.length + 1) : path;
  const rule = review.rules.find((candidate) => fits(candidate, shown, identity, changes));
  const named = rule?.groups ?? [];
  if (named.length === 0 && review.codeowners) {
    const owners = ownersOf(policy.prefix + path, policy.owners);
    if (owners.length > 0) {
      const people = owners.flatMap((owner) => (owner.startsWith('@') ? membersOf(owner, policy) : [owner]));
      return { count: rule?.count ?? 1, groups: [{ name: owners.join(' '), people: [...new Set(people)] }] };
    }
  }
  return { count: rule?.count ?? 1, groups: named.map((name) => ({ name, people: review.groups.get(name) ?? [] })) };
}

/** A team or user of CODEOWNERS is the group of that name, with or without `@` and the organization. */
function membersOf(owner: string, { config }: Policy): readonly string[] {
  const { groups } = config.review;
  return groups.get(owner) ?? groups.get(owner.slice(1)) ?? groups.get(owner.replace(/^@(?:.*\/)?/, '')) ?? [];
}

function fits(rule: ReviewRule, path: string, identity: Identity | undefined, changes: ChangeClasses): boolean {
  return (
    (rule.match.length === 0 || rule.match.some((pattern) => matchesGlob(path, pattern))) &&
    (rule.types.length === 0 || (identity !== undefined && rule.types.includes(identity.type))) &&
    (rule.tags.length === 0 || (identity?.tags.some((tag) => rule.tags.includes(tag)) ?? false)) &&
    (rule.risks.length === 0 || (identity?.risk !== undefined && rule.risks.includes(identity.risk))) &&
    (rule.changes.length === 0 || changes === undefined || rule.changes.some((change) => changes.includes(change)))
  );
}

/** Whether the decision of this person counts at all. */
export function isEntitled(requirement: Requirement, person: string): boolean {
  return requirement.groups.length === 0 || requirement.groups.some(({ people }) => people.includes(person));
}

/** What is still missing when these people have approved; empty when it is enough. `excluded` may not approve. */
export function missingApprovals(
  requirement: Requirement,
  approvers: readonly string[],
  excluded: ReadonlySet<string>,
): readonly MissingApproval[] {
  const { count, groups } = requirement;
  const counted = [...new Set(approvers)].filter((person) => isEntitled(requirement, person) && !excluded.has(person));
  const covered = coverGroups(groups, counted);
  const candidates = (people: readonly string[]) =>
    [...new Set(people)].filter((person) => !excluded.has(person) && !counted.includes(person));
  const missing = groups
    .filter((group) => !covered.has(group))
    .map((group): MissingApproval => ({ group: group.name, count: 1, from: candidates(group.people) }));
  const more = Math.max(count, groups.length) - counted.length - missing.length;
  if (more <= 0) return missing;
  const [only] = groups;
  if (only && groups.length === 1) {
    const first = missing[0]?.count ?? 0;
    return [{ group: only.name, count: more + first, from: candidates(only.people) }];
  }
  return [...missing, { count: more, from: candidates(groups.flatMap(({ people }) => people)) }];
}

/** Groups that these people can stand for, each person for one of them (a maximum matching). */
function coverGroups(groups: readonly ApproverGroup[], people: readonly string[]): ReadonlySet<ApproverGroup> {
  const standsFor = new Map<string, ApproverGroup>();
  const assign = (group: ApproverGroup, tried: Set<string>): boolean => {
    for (const person of people) {
      if (!group.people.includes(person) || tried.has(person)) continue;
      tried.add(person);
      const other = standsFor.get(person);
      if (!other || assign(other, tried)) {
        standsFor.set(person, group);
        return true;
      }
    }
    return false;
  };
  for (const group of groups) assign(group, new Set());
  return new Set(standsFor.values());
}

/** Whether a commit was signed by this person: with one of the keys the config gives them, else one that the user’s own list does. */
export function isSignedBy(person: string, signature: Signature | undefined, { config }: Policy): boolean {
  if (!signature) return false;
  const { signers } = config.review;
  if (signers.size === 0) return signature.principal?.toLowerCase() === person;
  return (signers.get(person) ?? []).some((key) => fingerprintOf(key) === signature.key.replaceAll(' ', ''));
}

/** How git names a key: SHA-256 of an SSH public key, or the hexadecimal fingerprint as it is written. */
function fingerprintOf(key: string): string | undefined {
  const encoded = /^(?:ssh-|ecdsa-|sk-)\S+ +([A-Za-z0-9+/]+=*)/.exec(key.trim())?.[1];
  if (encoded === undefined) return /^[0-9A-Fa-f ]{40,}$/.test(key) ? key.replaceAll(' ', '').toUpperCase() : undefined;
  const bytes = decodeBase64(encoded);
  return bytes && `SHA256:${encodeBase64(sha256(bytes))}`;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(text: string): Uint8Array | undefined {
  const values = [...text.replace(/=+$/, '')].map((digit) => digits.indexOf(digit));
  if (values.includes(-1)) return undefined;
  const bytes = new Uint8Array(Math.floor((values.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const value of values) {
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (held >> bits) & 0xff;
      length += 1;
    }
  }
  return bytes;
}

/** Without padding, as OpenSSH writes fingerprints. */
function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const group = bytes.subarray(start, start + 3);
    const number = ((group[0] ?? 0) << 16) | ((group[1] ?? 0) << 8) | (group[2] ?? 0);
    for (let digit = 0; digit <= group.length; digit += 1) text += digits[(number >> (18 - digit * 6)) & 63];
  }
  return text;
}
