import { type AssistantContent, approvedContent, unreviewedContent } from '../app/assistant/content.js';
import { HistoryError } from '../app/ports.js';
import { configFileName } from '../core/config/config.js';
import type { Locale } from '../core/model/locale.js';
import { openFolder } from './folder.js';
import { resolveCommit } from './git/resolve-commit.js';
import { openReviewInForce } from './reviewed-folder.js';
import { type FolderWatch, watchFolder } from './watch-folder.js';

export interface AssistantSourceOptions {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  readonly locale: Locale;
  /** ISO 8601. */
  readonly today: () => string;
}

/** What tells whether content that was read is still the content of the folder. */
interface Stand {
  readonly head: string | undefined;
  readonly config: string | undefined;
  readonly today: string;
}

interface Kept {
  readonly stand: Stand;
  readonly content: AssistantContent;
  /** Set where review is off; true once a file changed since. */
  readonly watch?: FolderWatch & { readonly hasChanged: () => boolean };
}

/** Gives the content of a knowledge base as it is when somebody asks: read once, and again when commits or files are others. */
export class AssistantSource {
  readonly #options: AssistantSourceOptions;
  #kept: Kept | undefined;
  #reading: Promise<AssistantContent> | undefined;

  constructor(options: AssistantSourceOptions) {
    this.#options = options;
  }

  /** Fails with a `HistoryError` where review is on and nobody can say what was approved. */
  current(): Promise<AssistantContent> {
    // Questions that come together wait for one reading.
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async close(): Promise<void> {
    // A reading that is under way would begin to watch after the end.
    await this.#reading?.catch(() => undefined);
    await this.#kept?.watch?.close();
    this.#kept = undefined;
  }

  async #read(): Promise<AssistantContent> {
    const { root, locale, today } = this.#options;
    const folder = await openFolder(root);
    const config = (await folder.read(configFileName))?.text;
    const stand: Stand = { head: await headOf(root), config, today: today() };
    const kept = this.#kept;
    const isSame = kept?.stand.head === stand.head && kept?.stand.config === stand.config && kept?.stand.today === stand.today;
    if (kept && isSame && !kept.watch?.hasChanged()) return kept.content;
    const settings = { locale, today: stand.today };
    const reviewed = await openReviewInForce(root, { today: stand.today });
    if (reviewed) {
      const content = await approvedContent(reviewed.opened.review, settings, kept?.content);
      this.#kept = { stand, content };
      await kept?.watch?.close();
      return content;
    }
    // Watching begins before reading, so that no change falls between the two.
    const watch = await watchChanges(root);
    try {
      const content = await unreviewedContent(folder, settings, kept?.content);
      this.#kept = { stand, content, watch };
    } catch (error) {
      await watch.close();
      throw error;
    }
    await kept?.watch?.close();
    return this.#kept.content;
  }
}

async function watchChanges(root: string): Promise<NonNullable<Kept['watch']>> {
  let hasChanged = false;
  const note = () => {
    hasChanged = true;
  };
  // What cannot be watched is read every time.
  const watch = await watchFolder(root, note, note);
  return { close: watch.close, hasChanged: () => hasChanged };
}

async function headOf(root: string): Promise<string | undefined> {
  try {
    return await resolveCommit(root, 'HEAD');
  } catch (error) {
    if (error instanceof HistoryError) return undefined;
    throw error;
  }
}
