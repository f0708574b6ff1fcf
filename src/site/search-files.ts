import { type SearchDocuments, searchDocuments } from '../core/search/documents.js';
import { startPart } from '../core/search/index-parts.js';
import { writeIndex } from '../core/search/write-index.js';
import { languageName } from './pages/frame.js';
import { searchDataAddress, searchPartAddress } from './search-addresses.js';
import { documentsPart, labelsPart, type SearchLabels, type SitePage, sitePagePart } from './search-parts.js';
import type { SiteContext } from './site-context.js';
import type { SiteFile } from './site-file.js';
import { isDay, stateOn } from './validity.js';

/** Deflates a text (RFC 1951) and writes the bytes in base64 (RFC 4648). */
export type Pack = (text: string) => string;

/** Characters up to which everything is one file: quicker than several, and less to copy. */
const mostInOneFile = 256 * 1024;

/**
 * What the browser searches, as classic scripts, so that a page opened as a file can load it too. Each calls
 * `playbookSearch` with the parts it holds, packed: their bytes stay small on a server that compresses nothing. A small
 * knowledge base is one file of texts, of which the browser makes the index. Of a large one a query fetches only the
 * parts of the index that it needs.
 */
export function* searchFiles(site: SiteContext, pack: Pack): Generator<SiteFile> {
  const documents = searchDocuments(site.knowledgeBase);
  const pages = sitePages(site);
  const always: readonly (readonly [string, string])[] = [[labelsPart, JSON.stringify(labelsOf(site))]];
  const all = isSmall(documents) ? writeParts([[documentsPart, JSON.stringify(documents)], ...pages, ...always], pack) : undefined;
  if (all !== undefined && all.length <= mostInOneFile) {
    yield { path: searchDataAddress, content: all };
    return;
  }
  for (const [name, text] of writeIndex(documents)) {
    if (name === startPart) {
      yield { path: searchDataAddress, content: writeParts([[name, text], ...always], pack) };
      continue;
    }
    const sitePage = name.replace(/^pages\//, 'site/');
    const page = pages.get(sitePage);
    yield {
      path: searchPartAddress(name),
      content: writeParts([[name, text], ...(page === undefined ? [] : [[sitePage, page] as const])], pack),
    };
  }
}

/** Packing shrinks texts to a quarter or so: what is larger by far need not be tried. */
function isSmall({ sections }: SearchDocuments): boolean {
  return sections.reduce((length, { wording, body }) => length + wording.length + body.length, 0) < mostInOneFile * 8;
}

function writeParts(parts: readonly (readonly [name: string, text: string])[], pack: Pack): string {
  return `playbookSearch(${JSON.stringify(pack(JSON.stringify(Object.fromEntries(parts))))});\n`;
}

function labelsOf({ knowledgeBase: { config, types, playbooks }, today }: SiteContext): SearchLabels {
  const used = new Set([...playbooks.values()].map(({ type }) => type));
  const languages = new Set([...config.languages, ...[...playbooks.values()].map(({ lang }) => lang)]);
  return {
    today,
    types: Object.fromEntries([...types.values()].filter(({ name }) => used.has(name)).map(({ name, label }) => [name, label])),
    channels: Object.fromEntries(config.channels.map(({ id, label }) => [id, label])),
    tiers: Object.fromEntries(config.tiers.map(({ id, label }) => [id, label])),
    languages: Object.fromEntries([...languages].map((language) => [language, languageName(language)])),
  };
}

function sitePages({ knowledgeBase, addresses, today, reviews }: SiteContext): ReadonlyMap<string, string> {
  const playbooks = [...knowledgeBase.playbooks.values()];
  return new Map(
    playbooks.map((playbook, number) => {
      const state = stateOn(playbook, today, reviews);
      const review = reviews?.get(playbook.path);
      const reviewedOn = reviews ? review?.reviewedOn : playbook.fields.reviewedOn;
      const care = review && !review.isApproved ? review.state : state.reviewOverdue ? 'overdue' : undefined;
      const page: SitePage = {
        address: addresses.playbook(playbook),
        validity: state.validity,
        ...(isDay(reviewedOn) && { reviewedOn }),
        ...(care && { care }),
      };
      return [sitePagePart(number), JSON.stringify(page)];
    }),
  );
}
