import { applyEdits } from '../core/edit/apply-edits.js';
import { chooseFixes, fixPlaybook } from '../core/edit/apply-fix.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Diagnostic } from '../core/model/diagnostic.js';
import { parsePlaybook } from '../core/parse/playbook.js';
import { rules } from '../core/rules/index.js';
import type { RuleSettings } from '../core/rules/run.js';
import type { Progress } from './ports.js';
import type { Session } from './session.js';

export interface FixedFile {
  /** Relative to the knowledge base, with `/`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Number of fixes applied. */
  readonly applied: number;
}

/** Whether a problem has a fix that may be applied without asking. */
export function isFixedInBulk({ code, fix }: Pick<Diagnostic, 'code' | 'fix'>): boolean {
  return fix !== undefined && !rules.some((rule) => rule.code === code && rule.fixedOnlyByHand);
}

/**
 * Works out all fixes that may be applied without asking; the session then holds the new texts of playbooks.
 * The config and custom types go first and alone, since everything else is read by them: open the folder again after writing them.
 */
export function fixAll(session: Session, problems: readonly Diagnostic[], progress?: Progress): readonly FixedFile[] {
  const fixable = problems.filter(isFixedInBulk);
  const support = session.knowledgeBase.supportFiles.flatMap(({ path, text }) => {
    const fixes = chooseFixes(fixable.filter((problem) => problem.path === path).flatMap(({ fix }) => fix ?? []));
    const edits = fixes.flatMap((fix) => fix.edits);
    return fixes.length === 0 ? [] : [fixedFile(path, text, applyEdits(text, edits), fixes.length)];
  });
  if (support.length > 0) return support;
  const codes = new Set(rules.filter((rule) => !rule.fixedOnlyByHand).map((rule) => rule.code));
  const paths = [...new Set(fixable.map((problem) => problem.path))];
  return paths.flatMap((path, index) => {
    progress?.(index, paths.length);
    const playbook = session.knowledgeBase.playbooks.get(path);
    if (!playbook) return [];
    const { text, applied } = fixPlaybook(session.knowledgeBase, playbook, session.settings, { codes });
    if (text === playbook.text) return [];
    const fixed = fixedFile(path, playbook.text, text, applied);
    // Two files may ask for the same new id: the second must see the first's.
    session.update({ path, source: { text: fixed.after } });
    return fixed;
  });
}

function fixedFile(path: string, before: string, after: string, applied: number): FixedFile {
  const isWindows = before.includes('\r\n') && !/(?:^|[^\r])\n/.test(before);
  return { path, before, after: isWindows ? after.replace(/\r?\n/g, '\r\n') : after, applied };
}

/**
 * Fixes all problems of one kind, one file after the other; undefined for a file that stays as it is. Nothing is taken in:
 * each file sees the fixes of those before it, and the caller decides what to write.
 */
export function* fixKind(
  knowledgeBase: KnowledgeBase,
  settings: RuleSettings,
  code: string,
  paths: readonly string[],
): Generator<FixedFile | undefined> {
  let base = knowledgeBase;
  for (const path of paths) {
    const playbook = base.playbooks.get(path);
    if (!playbook) continue;
    const { text, applied } = fixPlaybook(base, playbook, settings, { codes: new Set([code]) });
    if (text === playbook.text) {
      yield undefined;
      continue;
    }
    base = base.with({ playbooks: new Map([[path, parsePlaybook(path, { text }, base.config.defaultLanguage)]]) });
    yield { path, before: playbook.text, after: text, applied };
  }
}
