import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SitePages } from '../../app/site-pages.js';
import { reviewOfText } from '../../app/site-reviews.js';
import type { Playbook } from '../../core/model/playbook.js';
import type { SearchFacets, SearchHit, SearchQuery } from '../../core/model/search.js';
import { rangeAt } from '../convert.js';
import type { OpenFolder } from '../open-folder.js';
import { readCount, readFilters, readText } from '../params.js';
import type { PlacedHit, PreviewAnswer, SearchAnswer } from '../protocol.js';
import type { FolderReview } from '../review/reviews.js';

/** Most hits that are sent at once. */
const mostHits = 1000;

/** Reads the parameters of `playbook/search`: a `SearchQuery`. */
export function readSearchQuery(params: unknown): SearchQuery {
  const limit = readCount(params, 'limit');
  return {
    text: readText(params, 'text') ?? '',
    ...readFilters(params),
    ...(limit !== undefined && { limit: Math.min(mostHits, limit) }),
  };
}

/** Searches all knowledge bases of the workspace as the help site does. Of several, the hits are mixed by their score. */
export function searchFolders(folders: readonly OpenFolder[], query: SearchQuery): SearchAnswer {
  const answers = folders.map((folder) => {
    const { session } = folder;
    const result = session.search({ ...query, today: session.settings.today });
    return { ...result, hits: result.hits.map((hit) => placedHit(folder, hit)) };
  });
  const answering = answers.filter(({ hits, nearestOnly }) => hits.length > 0 && !nearestOnly);
  const results = answering.length > 0 ? answering : answers;
  const [only] = results;
  if (results.length === 1 && only) return only;
  return {
    query: query.text,
    total: results.reduce((sum, { total }) => sum + total, 0),
    hits: results
      .flatMap(({ hits }) => hits)
      .sort((a, b) => b.score - a.score)
      .slice(0, query.limit ?? 20),
    ...(answering.length === 0 && results.some(({ hits }) => hits.length > 0) && { nearestOnly: true as const }),
    facets: {
      types: added(results, 'types'),
      channels: added(results, 'channels'),
      tiers: added(results, 'tiers'),
      languages: added(results, 'languages'),
      tags: added(results, 'tags'),
      products: added(results, 'products'),
    },
  };
}

function added(results: readonly { readonly facets: SearchFacets }[], name: keyof SearchFacets): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { facets } of results)
    for (const [value, count] of Object.entries(facets[name])) sums.set(value, (sums.get(value) ?? 0) + count);
  return Object.fromEntries(sums);
}

function placedHit(folder: OpenFolder, hit: SearchHit): PlacedHit {
  const playbook = folder.session.knowledgeBase.playbooks.get(hit.path);
  const heading = playbook?.headings.find(({ anchor }) => anchor === hit.anchor);
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { ...hit, uri: folder.uriOf(hit.path), range: playbook && heading ? rangeAt(playbook, heading.textSpan) : start };
}

export function preview(
  folder: OpenFolder,
  playbook: Playbook,
  pages: SitePages,
  { withSourceLines, known }: { readonly withSourceLines: boolean; readonly known: FolderReview },
): PreviewAnswer | null {
  const isReviewed = known.availability === 'ready' && known.head.mode !== 'off';
  const review = isReviewed ? reviewOfText(playbook, known.states.get(playbook.id)) : undefined;
  const page = pages.page(folder.session, playbook.path, { withSourceLines, review });
  if (!page) return null;
  const fileAddresses = (files: Readonly<Record<string, string>>, toUri: (path: string) => string) =>
    Object.fromEntries(Object.entries(files).map(([address, file]) => [address, toUri(file)]));
  return {
    html: page.html,
    title: playbook.title,
    address: page.address,
    assets: fileAddresses(page.assets, (file) => pathToFileURL(join(folder.root, file)).href),
    pages: fileAddresses(page.pages, (file) => folder.uriOf(file)),
    lines: playbook.headings.map((heading) => ({ anchor: heading.anchor, line: rangeAt(playbook, heading).start.line })),
    lineCount: playbook.lineStarts.length,
    accentStyle: page.accentStyle,
    words: page.words,
  };
}
