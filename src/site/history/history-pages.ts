import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Comparison } from '../../core/model/comparison.js';
import type { Playbook } from '../../core/model/playbook.js';
import { parsePlaybook } from '../../core/parse/playbook.js';
import { relativePath } from '../../core/paths.js';
import { compare } from '../../core/review/compare/compare.js';
import { classLabels, sizeLabels } from '../../core/review/compare/labels.js';
import { historyStyleAddress } from '../addresses.js';
import { type ComparisonExtent, comparisonChips, comparisonParts } from '../comparison/comparison-page.js';
import type { PageRevision } from '../comparison/rendered-blocks.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { framePage } from '../pages/frame.js';
import type { SiteContext } from '../site-context.js';
import type { SiteFile } from '../site-file.js';
import { isDay, weekdayOf } from '../validity.js';
import { comparable, hasHistory, type RevisionMark } from './revisions.js';
import { historyWords, type SayOfHistory } from './words.js';

/** Characters of HTML a comparison has at most; beyond that only what changed is shown, then the list of changes alone. */
const mostHtml = 400_000;

interface ComparableRevision extends PageRevision {
  readonly mark: RevisionMark;
  readonly text: string;
}

interface HistoryContext {
  readonly playbook: Playbook;
  readonly site: SiteContext;
  readonly navigation: Navigation;
  readonly say: SayOfHistory;
  /** Oldest first. */
  readonly marks: readonly RevisionMark[];
  readonly revisions: readonly ComparableRevision[];
}

/**
 * What changed in a page from one approved revision to another: a page that lists the revisions, and one for each pair of the
 * latest, readable without browser code. `texts` holds approved texts only; nothing else of a revision is shown.
 */
export function* historyPages(
  playbook: Playbook,
  site: SiteContext,
  navigation: Navigation,
  texts: ReadonlyMap<number, string>,
): Generator<SiteFile> {
  const marks = site.reviews?.get(playbook.path)?.revisions;
  if (!hasHistory(marks)) return;
  const { knowledgeBase, addresses } = site;
  const revisions = comparable(marks).flatMap((mark): ComparableRevision[] => {
    const text = texts.get(mark.number);
    if (text === undefined) return [];
    const shown = parsePlaybook(playbook.path, { text }, knowledgeBase.config.defaultLanguage);
    return [{ mark, text, playbook: shown, knowledgeBase, addresses }];
  });
  const context: HistoryContext = { playbook, site, navigation, say: historyWords(navigation.locale), marks, revisions };
  const sizes = new Map<number, Comparison>();
  for (const [index, after] of revisions.entries()) {
    for (const before of revisions.slice(0, index)) {
      const comparison = compare(before.text, after.text, { types: knowledgeBase.types.values() });
      if (before === revisions[index - 1]) sizes.set(after.mark.number, comparison);
      yield {
        path: addresses.comparison(playbook, before.mark.number, after.mark.number),
        content: comparedPage(before, after, comparison, context),
      };
    }
  }
  yield { path: addresses.history(playbook), content: listPage(sizes, context) };
}

function listPage(sizes: ReadonlyMap<number, Comparison>, context: HistoryContext): string {
  const { playbook, marks, revisions, say } = context;
  const first = revisions[0]?.mark.number ?? 0;
  const hasOlder = marks.some(({ number, isRemoval }) => number < first && !isRemoval);
  const owner = playbook.fields.owner ?? context.navigation.say('ownerUnknown');
  return frame(context, context.site.addresses.history(playbook), say('titleOf', { title: playbook.title }), [
    h('h1', say('title')),
    h('p', { className: ['summary'], lang: playbook.lang }, playbook.title),
    h(
      'ol',
      { className: ['revision-list'], reversed: true },
      [...marks].reverse().map((mark) => h('li', { value: mark.number }, revisionItem(mark, sizes.get(mark.number), context))),
    ),
    ...(hasOlder ? [h('p', { className: ['hint'] }, say('older', { owner }))] : []),
    h('p', { className: ['hint'] }, say('approvedOnly')),
  ]);
}

function revisionItem(mark: RevisionMark, change: Comparison | undefined, context: HistoryContext): ElementContent[] {
  const { say, marks, revisions, navigation } = context;
  const { locale } = navigation;
  const earlier = revisions.filter((revision) => revision.mark.number < mark.number).reverse();
  const isCompared = revisions.some((revision) => revision.mark === mark);
  const chip = (words: string, kind: string) => h('span', { className: ['chip', kind] }, words);
  return [
    h('p', { className: ['revision-head'] }, [
      h('strong', say('revision', { number: mark.number })),
      ...(mark === marks.at(-1) ? [chip(say('current'), 'current')] : []),
      ...(mark === marks[0] ? [chip(say('first'), 'first')] : []),
      ...(mark.isRemoval ? [chip(say('removed'), 'size-major')] : []),
      ...(change ? [chip(sizeLabels[change.size][locale], `size-${change.size}`)] : []),
      ...(change?.classes ?? []).map((name) => chip(classLabels[name][locale], `class-${name}`)),
    ]),
    h('p', { className: ['hint'] }, approval(mark, context)),
    ...(context.site.knowledgeBase.config.showsApprovalNotes ? mark.notes : []).map(({ by, text }) =>
      h('p', { className: ['revision-note'] }, say('noted', { person: by, note: text })),
    ),
    ...(isCompared && earlier.length > 0
      ? [
          h('p', { className: ['compare-links'] }, [
            say('compareWith'),
            ...earlier.map(({ mark: other }) =>
              comparisonLink(context.site.addresses.history(context.playbook), other, mark, other, context),
            ),
          ]),
        ]
      : []),
  ];
}

