import type { Locale } from '../../../core/model/locale.js';
import type { ExcerptPart } from '../../../core/model/search.js';
import { type OpenedPage, pageLink } from '../opened-pages.js';
import { all, element, pageWords, rootPath } from '../page.js';
import type { SiteHit } from './answer.js';

const optionProperties = (index: number) => ({
  class: 'search-result',
  role: 'option',
  id: `pageSearchResult${index}`,
  tabindex: '-1',
  'aria-selected': 'false',
});

/** A hit as one of the results: two lines at most. */
export function resultOption(hit: SiteHit, index: number, locale: Locale): HTMLAnchorElement {
  const say = pageWords();
  const otherLanguage = hit.lang === document.documentElement.lang ? {} : { lang: hit.lang };
  const names = hit.channels.map((label) => label[locale]);
  const anchor = hit.anchor === '' ? '' : `#${encodeURIComponent(hit.anchor)}`;
  const care = careWords(hit);
  return element(
    'a',
    { ...optionProperties(index), href: `${rootPath()}${hit.address}${anchor}` },
    element(
      'span',
      { class: 'result-head' },
      ...typeIcon(hit.type),
      element('span', { class: 'result-title', ...otherLanguage }, ...marked(hit.titleParts)),
      ...(hit.shortCode !== '' ? [element('code', {}, hit.shortCode)] : []),
      ...(care ? [element('span', { class: `mark mark-${care.kind}` }, say(care.word))] : []),
      ...('lang' in otherLanguage ? [element('span', { class: 'mark', ...otherLanguage }, languageName(hit.lang))] : []),
      element('span', { class: 'result-channels' }, names.slice(0, 4).join(' ')),
    ),
    element(
      'span',
      { class: 'result-line' },
      element(
        'span',
        { class: 'result-text', ...otherLanguage },
        ...(hit.section === '' ? [] : [element('span', { class: 'result-section' }, ...marked(hit.sectionParts))]),
        element('span', { class: 'result-excerpt' }, ...marked(hit.excerpt)),
      ),
      ...(hit.reviewedOn === undefined
        ? []
        : [element('time', { class: 'result-day', datetime: hit.reviewedOn }, say('reviewedShort', { day: hit.reviewedOn }))]),
    ),
  );
}

/** A page opened or pinned before, as one of the results. */
export function pageOption(page: OpenedPage, index: number): HTMLAnchorElement {
  const option = pageLink(page);
  for (const [name, value] of Object.entries(optionProperties(index))) option.setAttribute(name, value);
  return option;
}

function careWords({ validity, care }: SiteHit) {
  if (validity === 'expired' || validity === 'retired') return { kind: 'bad', word: validity } as const;
  if (validity === 'not-yet') return { kind: 'warn', word: 'notYet' } as const;
  if (care === 'overdue') return { kind: 'warn', word: 'reviewOverdue' } as const;
  return care && ({ kind: 'warn', word: `review.${care}` } as const);
}

/** The type's drawing from the list on the left, with its name for those who do not see it. */
function typeIcon(type: string): Node[] {
  const entry = all('.side-list [data-type]').find((link) => link.dataset['type'] === type);
  const drawing = entry?.querySelector('svg')?.cloneNode(true);
  const label = entry?.querySelector('span')?.textContent ?? type;
  if (!drawing) return [];
  const name = element('span', { class: 'result-type', title: label }, drawing, element('span', { class: 'sr-only' }, label));
  return [name];
}

/** What the choice of languages at the top calls it. */
function languageName(language: string): string {
  return all('.languages [lang]').find(({ lang }) => lang === language)?.textContent ?? language;
}

/** What the chosen result says. */
export function previewOf({ lang, title, preview: { summary, sections } }: SiteHit): Node[] {
  const lines = (parts: readonly (readonly ExcerptPart[])[]) => parts.map((line) => element('p', {}, ...marked(line)));
  return [
    element('h3', { lang }, title),
    ...(summary === '' ? [] : [element('p', { class: 'preview-summary', lang }, summary)]),
    ...sections.flatMap(({ heading, wording, body }) => [
      ...(heading === '' ? [] : [element('h4', { lang }, heading)]),
      ...(wording.length === 0 ? [] : [element('blockquote', { lang }, ...lines(wording))]),
      element('div', { lang }, ...lines(body)),
    ]),
  ];
}

function marked(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, match }) => (match ? element('mark', {}, text) : text));
}
