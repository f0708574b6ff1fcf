import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileEntry, FileSource, Progress } from '../app/ports.js';
import { type FileChange, openSession, type Session } from '../app/session.js';
import { feedbackFolder } from '../core/feedback/feedback.js';
import type { Locale } from '../core/model/locale.js';
import type { SourceText } from '../core/model/playbook.js';
import type { Folder } from '../node/folder.js';
import { isIgnoredPath } from '../node/folder.js';
import { createIndexStore } from '../node/index-store.js';
import { createPlaybookStore } from '../node/playbook-store.js';
import type { TextFile } from './convert.js';
import { prepareSearch } from './search-index.js';

/** A text that the editor has open, saved or not. */
export interface OpenText {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

export interface OpenFolderSettings {
  readonly locale: Locale;
  readonly today: string;
}

/** Path of a `file:` address; undefined for any other. */
export function pathOfUri(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One knowledge base of the workspace, as it is in the editor: texts that are open stand for the files on disk. Changes are
 * gathered and taken in when somebody asks, so that many keystrokes cost one reading.
 */
export class OpenFolder {
  /** Absolute, as the client names it; on disk it may be a link. */
  readonly root: string;
  readonly #folder: Folder;
  readonly #texts = new Map<string, OpenText>();
  readonly #waiting = new Map<string, FileChange>();
  /** What was taken in since a reopening began, which the new session has not seen. */
  readonly #sinceReopening = new Map<string, FileChange>();
  readonly #settings: () => OpenFolderSettings;
  /** The config and types that changed since the session was opened, and whether each is there. */
  readonly #settingsFiles = new Map<string, boolean>();
  #session: Session;
  readonly #preparingSearch = new Map<Session, Promise<void>>();
  #isReopening = false;
  #reopening: Promise<void> = Promise.resolve();

  private constructor(root: string, folder: Folder, settings: () => OpenFolderSettings, session: Session) {
    this.root = root;
    this.#folder = folder;
    this.#settings = settings;
    this.#session = session;
  }

  /**
   * Reads the config and the types, so that texts which are opened can be checked by themselves until `readAll` has read the
   * others. `settings` is asked again whenever the folder is opened anew.
   */
  static async begin(root: string, folder: Folder, settings: () => OpenFolderSettings): Promise<OpenFolder> {
    return new OpenFolder(root, folder, settings, await openSession(folder, { ...settings(), isPartial: true }));
  }

  get session(): Session {
    return this.#session;
  }

  /** Whether all playbooks are known, not only those that are open. */
  get isWhole(): boolean {
    return !this.#session.settings.isPartial;
  }

  /** Whether an address is that of imported feedback, or of a folder that holds it. */
  holdsFeedback(uri: string): boolean {
    const absolute = pathOfUri(uri);
    const path = absolute === undefined ? '' : relative(this.root, absolute).split(sep).join('/');
    return path === feedbackFolder || path.startsWith(`${feedbackFolder}/`) || (path !== '' && feedbackFolder.startsWith(`${path}/`));
  }

  /** Path relative to the root, with `/`, of an address below it that may hold content. */
  pathOf(uri: string): string | undefined {
    const absolute = pathOfUri(uri);
    if (absolute === undefined) return undefined;
    const path = relative(this.root, absolute);
    if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined;
    const inside = path.split(sep).join('/');
    return isIgnoredPath(inside) || this.#session.leftOut.some((entry) => entry.path === inside) ? undefined : inside;
  }

  /** Address of the root, without a slash at its end. */
  get rootUri(): string {
    return pathToFileURL(this.root).href.replace(/\/$/, '');
  }

  uriOf(path: string): string {
    return this.#texts.get(path)?.uri ?? pathToFileURL(join(this.root, path)).href;
  }

  openText(path: string): OpenText | undefined {
    return this.#texts.get(path);
  }

  get openPaths(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** A playbook, the config, a type or expected search results, as text. */
  textFile(path: string): TextFile | undefined {
    const { playbooks, supportFiles } = this.#session.knowledgeBase;
    return playbooks.get(path) ?? supportFiles.find((file) => file.path === path);
  }

  /** A text was opened or changed in the editor. */
  setText(path: string, text: OpenText): void {
    this.#texts.set(path, text);
    this.#waiting.set(path, { path, source: { text: withoutByteOrderMark(text.text) } });
  }

  /** A text was closed: what is on disk counts again. */
  async closeText(path: string): Promise<void> {
    this.#texts.delete(path);
    await this.readAgain([path]);
  }

  /** The files known at a path: itself, or all below it where it is a folder. */
  pathsAt(path: string): readonly string[] {
    const { playbooks, files } = this.#session.knowledgeBase;
    if (playbooks.has(path) || files.has(path)) return [path];
    return [...playbooks.keys(), ...files].filter((known) => known.startsWith(`${path}/`));
  }

  /**
   * Files or folders changed on disk; what is open in the editor stays as it is there. True if everything had to be read, since
   * nobody says what is in a folder that came.
   */
  async readAgain(changed: readonly string[]): Promise<boolean> {
    const paths = [...new Set(changed.flatMap((path) => [path, ...this.pathsAt(path)]))];
    const unknown = changed.filter((path) => this.pathsAt(path).length === 0);
    const isFolder = await Promise.all(
      unknown.map((path) =>
        stat(join(this.root, path)).then(
          (found) => found.isDirectory(),
          () => false,
        ),
      ),
    );
    if (isFolder.includes(true)) {
      await this.readAll();
      return true;
    }
    const sources = await Promise.all(paths.map((path) => this.#folder.read(path)));
    for (const [index, path] of paths.entries()) {
      if (!this.#texts.has(path)) this.#waiting.set(path, { path, source: sources[index] });
    }
    return false;
  }

  /** Takes in what has changed. `affected` are playbooks whose problems may differ; `needsReopening` asks for `reopen`. */
  takeChanges(): { readonly affected: readonly string[]; readonly needsReopening: boolean } {
    if (this.#waiting.size === 0) return { affected: [], needsReopening: false };
    const changes = [...this.#waiting.values()];
    this.#waiting.clear();
    if (this.#isReopening) for (const change of changes) this.#sinceReopening.set(change.path, change);
    const update = this.#session.update(...changes);
    if (!update.needsReopening) return update;
    // The config or a type among them does not keep the others from being taken in.
    const affected = changes.flatMap((change) => {
      const { affected: paths, needsReopening } = this.#session.update(change);
      if (needsReopening) this.#settingsFiles.set(change.path, change.source !== undefined);
      return paths;
    });
    return { affected, needsReopening: true };
  }

  /** Resolves when a search can be answered without indexing everything first. */
  async searchReady(): Promise<void> {
    const session = this.#session;
    if (session.hasSearchIndex) return;
    const preparing =
      this.#preparingSearch.get(session) ?? prepareSearch(session, createIndexStore(this.#folder.root)).catch(() => undefined);
    this.#preparingSearch.set(session, preparing);
    await preparing;
    this.#preparingSearch.delete(session);
  }

  /** Whether the session is of another day than today. */
  get isOutdated(): boolean {
    return this.#session.settings.today !== this.#settings().today;
  }

  /** Reads the config and types anew, and with them what depends on them. Texts already known are not read from disk again. */
  reopen(): Promise<void> {
    return this.#openAnew(() => this.#knownFiles());
  }

  /** Lists and reads everything from disk, the first time and when nobody tells which files change. */
  readAll(progress?: Progress): Promise<void> {
    const files = () => ({ list: this.#folder.list, read: (path: string) => this.#readText(path), feedback: this.#folder.feedback });
    return this.#openAnew(files, progress);
  }

  /** One after the other. What is taken in meanwhile is taken in again by the new session. */
  #openAnew(files: () => FileSource, progress?: Progress): Promise<void> {
    const opened = this.#reopening.then(async () => {
      this.#isReopening = true;
      try {
        const settings = { ...this.#settings(), ...(progress && { progress }) };
        const before = this.#session;
        const fresh = this.isWhole
          ? await openSession(files(), settings, before)
          : await openSession(files(), { ...settings, store: createPlaybookStore(this.#folder.root) });
        fresh.setReviewDays(before.settings.reviewedOn);
        this.#session = fresh;
      } finally {
        this.#isReopening = false;
        for (const [path, change] of this.#sinceReopening) if (!this.#waiting.has(path)) this.#waiting.set(path, change);
        this.#sinceReopening.clear();
      }
    });
    this.#reopening = opened.catch(() => undefined);
    return opened;
  }

  async #readText(path: string): Promise<SourceText | undefined> {
    const open = this.#texts.get(path);
    return open ? { text: withoutByteOrderMark(open.text) } : this.#folder.read(path);
  }

  /** Everything the session knows, as a source of files. */
  #knownFiles(): FileSource {
    const { knowledgeBase, leftOut } = this.#session;
    const { playbooks, files } = knowledgeBase;
    const known = new Set([...playbooks.keys(), ...files]);
    for (const [path, exists] of this.#settingsFiles) {
      if (exists) known.add(path);
      else known.delete(path);
    }
    this.#settingsFiles.clear();
    const entries: FileEntry[] = [...[...known].sort().map((path) => ({ path })), ...leftOut];
    return {
      list: async () => entries,
      feedback: this.#folder.feedback,
      read: async (path) => {
        const playbook = playbooks.get(path);
        const isWhole = playbook?.problems.every(({ code }) => code !== 'unparsable-file');
        return playbook && isWhole ? { text: playbook.text } : this.#readText(path);
      },
    };
  }

  /** Whether the editor has another text than the disk. Of a file that is gone the editor may go on showing the text. */
  async isUnsaved(path: string): Promise<boolean> {
    const open = this.#texts.get(path);
    if (!open) return false;
    const written = await this.#folder.read(path);
    return written !== undefined && written.text !== withoutByteOrderMark(open.text);
  }

  /** Reads a file of the folder that is no playbook, such as a picture for a preview. */
  readFile(path: string): Promise<SourceText | undefined> {
    return this.#readText(path);
  }
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
