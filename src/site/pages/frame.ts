import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Config } from '../../core/config/config.js';
import { nearestLocale } from '../../core/model/locale.js';
import { relativePath } from '../../core/paths.js';
import {
  accentAddress,
  type FeatureName,
  featureScriptAddress,
  featureStyleAddress,
  iconAddress,
  scriptAddress,
  styleAddress,
  themeScriptAddress,
  wordsScriptAddress,
} from '../addresses.js';
import { icon } from '../icons.js';
import { feedAddress, markdownAddress } from '../machine/addresses.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import { inForceBanner } from './in-force-banner.js';

/** Nothing inline, nothing from elsewhere, no forms, no frames; what the site needs comes from its own files. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'";

/** The policy of a site that sends feedback to another host: that one origin more, and only for what scripts send. */
function policyWith(feedbackEndpoint: string | undefined): string {
  const origin = /^https?:\/\/[^/]+/i.exec(feedbackEndpoint ?? '')?.[0].toLowerCase();
  return origin === undefined ? contentSecurityPolicy : contentSecurityPolicy.replace("connect-src 'self'", `connect-src 'self' ${origin}`);
}

export interface LanguageChoice {
  readonly language: string;
  /** Absent when the page has no version in this language. */
  readonly address?: string;
}

export interface PageParts {
  readonly address: string;
  readonly title: string;
  /** Language of the content when it is another than that of the interface. */
  readonly lang?: string;
  /** In a sentence what is on it; by default its title says so. */
  readonly description?: string;
  /** For style: what kind of page it is. */
  readonly kind: string;
  readonly languages: readonly LanguageChoice[];
  readonly main: readonly ElementContent[];
  readonly aside?: readonly ElementContent[];
  /** Browser code and styles that this page needs beside those of every page. */
  readonly features?: readonly FeatureName[];
  readonly strip?: Element;
  readonly currentType?: string;
  readonly currentTag?: string;
  /** Pages to show below the current type in the list on the left. */
  readonly siblings?: readonly { readonly address: string; readonly title: string; readonly lang?: string; readonly isCurrent: boolean }[];
  /** Address of styles that this page needs besides the site's. */
  readonly style?: string;
  /** Notes stand beside the content, and must stay there in windows that have room for two columns only. */
  readonly isNoted?: boolean;
  /** Shown in print at the foot of each page. */
  readonly printLine?: string;
}

