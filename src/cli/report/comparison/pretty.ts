import stringWidth from 'string-width';
import type { Change, ChangeClass } from '../../../core/model/comparison.js';
import { blockLabels, classLabels, kindLabels, sizeLabels } from '../../../core/review/compare/labels.js';
import { splitWords } from '../../../core/review/compare/words.js';
import type { Context } from '../../context.js';
import { type Colors, printable } from '../../terminal.js';
import type { ComparisonReport } from './comparison-report.js';
import { shortenWords } from './shorten.js';

/** For people: the changes one after the other, word by word. Without colours, `[-…-]` went and `{+…+}` came. */
export const reportComparisonPretty: ComparisonReport = (compared, context) => {
  const { terminal, say, locale } = context;
  const { colors } = terminal;
  const { comparison, names, reached, reachedMore } = compared;
  const classes = comparison.classes.map((name) => paintClass(name, context)).join(say('listSeparator'));
  const head = [
    `${colors.bold(printable(compared.title))}  ${colors.dim(printable(compared.id))}`,
    `${printable(names.before)} → ${printable(names.after)}`,
    comparison.size === 'none' ? say('diffNothing') : say('diffSize', { size: sizeLabels[comparison.size][locale], classes }),
  ].join('\n');
  const count = reached.length + reachedMore;
  const pages = reached.flatMap(({ before, after }) => (after ?? before)?.playbook ?? []);
  const tail =
    count === 0
      ? []
      : [
          [
            say('diffReached', { count }),
            ...pages.map(({ title, id }) => `  ${printable(title)}  ${colors.dim(printable(id))}`),
            ...(reachedMore > 0 ? ['  …'] : []),
          ].join('\n'),
        ];
  return `${[head, ...comparison.changes.map((change) => describe(change, context)), ...tail].join('\n\n')}\n`;
};

const grave: ReadonlySet<ChangeClass> = new Set(['number', 'steps', 'escalation']);

function paintClass(name: ChangeClass, { terminal, locale }: Context): string {
  return grave.has(name) ? terminal.colors.yellow(classLabels[name][locale]) : classLabels[name][locale];
}

const symbols: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '-', changed: '~', moved: '↕' };

function describe(change: Change, context: Context): string {
  const { terminal, say, locale } = context;
  const { colors } = terminal;
  const { kind, block, field, headings, classes, words } = change;
  const paint = kind === 'added' ? colors.green : kind === 'removed' ? colors.red : colors.cyan;
  const where = field ?? headings.join(' › ');
  const title = [
    paint(`${symbols[kind]} ${kindLabels[kind][locale]}${locale === 'en' ? ' ' : ''}${blockLabels[block][locale]}`),
    ...(where === '' ? [] : [printable(where)]),
    `[${classes.map((name) => paintClass(name, context)).join(say('listSeparator'))}]`,
  ].join('  ');
  return [title, ...wrapWords(words, terminal.width - 4, colors).map((line) => `    ${line}`)].join('\n');
}

/** Lines of a block at most: a whole page that came is better read in the file. */
const mostLines = 40;

/** Breaks between words, so that no line is wider than the terminal; Chinese takes two columns a character. */
function wrapWords(words: Change['words'], width: number, colors: Colors): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const { kind, text } of shortenWords(words)) {
    const [open, close, paint] = styles(kind, colors);
    let run = open;
    const flush = (): void => {
      if (run !== '') line += paint(run);
      run = '';
    };
    used += stringWidth(open);
    for (const word of splitWords(text)) {
      if (/^[\r\n]+$/.test(word)) {
        flush();
        end();
        continue;
      }
      const shown = printable(word);
      const size = stringWidth(shown);
      if (used + size + stringWidth(close) > width && used > 0) {
        flush();
        end();
      }
      run += shown;
      used += size;
    }
    run += close;
    used += stringWidth(close);
    flush();
    if (lines.length > mostLines) return [...lines.slice(0, mostLines), '…'];
  }
  if (line !== '') end();
  return lines.filter((one, index) => one !== '' || index > 0);
}

function styles(
  kind: Change['words'][number]['kind'],
  colors: Colors,
): readonly [open: string, close: string, paint: (text: string) => string] {
  if (kind === 'same') return ['', '', (text) => text];
  if (kind === 'converted') return ['', '', colors.cyan];
  // Colours alone would say nothing in a log or to whoever cannot tell red from green.
  if (kind === 'removed') return ['[-', '-]', colors.red];
  return ['{+', '+}', colors.green];
}
