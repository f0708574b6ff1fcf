import { summarize } from '../core/feedback/feedback.js';
import { passageFinder } from '../core/feedback/passage.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import { type FeedbackEntry, type SearchEntry, type WrongEntry, type WrongReason, wrongReasons } from '../core/model/feedback.js';
import type { Playbook } from '../core/model/playbook.js';
import { rangeOf } from '../core/model/text.js';
import { openMarks } from '../core/rules/feedback-wrong.js';
import { fold } from '../core/search/fold.js';
import { queryTerms } from '../core/search/tokenize.js';
import type { Session } from './session.js';

interface NamedPage {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

interface PageFeedback extends NamedPage {
  readonly opened: number;
  readonly copied: number;
  readonly solved: number;
  readonly unsolved: number;
  /** Share of answers that said “solved”, from 0 to 1; absent without an answer. */
  readonly solvedRate?: number;
  /** Marks that nobody has answered. */
  readonly wrong: number;
}

/** Searches that found nothing, those that search takes as the same together. */
export interface FailedSearch {
  /** The way of writing it that was used most. */
  readonly query: string;
  readonly spellings: readonly string[];
  readonly count: number;
  /** How often a reader asked for a page about it. */
  readonly reported: number;
  readonly lastDay: string;
  /** What the search finds first now. */
  readonly finds?: NamedPage;
  /** Whether that has most of what was asked. */
  readonly isAnswered: boolean;
}

export interface WrongPassage extends NamedPage {
  readonly quote: string;
  readonly count: number;
  readonly reasons: Readonly<Partial<Record<WrongReason, number>>>;
  readonly lastDay: string;
  /** `open`: still there; `changed`: the passage has changed since; `reviewed`: the page was reviewed after the mark. */
  readonly state: 'open' | 'changed' | 'reviewed';
  /** Where an open passage stands, which may be in a snippet; lines and columns from 1. */
  readonly place?: { readonly path: string; readonly line: number; readonly column: number };
}

export interface Complaint {
  readonly text: string;
  readonly count: number;
}

/** What customers say, against what the search finds. */
export interface CoverageRow {
  readonly complaint: string;
  readonly source: 'utterance' | 'search' | 'listed';
  /** Failed searches, the number that was given, or of an utterance its share in the cases of the playbook that names it. */
  readonly count: number;
  readonly covered: boolean;
  readonly finds?: NamedPage;
  /** The playbook that names the utterance, and its place among the hits, from 1; 0 if it is not among the first ten. */
  readonly expected?: NamedPage & { readonly rank: number };
}

export interface FeedbackReport {
  readonly from?: string;
  readonly to?: string;
  readonly entries: number;
  readonly pages: readonly PageFeedback[];
  /** Ids of pages that are no longer there, each with its number of entries. */
  readonly gone: readonly { readonly id: string; readonly entries: number }[];
  readonly searches: readonly FailedSearch[];
  readonly wrong: readonly WrongPassage[];
  readonly coverage: readonly CoverageRow[];
  /** Share of all complaints, by their counts, that are covered; absent without any. */
  readonly coveredRate?: number;
}

export interface FeedbackReportOptions {
  /** ISO 8601 days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Top complaints from elsewhere, such as a ticket desk; instead of utterances and failed searches. */
  readonly complaints?: readonly Complaint[] | undefined;
  /** Day of each playbook’s last approval or verification, by id, where review is on. */
  readonly reviewedOn?: ReadonlyMap<string, string> | undefined;
}

/** Hits among which the right playbook has to be: agents look no further. */
const looked = 3;
/** Utterances that are searched for, those of the most used playbooks first. */
const mostUtterances = 300;

/** What feedback says of a knowledge base as it is now. */
export function reportFeedback(session: Session, all: readonly FeedbackEntry[], options: FeedbackReportOptions): FeedbackReport {
  const { from, to, reviewedOn } = options;
  const entries = all.filter(({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to));
  const feedback = summarize(entries);
  const knowledgeBase = session.knowledgeBase.with({ feedback });
  const searches = failedSearches(session, entries);
  const wrong = wrongPassages(knowledgeBase, reviewedOn);
  const pages = pagesOf(knowledgeBase, wrong);
  const coverage = options.complaints ? coverListed(session, options.complaints) : coverTold(session, knowledgeBase, searches, pages);
  const asked = sum(coverage.map(({ count }) => count));
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    entries: entries.length,
    pages,
    gone: goneFrom(knowledgeBase, entries),
    searches,
    wrong,
    coverage,
    ...(asked > 0 && { coveredRate: sum(coverage.filter(({ covered }) => covered).map(({ count }) => count)) / asked }),
  };
}

/** Most used first. */
function pagesOf(knowledgeBase: KnowledgeBase, passages: readonly WrongPassage[]): readonly PageFeedback[] {
  const { use, wrong } = knowledgeBase.feedback;
  const pages = [...new Set([...use.keys(), ...wrong.keys()])].flatMap((id): PageFeedback[] => {
    const playbook = knowledgeBase.withId(id)[0];
    if (!playbook) return [];
    const counts = use.get(id) ?? { opened: 0, copied: 0, solved: 0, unsolved: 0 };
    const answers = counts.solved + counts.unsolved;
    const marks = passages.filter((passage) => passage.id === id && passage.state === 'open');
    return [
      {
        ...named(playbook),
        ...counts,
        ...(answers > 0 && { solvedRate: counts.solved / answers }),
        wrong: sum(marks.map(({ count }) => count)),
      },
    ];
  });
  return pages.sort((a, b) => usesOf(b) - usesOf(a) || b.unsolved - a.unsolved || b.wrong - a.wrong || compare(a.id, b.id));
}

function usesOf({ opened, copied, solved, unsolved }: PageFeedback): number {
  return opened + copied + solved + unsolved;
}

function goneFrom({ withId }: KnowledgeBase, entries: readonly FeedbackEntry[]): readonly { id: string; entries: number }[] {
  const counts = new Map<string, number>();
  for (const { page } of entries) if (page !== undefined && withId(page).length === 0) counts.set(page, (counts.get(page) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, entries: count })).sort((a, b) => b.entries - a.entries || compare(a.id, b.id));
}