/** A link to two revisions beside each other, named after one of them. */
function comparisonLink(from: string, before: RevisionMark, after: RevisionMark, named: RevisionMark, context: HistoryContext): Element {
  const { say, site, playbook } = context;
  const href = relativePath(from, site.addresses.comparison(playbook, before.number, after.number));
  return h('a', { className: ['tag'], href }, say('revision', { number: named.number }));
}

function comparedPage(before: ComparableRevision, after: ComparableRevision, comparison: Comparison, context: HistoryContext): string {
  const { playbook, site, navigation, say } = context;
  const address = site.addresses.comparison(playbook, before.mark.number, after.mark.number);
  const name = ({ mark }: ComparableRevision) => `${say('revision', { number: mark.number })} · ${mark.approvedOn}`;
  const input = {
    page: { before, after },
    comparison,
    names: { before: name(before), after: name(after) },
    locale: navigation.locale,
    today: site.today,
  };
  const title = say('compared', { before: before.mark.number, after: after.mark.number, title: playbook.title });
  const page = (extent: ComparisonExtent) =>
    frame(context, address, title, [
      h('h1', { lang: playbook.lang }, playbook.title),
      chooser(before, after, address, context),
      comparisonChips(comparison, navigation.locale),
      ...(extent === 'page' ? [] : [h('p', { className: ['hint'] }, say(extent === 'changes' ? 'tooLong' : 'listOnly'))]),
      ...comparisonParts(input, extent),
    ]);
  const whole = page('page');
  if (whole.length <= mostHtml) return whole;
  const changes = page('changes');
  return changes.length <= mostHtml ? changes : page('list');
}

/** Any two revisions: each row keeps the other side as it is. */
function chooser(before: ComparableRevision, after: ComparableRevision, address: string, context: HistoryContext): Element {
  const { say, revisions } = context;
  const choice = (side: 'before' | 'after'): Element => {
    const [own, other] = side === 'before' ? [before, after] : [after, before];
    const fits = ({ mark: { number } }: ComparableRevision) =>
      side === 'before' ? number < other.mark.number : number > other.mark.number;
    return h('div', [
      h('dt', say(side)),
      h('dd', [
        ...revisions.filter(fits).map((revision) => {
          if (revision === own)
            return h('strong', { className: ['tag'], ariaCurrent: 'true' }, say('revision', { number: own.mark.number }));
          const [first, second] = side === 'before' ? [revision, other] : [other, revision];
          return comparisonLink(address, first.mark, second.mark, revision.mark, context);
        }),
        h('span', { className: ['hint'] }, approval(own.mark, context)),
      ]),
    ]);
  };
  return h('nav', { ariaLabel: say('choose') }, [h('dl', { className: ['chosen'] }, [choice('before'), choice('after')])]);
}

function approval({ approvedOn, approvers }: RevisionMark, { say, navigation }: HistoryContext): string {
  const weekday = isDay(approvedOn) ? ` ${navigation.say('weekdays').split(' ')[weekdayOf(approvedOn)] ?? ''}` : '';
  return say('approved', { day: `${approvedOn}${weekday}`, people: approvers.join(navigation.say('listSeparator')) });
}

function frame(context: HistoryContext, address: string, title: string, main: readonly ElementContent[]): string {
  const { playbook, site, navigation, say } = context;
  const { addresses } = site;
  const isList = address === addresses.history(playbook);
  return framePage(site, navigation, {
    address,
    title,
    kind: 'comparison',
    style: historyStyleAddress,
    // A page's translations have revisions of their own.
    languages: site.knowledgeBase.config.languages.map((language) =>
      language === navigation.language ? { language, address } : { language },
    ),
    main: [
      h('p', { className: ['kicker'] }, [
        h('a', { href: relativePath(address, addresses.playbook(playbook)) }, [icon('reply'), h('span', say('backToPage'))]),
        ...(isList
          ? []
          : [h('a', { href: relativePath(address, addresses.history(playbook)) }, say('all', { count: context.marks.length }))]),
      ]),
      ...main,
    ],
    currentType: playbook.type,
    printLine: `${title} · ${site.today}`,
  });
}
