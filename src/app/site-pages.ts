import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Playbook } from '../core/model/playbook.js';
import { resolvePath } from '../core/paths.js';
import { type Addresses, createAddresses } from '../site/addresses.js';
import { accentStyle } from '../site/colors.js';
import { createNavigation, type Navigation } from '../site/navigation.js';
import { frameLanguage } from '../site/pages/frame.js';
import { playbookPage } from '../site/pages/playbook-page.js';
import type { PageReview } from '../site/site-reviews.js';
import { scriptWords } from '../site/words-script.js';
import type { Session } from './session.js';

/** One page of the help site, as an export of the knowledge base as it is now would have it. */
export interface SitePage {
  readonly html: string;
  /** Its path on the site. */
  readonly address: string;
  /** Files of the knowledge base that it shows or links to, by their path on the site. */
  readonly assets: Readonly<Record<string, string>>;
  /** Playbooks that it links to, by their path on the site. */
  readonly pages: Readonly<Record<string, string>>;
  /** What else the site makes for the page: styles of the config's colour, and the texts of its script by key. */
  readonly accentStyle: string;
  readonly words: Readonly<Record<string, string>>;
}

export interface PageOptions {
  /** Marks say from which lines blocks come; otherwise it is the exported page. */
  readonly withSourceLines?: boolean;
  /** How the text stands, where review is on. */
  readonly review?: PageReview | undefined;
}

/** What all pages share, and the knowledge base it was made from. */
interface Shared {
  readonly knowledgeBase: KnowledgeBase;
  readonly today: string;
  readonly addresses: Addresses;
  readonly paths: ReadonlyMap<string, string>;
  readonly navigations: Map<string, Navigation>;
}

/**
 * Makes single pages of the site again and again while texts change. What lists all pages is made anew only when something
 * that it shows has changed, so that a page costs the same in a large knowledge base as in a small one.
 */
export class SitePages {
  #shared: Shared | undefined;

  /** Undefined for a path that is no playbook. */
  page({ knowledgeBase, settings }: Session, path: string, { withSourceLines = false, review }: PageOptions = {}): SitePage | undefined {
    const playbook = knowledgeBase.playbooks.get(path);
    if (!playbook) return undefined;
    const { today } = settings;
    const shared = this.#shared && keepShared(this.#shared, knowledgeBase, today);
    const { addresses, navigations, paths } = shared ?? makeShared(knowledgeBase, today);
    this.#shared = { knowledgeBase, today, addresses, navigations, paths };
    const { siteFormats, feedbackEndpoint } = knowledgeBase.config;
    const site = {
      knowledgeBase,
      addresses,
      today,
      withSourceLines,
      ...(review && { reviews: new Map([[path, review]]) }),
      formats: new Set(siteFormats),
      isOffline: !withSourceLines,
      // Whoever writes a page is no reader whose feedback counts.
      ...(feedbackEndpoint !== undefined && !withSourceLines && { feedbackEndpoint }),
    };
    const language = frameLanguage(knowledgeBase.config, playbook.lang);
    const navigation = navigations.get(language) ?? createNavigation(site, language);
    navigations.set(language, navigation);
    const { html, assets } = playbookPage(playbook, site, navigation);
    const address = addresses.playbook(playbook);
    return {
      html,
      address,
      assets: Object.fromEntries(assets.map((asset) => [addresses.asset(asset), asset])),
      pages: linkedPages(html, address, paths),
      accentStyle: accentStyle(knowledgeBase.config.accent),
      words: scriptWords(navigation.locale),
    };
  }
}

function makeShared(knowledgeBase: KnowledgeBase, today: string): Shared {
  const addresses = createAddresses(knowledgeBase);
  const paths = new Map([...knowledgeBase.playbooks.values()].map((playbook) => [addresses.playbook(playbook), playbook.path]));
  return { knowledgeBase, today, addresses, paths, navigations: new Map() };
}

/** The same with the playbooks that are there now; undefined if a list or an address would differ. */
function keepShared(shared: Shared, knowledgeBase: KnowledgeBase, today: string): Shared | undefined {
  const before = shared.knowledgeBase;
  if (before === knowledgeBase) return shared;
  const isSame = before.config === knowledgeBase.config && before.types === knowledgeBase.types && shared.today === today;
  if (!isSame || before.playbooks.size !== knowledgeBase.playbooks.size) return undefined;
  const changed = new Map<Playbook, Playbook>();
  for (const playbook of knowledgeBase.playbooks.values()) {
    const old = before.playbooks.get(playbook.path);
    if (old === playbook) continue;
    if (!old || headOf(old) !== headOf(playbook)) return undefined;
    changed.set(old, playbook);
  }
  const now = (playbook: Playbook) => changed.get(playbook) ?? playbook;
  const navigations = [...shared.navigations].map(([language, navigation]): [string, Navigation] => [
    language,
    {
      ...navigation,
      editions: navigation.editions.map(now),
      types: navigation.types.map((entry) => ({ ...entry, playbooks: entry.playbooks.map(now) })),
      tags: navigation.tags.map((entry) => ({ ...entry, playbooks: entry.playbooks.map(now) })),
      inForce: navigation.inForce.map((active) => ({ ...active, playbook: now(active.playbook) })),
    },
  ]);
  return { ...shared, knowledgeBase, navigations: new Map(navigations) };
}

/** Everything that other pages show of a playbook. */
function headOf({ id, type, title, lang, fields, hasOwnType }: Playbook): string {
  return JSON.stringify([id, type, title, lang, fields, hasOwnType]);
}

function linkedPages(html: string, address: string, paths: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, href = ''] of html.matchAll(/href="([^"#:]+\.html)(?:#[^"]*)?"/g)) {
    const target = resolvePath(address, href);
    const path = target === undefined ? undefined : paths.get(target);
    if (target !== undefined && path !== undefined) found[target] = path;
  }
  return found;
}
