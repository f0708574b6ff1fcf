import { formatColumns, printable } from '../../terminal.js';
import {
  type FeedbackFormat,
  sayAnswered,
  sayCoverage,
  sayFinds,
  sayGone,
  sayPeriod,
  sayRate,
  sayReasons,
  sourceWords,
} from './feedback-format.js';

const longestQuote = 40;

/** For people, in a terminal. */
export const feedbackAsText: FeedbackFormat = ({ limit, report }, context) => {
  const { say, terminal } = context;
  const { colors } = terminal;
  const block = (
    title: string,
    heads: readonly string[],
    rows: readonly (readonly string[])[],
    right: readonly number[],
  ): readonly string[] => {
    if (rows.length === 0) return [`${colors.bold(title)}\n  ${say('feedbackNoRows')}`];
    const lines = formatColumns([heads.map((head) => colors.dim(head)), ...rows.slice(0, limit)], new Set(right));
    const more = rows.length > limit ? [colors.dim(say('feedbackMore', { count: rows.length - limit }))] : [];
    return [[colors.bold(title), ...[...lines, ...more].map((line) => `  ${line}`)].join('\n')];
  };
  const open = report.wrong.filter(({ state }) => state === 'open');
  const blocks = [
    say('feedbackHead', { count: report.entries, period: sayPeriod(report, context) }),
    ...block(
      say('feedbackPages'),
      [
        say('feedbackOpened'),
        say('feedbackCopied'),
        say('feedbackSolved'),
        say('feedbackUnsolved'),
        say('feedbackRate'),
        say('feedbackWrong'),
        say('feedbackPage'),
      ],
      report.pages.map((page) => [
        ...[page.opened, page.copied, page.solved, page.unsolved].map(String),
        sayRate(page.solvedRate),
        page.wrong > 0 ? colors.yellow(String(page.wrong)) : '0',
        `${printable(page.title)} ${colors.dim(printable(page.path))}`,
      ]),
      [0, 1, 2, 3, 4, 5],
    ),
    ...sayGone(report, context, printable),
    ...block(
      say('feedbackSearches'),
      [say('feedbackTimes'), say('feedbackReported'), say('feedbackLast'), say('feedbackQuery'), say('feedbackNow')],
      report.searches.map((search) => [
        String(search.count),
        String(search.reported),
        search.lastDay,
        search.spellings.slice(0, 3).map(printable).join(' / '),
        sayFinds(search, context, printable, colors.yellow),
      ]),
      [0, 1],
    ),
    ...block(
      say('feedbackPassages'),
      [say('feedbackTimes'), say('feedbackLast'), say('feedbackWhere'), say('feedbackWhy'), say('feedbackQuote')],
      open.map((passage) => [
        String(passage.count),
        passage.lastDay,
        passage.place ? `${printable(passage.place.path)}:${passage.place.line}:${passage.place.column}` : '',
        sayReasons(passage, context),
        shorten(passage.quote),
      ]),
      [0],
    ),
    ...sayAnswered(report, context),
    ...block(
      report.coveredRate === undefined ? say('feedbackCoverage') : say('feedbackCoverageRate', { rate: sayRate(report.coveredRate) }),
      [say('feedbackTimes'), say('feedbackSource'), say('feedbackComplaint'), say('feedbackResult')],
      report.coverage.map((row) => {
        const result = sayCoverage(row, context, printable);
        return [String(row.count), say(sourceWords[row.source]), printable(row.complaint), row.covered ? result : colors.yellow(result)];
      }),
      [0],
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
};

function shorten(quote: string): string {
  const characters = [...printable(quote)];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : characters.join('');
}
