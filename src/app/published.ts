import { configFileName, readConfig } from '../core/config/config.js';
import type { SourceText } from '../core/model/playbook.js';
import { type ReviewState, type Revision, removedBlob } from '../core/model/review.js';
import { resolvePath } from '../core/paths.js';
import { idAt, readIdentity } from '../core/review/identity.js';
import { configSubject } from '../core/review/subjects.js';
import type { FileSource } from './ports.js';
import type { Review } from './review.js';

interface PublishedPage {
  readonly id: string;
  readonly path: string;
  readonly revision: Revision;
  readonly state: ReviewState;
}

export interface PublishedKnowledgeBase {
  /** Approved content as a folder of files: a session that is opened on it can know nothing else. */
  readonly files: FileSource;
  /** By path. */
  readonly pages: ReadonlyMap<string, PublishedPage>;
  /** The blob behind each file. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Whether a config was ever approved. Without one, nothing that it says reaches a page. */
  readonly hasConfig: boolean;
}

/**
 * What agents may see, computed from approvals alone: of every playbook the last approved wording, of pictures and documents
 * the versions that were approved with the page that shows them, and the last approved config and types.
 */
export async function publishedFiles(review: Review): Promise<PublishedKnowledgeBase> {
  const blobs = new Map<string, string>();
  const approved = (id: string) => review.states.get(id)?.published;
  const config = approved(configSubject);
  const hasConfig = config !== undefined && config.blob !== removedBlob;
  if (hasConfig) blobs.set(configFileName, config.blob);
  for (const [id, { published }] of review.states) {
    if (id.startsWith('playbook.schemas/') && published && published.blob !== removedBlob) blobs.set(published.path, published.blob);
  }
  const configBlob = hasConfig ? await review.readText(config.blob) : undefined;
  // Where the playbooks are is no word that anybody sees; without an approved config the committed one says it.
  const content = (hasConfig ? readConfig(configBlob).config : review.policy.config).content;
  const pages = await placePages(review, content, blobs);
  const moved = new Map<string, string>();
  for (const [path, { id }] of pages)
    for (const file of review.present.get(id) ?? []) if (!blobs.has(file.path)) moved.set(file.path, path);
  const assetPaths = placeAssets(pages, content, blobs);
  const source = new Map<string, SourceText>();
  return {
    pages,
    blobs,
    hasConfig,
    files: {
      list: async () => [...new Set([configFileName, ...blobs.keys()])].sort().map((path) => ({ path })),
      async read(path) {
        const known = source.get(path);
        if (known) return known;
        // The first question is for all texts, so that git is asked once.
        if (source.size === 0) {
          const texts = await review.history.readTexts([...blobs].filter(([name]) => isText(name)).map(([, blob]) => blob));
          for (const [name, blob] of blobs) {
            const text = texts.get(blob);
            if (text) source.set(name, text);
          }
          if (!hasConfig) source.set(configFileName, { text: `content: ${JSON.stringify(content === '' ? '.' : content)}\n` });
        }
        return source.get(path);
      },
      fileFor: (page, path) => assetPaths.get(page)?.get(path),
      pageFor: (path) => moved.get(path),
    },
  };
}

function isText(path: string): boolean {
  return /\.(?:md|markdown|ya?ml|json|svg)$/i.test(path);
}

/**
 * Every published wording at a path of its own: where it was approved. Names of files and folders reach machine-readable files of
 * the site, so a move that nobody approved changes none; links to the new place lead to the page all the same.
 */
async function placePages(review: Review, content: string, blobs: Map<string, string>): Promise<ReadonlyMap<string, PublishedPage>> {
  const chosen: PublishedPage[] = [];
  for (const [id, state] of review.states) {
    const revision = state.published;
    if (
      !revision ||
      revision.blob === removedBlob ||
      id === configSubject ||
      id.startsWith('playbook.codeowners') ||
      id.startsWith('playbook.schemas/')
    ) {
      continue;
    }
    chosen.push({ id, path: revision.path, revision, state });
  }
  const texts = await review.readTexts(chosen.map(({ revision }) => revision.blob));
  const prefix = content === '' ? '' : `${content}/`;
  const pages = new Map<string, PublishedPage>();
  // A file that is still at its place has the first claim to it.
  const isInPlace = ({ id, path }: PublishedPage) => review.present.get(id)?.some((file) => file.path === path) ?? false;
  for (const page of [...chosen].sort((a, b) => Number(isInPlace(b)) - Number(isInPlace(a)) || (a.id < b.id ? -1 : 1))) {
    const text = texts.get(page.revision.blob);
    if (text === undefined || !page.path.startsWith(prefix)) continue;
    const path = blobs.has(page.path) ? beside(page.path, page.revision.blob) : page.path;
    // What is approved under a name must bear it, at the place where it is shown too.
    if (idAt(path, readIdentity(text)) !== page.id) continue;
    blobs.set(path, page.revision.blob);
    pages.set(path, { ...page, path });
  }
  return pages;
}

/** Another name in the same folder, so that links from it lead where they led. */
function beside(path: string, blob: string): string {
  return path.replace(/(\.[^./]*)?$/, (extension) => `.${blob.slice(0, 8)}${extension}`);
}

/**
 * Gives each version of a picture or document a path, and says which one a page shows. Two pages may have been approved with
 * different versions of one file; then each shows its own.
 */
function placeAssets(
  pages: ReadonlyMap<string, PublishedPage>,
  content: string,
  blobs: Map<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const shown = new Map<string, Map<string, string>>();
  for (const [page, { revision }] of pages) {
    const own = new Map<string, string>();
    shown.set(page, own);
    for (const [target, blob] of Object.entries(revision.assets)) {
      const path = resolvePath(page, target, content);
      if (path === undefined || path === '') continue;
      const taken = blobs.get(path);
      const place = taken === undefined || taken === blob ? path : beside(path, blob);
      blobs.set(place, blob);
      own.set(path, place);
    }
  }
  return shown;
}
