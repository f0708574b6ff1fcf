import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { findEntry, type VocabularyEntry } from '../../core/config/vocabulary.js';
import type { SectionKind } from '../../core/model/outline.js';
import type { Playbook, Section } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { type MatchedSection, matchOutline, topSections } from '../../core/types/match-outline.js';
import { approvalMark, changeLinks } from '../history/page-links.js';
import { historyWords } from '../history/words.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { type RenderedSection, renderBody } from '../render/render-body.js';
import { fragment } from '../render/resolve.js';
import { runPanel } from '../run/run-panel.js';
import { isSpokenType } from '../sections/beside-wording.js';
import { dress } from '../sections/dress.js';
import { renderSection } from '../sections/render-section.js';
import type { SectionContext } from '../sections/section-context.js';
import type { SiteContext } from '../site-context.js';
import type { PageReview } from '../site-reviews.js';
import { type PlaybookState, stateOn } from '../validity.js';
import { isWordKey, type Say } from '../words.js';
import { courseBlock } from './course.js';
import { escalationStrip } from './escalation-strip.js';
import { factList, validityWords } from './facts.js';
import { feedbackBlock } from './feedback-block.js';
import { framePage, type LanguageChoice } from './frame.js';
import { mustReadHere } from './must-read.js';
import { channelIcons, stateMarks } from './page-list.js';
import { placeholderForm } from './placeholder-form.js';

export interface PlaybookPage {
  readonly html: string;
  /** Files of the knowledge base that it shows or links to. */
  readonly assets: readonly string[];
}

/** Sections that stand beside the wording rather than in its way, by the key of their outline. */
const besideWording: ReadonlySet<string> = new Set(['notes', 'hand-over']);

/** The page of one playbook. */
export function playbookPage(playbook: Playbook, site: SiteContext, navigation: Navigation): PlaybookPage {
  const { knowledgeBase, addresses, today } = site;
  const { say, locale } = navigation;
  const address = addresses.playbook(playbook);
  const type = knowledgeBase.typeOf(playbook);
  const state = stateOn(playbook, today, site.reviews);
  const review = site.reviews?.get(playbook.path);
  const body = renderBody(playbook, site, say);
  const { intro, sections } = belowTitle(body.root, playbook);
  const matched = matchOutline(topSections(playbook), type?.outline ?? { sections: [] });
  let number = 0;
  const context: SectionContext = {
    knowledgeBase,
    addresses,
    page: address,
    playbook,
    say,
    placeholders: new Map(body.placeholders.map((placeholder) => [placeholder.name, placeholder])),
    sections: sectionsByStart(playbook.root),
    matches: matchesByStart(matched),
    headingShift: sections.some((section) => section.heading?.depth === 1) ? 1 : 0,
    nextNumber: () => {
      number += 1;
      return number;
    },
  };
  const keyOf = (section: RenderedSection) => section.heading && context.matches.get(section.heading.start)?.outline?.key;
  const isBeside = (section: RenderedSection): boolean => {
    const key = keyOf(section);
    return isSpokenType(playbook.type) && key !== undefined && besideWording.has(key);
  };
  const escalation = matched.find((match) => match.outline?.kind === 'escalation')?.section;
  const translations = knowledgeBase.translations(playbook);
  const run = type && runPanel(playbook, type, knowledgeBase.config, navigation);
  const has = (kind: SectionKind) => matched.some((match) => match.outline?.kind === kind);
  const isForTraining = playbook.type === 'case' || playbook.fields.course.length > 0 || has('quiz');
  const main: ElementContent[] = [
    pageHead(playbook, state, site, navigation),
    ...reviewBanner(review, say),
    ...banners(playbook, state, say),
    ...(body.failed
      ? [
          h('div', { className: ['banner', 'banner-warn'] }, [
            icon('warning'),
            h('p', say('unreadable', { owner: playbook.fields.owner ?? say('ownerUnknown') })),
          ]),
        ]
      : []),
    ...(run ? [run] : []),
    ...courseBlock(playbook, site, say),
    ...(body.placeholders.length > 0 ? [placeholderForm(body.placeholders, say)] : []),
    h('article', { className: ['content'] }, [
      ...dress(intro, context),
      ...sections.filter((section) => !isBeside(section)).map((section) => renderSection(section, context)),
      ...(body.footnotes ? [body.footnotes] : []),
    ]),
    ...mustReadHere(playbook, site, navigation),
    feedbackBlock(playbook, site, navigation),
  ];
  // Notes are read in every conversation, hand-over data only at the end of some.
  const beside = [...sections.filter(isBeside)]
    .sort((a, b) => Number(keyOf(b) === 'notes') - Number(keyOf(a) === 'notes'))
    .map((section) => renderSection(section, context));
  const aside: ElementContent[] = [
    ...(beside.length > 0 ? [h('div', { className: ['beside'] }, beside)] : []),
    ...contents(
      sections.filter((section) => !isBeside(section)),
      say,
    ),
    ...utterances(playbook, say),
    h('section', { className: ['aside-block'] }, [
      h('h2', say('about')),
      factList(playbook, state, site, navigation),
      ...tagLinks(playbook, site, navigation),
    ]),
    ...changeLinks(playbook, site, navigation),
    ...pageLinks(say('related'), relatedTo(playbook, site), playbook, site),
    ...pageLinks(say('embeddedIn'), pathsIn(knowledgeBase.embeddedIn(playbook), playbook, site), playbook, site),
    ...pageLinks(say('linkedFrom'), pathsIn(knowledgeBase.linkedFrom(playbook), playbook, site), playbook, site),
  ];
  const languages: LanguageChoice[] = knowledgeBase.config.languages.map((language) => {
    const edition = language === playbook.lang ? playbook : translations.find((candidate) => candidate.lang === language);
    return edition ? { language, address: addresses.playbook(edition) } : { language };
  });
  const html = framePage(site, navigation, {
    address,
    title: playbook.title,
    ...(playbook.fields.summary !== undefined && { description: playbook.fields.summary }),
    lang: playbook.lang,
    kind: 'playbook',
    languages,
    main,
    aside,
    features: [
      ...(run ? (['run'] as const) : []),
      ...(has('flow') ? (['flow'] as const) : []),
      ...(isForTraining ? (['course'] as const) : []),
    ],
    ...((escalation || isSpokenType(playbook.type)) && { strip: escalationStrip(escalation, site, navigation) }),
    ...(beside.length > 0 && { isNoted: true }),
    currentType: playbook.type,
    siblings: siblingsOf(playbook, navigation).map((sibling) => ({
      address: addresses.playbook(sibling),
      title: sibling.title,
      ...(sibling.lang !== locale && { lang: sibling.lang }),
      isCurrent: sibling === playbook,
    })),
    printLine: printLine(playbook, state, review, today, navigation),
  });
  return { html, assets: body.assets };
}

