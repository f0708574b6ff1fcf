import type { ChangeClass } from '../model/comparison.js';
import { type ReviewMode, reviewModes } from '../model/review.js';
import { isRecord } from '../parse/fields.js';
import type { ReviewInput } from './review-schema.js';

/** One entry of `review.rules`; an empty list means that it does not matter. */
export interface ReviewRule {
  readonly match: readonly string[];
  readonly types: readonly string[];
  readonly tags: readonly string[];
  readonly risks: readonly string[];
  readonly changes: readonly ChangeClass[];
  readonly count: number;
  readonly groups: readonly string[];
}

/** The config's `review`, complete. */
export interface ReviewConfig {
  readonly mode: ReviewMode;
  /** E-mails in lower case, by name of the group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly ReviewRule[];
  readonly codeowners: boolean;
  readonly requireSignature: boolean;
  /** Keys by e-mail in lower case. */
  readonly signers: ReadonlyMap<string, readonly string[]>;
  readonly keepFormatting: boolean;
}

export function completeReview(input: ReviewInput = {}): ReviewConfig {
  return {
    mode: input.mode ?? 'off',
    groups: new Map(Object.entries(input.groups ?? {}).map(([name, people]) => [name, people.map(lowerCase)])),
    rules: (input.rules ?? []).map((rule) => ({
      match: listOf(rule.match),
      types: listOf(rule.type),
      tags: listOf(rule.tag),
      risks: listOf(rule.risk),
      changes: listOf(rule.change),
      count: Math.max(rule.count ?? 1, rule.groups?.length ?? 1),
      groups: [...new Set(rule.groups)],
    })),
    codeowners: input.codeowners ?? false,
    requireSignature: input.require_signature ?? false,
    signers: new Map(Object.entries(input.signers ?? {}).map(([email, keys]) => [lowerCase(email), listOf(keys)])),
    keepFormatting: input.keep_formatting ?? false,
  };
}

/** A `review` with a mistake: its mode holds where it can be read, and everything else is as strict as it is without rules. */
export function brokenReview(written: unknown): ReviewConfig {
  const mode = isRecord(written) ? reviewModes.find((candidate) => candidate === written['mode']) : undefined;
  return completeReview({ mode: mode ?? 'required' });
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}

function lowerCase(text: string): string {
  return text.trim().toLowerCase();
}
