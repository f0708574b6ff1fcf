import { daysBetween, dueDay } from '../core/days.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import { isRetired } from '../core/life.js';
import type { Localized } from '../core/model/locale.js';
import type { BodyOutline } from '../core/model/outline.js';
import type { Playbook, Section } from '../core/model/playbook.js';
import { matchOutline, topSections } from '../core/types/match-outline.js';

/** How a playbook stands on a day, the most pressing state first. */
export const freshnessStates = ['retired', 'expired', 'overdue', 'review-due', 'not-yet-valid', 'no-date', 'current'] as const;
export type Freshness = (typeof freshnessStates)[number];

export const freshnessLabels: Readonly<Record<Freshness, Localized>> = {
  retired: { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'retired' },
  expired: { 'zh-Hans': '已过期', 'zh-Hant': '已過期', en: 'expired' },
  overdue: { 'zh-Hans': '复核已逾期', 'zh-Hant': '覆核已逾期', en: 'review overdue' },
  'review-due': { 'zh-Hans': '14 天内要复核', 'zh-Hant': '14 天內要覆核', en: 'review due within 14 days' },
  'not-yet-valid': { 'zh-Hans': '尚未生效', 'zh-Hant': '尚未生效', en: 'not yet valid' },
  'no-date': { 'zh-Hans': '没有日期', 'zh-Hant': '沒有日期', en: 'no date' },
  current: { 'zh-Hans': '有效', 'zh-Hant': '有效', en: 'current' },
};

/** A review counts as due this many days before its day. */
const noticeDays = 14;

/**
 * Whether a playbook holds on a day (ISO 8601) and has been reviewed in time. Without any date that says so: `no-date`.
 * `reviewedOn` is the day of the last review, by default what the playbook says.
 */
export function freshnessOf(playbook: Playbook, today: string, reviewedOn = playbook.fields.reviewedOn): Freshness {
  const { validFrom, validTo, reviewEvery } = playbook.fields;
  if (isRetired(playbook, today)) return 'retired';
  const sinceEnd = validTo === undefined ? undefined : daysBetween(validTo, today);
  const untilStart = validFrom === undefined ? undefined : daysBetween(today, validFrom);
  const due = reviewedOn === undefined || reviewEvery === undefined ? undefined : dueDay(reviewedOn, reviewEvery);
  const untilDue = due === undefined ? undefined : daysBetween(today, due);
  if (sinceEnd !== undefined && sinceEnd > 0) return 'expired';
  if (untilStart !== undefined && untilStart > 0) return 'not-yet-valid';
  if (untilDue !== undefined && untilDue < 0) return 'overdue';
  if (untilDue !== undefined && untilDue <= noticeDays) return 'review-due';
  return sinceEnd === undefined && untilDue === undefined ? 'no-date' : 'current';
}

interface SectionCoverage {
  readonly type: string;
  readonly playbooks: number;
  /** Required sections of all playbooks of this type, and how many of them have content. */
  readonly required: number;
  readonly filled: number;
}

interface TranslationCount {
  readonly lang: string;
  /** Originals in another language that have a translation into this one. */
  readonly translated: number;
  /** Originals in another language. */
  readonly of: number;
  /** Translations made from an older version of their original. */
  readonly outdated: number;
}

export interface Statistics {
  readonly playbooks: number;
  readonly types: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  /** By owner; playbooks without one under the empty name. */
  readonly owners: Readonly<Record<string, number>>;
  readonly freshness: Readonly<Record<Freshness, number>>;
  /** Han characters, and words of other scripts, in the bodies. */
  readonly size: { readonly han: number; readonly words: number };
  readonly sections: readonly SectionCoverage[];
  readonly translations: readonly TranslationCount[];
}

