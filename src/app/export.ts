import type { SiteFormat } from '../core/config/site-formats.js';
import type { FeatureName } from '../site/addresses.js';
import { buildSite, type SiteFile } from '../site/build-site.js';
import type { ReadRevisionTexts } from '../site/history/revisions.js';
import type { SiteReviews } from '../site/site-reviews.js';
import type { Progress } from './ports.js';
import type { Session } from './session.js';

/** The site's browser code and styles, and how its search index is packed. */
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
  /** Deflates a text (RFC 1951) and writes the bytes in base64 (RFC 4648). */
  readonly pack: (text: string) => string;
}

export interface ExportSiteOptions {
  readonly progress?: Progress;
  /** How pages stand, where review is on. */
  readonly reviews?: SiteReviews;
  /** Texts of the approved revisions of pages, where review is on. */
  readonly revisionTexts?: ReadRevisionTexts;
  /** Where feedback is sent; by default where the config says. `null`: nowhere, whatever the config says. */
  readonly feedbackEndpoint?: string | null;
  /** Files for programs beside the pages; by default none. */
  readonly formats?: readonly SiteFormat[];
}

/** All files of the help site of a knowledge base as it is now, one at a time. Progress counts playbooks, roughly. */
export async function* exportSite(
  session: Session,
  { pack, ...assets }: SiteAssets,
  options: ExportSiteOptions = {},
): AsyncGenerator<SiteFile> {
  const { knowledgeBase, files, settings } = session;
  const total = knowledgeBase.playbooks.size;
  let done = 0;
  const site = buildSite({
    knowledgeBase,
    assets,
    readText: async (path) => (await files.read(path))?.text,
    pack,
    today: settings.today,
    ...(options.reviews && { reviews: options.reviews }),
    ...(options.revisionTexts && { revisionTexts: options.revisionTexts }),
    ...(options.feedbackEndpoint !== undefined && { feedbackEndpoint: options.feedbackEndpoint }),
    ...(options.formats && { formats: options.formats }),
  });
  for await (const file of site) {
    yield file;
    done += 1;
    options.progress?.(Math.min(done, total), total);
  }
}
