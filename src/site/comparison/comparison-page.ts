import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Change, ChangeClass, Comparison, WordPart } from '../../core/model/comparison.js';
import type { Locale } from '../../core/model/locale.js';
import { blockLabels, classLabels, kindLabels, sizeLabels } from '../../core/review/compare/labels.js';
import { accentStyle } from '../colors.js';
import { sayIn } from '../words.js';
import { base64 } from './base64.js';
import { markPair, markWhole } from './mark-words.js';
import { type PageRevision, type RenderedBlock, renderBlocks } from './rendered-blocks.js';
import { type Row as PairedRow, pairRows } from './rows.js';
import { comparisonWords, type SayOfComparison } from './words.js';

type Row = PairedRow<RenderedBlock>;

/** A page in two revisions; absent where there was or is none. */
export interface ComparedPage {
  readonly before?: PageRevision;
  readonly after?: PageRevision;
}

export interface ComparisonPageInput {
  readonly page: ComparedPage;
  readonly comparison: Comparison;
  /** Pages that show the page by embedding it. */
  readonly reached: readonly ComparedPage[];
  /** How many more it reaches that are not among them. */
  readonly reachedMore: number;
  /** What the two revisions are called, for instance a short commit and `working tree`. */
  readonly names: { readonly before: string; readonly after: string };
  /** Styles made by the build. */
  readonly style: string;
  readonly accent: string;
  readonly locale: Locale;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
}

/** Changes that the list above the comparison names; more would hide it. */
const mostListed = 300;

/** One self-contained HTML page that shows two revisions side by side or inline. Runs no script and loads nothing. */
export function comparisonPage(input: ComparisonPageInput): string {
  const { page, comparison, names, locale } = input;
  const say = comparisonWords(locale);
  const playbook = (page.after ?? page.before)?.playbook;
  const title = playbook?.title ?? '';
  const style = `${input.style}\n${accentStyle(input.accent)}`;
  const rows = rowsOf(page, input, say);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: locale }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', {
            httpEquiv: 'Content-Security-Policy',
            content: `default-src 'none'; style-src 'sha256-${base64(sha256(utf8ToBytes(style)))}'; base-uri 'none'; form-action 'none'`,
          }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('meta', { name: 'robots', content: 'noindex' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('title', say('title', { title })),
          h('style', [{ type: 'text', value: style }]),
        ]),
        h('body', { className: ['page-comparison'] }, [
          h('a', { className: ['skip'], href: '#comparison' }, say('skip')),
          h('header', { className: ['comparison-head'] }, [
            h('h1', { lang: playbook?.lang }, title),
            h('p', { className: ['revisions'] }, [
              h('span', [h('b', say('from')), ' ', h('code', names.before)]),
              h('span', { ariaHidden: 'true' }, '→'),
              h('span', [h('b', say('to')), ' ', h('code', names.after)]),
            ]),
            comparisonChips(comparison, locale),
          ]),
          ...viewSwitch(say),
          changeList(comparison, rows, locale, say, playbook?.lang),
          h('main', { id: 'comparison', tabIndex: -1 }, [comparedRows(rows, input, say), ...reachedPages(input, say)]),
        ]),
      ]),
    ],
  };
  return `${toHtml(root)}\n`;
}

/** How large the change is, and what kinds of change there are. */
export function comparisonChips({ size, classes }: Pick<Comparison, 'size' | 'classes'>, locale: Locale): Element {
  const words = `${comparisonWords(locale)('size')}${locale === 'en' ? ': ' : '：'}${sizeLabels[size][locale]}`;
  return h('p', { className: ['chips'] }, [
    h('span', { className: ['chip', `size-${size}`] }, words),
    ...classes.map((name) => classChip(name, locale)),
  ]);
}

/** How much of a comparison is shown: all of the page, only what changed and its neighbours, or the list of changes alone. */
export type ComparisonExtent = 'page' | 'changes' | 'list';

/** A comparison without a page around it, for those who use the page: what changed in it comes first, how it is written last. */
export function comparisonParts(
  input: Omit<ComparisonPageInput, 'reached' | 'reachedMore' | 'style' | 'accent'>,
  extent: ComparisonExtent,
): Element[] {
  const { page, comparison, locale } = input;
  const say = comparisonWords(locale);
  const rows = rowsOf(page, input, say);
  const lang = (page.after ?? page.before)?.playbook.lang;
  // Without rows there is nothing that a change in the list could lead to.
  const list = changeList(comparison, extent === 'list' ? [] : rows, locale, say, lang, extent === 'list');
  return extent === 'list' ? [list] : [...viewSwitch(say, true), comparedRows(rows, input, say, extent), list];
}

