import type { KnowledgeBase } from '../core/knowledge-base.js';
import { isRetired } from '../core/life.js';
import type { Playbook } from '../core/model/playbook.js';
import { isOutdated } from './statistics.js';

/** What keeps a knowledge base from being well kept, beside its problems. Retired playbooks ask for nothing any more. */
export interface Gaps {
  /** Neither linked to, embedded, listed as related nor translated by another playbook, in any of its languages. */
  readonly unused: readonly Playbook[];
  readonly withoutOwner: readonly Playbook[];
  readonly withoutSummary: readonly Playbook[];
  /** Languages of the config into which something is translated. */
  readonly languages: readonly TranslationGaps[];
}

interface TranslationGaps {
  readonly lang: string;
  /** Originals in another language that have no translation into this one. */
  readonly untranslated: readonly Playbook[];
  /** Translations made from an older version of their original. */
  readonly outdated: readonly Playbook[];
}

/** Finds what is missing on a day (ISO 8601); lists are in path order. */
export function findGaps(knowledgeBase: KnowledgeBase, today: string): Gaps {
  const playbooks = [...knowledgeBase.playbooks.values()].filter((playbook) => !isRetired(playbook, today));
  return {
    unused: playbooks.filter((playbook) => isUnused(playbook, knowledgeBase)),
    withoutOwner: playbooks.filter(({ fields }) => fields.owner === undefined),
    withoutSummary: playbooks.filter(({ type, fields }) => type !== 'snippet' && fields.summary === undefined),
    languages: translationGaps(playbooks, knowledgeBase),
  };
}

function isUnused(playbook: Playbook, knowledgeBase: KnowledgeBase): boolean {
  const own = knowledgeBase.translations(playbook);
  const ownPaths = new Set([playbook.path, ...own.map(({ path }) => path)]);
  return [playbook, ...own].every((one) =>
    [...knowledgeBase.linkedFrom(one), ...knowledgeBase.embeddedIn(one)].every((path) => ownPaths.has(path)),
  );
}

function translationGaps(playbooks: readonly Playbook[], knowledgeBase: KnowledgeBase): readonly TranslationGaps[] {
  const translations = playbooks.filter(({ fields }) => fields.translationOf !== undefined);
  const originals = playbooks.filter(({ fields }) => fields.translationOf === undefined);
  return knowledgeBase.config.languages.flatMap((lang) => {
    const own = translations.filter((playbook) => playbook.lang === lang);
    if (own.length === 0) return [];
    const translated = new Set(own.map(({ fields }) => fields.translationOf));
    return [
      {
        lang,
        untranslated: originals.filter((playbook) => playbook.lang !== lang && !translated.has(playbook.id)),
        outdated: own.filter((playbook) => isOutdated(playbook, knowledgeBase)),
      },
    ];
  });
}
