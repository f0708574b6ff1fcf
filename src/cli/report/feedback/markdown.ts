import { escapeMarkdown } from '../comparison/markdown.js';
import { type FeedbackFormat, sayCoverage, sayFinds, sayPeriod, sayRate, sayReasons, sourceWords } from './feedback-format.js';

/** For a page or a ticket. Nothing that readers told can make a link, a mention or a cell there. */
export const feedbackAsMarkdown: FeedbackFormat = ({ title, limit, report }, context) => {
  const { say } = context;
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
    if (rows.length === 0) return [say('feedbackNoRows')];
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const lines = [line(heads), line(heads.map(() => '---')), ...rows.slice(0, limit).map(line)];
    return [lines.join('\n'), ...(rows.length > limit ? [say('feedbackMore', { count: rows.length - limit })] : [])];
  };
  const open = report.wrong.filter(({ state }) => state === 'open');
  const count = (state: string) => report.wrong.filter((passage) => passage.state === state).length;
  const gone = report.gone.reduce((sum, { entries }) => sum + entries, 0);
  return `${[
    `# ${say('feedbackTitle', { title: escapeMarkdown(title) })}`,
    say('feedbackHead', { count: report.entries, period: sayPeriod(report, context) }),
    `## ${say('feedbackPages')}`,
    ...table(
      [
        say('feedbackPage'),
        say('feedbackOpened'),
        say('feedbackCopied'),
        say('feedbackSolved'),
        say('feedbackUnsolved'),
        say('feedbackRate'),
        say('feedbackWrong'),
      ],
      report.pages.map((page) => [
        escapeMarkdown(page.title),
        ...[page.opened, page.copied, page.solved, page.unsolved].map(String),
        sayRate(page.solvedRate),
        String(page.wrong),
      ]),
    ),
    ...(gone > 0
      ? [
          say('feedbackGone', {
            count: gone,
            ids: report.gone
              .slice(0, 5)
              .map(({ id }) => escapeMarkdown(id))
              .join(say('listSeparator')),
          }),
        ]
      : []),
    `## ${say('feedbackSearches')}`,
    ...table(
      [say('feedbackQuery'), say('feedbackTimes'), say('feedbackReported'), say('feedbackLast'), say('feedbackNow')],
      report.searches.map((search) => [
        search.spellings.slice(0, 3).map(escapeMarkdown).join(' / '),
        String(search.count),
        String(search.reported),
        search.lastDay,
        sayFinds(search, context, escapeMarkdown),
      ]),
    ),
    `## ${say('feedbackPassages')}`,
    ...table(
      [say('feedbackWhere'), say('feedbackQuote'), say('feedbackTimes'), say('feedbackWhy'), say('feedbackLast')],
      open.map((passage) => [
        passage.place ? `${escapeMarkdown(passage.place.path)}:${passage.place.line}` : '',
        escapeMarkdown(passage.quote),
        String(passage.count),
        sayReasons(passage, context),
        passage.lastDay,
      ]),
    ),
    ...(count('changed') + count('reviewed') > 0
      ? [say('feedbackAnswered', { changed: count('changed'), reviewed: count('reviewed') })]
      : []),
    `## ${report.coveredRate === undefined ? say('feedbackCoverage') : say('feedbackCoverageRate', { rate: sayRate(report.coveredRate) })}`,
    ...table(
      [say('feedbackComplaint'), say('feedbackSource'), say('feedbackTimes'), say('feedbackResult')],
      report.coverage.map((row) => [
        escapeMarkdown(row.complaint),
        say(sourceWords[row.source]),
        String(row.count),
        sayCoverage(row, context, escapeMarkdown),
      ]),
    ),
  ].join('\n\n')}\n`;
};
