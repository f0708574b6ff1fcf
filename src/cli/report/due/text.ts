import type { DueItem, DueKind } from '../../../app/due.js';
import type { Context } from '../../context.js';
import { formatColumns, printable } from '../../terminal.js';
import type { Word } from '../../words.js';
import type { DueReport } from './due-report.js';

export const dueWords: Readonly<Record<DueKind, Word>> = { review: 'dueReview', expiry: 'dueExpiry', retirement: 'dueRetirement' };

/** For people: what is overdue first, then what comes, each with its day, its owner and its file. */
export const reportDueAsText: DueReport = ({ within, items }, context) => {
  const { say, terminal } = context;
  if (items.length === 0) return `${terminal.colors.green('✔')} ${say('dueNothing', { days: within })}\n`;
  const overdue = items.filter(({ days }) => days < 0);
  const coming = items.filter(({ days }) => days >= 0);
  const block = (title: string, list: readonly DueItem[]) =>
    list.length === 0
      ? []
      : [[terminal.colors.bold(title), ...formatColumns(list.map((item) => row(item, context))).map((line) => `  ${line}`)].join('\n')];
  const blocks = [
    ...block(say('dueOverdue', { count: overdue.length }), overdue),
    ...block(say('dueComing', { count: coming.length, days: within }), coming),
  ];
  return `${blocks.join('\n\n')}\n`;
};

function row({ kind, day, days, title, owner, path }: DueItem, { say, terminal }: Context): readonly string[] {
  const { colors } = terminal;
  const distance = days < 0 ? say('dueDaysAgo', { days: -days }) : days === 0 ? say('dueToday') : say('dueInDays', { days });
  return [
    day,
    days < 0 ? colors.red(distance) : distance,
    say(dueWords[kind]),
    printable(title),
    owner === undefined ? colors.yellow(say('noOwner')) : printable(owner),
    colors.dim(printable(path)),
  ];
}
