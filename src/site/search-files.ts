import { type SearchDocuments, searchDocuments } from '../core/search/documents.js';
import { startPart } from '../core/search/index-parts.js';
import { writeIndex } from '../core/search/write-index.js';
import { searchDataAddress, searchPartAddress } from './search-addresses.js';
import { type ChannelLabels, documentsPart, labelsPart, type SitePage, sitePagePart } from './search-parts.js';
import type { SiteContext } from './site-context.js';
import type { SiteFile } from './site-file.js';
import { stateOn } from './validity.js';

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
  const labels: ChannelLabels = Object.fromEntries(site.knowledgeBase.config.channels.map(({ id, label }) => [id, label]));
  const always: readonly (readonly [string, string])[] = [[labelsPart, JSON.stringify(labels)]];
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

function sitePages({ knowledgeBase, addresses, today, reviews }: SiteContext): ReadonlyMap<string, string> {
  const playbooks = [...knowledgeBase.playbooks.values()];
  return new Map(
    playbooks.map((playbook, number) => {
      const page: SitePage = { address: addresses.playbook(playbook), validity: stateOn(playbook, today, reviews).validity };
      return [sitePagePart(number), JSON.stringify(page)];
    }),
  );
}
