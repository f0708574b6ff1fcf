import { h } from 'hastscript';
import { notFoundAddress } from '../addresses.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import { framePage } from './frame.js';

/** For addresses that lead nowhere, in every language of the knowledge base, because the reader's is not known. */
export function notFoundPage(site: SiteContext, navigation: Navigation, others: readonly Navigation[]): string {
  const { addresses, knowledgeBase } = site;
  const [first, ...rest] = [navigation, ...others.filter((other) => other.locale !== navigation.locale)];
  return framePage(site, navigation, {
    address: notFoundAddress,
    title: navigation.say('notFoundTitle'),
    kind: 'not-found',
    languages: knowledgeBase.config.languages.map((language) => ({ language, address: addresses.home(language) })),
    main: [first, ...rest].flatMap((other, index) => [
      h('section', { className: ['not-found'], ...(other !== navigation && { lang: other.locale }) }, [
        h(index === 0 ? 'h1' : 'h2', other.say('notFoundTitle')),
        h('p', other.say('notFoundText')),
        h('p', { className: ['not-found-links'] }, [
          h('a', { href: addresses.home(other.language) }, [icon('home'), other.say('home')]),
          h('a', { href: addresses.allPages(other.language) }, [icon('list'), other.say('allPages')]),
        ]),
      ]),
    ]),
  });
}
