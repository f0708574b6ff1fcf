import { escapeMarkdown } from '../comparison/markdown.js';
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
    ...sayGone(report, context, escapeMarkdown),
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
    ...sayAnswered(report, context),
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
