import { RE2JS } from 're2js';
import type { Locale } from '../model/locale.js';
import { locales } from '../model/locale.js';
import type { BodyOutline, SectionOutline } from '../model/outline.js';
import type { Playbook, Section } from '../model/playbook.js';

/** A section of a playbook and the place of the outline it fills; one the outline does not list has no `outline`. */
export interface MatchedSection {
  readonly section: Section;
  readonly outline?: SectionOutline;
  /** Matches of its subsections, where the outline describes them. */
  readonly children: readonly MatchedSection[];
}

/** The sections right below the title: a single `#` heading counts as the title. */
export function topSections(playbook: Playbook): readonly Section[] {
  const [only, ...others] = playbook.root.sections;
  return only && others.length === 0 && only.depth === 1 ? only.sections : playbook.root.sections;
}

export function matchOutline(sections: readonly Section[], outline: BodyOutline): readonly MatchedSection[] {
  return sections.map((section) => {
    const found = outline.sections.find((candidate) => headingMatches(section.heading?.text ?? '', candidate));
    return {
      section,
      ...(found && { outline: found }),
      children: found?.body ? matchOutline(section.sections, found.body) : [],
    };
  });
}

/** The heading a template or a fix writes for a section in a language. */
export function canonicalHeading(outline: SectionOutline, lang: string): string {
  const locale: Locale = locales.find((candidate) => candidate === lang) ?? (lang.startsWith('zh') ? 'zh-Hans' : 'en');
  return outline.headings[locale]?.[0] ?? Object.values(outline.headings)[0]?.[0] ?? outline.key;
}

function headingMatches(text: string, outline: SectionOutline): boolean {
  const wanted = normalizeHeading(text);
  if (wanted === '') return false;
  if (Object.values(outline.headings).some((names) => names.some((name) => normalizeHeading(name) === wanted))) return true;
  return outline.pattern !== undefined && patternMatches(outline.pattern, text);
}

/** Patterns come from content: RE2 runs in linear time. A pattern that is not RE2 matches nothing; its type file is reported. */
function patternMatches(pattern: string, text: string): boolean {
  try {
    return RE2JS.compile(pattern).matcher(text.trim()).find();
  } catch {
    return false;
  }
}

/** Without numbering, case, width, spaces and a closing colon: `一、触发条件：` is `触发条件`. */
export function normalizeHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)、]?\s+|\d+[.)、]\s*|[一二三四五六七八九十]+[、.]\s*)/, '')
    .replace(/[::]\s*$/, '')
    .replace(/\s+/g, '')
    .toLowerCase();
}