/** What is at the foot of each sheet: title, state, which revision, who approved it, and the day. */
function printLine(
  playbook: Playbook,
  state: PlaybookState,
  review: PageReview | undefined,
  today: string,
  { say, locale }: Navigation,
): string {
  const revision = review?.isApproved ? review.revision : undefined;
  const approval = revision
    ? [
        historyWords(locale)('revision', { number: revision.number }),
        `${revision.approvers.join(say('listSeparator'))} ${revision.approvedOn}`,
      ]
    : [];
  const title = [playbook.title, say(validityWords[state.validity]), ...approval].join(' · ');
  return say('printedOn', { title, version: playbook.blob.slice(0, 8), day: today });
}

/** A single `#` heading is the page's title; its words are not said twice, but what stands under it is kept. */
export function belowTitle(
  root: RenderedSection,
  playbook: Playbook,
): { intro: readonly ElementContent[]; sections: readonly RenderedSection[] } {
  const [only, ...others] = root.sections;
  if (!only || others.length > 0 || only.heading?.depth !== 1) return { intro: root.content, sections: root.sections };
  const title: ElementContent[] =
    only.heading.text === playbook.title
      ? [h('span', { id: only.heading.anchor })]
      : [h('h2', { id: only.heading.anchor }, [...only.headingContent])];
  return { intro: [...root.content, ...title, ...only.content], sections: only.sections };
}

