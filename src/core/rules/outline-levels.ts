import type { KnowledgeBase } from '../knowledge-base.js';
import type { BodyOutline } from '../model/outline.js';
import type { Playbook, Section } from '../model/playbook.js';
import { type MatchedSection, matchOutline, topSections } from '../types/match-outline.js';

/** Sections side by side and the outline they are held against. */
export interface OutlineLevel {
  readonly outline: BodyOutline;
  readonly sections: readonly MatchedSection[];
}

/**
 * The outline's levels, from the top down. None for a file that names no type (a folder that was not written for us
 * is not held to ours), for an unknown type, and for a file whose text was not read.
 */
export function outlineLevels(knowledgeBase: KnowledgeBase, playbook: Playbook): readonly OutlineLevel[] {
  const type = knowledgeBase.typeOf(playbook);
  if (!type || !playbook.hasOwnType || playbook.problems.some((problem) => problem.code === 'unparsable-file')) return [];
  const levels = (sections: readonly Section[], outline: BodyOutline): readonly OutlineLevel[] => {
    const matched = matchOutline(sections, outline);
    return [
      { outline, sections: matched },
      ...matched.flatMap((match) => (match.outline?.body ? levels(match.section.sections, match.outline.body) : [])),
    ];
  };
  return levels(topSections(playbook), type.outline);
}

/** Whether a heading has nothing under it: no subsection, and no block but empty quotes. */
export function isEmptySection(playbook: Playbook, section: Section): boolean {
  return section.sections.length === 0 && section.blocks.every((block) => /^[\s>]*$/.test(playbook.text.slice(block.start, block.end)));
}
