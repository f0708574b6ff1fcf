import type { KnowledgeBase } from '../knowledge-base.js';
import type { PlaceholderUse, Playbook } from '../model/playbook.js';
import { placeholderPattern } from '../parse/body.js';
import { nearest } from '../schema/nearest.js';
import { foldScript } from '../script-fold.js';

/** Whether a name stands for a text of the config: one with a dot, or one the config defines. */
export function isVariable(name: string, knowledgeBase: KnowledgeBase): boolean {
  return name.includes('.') || knowledgeBase.config.variables.has(name);
}

/** Every name that a playbook's Markdown mentions in double braces, code and addresses included. */
export function mentionedNames(playbook: Playbook): ReadonlySet<string> {
  const body = playbook.text.slice(playbook.bodyStart);
  return new Set([...body.matchAll(placeholderPattern)].map((match) => match[1] ?? ''));
}

/**
 * The name that was probably meant, if one differs by a slip of the hand. Names that differ in digits (`date1`, `date2`)
 * or in Chinese characters are different names on purpose, unless only the script differs; so are short ones (`fee`, `fax`).
 */
export function misspelledName(written: string, names: readonly string[]): string | undefined {
  const sameScript = names.find((name) => foldScript(name) === foldScript(written));
  if (sameScript !== undefined) return sameScript;
  if (/\p{Script=Han}/u.test(written) || written.length < shortest) return undefined;
  const digits = (name: string) => name.replace(/\D+/g, ' ').trim();
  return nearest(
    written,
    names.filter((name) => digits(name) === digits(written)),
  );
}

const shortest = 5;

/** The place of a name inside its braces. */
export function nameSpan(playbook: Playbook, use: PlaceholderUse): { readonly start: number; readonly end: number } {
  const start = playbook.text.indexOf(use.name, use.start);
  return { start, end: start + use.name.length };
}