/** A whole page as HTML. */
export function framePage(site: SiteContext, navigation: Navigation, parts: PageParts): string {
  const { config } = site.knowledgeBase;
  const { say, locale, siteTitle } = navigation;
  const to = (address: string) => relativePath(parts.address, address);
  const isHome = parts.kind === 'home';
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h(
        'html',
        {
          lang: locale,
          ...(parts.strip && { className: ['with-strip'] }),
          ...(site.isOffline && { dataOffline: '' }),
          dataRoot: parts.address.replace(/[^/]+/g, '').replace(/\//g, '../'),
          ...(site.feedbackEndpoint !== undefined && { dataFeedback: site.feedbackEndpoint }),
        },
        [
          h('head', [
            h('meta', { charSet: 'utf-8' }),
            h('meta', { httpEquiv: 'Content-Security-Policy', content: policyWith(site.feedbackEndpoint) }),
            h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            h('meta', { name: 'referrer', content: 'no-referrer' }),
            ...(config.searchEngines === 'refuse' ? [h('meta', { name: 'robots', content: 'noindex' })] : []),
            h('meta', {
              name: 'description',
              content: parts.description ?? (isHome ? say('guideSummary') : `${parts.title} · ${siteTitle.text}`),
            }),
            h('meta', { name: 'color-scheme', content: 'light dark' }),
            h('title', isHome ? siteTitle.text : `${parts.title} · ${siteTitle.text}`),
            h('link', { rel: ['icon'], type: 'image/svg+xml', href: to(iconAddress) }),
            ...alternates(site, parts).map(([type, address]) => h('link', { rel: ['alternate'], type, href: to(address) })),
            h('script', { src: to(themeScriptAddress) }),
            h('link', { rel: ['stylesheet'], href: to(styleAddress) }),
            ...(parts.style === undefined ? [] : [h('link', { rel: ['stylesheet'], href: to(parts.style) })]),
            h('link', { rel: ['stylesheet'], href: to(accentAddress) }),
            ...(parts.features ?? []).map((name) => h('link', { rel: ['stylesheet'], href: to(featureStyleAddress(name)) })),
            h('script', { src: to(wordsScriptAddress(locale)), defer: true }),
            h('script', { src: to(scriptAddress), defer: true }),
            ...(parts.features ?? []).map((name) => h('script', { src: to(featureScriptAddress(name)), defer: true })),
          ]),
          h('body', { className: [`page-${parts.kind}`, ...(parts.isNoted ? ['with-notes'] : [])] }, [
            h('a', { className: ['skip'], href: '#pageMain' }, say('skipToContent')),
            topBar(site, navigation, parts, to),
            ...inForceBanner(site, navigation, to),
            h('div', { className: ['columns'] }, [
              sideBar(site, navigation, parts, to),
              h('main', { id: 'pageMain', tabIndex: -1, ...(parts.lang !== undefined && parts.lang !== locale && { lang: parts.lang }) }, [
                ...parts.main,
              ]),
              ...(parts.aside && parts.aside.length > 0
                ? [h('aside', { className: ['page-aside'], ariaLabel: say('about') }, [...parts.aside])]
                : []),
            ]),
            ...(parts.strip ? [parts.strip] : []),
            ...(parts.printLine === undefined ? [] : [h('footer', { className: ['print-line'], ariaHidden: 'true' }, parts.printLine)]),
          ]),
        ],
      ),
    ],
  };
  return `${toHtml(root)}\n`;
}

/** The same for programs: the page as Markdown, and the feed of what was approved. */
function alternates({ formats, reviews }: SiteContext, parts: PageParts): readonly (readonly [type: string, address: string])[] {
  return [
    ...(formats?.has('markdown') && parts.kind === 'playbook' ? [['text/markdown', markdownAddress(parts.address)] as const] : []),
    ...(formats?.has('feed') && reviews ? [['application/atom+xml', feedAddress] as const] : []),
  ];
}

function topBar(
  { addresses }: SiteContext,
  { say, language, siteTitle }: Navigation,
  parts: PageParts,
  to: (address: string) => string,
): Element {
  return h('header', { className: ['top-bar'] }, [
    h(
      'a',
      { className: ['menu-button', 'icon-button'], href: '#pageNavigation', dataMenu: '', title: say('menu'), ariaLabel: say('menu') },
      [icon('menu')],
    ),
    h('a', { className: ['brand'], href: to(addresses.home(language)), lang: siteTitle.lang }, siteTitle.text),
    h('a', { className: ['search-button'], href: to(addresses.allPages(language)), dataSearch: '', title: `${say('search')} ( / )` }, [
      icon('search'),
      h('span', { className: ['search-hint'] }, say('searchHint')),
      h('kbd', '/'),
    ]),
    languageSwitch(parts, say('language'), say('notTranslated'), to),
    h(
      'button',
      { type: 'button', className: ['icon-button', 'script-only'], dataTheme: '', title: say('theme'), ariaLabel: say('theme') },
      [icon('system', 'theme-system'), icon('sun', 'theme-light'), icon('moon', 'theme-dark')],
    ),
    h(
      'button',
      {
        type: 'button',
        className: ['icon-button', 'script-only', 'help-button'],
        dataKeys: '',
        title: `${say('keys')} ( ? )`,
        ariaLabel: say('keys'),
      },
      [icon('question')],
    ),
  ]);
}

