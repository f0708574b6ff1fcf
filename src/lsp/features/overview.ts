import { dueItems } from '../../app/due.js';
import { findGaps } from '../../app/health.js';
import { countStatistics, freshnessLabels, freshnessOf, freshnessStates } from '../../app/statistics.js';
import { type Diagnostic, severities } from '../../core/model/diagnostic.js';
import type { Locale } from '../../core/model/locale.js';
import type { Playbook } from '../../core/model/playbook.js';
import type { ReviewState } from '../../core/model/review.js';
import { rules } from '../../core/rules/index.js';
import { fromCoreRange } from '../convert.js';
import type { OpenFolder } from '../open-folder.js';
import { pageOf, type Window } from '../params.js';
import type { Health, HealthList, Labelled, Overview, OverviewEntry, Problems, RuleProblems } from '../protocol.js';
import { type FolderReview, reviewDays } from '../review/reviews.js';

/** Entries of each list of `playbook/health`, and how many days ahead it looks. */
const listLength = 200;
const daysAhead = 30;

/** Day of a playbook’s last review, by id, where review is on and its states are known. */
type ReviewDays = ReadonlyMap<string, string> | undefined;

/** Every playbook with what lists and trees show, for `playbook/overview`. */
export function overview(folder: OpenFolder, window: Window, locale: Locale, reviewedOn: ReviewDays): Overview {
  const { knowledgeBase } = folder.session;
  return {
    ...pageOf([...knowledgeBase.playbooks.values()], window, (playbook) => entryOf(folder, playbook, reviewedOn)),
    uri: folder.rootUri,
    title: knowledgeBase.config.title,
    types: typeLabels(folder, locale),
    lives: lifeLabels(locale),
    languages: knowledgeBase.config.languages,
  };
}

function entryOf(folder: OpenFolder, playbook: Playbook, reviewedOn: ReviewDays): OverviewEntry {
  const { path, id, title, type, lang, fields } = playbook;
  const { today } = folder.session.settings;
  return {
    uri: folder.uriOf(path),
    ...{ path, id, title, type, lang },
    tags: fields.tags,
    ...(fields.owner !== undefined && { owner: fields.owner }),
    ...(fields.summary !== undefined && { summary: fields.summary }),
    life: reviewedOn ? freshnessOf(playbook, today, reviewedOn.get(playbook.id) ?? '') : freshnessOf(playbook, today),
  };
}

function typeLabels({ session }: OpenFolder, locale: Locale): readonly Labelled[] {
  return [...session.knowledgeBase.types.values()].map(({ name, label }) => ({ name, label: label[locale] }));
}

function lifeLabels(locale: Locale): readonly Labelled[] {
  return freshnessStates.map((name) => ({ name, label: freshnessLabels[name][locale] }));
}

export interface KnownProblems {
  /** By path. */
  readonly problems: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Files that are still to be checked. */
  readonly waiting: number;
}

interface ProblemsContext {
  readonly locale: Locale;
  /** Address of a rule's documentation. */
  readonly ruleAddress: (code: string) => string | undefined;
}

/** Problems as far as they are known, by kind and one by one, for `playbook/problems`. */
export function listProblems(
  folder: OpenFolder,
  { problems, waiting }: KnownProblems,
  window: Window & { readonly code?: string },
  { locale, ruleAddress }: ProblemsContext,
): Problems {
  const paths = [...problems.keys()].sort();
  const counts = { error: 0, warning: 0, info: 0 };
  const byCode = new Map<string, { severity: Diagnostic['severity']; problems: number; files: number; lastPath: string }>();
  const wanted: Diagnostic[] = [];
  for (const path of paths) {
    for (const problem of problems.get(path) ?? []) {
      counts[problem.severity] += 1;
      const known = byCode.get(problem.code) ?? { severity: problem.severity, problems: 0, files: 0, lastPath: '' };
      byCode.set(problem.code, known);
      known.problems += 1;
      if (severities.indexOf(problem.severity) < severities.indexOf(known.severity)) known.severity = problem.severity;
      if (known.lastPath !== path) known.files += 1;
      known.lastPath = path;
      if (window.code === undefined || window.code === problem.code) wanted.push(problem);
    }
  }
  const listed = [...byCode].map(([code, found]): RuleProblems => {
    const documentation = ruleAddress(code);
    return {
      code,
      description: rules.find((rule) => rule.code === code)?.description[locale] ?? code,
      ...(documentation !== undefined && { documentation }),
      severity: found.severity,
      problems: found.problems,
      files: found.files,
    };
  });
  return {
    uri: folder.rootUri,
    counts,
    rules: listed.sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.problems - a.problems || (a.code < b.code ? -1 : 1),
    ),
    waiting,
    ...pageOf(wanted, window, ({ path, range, code, severity, message }) => ({
      uri: folder.uriOf(path),
      ...{ path, code, severity, message },
      range: fromCoreRange(range),
    })),
  };
}

/** How well the knowledge base is kept, for `playbook/health`. */
export function health(folder: OpenFolder, locale: Locale, review: FolderReview): Health {
  const reviewedOn = reviewDays(review);
  const { knowledgeBase, settings } = folder.session;
  const { today } = settings;
  const gaps = findGaps(knowledgeBase, today);
  const due = dueItems(knowledgeBase, { today, within: daysAhead, reviewedOn });
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const list = (playbooks: readonly Playbook[]): HealthList =>
    pageOf(playbooks, { offset: 0, limit: listLength }, (playbook) => entryOf(folder, playbook, reviewedOn));
  return {
    uri: folder.rootUri,
    today,
    statistics: countStatistics(knowledgeBase, today, reviewedOn),
    due: pageOf(due, { offset: 0, limit: listLength }, (item) => ({ ...item, uri: folder.uriOf(item.path) })),
    unused: list(gaps.unused),
    withoutOwner: list(gaps.withoutOwner),
    withoutSummary: list(gaps.withoutSummary),
    languages: gaps.languages.map(({ lang, untranslated, outdated }) => ({
      name: lang,
      label: languageName(names, lang),
      untranslated: list(untranslated),
      outdated: list(outdated),
    })),
    types: typeLabels(folder, locale),
    lives: lifeLabels(locale),
    ...(reviewedOn && review.availability === 'ready' && { approved: countApproved(folder, review.states) }),
  };
}

/** How many playbooks agents see in their present wording. */
function countApproved({ session }: OpenFolder, states: ReadonlyMap<string, ReviewState>): NonNullable<Health['approved']> {
  const { playbooks } = session.knowledgeBase;
  const isSeen = ({ id, blob }: Playbook) => states.get(id)?.state === 'approved' && states.get(id)?.blob === blob;
  return { playbooks: [...playbooks.values()].filter(isSeen).length, of: playbooks.size };
}

/** A tag that is none is shown as it is written. */
function languageName(names: Intl.DisplayNames, lang: string): string {
  try {
    return names.of(lang) ?? lang;
  } catch {
    return lang;
  }
}
