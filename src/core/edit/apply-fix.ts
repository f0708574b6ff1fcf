import { createKnowledgeBase, type KnowledgeBase } from '../knowledge-base.js';
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
 * then the text is read and checked anew. Where fixes undo each other, the first of their texts in code-point order is taken,
 * so that fixing twice always gives what fixing once gave.
 */
export function fixPlaybook(knowledgeBase: KnowledgeBase, playbook: Playbook, settings: RuleSettings, options: FixOptions = {}): FixResult {
  let base = knowledgeBase;
  const versions: FixResult[] = [{ text: playbook.text, applied: 0, remaining: checkPlaybook(base, playbook, settings) }];
  for (let round = 0; round < mostRounds; round += 1) {
    const latest = versions.at(-1);
    const wanted = latest?.remaining.filter((problem) => options.codes?.has(problem.code) ?? true) ?? [];
    const fixes = chooseFixes(wanted.flatMap((problem) => problem.fix ?? []));
    if (!latest || fixes.length === 0) break;
    const edits = fixes.flatMap((fix) => fix.edits);
    const text = applyEdits(latest.text, edits);
    const earlier = versions.findIndex((version) => version.text === text);
    if (earlier >= 0) return firstByText(versions.slice(earlier)) ?? latest;
    const next = parsePlaybook(playbook.path, { text }, base.config.defaultLanguage);
    base = replacePlaybook(base, next);
    versions.push({ text, applied: latest.applied + fixes.length, remaining: checkPlaybook(base, next, settings) });
  }
  return versions.at(-1) ?? { text: playbook.text, applied: 0, remaining: [] };
}

function firstByText(versions: readonly FixResult[]): FixResult | undefined {
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

function replacePlaybook(base: KnowledgeBase, playbook: Playbook): KnowledgeBase {
  return createKnowledgeBase({
    config: base.config,
    types: base.types.values(),
    playbooks: new Map([...base.playbooks, [playbook.path, playbook]]).values(),
    files: base.files,
    supportFiles: base.supportFiles,
  });
}
