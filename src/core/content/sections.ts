import type { BodyOutline, SectionKind, SectionOutline } from '../model/outline.js';
import type { Playbook, Section } from '../model/playbook.js';
import { type MatchedSection, matchOutline, topSections } from '../types/match-outline.js';
import type { PlaybookType } from '../types/playbook-type.js';

/** The sections that fill a wanted place of their type's outline, in text order, those below others included. */
export function outlinedSections(
  playbook: Playbook,
  type: PlaybookType | undefined,
  isWanted: (outline: SectionOutline) => boolean,
): readonly MatchedSection[] {
  // Most types lack most places; matching headings is the dear part.
  if (!type || !hasPlace(type.outline, isWanted)) return [];
  const flatten = (matched: readonly MatchedSection[]): MatchedSection[] =>
    matched.flatMap((match) => [...(match.outline && isWanted(match.outline) ? [match] : []), ...flatten(match.children)]);
  return flatten(matchOutline(topSections(playbook), type.outline));
}

function hasPlace(outline: BodyOutline, isWanted: (outline: SectionOutline) => boolean): boolean {
  return outline.sections.some((section) => isWanted(section) || (section.body !== undefined && hasPlace(section.body, isWanted)));
}

/** The sections of one kind, for instance all flows of a playbook. */
export function sectionsOfKind(playbook: Playbook, type: PlaybookType | undefined, kind: SectionKind): readonly Section[] {
  return outlinedSections(playbook, type, (outline) => outline.kind === kind).map((match) => match.section);
}

/** A section and all below it, in text order. */
export function withSubsections(section: Section): readonly Section[] {
  return [section, ...section.sections.flatMap(withSubsections)];
}
