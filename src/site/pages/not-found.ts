import { h } from 'hastscript';
import { notFoundAddress } from '../addresses.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { offlineAddress } from '../offline/addresses.js';
import type { SiteContext } from '../site-context.js';
import type { WordKey } from '../words.js';
import { framePage } from './frame.js';

/** For addresses that lead nowhere, in every language of the knowledge base, because the reader's is not known. */
export function notFoundPage(site: SiteContext, navigation: Navigation, others: readonly Navigation[]): string {
  const html = emptyPage(site, navigation, others, { address: notFoundAddress, title: 'notFoundTitle', text: 'notFoundText' });
  return fromRoot(html, (site.knowledgeBase.config.siteAddress ?? '/').replace(/^https?:\/\/[^/]+/, ''));
}

/** Servers show this page at the address that was asked for, however deep: its links count from the root of the host. */
function fromRoot(html: string, root: string): string {
  return html
    .replace(/<html\b[^>]*>/, (tag) => tag.replace('data-root=""', () => `data-root="${root}"`))
    .replace(/<(?:a|link|script)\b[^>]*>/g, (tag) =>
      tag.replace(/ (href|src)="(?!#|\/|[a-z]+:)/, (_, name: string) => ` ${name}="${root}`),
    );
}

/** What the service worker shows for a page that is not kept while there is no network. */
export function offlinePage(site: SiteContext, navigation: Navigation, others: readonly Navigation[]): string {
  return emptyPage(site, navigation, others, { address: offlineAddress, title: 'offlineTitle', text: 'offlineText' });
}

function emptyPage(
  site: SiteContext,
  navigation: Navigation,
  others: readonly Navigation[],
  words: { readonly address: string; readonly title: WordKey; readonly text: WordKey },
): string {
  const { addresses, knowledgeBase } = site;
  const [first, ...rest] = [navigation, ...others.filter((other) => other.locale !== navigation.locale)];
  return framePage(site, navigation, {
    address: words.address,
    title: navigation.say(words.title),
    kind: 'not-found',
    languages: knowledgeBase.config.languages.map((language) => ({ language, address: addresses.home(language) })),
    main: [first, ...rest].flatMap((other, index) => [
      h('section', { className: ['not-found'], ...(other !== navigation && { lang: other.locale }) }, [
        h(index === 0 ? 'h1' : 'h2', other.say(words.title)),
        h('p', other.say(words.text)),
        h('p', { className: ['not-found-links'] }, [
          h('a', { href: addresses.home(other.language) }, [icon('home'), other.say('home')]),
          h('a', { href: addresses.allPages(other.language) }, [icon('list'), other.say('allPages')]),
        ]),
      ]),
    ]),
  });
}