function comparedRows(
  rows: readonly Row[],
  { page, comparison, names }: Pick<ComparisonPageInput, 'page' | 'comparison' | 'names'>,
  say: SayOfComparison,
  extent: ComparisonExtent = 'page',
): Element {
  const lang = (page.after ?? page.before)?.playbook.lang;
  const elements = rows.map((row, index) => rowElement(row, index, rows, say));
  return h('section', { className: ['compared'] }, [
    h('h2', say('page')),
    columnNames(names, say),
    ...(comparison.size !== 'none' && rows.every(({ kind }) => kind === 'same') ? [h('p', { className: ['hint'] }, say('sameLooks'))] : []),
    h('div', { className: ['rows', 'content'], lang }, extent === 'page' ? elements : elements.filter((row) => !isFarFromChange(row))),
  ]);
}

function isFarFromChange({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('same') && !className.includes('context');
}

function rowsOf(
  { before, after }: ComparedPage,
  { locale, today }: Pick<ComparisonPageInput, 'locale' | 'today'>,
  say: SayOfComparison,
): readonly Row[] {
  const siteWords = sayIn(locale);
  const blocks = (revision: PageRevision | undefined) => (revision ? renderBlocks(revision, today, siteWords, say) : []);
  return pairRows(blocks(before), blocks(after));
}

function classChip(name: ChangeClass, locale: Locale): Element {
  return h('span', { className: ['chip', `class-${name}`] }, classLabels[name][locale]);
}

/** Radio buttons and a box that the style sheet reads: keyboards and screen readers know them, and no script is needed. */
function viewSwitch(say: SayOfComparison, onlyChanges = false): Element[] {
  const choice = (id: string, label: string, isChosen: boolean) =>
    h('label', [h('input', { type: 'radio', name: 'view', id, ...(isChosen && { checked: true }) }), h('span', label)]);
  return [
    h('div', { className: ['view-switch'] }, [
      h('fieldset', [h('legend', say('view')), choice('view-sides', say('sideBySide'), true), choice('view-inline', say('inline'), false)]),
      h('label', { className: ['only'] }, [
        h('input', { type: 'checkbox', id: 'only-changes', ...(onlyChanges && { checked: true }) }),
        h('span', say('onlyChanges')),
      ]),
      h('p', { className: ['legend'], ariaLabel: say('legend') }, [
        h('del', say('removedWords')),
        h('ins', say('addedWords')),
        h('span', { className: ['converted'] }, say('convertedWords')),
      ]),
    ]),
  ];
}

function columnNames(names: ComparisonPageInput['names'], say: SayOfComparison): Element {
  return h('div', { className: ['column-names'], ariaHidden: 'true' }, [
    h('span', `${say('from')} · ${names.before}`),
    h('span', `${say('to')} · ${names.after}`),
  ]);
}

function changeList(
  comparison: Comparison,
  rows: readonly Row[],
  locale: Locale,
  say: SayOfComparison,
  lang: string | undefined,
  open = true,
): Element {
  const { changes } = comparison;
  if (changes.length === 0) return h('p', { className: ['hint'] }, say('nothing'));
  return h('details', { className: ['change-list'], open }, [
    h('summary', say('changes', { count: changes.length })),
    h(
      'ol',
      changes.slice(0, mostListed).map((change) => changeItem(change, rows, locale, lang)),
    ),
    ...(changes.length > mostListed ? [h('p', { className: ['hint'] }, say('more', { shown: mostListed, count: changes.length }))] : []),
  ]);
}

function changeItem(change: Change, rows: readonly Row[], locale: Locale, lang: string | undefined): Element {
  const where = change.field ?? (change.headings.length > 0 ? change.headings.join(' › ') : undefined);
  const row = change.block === 'field' || change.block === 'page' ? -1 : rowOfChange(change, rows);
  const what = `${kindLabels[change.kind][locale]} · ${blockLabels[change.block][locale]}`;
  return h('li', [
    h('span', { className: ['what'] }, row < 0 ? what : [h('a', { href: `#row-${row}` }, what)]),
    ...(where === undefined ? [] : [h('span', { className: ['where'], ...(change.field === undefined && { lang }) }, where)]),
    ...change.classes.map((name) => classChip(name, locale)),
    ...(change.words.length === 0 || change.block === 'page' ? [] : [h('p', { className: ['source'], lang }, sourceWords(change.words))]),
  ]);
}

/** The row that differs below the heading a change stands under and holds its words; else the first that differs, else that heading. */
function rowOfChange({ kind, before, after, words }: Change, rows: readonly Row[]): number {
  const isRemoved = kind === 'removed';
  const offset = isRemoved ? before.start : after.start;
  const blockOf = (row: Row) => (isRemoved ? row.before : row.after);
  let start = 0;
  for (const row of rows) {
    const block = blockOf(row);
    if (block && block.headingStart <= offset) start = Math.max(start, block.headingStart);
  }
  const below = rows.flatMap((row, index) => (blockOf(row)?.headingStart === start ? [index] : []));
  const differing = below.filter((index) => rows[index]?.kind !== 'same');
  // Without marks of Markdown, which the page does not show.
  const pieces = words.filter((part) => part.kind !== 'same').flatMap(({ text }) => text.split(/[^\p{L}\p{N}]+/u));
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  const holds = (index: number) => [rows[index]?.before, rows[index]?.after].some((block) => block?.text.includes(longest));
  return differing.find(holds) ?? differing[0] ?? below[0] ?? -1;
}

/** What stays of a long run of words that did not change. */
const mostContext = 24;
const mostChanged = 600;

function sourceWords(words: readonly WordPart[]): ElementContent[] {
  return words.flatMap((part, index): ElementContent[] => {
    const whole = part.text.replace(/(?:\r?\n){2,}/g, '\n');
    const text = whole.length > mostChanged ? `${cut(whole, 0, mostChanged)}…` : whole;
    if (part.kind === 'removed') return [h('del', text)];
    if (part.kind === 'added') return [h('ins', text)];
    if (part.kind === 'converted') return [h('span', { className: ['converted'] }, text)];
    const isFirst = index === 0;
    const isLast = index === words.length - 1;
    if (part.text.length <= mostContext * 2) return [{ type: 'text', value: part.text }];
    const head = isFirst ? '' : cut(part.text, 0, mostContext);
    const tail = isLast ? '' : cut(part.text, part.text.length - mostContext, part.text.length);
    return [{ type: 'text', value: `${head}…${tail}` }];
  });
}

/** A part of a text that cuts no character in two. */
function cut(text: string, start: number, end: number): string {
  const isLow = (index: number) => /[\udc00-\udfff]/.test(text.charAt(index)) && /[\ud800-\udbff]/.test(text.charAt(index - 1));
  return text.slice(isLow(start) ? start + 1 : start, isLow(end) ? end - 1 : end);
}

function rowElement(row: Row, index: number, rows: readonly Row[], say: SayOfComparison, prefix = 'row'): Element {
  const { kind, before, after } = row;
  // Neighbours of a change, and headings of sections in which something changed, stay when only changes are shown.
  const isContext = kind === 'same' && (after?.isHeading ? hasChangeBelow(index, rows) : isBesideChange(index, rows));
  const properties = {
    id: `${prefix}-${index}`,
    className: ['row', kind, ...(isContext ? ['context'] : [])],
    tabIndex: kind === 'same' ? undefined : -1,
  };
  if (kind === 'same') {
    return h('div', properties, [
      h('div', { className: ['side', 'before'], ariaHidden: 'true' }, before ? [before.element] : []),
      h('div', { className: ['side', 'after'] }, after ? [after.element] : []),
    ]);
  }
  const label = (name: 'from' | 'to') => h('span', { className: ['side-name'] }, say(name));
  const note = kind === 'moved' ? [h('span', { className: ['moved-note'] }, say('moved'))] : [];
  const marks = before && after ? markPair(before.element, after.element) : undefined;
  const old = marks?.before ?? (before && markWhole(before.element, 'removed'));
  const now = marks?.after ?? (after && markWhole(after.element, 'added'));
  const inline = marks?.inline ?? now ?? old;
  return h('div', properties, [
    h('div', { className: ['side', 'before', ...(old ? [] : ['empty'])] }, old ? [label('from'), ...note, old] : []),
    h('div', { className: ['side', 'after', ...(now ? [] : ['empty'])] }, now ? [label('to'), ...note, now] : []),
    h('div', { className: ['inline'] }, inline ? [...note, inline] : []),
  ]);
}

function isBesideChange(index: number, rows: readonly Row[]): boolean {
  return [rows[index - 1], rows[index + 1]].some((row) => row !== undefined && row.kind !== 'same');
}

function hasChangeBelow(index: number, rows: readonly Row[]): boolean {
  const start = rows[index]?.after?.headingStart;
  return rows.some((row) => row.kind !== 'same' && (row.after ?? row.before)?.headingStart === start);
}

function reachedPages(input: ComparisonPageInput, say: SayOfComparison): Element[] {
  if (input.reached.length === 0) return [];
  return [
    h('section', { className: ['compared', 'reached'] }, [
      h('h2', say('reached', { count: input.reached.length + input.reachedMore })),
      h('p', { className: ['hint'] }, say('reachedNote')),
      ...input.reached.map((page, number) => {
        const playbook = (page.after ?? page.before)?.playbook;
        const rows = rowsOf(page, input, say);
        return h('details', { open: number === 0 }, [
          h('summary', { lang: playbook?.lang }, [playbook?.title ?? '', ' ', h('code', playbook?.id ?? '')]),
          h('label', { className: ['whole'] }, [h('input', { type: 'checkbox' }), h('span', say('wholePage'))]),
          ...(page.before && page.after ? [] : [h('p', { className: ['hint'] }, say('absent'))]),
          h(
            'div',
            { className: ['rows', 'content'], lang: playbook?.lang },
            rows.map((row, index) => rowElement(row, index, rows, say, `page-${number}`)),
          ),
        ]);
      }),
      ...(input.reachedMore > 0 ? [h('p', { className: ['hint'] }, say('reachedMore', { count: input.reachedMore }))] : []),
    ]),
  ];
}
