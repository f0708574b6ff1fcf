import type { KnowledgeBase } from '../knowledge-base.js';
import type { Diagnostic, Fix, TextEdit } from '../model/diagnostic.js';
import type { Playbook } from '../model/playbook.js';
import { parsePlaybook } from '../parse/playbook.js';
import { checkPlaybook, type RuleSettings } from '../rules/run.js';
import { applyEdits } from './apply-edits.js';

export interface FixOptions {
  /** Only the fixes of these rules; all by default. */
  readonly codes?: ReadonlySet<string>;
}

export interface FixResult {
  readonly text: string;
  /** Number of fixes that were applied. */
  readonly applied: number;
  /** Problems of the new text, those without a fix and those not asked for included. */
  readonly remaining: readonly Diagnostic[];
}

/** One fix may make room for the next; after this many rounds what is left is left. */
const mostRounds = 200;

/**
 * Applies the fixes of one playbook until none is left: in each round those that do not touch each other, in text order,
 * then the text is read and checked anew. Fixes that together make a file unreadable are tried one by one, and one that does
 * so alone is left out. Where fixes undo each other, the first of their texts in code-point order is taken, so that fixing
 * twice always gives what fixing once gave.
 */
export function fixPlaybook(knowledgeBase: KnowledgeBase, playbook: Playbook, settings: RuleSettings, options: FixOptions = {}): FixResult {
  const { config } = knowledgeBase;
  const versionOf = (next: Playbook, base: KnowledgeBase, applied: number): Version => {
    const remaining = checkPlaybook(base, next, settings);
    const fixes = remaining.flatMap((problem) => (problem.fix && (options.codes?.has(problem.code) ?? true) ? [problem.fix] : []));
    return { playbook: next, base, text: next.text, applied, remaining, fixes };
  };
  const versions = [versionOf(playbook, knowledgeBase, 0)];
  for (let round = 0; round < mostRounds; round += 1) {
    const latest = versions.at(-1);
    if (!latest || latest.fixes.length === 0) break;
    const attempts = [chooseFixes(latest.fixes), ...latest.fixes.map((fix) => [fix])];
    const next = firstReadable(latest.playbook, attempts, config.defaultLanguage);
    if (!next) break;
    const earlier = versions.findIndex((version) => version.text === next.playbook.text);
    if (earlier >= 0) return resultOf(firstByText(versions.slice(earlier)) ?? latest);
    versions.push(
      versionOf(next.playbook, latest.base.with({ playbooks: new Map([[playbook.path, next.playbook]]) }), latest.applied + next.applied),
    );
  }
  return resultOf(versions.at(-1) ?? versionOf(playbook, knowledgeBase, 0));
}

interface Version extends FixResult {
  readonly playbook: Playbook;
  readonly base: KnowledgeBase;
  readonly fixes: readonly Fix[];
}

function resultOf({ text, applied, remaining }: FixResult): FixResult {
  return { text, applied, remaining };
}

/** The outcome of the first set of fixes that changes the text and brings no new problem in reading it. */
function firstReadable(playbook: Playbook, attempts: readonly (readonly Fix[])[], language: string) {
  for (const fixes of attempts) {
    const text = applyEdits(
      playbook.text,
      fixes.flatMap((fix) => fix.edits),
    );
    if (text === playbook.text) continue;
    const next = parsePlaybook(playbook.path, { text }, language);
    if (next.problems.length <= playbook.problems.length) return { playbook: next, applied: fixes.length };
  }
  return undefined;
}

function firstByText(versions: readonly Version[]): Version | undefined {
  return [...versions].sort((a, b) => (a.text < b.text ? -1 : 1))[0];
}

/** The fixes that can be applied together: each that touches no earlier one. */
export function chooseFixes(fixes: readonly Fix[]): readonly Fix[] {
  const chosen: Fix[] = [];
  const taken: TextEdit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

/** Whether two edits share text, or one inserts where the other begins or ends, so that their order would matter. */
function touch(a: TextEdit, b: TextEdit): boolean {
  const [aStart, aEnd] = [a.range.start.offset, a.range.end.offset];
  const [bStart, bEnd] = [b.range.start.offset, b.range.end.offset];
  return aStart === aEnd || bStart === bEnd ? aStart <= bEnd && bStart <= aEnd : aStart < bEnd && bStart < aEnd;
}
