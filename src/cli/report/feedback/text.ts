import { formatColumns, printable } from '../../terminal.js';
import { type FeedbackFormat, sayCoverage, sayFinds, sayPeriod, sayRate, sayReasons, sourceWords } from './feedback-format.js';

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
  const count = (state: string) => report.wrong.filter((passage) => passage.state === state).length;
  const gone = report.gone.reduce((sum, { entries }) => sum + entries, 0);
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
    ...(gone > 0
      ? [
          say('feedbackGone', {
            count: gone,
            ids: report.gone
              .slice(0, 5)
              .map(({ id }) => printable(id))
              .join(say('listSeparator')),
          }),
        ]
      : []),
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
    ...(count('changed') + count('reviewed') > 0
      ? [say('feedbackAnswered', { changed: count('changed'), reviewed: count('reviewed') })]
      : []),
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
