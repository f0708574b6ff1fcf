import type { CoverageRow, FailedSearch, FeedbackReport, WrongPassage } from '../../../app/feedback-report.js';
import { type WrongReason, wrongReasons } from '../../../core/model/feedback.js';
import type { Context } from '../../context.js';
import type { Word } from '../../words.js';

interface FeedbackResult {
  /** Name of the knowledge base. */
  readonly title: string;
  /** ISO 8601 day that counted as today. */
  readonly today: string;
  /** Rows of each table that people are shown. */
  readonly limit: number;
  readonly report: FeedbackReport;
}

/** Ids of pages that are no longer there, at most. */
const namedGone = 5;

export type FeedbackFormat = (result: FeedbackResult, context: Context) => string;

export const sourceWords: Readonly<Record<CoverageRow['source'], Word>> = {
  utterance: 'feedbackSourceUtterance',
  search: 'feedbackSourceSearch',
  listed: 'feedbackSourceListed',
};

const reasonWords: Readonly<Record<WrongReason, Word>> = {
  incorrect: 'feedbackIncorrect',
  outdated: 'feedbackOutdated',
  unclear: 'feedbackUnclear',
  incomplete: 'feedbackIncomplete',
};

export function sayReasons({ reasons }: WrongPassage, { say }: Context): string {
  return wrongReasons
    .flatMap((reason) => (reasons[reason] === undefined ? [] : [`${say(reasonWords[reason])} ${reasons[reason]}`]))
    .join(say('listSeparator'));
}

/** A share in whole percent, never 100 for less than all. */
export function sayRate(rate: number | undefined): string {
  return rate === undefined ? '–' : `${Math.floor(rate * 100)}%`;
}

/** The days that a report covers, in words. */
export function sayPeriod({ from, to }: FeedbackReport, { say }: Context): string {
  if (from === undefined && to === undefined) return say('feedbackAllDays');
  if (to === undefined) return say('feedbackSince', { from: from ?? '' });
  return from === undefined ? say('feedbackUntil', { to }) : say('feedbackDays', { from, to });
}

/** What the search makes of a complaint. */
export function sayCoverage({ source, covered, finds, expected }: CoverageRow, { say }: Context, show: (text: string) => string): string {
  if (expected && covered) return say('feedbackCovered', { rank: expected.rank, title: show(expected.title) });
  if (expected && expected.rank > 0) return say('feedbackLow', { rank: expected.rank, title: show(expected.title) });
  if (expected && finds) return say('feedbackElsewhere', { title: show(expected.title), found: show(finds.title) });
  if (finds && !covered) return say('feedbackFindsNear', { title: show(finds.title) });
  if (finds) return say(source === 'search' ? 'feedbackFindsNow' : 'feedbackFinds', { title: show(finds.title) });
  return say('feedbackFindsNothing');
}

/** What a search finds that once found nothing. */
export function sayFinds(
  { finds, isAnswered }: FailedSearch,
  { say }: Context,
  show: (text: string) => string,
  mark: (text: string) => string = (text) => text,
): string {
  if (!finds) return mark(say('feedbackFindsNothing'));
  return isAnswered ? show(finds.title) : mark(say('feedbackFindsNear', { title: show(finds.title) }));
}

/** That some pages readers told about are no longer there, in a list of none or one. */
export function sayGone({ gone }: FeedbackReport, { say }: Context, show: (text: string) => string): readonly string[] {
  if (gone.length === 0) return [];
  const ids = gone.slice(0, namedGone).map(({ id }) => show(id));
  return [say('feedbackGone', { count: gone.reduce((sum, { entries }) => sum + entries, 0), ids: ids.join(say('listSeparator')) })];
}

/** How many marked passages were changed or reviewed since, in a list of none or one. */
export function sayAnswered({ wrong }: FeedbackReport, { say }: Context): readonly string[] {
  const count = (state: WrongPassage['state']) => wrong.filter((passage) => passage.state === state).length;
  const [changed, reviewed] = [count('changed'), count('reviewed')];
  return changed + reviewed > 0 ? [say('feedbackAnswered', { changed, reviewed })] : [];
}
