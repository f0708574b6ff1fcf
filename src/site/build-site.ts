import type { SiteFormat } from '../core/config/site-formats.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import {
  accentAddress,
  createAddresses,
  type FeatureName,
  featureNames,
  featureScriptAddress,
  featureStyleAddress,
  historyStyleAddress,
  iconAddress,
  notFoundAddress,
  scriptAddress,
  styleAddress,
  themeScriptAddress,
  wordsScriptAddress,
} from './addresses.js';
import { assetFile } from './assets.js';
import { accentStyle } from './colors.js';
import { historyPages } from './history/history-pages.js';
import type { ReadRevisionTexts } from './history/revisions.js';
import { MachineFiles } from './machine/machine-files.js';
import { createNavigation, type Navigation } from './navigation.js';
import { offlineAddress } from './offline/addresses.js';
import { withServiceWorker } from './offline/service-worker.js';
import { frameLanguage } from './pages/frame.js';
import { handbookPage } from './pages/handbook-page.js';
import { homePage } from './pages/home.js';
import { allPagesPage, tagPages, typePages } from './pages/lists.js';
import { notFoundPage, offlinePage } from './pages/not-found.js';
import { playbookPage } from './pages/playbook-page.js';
import { withdrawnPage } from './pages/withdrawn-page.js';
import { lastChanged, readChangeKinds } from './recent-changes.js';
import { searchScriptAddress, searchTablesAddress } from './search-addresses.js';
import { type Pack, searchFiles } from './search-files.js';
import { searchTablesScript } from './search-tables.js';
import { shownOn } from './shown.js';
import type { SiteContext } from './site-context.js';
import type { SiteFile } from './site-file.js';
import { siteIcon } from './site-icon.js';
import type { SiteReviews } from './site-reviews.js';
import { themeScript } from './theme-script.js';
import { wordsScript } from './words-script.js';

export type { SiteFile } from './site-file.js';

/** Browser code and styles, made by the build, and how the search index is packed. */
export interface SiteAssets {
  readonly script: string;
  readonly searchScript: string;
  readonly style: string;
  /** Absent: the site needs the network. */
  readonly serviceWorker?: string;
  /** What only some pages need. */
  readonly features: Readonly<Record<FeatureName, { readonly script: string; readonly style: string }>>;
  /** Of pages about what changed. */
  readonly historyStyle: string;
  readonly pack: Pack;
}

export interface SiteOptions {
  /** How pages stand, where review is on. */
  readonly reviews?: SiteReviews;
  /** Texts of approved revisions, which pages about changes compare; without it there are none. */
  readonly revisionTexts?: ReadRevisionTexts;
  /** Where feedback is sent; by default where the config says. `null`: nowhere, whatever the config says. */
  readonly feedbackEndpoint?: string | null;
  /** Files for programs beside the pages; by default none. */
  readonly formats?: readonly SiteFormat[];
}

export interface SiteInput extends SiteOptions {
  readonly knowledgeBase: KnowledgeBase;
  readonly assets: SiteAssets;
  /** Reads a text asset (SVG) below the knowledge base; undefined if it is gone. */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
}

/** All files of the help site, one at a time. The same input gives the same files in the same order, byte by byte. */
export async function* buildSite(input: SiteInput): AsyncGenerator<SiteFile> {
  const { serviceWorker } = input.assets;
  if (serviceWorker === undefined) yield* siteFiles(input);
  else yield* withServiceWorker(siteFiles(input), serviceWorker);
}

