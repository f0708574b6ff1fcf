import type { SectionKind } from '../model/outline.js';
import type { Playbook, Section } from '../model/playbook.js';
import { type MatchedSection, matchOutline, topSections } from '../types/match-outline.js';
import type { PlaybookType } from '../types/playbook-type.js';

/** Every section that fills a place of its type's outline, in text order, those below others included. */
export function outlinedSections(playbook: Playbook, type: PlaybookType | undefined): readonly MatchedSection[] {
  if (!type) return [];
  const flatten = (matched: readonly MatchedSection[]): MatchedSection[] =>
    matched.flatMap((match) => [...(match.outline ? [match] : []), ...flatten(match.children)]);
  return flatten(matchOutline(topSections(playbook), type.outline));
}

/** The sections of one kind, for instance all flows of a playbook. */
export function sectionsOfKind(playbook: Playbook, type: PlaybookType | undefined, kind: SectionKind): readonly Section[] {
  return outlinedSections(playbook, type)
    .filter((match) => match.outline?.kind === kind)
    .map((match) => match.section);
}

/** A section and all below it, in text order. */
export function withSubsections(section: Section): readonly Section[] {
  return [section, ...section.sections.flatMap(withSubsections)];
}
