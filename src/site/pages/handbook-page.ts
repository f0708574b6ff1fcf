import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { matchOutline, topSections } from '../../core/types/match-outline.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { renderBody } from '../render/render-body.js';
import { fragment } from '../render/resolve.js';
import { dress } from '../sections/dress.js';
import { renderSection } from '../sections/render-section.js';
import type { SectionContext } from '../sections/section-context.js';
import type { SiteContext } from '../site-context.js';
import { coursePages } from './course.js';
import { framePage } from './frame.js';
import { belowTitle, matchesByStart, type PlaybookPage, sectionsByStart } from './playbook-page.js';

/** All pages of a course on one: to print as a handbook, and to show as slides. */
export function handbookPage(course: Playbook, site: SiteContext, navigation: Navigation): PlaybookPage {
  const { addresses, knowledgeBase, today } = site;
  const { say, locale } = navigation;
  const address = addresses.handbook(course);
  const pages = coursePages(course, site);
  let number = 0;
  const nextNumber = () => {
    number += 1;
    return number;
  };
  const drawn = [course, ...pages].map((page, index) => partOf(page, index, site, navigation, nextNumber));
  const title = say('handbookOf', { title: course.title });
  const passing = Number(course.frontMatter.data['passing_score']);
  const main: ElementContent[] = [
    h('header', { className: ['page-head'] }, [
      h('p', { className: ['kicker'], ...(course.lang !== locale && { lang: locale }) }, [
        h('a', { href: relativePath(address, addresses.playbook(course)) }, [icon('mortar-board'), h('span', say('backToCourse'))]),
        h('button', { type: 'button', className: ['text-button', 'script-only'], dataPresent: '' }, say('showSlides')),
        h('button', { type: 'button', className: ['text-button', 'print-button', 'script-only'], dataPrint: '' }, [
          icon('print'),
          h('span', say('print')),
        ]),
      ]),
      h('h1', title),
      ...(course.fields.summary === undefined ? [] : [h('p', { className: ['summary'] }, course.fields.summary)]),
      h(
        'ol',
        { className: ['handbook-contents'] },
        pages.map((page, index) =>
          h('li', [h('a', { href: fragment(partId(index + 1)), ...(page.lang !== course.lang && { lang: page.lang }) }, page.title)]),
        ),
      ),
    ]),
    h(
      'div',
      { className: ['handbook'], id: 'slide-1', ...(Number.isInteger(passing) && { dataPassing: String(passing) }) },
      drawn.map(({ part }) => part),
    ),
  ];
  const languages = knowledgeBase.config.languages.map((language) => {
    const edition = language === course.lang ? course : knowledgeBase.translations(course).find((candidate) => candidate.lang === language);
    return edition && edition.fields.course.length > 0 ? { language, address: addresses.handbook(edition) } : { language };
  });
  const html = framePage(site, navigation, {
    address,
    title,
    lang: course.lang,
    kind: 'playbook',
    languages,
    main,
    currentType: course.type,
    features: [...(drawn.some(({ hasFlow }) => hasFlow) ? (['flow'] as const) : []), 'course'],
    printLine: say('printedOn', { title, version: course.blob.slice(0, 8), day: today }),
  });
  return { html, assets: drawn.flatMap(({ assets }) => assets) };
}

function partId(index: number): string {
  return `part${index}`;
}

/** One page of the course; the course's own text comes first and has no title of its own. */
function partOf(
  playbook: Playbook,
  index: number,
  site: SiteContext,
  { say, locale }: Navigation,
  nextNumber: () => number,
): { readonly part: Element; readonly assets: readonly string[]; readonly hasFlow: boolean } {
  const { knowledgeBase, addresses } = site;
  const body = renderBody(playbook, site, say);
  const { intro, sections } = belowTitle(body.root, playbook);
  const outline = knowledgeBase.typeOf(playbook)?.outline ?? { sections: [] };
  const matched = matchOutline(topSections(playbook), outline);
  const context: SectionContext = {
    knowledgeBase,
    addresses,
    page: addresses.playbook(playbook),
    playbook,
    say,
    placeholders: new Map(body.placeholders.map((placeholder) => [placeholder.name, placeholder])),
    sections: sectionsByStart(playbook.root),
    matches: matchesByStart(matched),
    headingShift: (sections.some((section) => section.heading?.depth === 1) ? 1 : 0) + (index === 0 ? 0 : 1),
    nextNumber,
  };
  const { summary } = playbook.fields;
  const part = h(
    'section',
    { className: index === 0 ? ['handbook-course'] : ['handbook-page'], ...(playbook.lang !== locale && { lang: playbook.lang }) },
    [
      ...(index === 0
        ? []
        : [
            h('header', { className: ['handbook-title'], id: partId(index) }, [
              h('h2', [h('span', { className: ['heading-text'] }, playbook.title)]),
              ...(summary === undefined ? [] : [h('p', { className: ['summary'] }, summary)]),
            ]),
          ]),
      h('article', { className: ['content'] }, [
        ...dress(intro, context),
        ...sections.map((section) => renderSection(section, context)),
        ...(body.footnotes ? [body.footnotes] : []),
      ]),
    ],
  );
  const prefixed = withOwnNames(part, index);
  return { part: prefixed, assets: body.assets, hasFlow: matched.some((match) => match.outline?.kind === 'flow') };
}

/** Names and the links to them get the page's number, so that pages with the same headings can stand together. */
function withOwnNames(part: Element, index: number): Element {
  const prefix = `p${index}-`;
  visitParents(part, 'element', (node) => {
    const { properties } = node;
    if (properties['id'] === partId(index)) return;
    for (const name of ['id', 'htmlFor', 'dataNode', 'dataFrom', 'dataTo']) {
      if (typeof properties[name] === 'string') properties[name] = prefix + properties[name];
    }
    for (const name of ['ariaControls', 'ariaDescribedBy', 'ariaLabelledBy']) {
      const value = properties[name];
      if (Array.isArray(value)) properties[name] = value.map((id) => prefix + String(id));
      else if (typeof value === 'string') properties[name] = prefix + value;
    }
    const { href } = properties;
    if (typeof href === 'string' && href.startsWith('#')) properties['href'] = `#${prefix}${href.slice(1)}`;
  });
  return part;
}
