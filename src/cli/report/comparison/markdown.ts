import type { Change } from '../../../core/model/comparison.js';
import { blockLabels, classLabels, kindLabels, sizeLabels } from '../../../core/review/compare/labels.js';
import type { Context } from '../../context.js';
import { printable } from '../../terminal.js';
import type { ComparisonReport } from './comparison-report.js';
import { shortenWords } from './shorten.js';

/** Changes that a comment shows; git hosts refuse comments beyond some 65,000 characters. */
const mostShown = 60;
const longestComment = 60_000;

/** For a comment on a pull or merge request. Nothing in the text of a playbook can make a link, a mention or a heading there. */
export const reportComparisonAsMarkdown: ComparisonReport = (compared, context) => {
  const { say, locale } = context;
  const { comparison, names, reached, reachedMore } = compared;
  const classes = comparison.classes.map((name) => classLabels[name][locale]).join(say('listSeparator'));
  const head = [
    `### ${escapeMarkdown(compared.title)}`,
    `<code>${escapeMarkdown(names.before)}</code> → <code>${escapeMarkdown(names.after)}</code> · ${
      comparison.size === 'none' ? say('diffNothing') : say('diffSize', { size: `**${sizeLabels[comparison.size][locale]}**`, classes })
    }`,
  ];
  const items: string[] = [];
  let length = 0;
  for (const change of comparison.changes.slice(0, mostShown)) {
    const item = describe(change, context);
    if (length + item.length > longestComment) break;
    items.push(item);
    length += item.length;
  }
  const left = comparison.changes.length - items.length;
  const count = reached.length + reachedMore;
  const pages = reached.flatMap(({ before, after }) => (after ?? before)?.playbook ?? []);
  return `${[
    ...head,
    ...(items.length > 0 ? [items.join('\n')] : []),
    ...(left > 0 ? [say('diffMore', { count: left })] : []),
    ...(count > 0
      ? [
          `${say('diffReached', { count })} ${pages.map(({ title }) => escapeMarkdown(title)).join(say('listSeparator'))}${reachedMore > 0 ? ' …' : ''}`,
        ]
      : []),
  ].join('\n\n')}\n`;
};

function describe({ kind, block, field, headings, classes, words }: Change, { locale, say }: Context): string {
  const where = field ?? headings.join(' › ');
  const names = classes.map((name) => classLabels[name][locale]).join(say('listSeparator'));
  const title = `- **${kindLabels[kind][locale]} · ${blockLabels[block][locale]}**${where === '' ? '' : ` — ${escapeMarkdown(where)}`} (${names})`;
  if (words.length === 0) return title;
  const text = shortenWords(words)
    .map((part) => {
      const shown = escapeMarkdown([...part.text].slice(0, longestPart).join('') + ([...part.text].length > longestPart ? '…' : ''));
      return part.kind === 'removed' ? `<del>${shown}</del>` : part.kind === 'added' ? `<ins>${shown}</ins>` : shown;
    })
    .join('');
  return `${title}\n  <br>${text}`;
}

const longestPart = 1500;

/** Text as text: marks as character references, line breaks kept, and names and numbers that a host would link broken up. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) =>
      printable(line)
        .replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`)
        .replace(/&#(?:64|35|33|37|126|36);(?=[\p{L}\p{N}])/gu, (mark) => `${mark}<!-- -->`),
    )
    .join('<br>');
}