/** Counts a knowledge base as it is on a day (ISO 8601). `reviewedOn` are the days of last reviews, by id, where review is on. */
export function countStatistics(knowledgeBase: KnowledgeBase, today: string, reviewedOn?: ReadonlyMap<string, string>): Statistics {
  const playbooks = [...knowledgeBase.playbooks.values()];
  const freshness = { retired: 0, expired: 0, overdue: 0, 'review-due': 0, 'not-yet-valid': 0, 'no-date': 0, current: 0 };
  const lastReview = ({ id, fields }: Playbook) => (reviewedOn ? (reviewedOn.get(id) ?? '') : fields.reviewedOn);
  for (const playbook of playbooks) freshness[freshnessOf(playbook, today, lastReview(playbook))] += 1;
  return {
    playbooks: playbooks.length,
    types: countBy(playbooks, (playbook) => playbook.type),
    languages: countBy(playbooks, (playbook) => playbook.lang),
    owners: countBy(playbooks, (playbook) => playbook.fields.owner ?? ''),
    freshness,
    size: {
      han: playbooks.reduce((sum, { size }) => sum + size.han, 0),
      words: playbooks.reduce((sum, { size }) => sum + size.words, 0),
    },
    sections: coverage(knowledgeBase, playbooks),
    translations: translationCounts(knowledgeBase, playbooks),
  };
}

/** Most first, then by name. */
function countBy(playbooks: readonly Playbook[], keyOf: (playbook: Playbook) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const playbook of playbooks) counts.set(keyOf(playbook), (counts.get(keyOf(playbook)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)));
}

function coverage(knowledgeBase: KnowledgeBase, playbooks: readonly Playbook[]): readonly SectionCoverage[] {
  return [...knowledgeBase.types.values()].flatMap((type) => {
    const ofType = playbooks.filter((playbook) => playbook.type === type.name);
    if (ofType.length === 0) return [];
    const counts = ofType.map((playbook) => countRequired(topSections(playbook), type.outline));
    return {
      type: type.name,
      playbooks: ofType.length,
      required: counts.reduce((sum, { required }) => sum + required, 0),
      filled: counts.reduce((sum, { filled }) => sum + filled, 0),
    };
  });
}

function countRequired(sections: readonly Section[], outline: BodyOutline): { required: number; filled: number } {
  const matched = matchOutline(sections, outline);
  let required = 0;
  let filled = 0;
  for (const wanted of outline.sections) {
    const found = matched.filter((match) => match.outline === wanted).map(({ section }) => section);
    const min = wanted.min ?? 0;
    required += min;
    filled += Math.min(min, found.filter(hasContent).length);
    // Subsections of a section that is missing altogether are missing too.
    const inside =
      wanted.body && (found.length > 0 || min > 0)
        ? countRequired(
            found.flatMap((section) => section.sections),
            wanted.body,
          )
        : undefined;
    required += inside?.required ?? 0;
    filled += inside?.filled ?? 0;
  }
  return { required, filled };
}

function hasContent(section: Section): boolean {
  return section.blocks.length > 0 || section.sections.some(hasContent);
}

function translationCounts(knowledgeBase: KnowledgeBase, playbooks: readonly Playbook[]): readonly TranslationCount[] {
  const isTranslation = (playbook: Playbook) => playbook.fields.translationOf !== undefined;
  const originals = playbooks.filter((playbook) => !isTranslation(playbook));
  return knowledgeBase.config.languages
    .map((lang) => {
      const translations = playbooks.filter((playbook) => isTranslation(playbook) && playbook.lang === lang);
      const sources = new Set(translations.map((playbook) => playbook.fields.translationOf));
      const fromOthers = originals.filter((playbook) => playbook.lang !== lang);
      return {
        lang,
        translated: fromOthers.filter((playbook) => sources.has(playbook.id)).length,
        of: fromOthers.length,
        outdated: translations.filter((playbook) => isOutdated(playbook, knowledgeBase)).length,
      };
    })
    .filter(({ translated, of }) => translated > 0 && of > 0);
}

/** Whether a translation was made from an older version of its original. */
export function isOutdated({ fields }: Playbook, { withId }: KnowledgeBase): boolean {
  const [source] = withId(fields.translationOf ?? '');
  return source !== undefined && fields.sourceBlob !== undefined && !source.blob.startsWith(fields.sourceBlob.toLowerCase());
}
