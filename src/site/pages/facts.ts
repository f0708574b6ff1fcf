import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { findEntry } from '../../core/config/vocabulary.js';
import type { Playbook } from '../../core/model/playbook.js';
import { textsOf } from '../../core/parse/fields.js';
import { relativePath } from '../../core/paths.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import { isDay, type PlaybookState, weekdayOf } from '../validity.js';
import { isWordKey, type Say, sayDuration } from '../words.js';
import { ownFields } from './field-labels.js';

/** What a reader may want to know about a page besides its text: owner, validity, review, the type's own fields, version. */
export function factList(playbook: Playbook, state: PlaybookState, site: SiteContext, { say, locale }: Navigation): Element {
  const { fields } = playbook;
  const { config } = site.knowledgeBase;
  const type = site.knowledgeBase.typeOf(playbook);
  const audience = fields.audience.map((role) => findEntry(config.roles, role)?.label[locale] ?? role);
  const facts: [string, ElementContent[] | string | undefined][] = [
    [say('state'), say(validityWords[state.validity])],
    [say('owner'), fields.owner],
    [say('validFrom'), day(fields.validFrom, say)],
    [say('validTo'), day(fields.validTo, say)],
    ...reviewFacts(playbook, site, say),
    [say('reviewed'), day(site.reviews ? undefined : fields.reviewedOn, say)],
    [say('reviewDue'), day(state.reviewDue, say)],
    [say('product'), fields.product],
    [say('audience'), audience.length > 0 ? audience.join(locale === 'en' ? ', ' : '、') : undefined],
    // The pages of a course stand on the page itself.
    ...(type ? ownFields(type, locale) : [])
      .filter(({ name }) => name !== 'course')
      .map(({ name, label }): [string, ElementContent[] | undefined] => [label, ownValue(playbook, name, site, say, locale)]),
    [say('aliases'), fields.aliases.length > 0 ? fields.aliases.join(locale === 'en' ? ', ' : '、') : undefined],
    [say('version'), [h('code', playbook.blob.slice(0, 8))]],
  ];
  return h(
    'dl',
    { className: ['facts'] },
    facts.flatMap(([label, value]) => (value === undefined ? [] : [h('div', [h('dt', label), h('dd', value)])])),
  );
}

/** How the page was approved, and by whom; where review is off, that it is. */
function reviewFacts(playbook: Playbook, { reviews }: SiteContext, say: Say): [string, ElementContent[] | string | undefined][] {
  if (!reviews) return [[say('review'), say('reviewOff')]];
  const review = reviews.get(playbook.path);
  if (!review) return [];
  const { revision, reviewedOn, isApproved } = review;
  return [
    [say('review'), isApproved ? say('review.approved') : say(`review.${review.state}`)],
    [say('revision'), revision && say('revisionNumber', { number: revision.number })],
    [say('approvedBy'), revision?.approvers.join(say('listSeparator'))],
    [say('approvedOn'), day(revision?.approvedOn, say)],
    [say('reviewed'), reviewedOn === revision?.approvedOn ? undefined : day(reviewedOn, say)],
  ];
}

/** What a page's validity is called. */
export const validityWords = { 'in-force': 'inForce', 'not-yet': 'notYet', expired: 'expired', retired: 'retired' } as const;

function day(value: string | undefined, say: Say): ElementContent[] | undefined {
  if (value === undefined) return undefined;
  if (!isDay(value)) return [{ type: 'text', value }];
  const weekday = say('weekdays').split(' ')[weekdayOf(value)] ?? '';
  return [h('time', { dateTime: value }, value), { type: 'text', value: ` ${weekday}` }];
}

/** A field of the type's own: an id becomes a link, a channel its name, a known value its word, a duration its words. */
function ownValue(
  playbook: Playbook,
  name: string,
  site: SiteContext,
  say: Say,
  locale: Navigation['locale'],
): ElementContent[] | undefined {
  const values = textsOf(playbook.frontMatter.data[name]);
  if (values.length === 0) return undefined;
  const page = site.addresses.playbook(playbook);
  return values.flatMap((value, index): ElementContent[] => {
    const target = site.knowledgeBase.withId(value)[0];
    const key = `value.${value}`;
    const words =
      findEntry(site.knowledgeBase.config.channels, value)?.label[locale] ?? (isWordKey(key) ? say(key) : sayDuration(say, value));
    const shown: ElementContent = target
      ? h(
          'a',
          { href: relativePath(page, site.addresses.playbook(target)), ...(target.lang !== playbook.lang && { lang: target.lang }) },
          target.title,
        )
      : { type: 'text', value: words };
    return index === 0 ? [shown] : [{ type: 'text', value: locale === 'en' ? ', ' : '、' }, shown];
  });
}
