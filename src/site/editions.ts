import type { KnowledgeBase } from '../core/knowledge-base.js';
import { nearestLocale } from '../core/model/locale.js';
import type { Playbook } from '../core/model/playbook.js';

/**
 * One playbook for each subject, for readers of a language: the translation into it, else one in the same script or
 * interface language, else the original. Nothing is hidden because nobody has translated it yet.
 */
export function editionsIn(knowledgeBase: KnowledgeBase, language: string): readonly Playbook[] {
  const seen = new Set<string>();
  const editions: Playbook[] = [];
  for (const playbook of knowledgeBase.playbooks.values()) {
    const translations = knowledgeBase.translations(playbook);
    const key = translations[0]?.path ?? playbook.path;
    if (seen.has(key)) continue;
    seen.add(key);
    const original = translations.find((candidate) => candidate.fields.translationOf === undefined);
    editions.push(
      translations.find((candidate) => candidate.lang === language) ??
        translations.find((candidate) => nearestLocale(candidate.lang) === nearestLocale(language)) ??
        original ??
        playbook,
    );
  }
  return editions;
}
