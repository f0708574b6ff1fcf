import type { Config } from './config.js';

/** A mistake in `review` that no schema sees; `pointer` (RFC 6901) says where. */
export interface ReviewProblem {
  readonly kind: 'unknownGroup' | 'tooFewPeople' | 'noEmail' | 'neverSigned';
  readonly pointer: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Rules that nobody could ever satisfy, and names that lead nowhere. */
export function reviewProblems({ review }: Config): readonly ReviewProblem[] {
  const found: ReviewProblem[] = [];
  review.rules.forEach((rule, index) => {
    rule.groups.forEach((name, place) => {
      if (!review.groups.has(name))
        found.push({ kind: 'unknownGroup', pointer: `/review/rules/${index}/groups/${place}`, values: { written: name } });
    });
    const people = new Set(rule.groups.flatMap((name) => review.groups.get(name) ?? []));
    const isKnown = rule.groups.length > 0 && rule.groups.every((name) => review.groups.has(name));
    if (isKnown && people.size < rule.count) {
      found.push({ kind: 'tooFewPeople', pointer: `/review/rules/${index}`, values: { count: rule.count, people: people.size } });
    }
  });
  for (const [name, people] of review.groups) {
    people.forEach((person, place) => {
      if (!/^[^\s@]+@[^\s@]+$/.test(person)) {
        found.push({ kind: 'noEmail', pointer: `/review/groups/${escapePointer(name)}/${place}`, values: { written: person } });
      } else if (review.requireSignature && review.signers.size > 0 && !review.signers.has(person)) {
        found.push({ kind: 'neverSigned', pointer: `/review/groups/${escapePointer(name)}/${place}`, values: { written: person } });
      }
    });
  }
  return found;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