/** What a search takes as the same: case, width, accents, both scripts, regional words, whatever stands between the words. */
function searchKey(query: string): string {
  return fold(query).replace(/[^\p{L}\p{N}\p{M}#]/gu, '');
}

/** Most often first. */
function failedSearches(session: Session, entries: readonly FeedbackEntry[]): readonly FailedSearch[] {
  const groups = new Map<string, SearchEntry[]>();
  for (const entry of entries) {
    if (!('query' in entry)) continue;
    const key = searchKey(entry.query);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const searches = [...groups.values()].map((group): FailedSearch => {
    const spellings = countBy(group.map(({ query }) => query));
    const query = spellings[0]?.[0] ?? '';
    const hit = firstHit(session, query);
    return {
      query,
      spellings: spellings.map(([spelling]) => spelling),
      count: group.length,
      reported: group.filter(({ kind }) => kind === 'missing').length,
      lastDay: group.reduce((last, { day }) => (day > last ? day : last), ''),
      ...(hit && { finds: hit.page }),
      isAnswered: hit?.isAnswer === true,
    };
  });
  return searches.sort(
    (a, b) => b.count - a.count || b.reported - a.reported || compare(b.lastDay, a.lastDay) || compare(a.query, b.query),
  );
}

/** What nobody has answered first, then by number and day. */
function wrongPassages(knowledgeBase: KnowledgeBase, reviewedOn: ReadonlyMap<string, string> | undefined): readonly WrongPassage[] {
  const passages = [...knowledgeBase.feedback.wrong].flatMap(([id, entries]): WrongPassage[] => {
    const page = knowledgeBase.withId(id)[0];
    if (!page) return [];
    const open = new Set(openMarks(page, knowledgeBase, reviewedOn));
    const locate = passageFinder(page, knowledgeBase);
    const groups = new Map<
      string,
      { readonly entries: WrongEntry[]; readonly state: WrongPassage['state']; readonly place?: WrongPassage['place'] }
    >();
    for (const entry of entries) {
      const found = open.has(entry) ? locate(entry) : undefined;
      const state = !open.has(entry) ? 'reviewed' : found ? 'open' : 'changed';
      const start = found && rangeOf(found.playbook.text, found.playbook.lineStarts, found.at).start;
      const place = found && start && { path: found.playbook.path, line: start.line, column: start.column };
      const key = `${state} ${place ? `${place.path}:${found.at.start}-${found.at.end}` : searchKey(entry.quote)}`;
      const group = groups.get(key);
      if (group) group.entries.push(entry);
      else groups.set(key, { entries: [entry], state, ...(place && { place }) });
    }
    return [...groups.values()].map(({ entries: marks, state, place }) => ({
      ...named(page),
      quote: countBy(marks.map(({ quote }) => quote))[0]?.[0] ?? '',
      count: marks.length,
      reasons: countReasons(marks),
      lastDay: marks.reduce((last, { day }) => (day > last ? day : last), ''),
      state,
      ...(place && { place }),
    }));
  });
  const order = { open: 0, changed: 1, reviewed: 2 } as const;
  return passages.sort(
    (a, b) =>
      order[a.state] - order[b.state] ||
      b.count - a.count ||
      compare(b.lastDay, a.lastDay) ||
      compare(a.id, b.id) ||
      compare(a.quote, b.quote),
  );
}

function countReasons(marks: readonly WrongEntry[]): Partial<Record<WrongReason, number>> {
  const counts: Partial<Record<WrongReason, number>> = {};
  for (const reason of wrongReasons) {
    const count = marks.filter((mark) => mark.reason === reason).length;
    if (count > 0) counts[reason] = count;
  }
  return counts;
}

/** Complaints that a list from elsewhere names. */
function coverListed(session: Session, complaints: readonly Complaint[]): readonly CoverageRow[] {
  return sortRows(
    complaints.map(({ text, count }) => {
      const hit = firstHit(session, text);
      return { complaint: text, source: 'listed', count, covered: hit?.isAnswer === true, ...(hit && { finds: hit.page }) };
    }),
  );
}

/** What customers say by the playbooks’ own account, and what was searched for in vain. */
function coverTold(
  session: Session,
  knowledgeBase: KnowledgeBase,
  searches: readonly FailedSearch[],
  pages: readonly PageFeedback[],
): readonly CoverageRow[] {
  const rows: CoverageRow[] = searches.map(({ query, count, finds, isAnswered }) => ({
    complaint: query,
    source: 'search',
    count,
    covered: isAnswered,
    ...(finds && { finds }),
  }));
  let left = mostUtterances;
  for (const page of pages) {
    const playbook = knowledgeBase.withId(page.id)[0];
    const { utterances } = playbook?.fields ?? { utterances: [] };
    // Nobody knows which of them was said: each has its share of the cases.
    const count = Math.round(Math.max(page.opened, page.solved + page.unsolved) / Math.max(1, utterances.length));
    if (!playbook || count === 0) continue;
    for (const utterance of utterances) {
      if (left === 0) break;
      left -= 1;
      rows.push(coverUtterance(session, utterance, playbook, count));
    }
  }
  return sortRows(rows);
}

function coverUtterance(session: Session, utterance: string, playbook: Playbook, count: number): CoverageRow {
  const { knowledgeBase, settings } = session;
  const hits = session.search({ text: utterance, limit: 10, today: settings.today, oneForEachSubject: playbook.lang }).hits;
  const editions = new Set(knowledgeBase.translations(playbook).map(({ path }) => path));
  const rank = hits.findIndex(({ path }) => editions.has(path)) + 1;
  const [first] = hits;
  return {
    complaint: utterance,
    source: 'utterance',
    count,
    covered: rank >= 1 && rank <= looked,
    ...(first && { finds: { id: first.id, title: first.title, path: first.path } }),
    expected: { ...named(playbook), rank },
  };
}

/** Most often first, and what is not covered before what is. */
function sortRows(rows: readonly CoverageRow[]): readonly CoverageRow[] {
  return [...rows].sort((a, b) => b.count - a.count || Number(a.covered) - Number(b.covered) || compare(a.complaint, b.complaint));
}

/** What a search finds first, and whether that has at least half of what was asked: a hit for one word of four is no answer. */
function firstHit(session: Session, text: string): { readonly page: NamedPage; readonly isAnswer: boolean } | undefined {
  const [hit] = session.search({ text, limit: 1, today: session.settings.today }).hits;
  if (!hit) return undefined;
  const folded = fold(text);
  const { words, characters } = queryTerms(text);
  const asked = words.length > 0 ? words : characters;
  const found = hit.matched.map(({ term }) => term);
  const own = asked.filter((word) => found.some((term) => term.includes(word))).length;
  // What stands for a word of the query, such as a synonym, counts as one.
  const others = found.filter((term) => !folded.includes(term)).length;
  return { page: { id: hit.id, title: hit.title, path: hit.path }, isAnswer: (own + others) * 2 >= asked.length };
}

function named({ id, title, path }: Playbook): NamedPage {
  return { id, title, path };
}

/** Most first, then by text. */
function countBy(texts: readonly string[]): readonly (readonly [text: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
