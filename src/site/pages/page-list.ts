import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Locale } from '../../core/model/locale.js';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { hasIcon, icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import { stateOn } from '../validity.js';
import type { Say } from '../words.js';
import { languageName } from './frame.js';

/** Playbooks as a list of links, two lines each: title with its marks, and the summary. */
export function pageList(
  playbooks: readonly Playbook[],
  site: SiteContext,
  navigation: Navigation,
  page: string,
  showsType = false,
): Element {
  return h(
    'ul',
    { className: ['page-list'] },
    playbooks.map((playbook) => pageItem(playbook, site, navigation, page, showsType)),
  );
}

function pageItem(playbook: Playbook, site: SiteContext, { say, locale, language }: Navigation, page: string, showsType: boolean): Element {
  const type = site.knowledgeBase.typeOf(playbook);
  const lang = playbook.lang === locale ? {} : { lang: playbook.lang };
  return h('li', [
    h('a', { href: relativePath(page, site.addresses.playbook(playbook)) }, [
      ...(showsType ? [icon(type?.icon ?? 'file')] : []),
      h('span', { className: ['page-title'], ...lang }, playbook.title),
    ]),
    h('span', { className: ['page-marks'] }, [
      ...(playbook.fields.shortCode === undefined ? [] : [h('code', { title: say('shortCode') }, playbook.fields.shortCode)]),
      ...channelIcons(playbook, site, locale),
      ...stateMarks(playbook, site, say),
      ...(playbook.lang === language ? [] : [h('span', { className: ['mark'], lang: playbook.lang }, languageName(playbook.lang))]),
    ]),
    ...(playbook.fields.summary === undefined ? [] : [h('p', { className: ['page-summary'], ...lang }, playbook.fields.summary)]),
  ]);
}

/** Marks for a playbook that must be used with care, in words; none when it is in force and reviewed. */
export function stateMarks(playbook: Playbook, { today, reviews }: SiteContext, say: Say): Element[] {
  const review = reviews?.get(playbook.path);
  if (review && !review.isApproved) {
    return [h('span', { className: ['mark', 'mark-warn'] }, [icon('warning'), say(`review.${review.state}`)])];
  }
  const state = stateOn(playbook, today, reviews);
  if (state.validity === 'retired') return [h('span', { className: ['mark', 'mark-bad'] }, [icon('never'), say('retired')])];
  if (state.validity === 'expired') return [h('span', { className: ['mark', 'mark-bad'] }, [icon('never'), say('expired')])];
  if (state.validity === 'not-yet') return [h('span', { className: ['mark', 'mark-warn'] }, [icon('clock'), say('notYet')])];
  return state.reviewOverdue ? [h('span', { className: ['mark', 'mark-warn'] }, [icon('clock'), say('reviewOverdue')])] : [];
}

/** The channels a playbook is for, as icons with their names, in the config's order. */
export function channelIcons(playbook: Playbook, { knowledgeBase: { config } }: SiteContext, locale: Locale): ElementContent[] {
  const channels = config.channels.filter(({ id }) => playbook.fields.channels.includes(id));
  if (channels.length === 0) return [];
  return [
    h(
      'span',
      { className: ['channels'] },
      channels.map(({ id, label }) =>
        h(
          'span',
          { className: ['channel'], title: label[locale] },
          hasIcon(id) ? [icon(id), h('span', { className: ['sr-only'] }, label[locale])] : label[locale],
        ),
      ),
    ),
  ];
}
