import type { SiteFormat } from '../../core/config/site-formats.js';
import type { Playbook } from '../../core/model/playbook.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import type { SiteFile } from '../site-file.js';
import { chunksAddress, feedAddress, markdownAddress, pageIndexAddress } from './addresses.js';
import { pageChunks } from './chunks.js';
import { DeskFiles, type DeskWriter } from './desks/desk-writer.js';
import { freshdeskWriter } from './desks/freshdesk.js';
import { deskMessages } from './desks/messages.js';
import { plainCsvWriter } from './desks/plain-csv.js';
import { zammadWriter } from './desks/zammad.js';
import { zendeskWriter } from './desks/zendesk.js';
import { approvalFeed } from './feed.js';
import { guideFiles } from './guide.js';
import { pageFacts } from './page-facts.js';
import { pageMarkdown } from './page-markdown.js';
import { resolveText } from './resolved-text.js';
import { sitemapFiles } from './sitemap.js';

/** Characters of a file of chunks, about: small enough to be read at once. */
const longestChunkFile = 1024 * 1024;

const deskWriters: readonly (readonly [SiteFormat, (site: SiteContext) => DeskWriter])[] = [
  ['zendesk', zendeskWriter],
  ['freshdesk', freshdeskWriter],
  ['zammad', zammadWriter],
  ['csv', plainCsvWriter],
];

/**
 * The files beside the site that programs read, one at a time: what a page or a desk's file needs is held no longer than it
 * takes to write it. They say what the pages say and nothing else: `site` holds only what agents may see.
 */
export class MachineFiles {
  readonly #site: SiteContext;
  readonly #navigations: readonly Navigation[];
  readonly #formats: ReadonlySet<SiteFormat>;
  readonly #desks: readonly DeskFiles[];
  #index: string[] = [];
  #chunks: string[] = [];
  #chunksLength = 0;
  #chunkFiles: string[] = [];

  /** `navigations` is never empty; the first is that of the default language. */
  constructor(site: SiteContext, navigations: readonly Navigation[], formats: ReadonlySet<SiteFormat>) {
    this.#site = site;
    this.#navigations = navigations;
    this.#formats = formats;
    this.#desks = deskWriters.filter(([name]) => formats.has(name)).map(([, write]) => new DeskFiles(write(site)));
  }

  /** What stands beside one page. */
  *page(playbook: Playbook, { say }: Navigation): Generator<SiteFile> {
    const site = this.#site;
    const hasText = this.#formats.has('markdown') || this.#formats.has('json');
    if (hasText) {
      const facts = pageFacts(playbook, site);
      const text = resolveText(playbook, site, say);
      if (this.#formats.has('markdown')) {
        yield { path: markdownAddress(site.addresses.playbook(playbook)), content: pageMarkdown(playbook, facts, text) };
      }
      if (this.#formats.has('json')) {
        this.#index.push(JSON.stringify(facts));
        for (const chunk of pageChunks(playbook, facts, text)) {
          const line = `${JSON.stringify(chunk)}\n`;
          if (this.#chunksLength + line.length > longestChunkFile) yield* this.#takeChunks();
          this.#chunks.push(line);
          this.#chunksLength += line.length;
        }
      }
    }
    if (this.#desks.length === 0) return;
    for (const message of deskMessages(playbook, site)) for (const desk of this.#desks) yield* desk.add(message);
  }

  /** What is complete only after the last page. */
  *end(): Generator<SiteFile> {
    const [first] = this.#navigations;
    if (!first) return;
    const { config } = this.#site.knowledgeBase;
    for (const desk of this.#desks) yield* desk.end();
    if (this.#formats.has('json')) {
      yield* this.#takeChunks();
      const head = JSON.stringify({ title: config.title, languages: config.languages, day: this.#site.today, chunks: this.#chunkFiles });
      yield { path: pageIndexAddress, content: `${head.slice(0, -1)},"playbooks":[\n${this.#index.join(',\n')}\n]}\n` };
      this.#index = [];
    }
    if (this.#formats.has('markdown')) yield* guideFiles(this.#site, first);
    if (this.#formats.has('sitemap')) yield* sitemapFiles(this.#site);
    const feed = this.#formats.has('feed') ? approvalFeed(this.#site, first.say) : undefined;
    if (feed !== undefined) yield { path: feedAddress, content: feed };
  }

  *#takeChunks(): Generator<SiteFile> {
    if (this.#chunks.length === 0) return;
    const path = chunksAddress(this.#chunkFiles.length + 1);
    this.#chunkFiles.push(path);
    yield { path, content: this.#chunks.join('') };
    this.#chunks = [];
    this.#chunksLength = 0;
  }
}