function pageHead(playbook: Playbook, state: PlaybookState, site: SiteContext, navigation: Navigation): Element {
  const { say, locale } = navigation;
  const { config } = site.knowledgeBase;
  const { fields } = playbook;
  const address = site.addresses.playbook(playbook);
  const type = navigation.types.find((entry) => entry.name === playbook.type);
  const typeLabel = type?.label ?? site.knowledgeBase.typeOf(playbook)?.label[locale] ?? playbook.type;
  const typeIcon = icon(type?.icon ?? site.knowledgeBase.typeOf(playbook)?.icon ?? 'file');
  const marks = stateMarks(playbook, site, say);
  const riskKey = `risk.${fields.risk ?? ''}`;
  return h('header', { className: ['page-head'] }, [
    h('p', { className: ['kicker'], ...(playbook.lang !== locale && { lang: locale }) }, [
      type
        ? h('a', { href: relativePath(address, type.address) }, [typeIcon, h('span', typeLabel)])
        : h('span', [typeIcon, h('span', typeLabel)]),
      ...(fields.product === undefined ? [] : [h('span', { className: ['product'] }, fields.product)]),
      ...(fields.shortCode === undefined ? [] : [h('code', { title: say('shortCode') }, fields.shortCode)]),
      h('button', { type: 'button', className: ['text-button', 'pin-button', 'script-only'], dataPin: '', ariaPressed: 'false' }, [
        icon('pin'),
        h('span', say('pin')),
      ]),
      h('button', { type: 'button', className: ['text-button', 'print-button', 'script-only'], dataPrint: '' }, [
        icon('print'),
        h('span', say('print')),
      ]),
    ]),
    h('h1', playbook.title),
    ...(fields.summary === undefined ? [] : [h('p', { className: ['summary'] }, fields.summary)]),
    h('div', { className: ['marks'], ...(playbook.lang !== locale && { lang: locale }) }, [
      ...(marks.length > 0 || state.validity !== 'in-force'
        ? marks
        : [h('span', { className: ['mark', 'mark-good'] }, [icon('check'), say('inForce')])]),
      ...(fields.risk === undefined || !isWordKey(riskKey)
        ? []
        : [
            h('span', { className: ['mark', ...(fields.risk === 'high' ? ['mark-bad'] : [])] }, [
              ...(fields.risk === 'high' ? [icon('warning')] : []),
              say(riskKey),
            ]),
          ]),
      ...channelIcons(playbook, site, locale),
      ...approvalMark(playbook, site, navigation),
      ...tierMarks(playbook, config.tiers, locale, say),
    ]),
  ]);
}

/** Tiers are worth saying only when the page is not for all of them. */
function tierMarks(playbook: Playbook, tiers: readonly VocabularyEntry[], locale: Navigation['locale'], say: Say): Element[] {
  const named = playbook.fields.tiers.map((tier) => findEntry(tiers, tier)?.label[locale] ?? tier);
  if (named.length === 0 || named.length === tiers.length) return [];
  return [h('span', { className: ['tiers'], title: say('tiers') }, [icon('person'), named.join(locale === 'en' ? ', ' : '、')])];
}

/** Wording that nobody approved is shown only where the config lets it; then it says so above everything else. */
function reviewBanner(review: PageReview | undefined, say: Say): Element[] {
  if (!review || review.isApproved) return [];
  const words = say(review.revision ? 'notApprovedBanner' : 'neverApprovedBanner', { number: review.revision?.number ?? 0 });
  return [h('div', { className: ['banner', 'banner-warn'] }, [icon('warning'), h('p', words)])];
}

function banners(playbook: Playbook, state: PlaybookState, say: Say): Element[] {
  const { fields } = playbook;
  const banner = (kind: 'bad' | 'warn', name: string, words: string) =>
    h('div', { className: ['banner', `banner-${kind}`] }, [icon(name), h('p', words)]);
  if (state.validity === 'expired') {
    return [banner('bad', 'never', say('expiredBanner', { day: fields.validTo ?? '', owner: fields.owner ?? say('ownerUnknown') }))];
  }
  if (state.validity === 'not-yet') return [banner('warn', 'clock', say('notYetBanner', { day: fields.validFrom ?? '' }))];
  return state.reviewOverdue ? [banner('warn', 'clock', say('overdueBanner', { day: state.reviewDue ?? '' }))] : [];
}

function contents(sections: readonly RenderedSection[], say: Say): Element[] {
  const named = sections.flatMap(({ heading }) => (heading && heading.anchor !== '' ? [heading] : []));
  if (named.length < 2) return [];
  return [
    h('nav', { className: ['aside-block', 'contents'], ariaLabel: say('onThisPage') }, [
      h('h2', say('onThisPage')),
      h(
        'ul',
        named.map((heading) => h('li', [h('a', { href: fragment(heading.anchor) }, heading.text)])),
      ),
    ]),
  ];
}

