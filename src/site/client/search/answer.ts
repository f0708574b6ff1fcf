import type { Localized } from '../../../core/model/locale.js';
import type { ExcerptPart, SearchHit, SearchQuery, SearchResult } from '../../../core/model/search.js';
import { searchParts } from '../../../core/search/engine.js';
import { highlight } from '../../../core/search/excerpt.js';
import type { IndexPage } from '../../../core/search/index-parts.js';
import { createSearchIndex, openIndex, type SearchIndex } from '../../../core/search/search-index.js';
import { documentsPart, labelsPart, noLabels, type SearchLabels, type SitePage, sitePagePart } from '../../search-parts.js';
import type { PartLoader } from './part-loader.js';

/** A hit with what the panel shows of it. */
export interface SiteHit extends SearchHit, SitePage {
  readonly shortCode: string;
  readonly sectionParts: readonly ExcerptPart[];
  /** What its channels are called. */
  readonly channels: readonly Localized[];
  /** What it says, with what was found marked: the section that was found, for a page as a whole its first wording. */
  readonly preview: Preview;
}

export interface Preview {
  readonly summary: string;
  readonly sections: readonly PreviewSection[];
}

export interface PreviewSection {
  readonly heading: string;
  readonly wording: readonly (readonly ExcerptPart[])[];
  readonly body: readonly (readonly ExcerptPart[])[];
}

/** Lines of a section that are shown: more than fit would only be cut off. */
const mostLines = 14;

export interface SiteResult extends Omit<SearchResult, 'hits'> {
  readonly hits: readonly SiteHit[];
  /** What values of filters are called. */
  readonly labels: SearchLabels;
}

/** Rounds of fetching that a search may need: the last ones are pages of hits that a phrase was not in. */
const mostRounds = 12;

/** Searches an index whose parts are fetched as they are needed. */
export class Answerer {
  readonly #loader: PartLoader;
  #index: SearchIndex | undefined;

  constructor(loader: PartLoader) {
    this.#loader = loader;
  }

  /** Gets ready: a first search then waits for less. */
  async open(): Promise<SearchIndex> {
    if (this.#index) return this.#index;
    await this.#loader.load(['start']);
    const documents = this.#loader.get(documentsPart);
    this.#index ??= documents === undefined ? openIndex(this.#loader) : createSearchIndex(JSON.parse(documents));
    if (!this.#index) throw new Error('the search index is of another release');
    return this.#index;
  }

  /** The answer if everything it needs is there already. */
  answerNow(query: SearchQuery): SiteResult | undefined {
    return this.#index && this.#step(this.#index, query, 'all').result;
  }

  /** The answer; `names` looks at titles, names and sayings only. Undefined as soon as nobody waits for it any more. */
  async answer(query: SearchQuery, scope: 'names' | 'all', isWanted: () => boolean): Promise<SiteResult | undefined> {
    const index = await this.open();
    for (let round = 0; round < mostRounds; round += 1) {
      if (!isWanted()) return undefined;
      const { result, wanted } = this.#step(index, query, scope);
      if (result) return result;
      await this.#loader.load(wanted);
    }
    throw new Error('a search asked for parts without end');
  }

  /** The answer as far as the parts that are there give a whole one, and which parts are wanted otherwise. */
  #step(index: SearchIndex, query: SearchQuery, scope: 'names' | 'all') {
    const labels = this.#labels();
    // The day of the site's pages, so that a page is as fresh here as it says itself.
    const { result, missing } = searchParts(index, { today: labels.today, ...query }, scope);
    const pages = result.hits.map(({ number }) => sitePagePart(number));
    const wanted = [...missing, ...pages.filter((name) => this.#loader.get(name) === undefined)];
    if (wanted.length > 0) return { wanted };
    return { wanted, result: { ...result, labels, hits: result.hits.map((hit) => this.#toSiteHit(hit, index, labels)) } };
  }

  #labels(): SearchLabels {
    return JSON.parse(this.#loader.get(labelsPart) ?? 'null') ?? noLabels;
  }

  #toSiteHit(hit: SearchHit, index: SearchIndex, labels: SearchLabels): SiteHit {
    const sitePage: SitePage = JSON.parse(this.#loader.get(sitePagePart(hit.number)) ?? '{}');
    const page = index.base.page(hit.number);
    const terms = hit.matched.map(({ term }) => term);
    return {
      ...hit,
      ...sitePage,
      shortCode: page?.entry.shortCode ?? '',
      channels: (page?.entry.channels ?? []).flatMap((id) => labels.channels[id] ?? []),
      sectionParts: highlight(hit.section, terms),
      preview: previewOf(hit, page, terms),
    };
  }
}

function previewOf({ anchor }: SearchHit, page: IndexPage | undefined, terms: readonly string[]): Preview {
  const sections = page?.sections ?? [];
  const summary = page?.entry.summary ?? '';
  const at = sections.findIndex((candidate) => candidate.anchor === anchor);
  // A heading with nothing but headings below it says what the next one says.
  const found = sections.slice(Math.max(0, at)).find(({ wording, body }) => anchor === '' || wording + body !== '');
  const shown = anchor === '' ? [found, sections.find((candidate) => candidate.wording !== '')] : [found];
  const lines = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '' && line !== summary)
      .slice(0, mostLines)
      .map((line) => highlight(line, terms));
  const distinct = [...new Set(shown)].filter((section) => section !== undefined);
  return {
    summary,
    sections: distinct.map(({ section, wording, body }) => ({ heading: section, wording: lines(wording), body: lines(body) })),
  };
}