async function* siteFiles(input: SiteInput): AsyncGenerator<SiteFile> {
  const { assets, readText, today, reviews } = input;
  const { knowledgeBase, withdrawn } = shownOn(input.knowledgeBase, today);
  const { config } = knowledgeBase;
  // Addresses are those of all playbooks, so that none changes when a page is withdrawn.
  const addresses = createAddresses(input.knowledgeBase);
  const formats = new Set(input.formats);
  const feedbackEndpoint = input.feedbackEndpoint === undefined ? config.feedbackEndpoint : (input.feedbackEndpoint ?? undefined);
  const plain: SiteContext = {
    knowledgeBase,
    addresses,
    today,
    formats,
    isOffline: assets.serviceWorker !== undefined,
    ...(reviews && { reviews }),
    ...(feedbackEndpoint !== undefined && { feedbackEndpoint }),
  };
  const navigations = config.languages.map((language) => createNavigation(plain, language));
  const changed = new Set(navigations.flatMap(({ editions }) => lastChanged(editions, plain)));
  const site: SiteContext = input.revisionTexts ? { ...plain, changes: await readChangeKinds(changed, plain, input.revisionTexts) } : plain;
  const [first, ...others] = navigations;
  if (!first) return;

  yield { path: styleAddress, content: assets.style };
  yield { path: scriptAddress, content: assets.script };
  for (const name of featureNames) {
    yield { path: featureScriptAddress(name), content: assets.features[name].script };
    yield { path: featureStyleAddress(name), content: assets.features[name].style };
  }
  // A run's words travel in the pages of protocols.
  const scripts = [assets.script, ...featureNames.flatMap((name) => (name === 'run' ? [] : [assets.features[name].script]))];
  for (const locale of new Set(navigations.map((navigation) => navigation.locale))) {
    yield { path: wordsScriptAddress(locale), content: wordsScript(locale, scripts) };
  }
  yield { path: themeScriptAddress, content: themeScript };
  yield { path: accentAddress, content: accentStyle(config.accent) };
  if (input.revisionTexts) yield { path: historyStyleAddress, content: assets.historyStyle };
  yield { path: iconAddress, content: siteIcon(config.accent) };
  yield { path: searchScriptAddress, content: assets.searchScript };
  yield { path: searchTablesAddress, content: searchTablesScript() };
  yield* searchFiles(site, assets.pack);
  yield { path: notFoundAddress, content: notFoundPage(site, first, others) };
  if (site.isOffline) yield { path: offlineAddress, content: offlinePage(site, first, others) };
  for (const navigation of navigations) yield* listPages(site, navigation, navigations);

  const machine = new MachineFiles(site, navigations, formats);
  const referenced = new Set<string>();
  for (const playbook of knowledgeBase.playbooks.values()) {
    const language = frameLanguage(config, playbook.lang);
    const navigation = navigations.find((candidate) => candidate.language === language) ?? first;
    const page = playbookPage(playbook, site, navigation);
    for (const path of page.assets) referenced.add(path);
    yield { path: site.addresses.playbook(playbook), content: page.html };
    if (playbook.fields.course.length > 0) {
      const handbook = handbookPage(playbook, site, navigation);
      for (const path of handbook.assets) referenced.add(path);
      yield { path: site.addresses.handbook(playbook), content: handbook.html };
    }
    yield* machine.page(playbook, navigation);
    if (input.revisionTexts) yield* historyPages(playbook, site, navigation, await input.revisionTexts(playbook.path));
  }
  yield* machine.end();
  for (const page of withdrawn) {
    const language = frameLanguage(config, page.playbook.lang);
    const navigation = navigations.find((candidate) => candidate.language === language) ?? first;
    yield { path: site.addresses.playbook(page.playbook), content: withdrawnPage(page, site, navigation) };
  }
  for (const path of [...referenced].sort()) {
    const file = await assetFile(path, site.addresses.asset(path), readText);
    if (file) yield file;
  }
}

function* listPages(site: SiteContext, navigation: Navigation, all: readonly Navigation[]): Generator<SiteFile> {
  const { addresses } = site;
  const { language } = navigation;
  yield { path: addresses.home(language), content: homePage(site, navigation) };
  yield { path: addresses.allPages(language), content: allPagesPage(site, navigation) };
  for (const type of navigation.types) {
    const languages = all.filter((other) => other.types.some(({ name }) => name === type.name)).map((other) => other.language);
    yield* typePages(site, navigation, type, languages);
  }
  for (const tag of navigation.tags) {
    const languages = all.filter((other) => other.tags.some((candidate) => candidate.tag === tag.tag)).map((other) => other.language);
    yield* tagPages(site, navigation, tag, languages);
  }
}