function utterances({ fields }: Playbook, say: Say): Element[] {
  if (fields.utterances.length === 0) return [];
  return [
    h('section', { className: ['aside-block', 'utterances'] }, [
      h('h2', say('utterances')),
      h(
        'ul',
        fields.utterances.map((utterance) => h('li', [h('q', utterance)])),
      ),
    ]),
  ];
}

function tagLinks(playbook: Playbook, site: SiteContext, navigation: Navigation): Element[] {
  const page = site.addresses.playbook(playbook);
  const tags = [...new Set(playbook.fields.tags)].map((tag) => {
    const entry = navigation.tags.find((candidate) => candidate.tag === tag);
    return h('li', [
      entry ? h('a', { className: ['tag'], href: relativePath(page, entry.address) }, tag) : h('span', { className: ['tag'] }, tag),
    ]);
  });
  return tags.length === 0 ? [] : [h('ul', { className: ['tag-cloud'], ariaLabel: navigation.say('tags') }, tags)];
}

const mostLinks = 20;

function pageLinks(title: string, playbooks: readonly Playbook[], from: Playbook, site: SiteContext): Element[] {
  if (playbooks.length === 0) return [];
  const page = site.addresses.playbook(from);
  return [
    h('section', { className: ['aside-block'] }, [
      h('h2', title),
      h(
        'ul',
        { className: ['links'] },
        playbooks.slice(0, mostLinks).map((playbook) =>
          h('li', [
            h(
              'a',
              {
                href: relativePath(page, site.addresses.playbook(playbook)),
                ...(playbook.lang !== from.lang && { lang: playbook.lang }),
              },
              [icon(site.knowledgeBase.typeOf(playbook)?.icon ?? 'file'), h('span', playbook.title)],
            ),
          ]),
        ),
      ),
    ]),
  ];
}

/** The named playbooks, each in this page's language where there is a translation. */
function relatedTo(playbook: Playbook, { knowledgeBase }: SiteContext): readonly Playbook[] {
  const related = playbook.fields.related.flatMap((id) => {
    const target = knowledgeBase.withId(id)[0];
    return target ? [knowledgeBase.translations(target).find((candidate) => candidate.lang === playbook.lang) ?? target] : [];
  });
  return [...new Set(related)].filter((target) => target !== playbook);
}

/** Those in this page's language, and those that have no version in it; never its own translations. */
function pathsIn(paths: ReadonlySet<string>, playbook: Playbook, { knowledgeBase }: SiteContext): readonly Playbook[] {
  const own = new Set(knowledgeBase.translations(playbook));
  return [...paths].sort().flatMap((path) => {
    const source = knowledgeBase.playbooks.get(path);
    if (!source || own.has(source)) return [];
    const hasOwnLanguage =
      source.lang === playbook.lang || !knowledgeBase.translations(source).some((candidate) => candidate.lang === playbook.lang);
    return hasOwnLanguage ? [source] : [];
  });
}

const mostSiblings = 24;

/** Pages beside this one in the list: all of its type, or where these are many those nearest to it with the same first tag. */
function siblingsOf(playbook: Playbook, navigation: Navigation): readonly Playbook[] {
  const ofType = navigation.types.find((entry) => entry.name === playbook.type)?.playbooks ?? [];
  if (ofType.length <= mostSiblings) return ofType;
  const ofTag = navigation.tags.find((entry) => entry.tag === playbook.fields.tags[0])?.playbooks ?? ofType;
  const near = ofTag.filter((candidate) => candidate.type === playbook.type);
  const start = Math.max(0, Math.min(near.indexOf(playbook) - mostSiblings / 2, near.length - mostSiblings));
  return near.slice(start, start + mostSiblings);
}

export function sectionsByStart(root: Section, found = new Map<number, Section>()): ReadonlyMap<number, Section> {
  for (const section of root.sections) {
    if (section.heading) found.set(section.heading.start, section);
    sectionsByStart(section, found);
  }
  return found;
}

export function matchesByStart(
  matched: readonly MatchedSection[],
  found = new Map<number, MatchedSection>(),
): ReadonlyMap<number, MatchedSection> {
  for (const match of matched) {
    if (match.section.heading) found.set(match.section.heading.start, match);
    matchesByStart(match.children, found);
  }
  return found;
}