function languageSwitch(parts: PageParts, label: string, missing: string, to: (address: string) => string): Element {
  return h(
    'nav',
    { className: ['languages'], ariaLabel: label },
    parts.languages.map(({ language, address }) => {
      const name = languageName(language);
      if (address === undefined) return h('span', { className: ['language', 'absent'], lang: language, title: missing }, name);
      const isCurrent = address === parts.address;
      return h(
        'a',
        { className: ['language'], href: to(address), lang: language, hrefLang: language, ...(isCurrent && { ariaCurrent: 'true' }) },
        name,
      );
    }),
  );
}

const languageNames: Readonly<Record<string, string>> = {
  'zh-Hans': '简体',
  'zh-Hant': '繁體',
  'zh-CN': '简体',
  'zh-TW': '繁體',
  'zh-HK': '繁體',
  en: 'EN',
  ja: '日本語',
  ko: '한국어',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  pt: 'Português',
  vi: 'Tiếng Việt',
  th: 'ไทย',
  id: 'Indonesia',
};

/** A language's own short name, else its tag. */
export function languageName(language: string): string {
  return languageNames[language] ?? language;
}

/** Tags shown in the list on the left; the rest are on the page of all tags. */
const mostTags = 24;

function sideBar(
  { addresses }: SiteContext,
  { types, tags, say, language }: Navigation,
  parts: PageParts,
  to: (address: string) => string,
): Element {
  const current = (isCurrent: boolean) => (isCurrent ? { ariaCurrent: 'page' } : {});
  return h('nav', { id: 'pageNavigation', className: ['side-bar'], ariaLabel: say('menu') }, [
    h('a', { className: ['close-menu', 'icon-button'], href: '#', dataMenuClose: '', ariaLabel: say('close') }, [icon('close')]),
    h('ul', { className: ['side-list'] }, [
      h('li', [h('a', { href: to(addresses.home(language)), ...current(parts.kind === 'home') }, [icon('home'), h('span', say('home'))])]),
      h('li', [
        h('a', { href: to(addresses.allPages(language)), ...current(parts.kind === 'all-pages') }, [
          icon('list'),
          h('span', say('allPages')),
        ]),
      ]),
    ]),
    h('p', { className: ['side-title'] }, say('byType')),
    h(
      'ul',
      { className: ['side-list'] },
      types.map((type) =>
        h('li', [
          h('a', { href: to(type.address), dataType: type.name, ...current(parts.kind === 'type' && parts.currentType === type.name) }, [
            icon(type.icon),
            h('span', type.label),
            h('span', { className: ['count'] }, String(type.playbooks.length)),
          ]),
          ...(parts.currentType === type.name && parts.siblings && parts.siblings.length > 1
            ? [
                h(
                  'ul',
                  { className: ['side-pages'] },
                  parts.siblings.map((page) =>
                    h('li', [
                      h(
                        'a',
                        { href: to(page.address), ...(page.lang !== undefined && { lang: page.lang }), ...current(page.isCurrent) },
                        page.title,
                      ),
                    ]),
                  ),
                ),
              ]
            : []),
        ]),
      ),
    ),
    ...(tags.length === 0 || parts.kind === 'home'
      ? []
      : [
          h('p', { className: ['side-title'] }, say('byTag')),
          h(
            'ul',
            { className: ['side-tags'] },
            tags
              .slice(0, mostTags)
              .map((tag) =>
                h('li', [h('a', { className: ['tag'], href: to(tag.address), ...current(parts.currentTag === tag.tag) }, tag.tag)]),
              ),
          ),
        ]),
  ]);
}

/** The language whose navigation a page in this language has. */
export function frameLanguage(config: Config, lang: string): string {
  return (
    config.languages.find((language) => language === lang) ??
    config.languages.find((language) => nearestLocale(language) === nearestLocale(lang)) ??
    config.defaultLanguage
  );
}
