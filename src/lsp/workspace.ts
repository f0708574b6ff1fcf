import { basename, dirname, join, relative, sep } from 'node:path';
import type { Progress } from '../app/ports.js';
import { configFileName } from '../core/config/config.js';
import { openFolder } from '../node/folder.js';
import { OpenFolder, type OpenFolderSettings, type OpenText, pathOfUri } from './open-folder.js';

/** A file of one of the knowledge bases in the workspace. */
export interface WorkspaceFile {
  readonly folder: OpenFolder;
  /** Relative to the knowledge base, with `/`. */
  readonly path: string;
}

export interface WorkspaceEvents {
  /** A knowledge base has been read, or read anew: everything about it may differ. */
  readonly opened: (folder: OpenFolder) => void;
  readonly closed: (folder: OpenFolder) => void;
  /** Problems of these playbooks may differ; the paths include changed files that are no playbooks. */
  readonly changed: (folder: OpenFolder, affected: readonly string[]) => void;
  readonly failed: (workspaceFolder: string, error: unknown) => void;
}

/** Shows the user that something takes a while, until `done`. */
export type BeginProgress = () => Promise<{ readonly report: Progress; readonly done: () => void }>;

/** After the config changed, wait this long in milliseconds for more keystrokes. */
const quietTime = 250;

/**
 * All knowledge bases of the workspace: each folder below a workspace folder that has a config, or the workspace folder itself
 * where none has. Nothing outside the workspace folders is read, so a config above them does not count.
 */
export class Workspace {
  readonly #settings: () => OpenFolderSettings;
  readonly #events: WorkspaceEvents;
  readonly #progress: BeginProgress;
  readonly #texts = new Map<string, OpenText>();
  /** By workspace folder, as the client names it. */
  readonly #folders = new Map<string, readonly OpenFolder[]>();
  readonly #reopenings = new Map<OpenFolder, { timer?: NodeJS.Timeout; running?: Promise<void>; again: boolean }>();
  #beginning: Promise<unknown> = Promise.resolve();
  #opening: Promise<void> = Promise.resolve();

  constructor(settings: () => OpenFolderSettings, events: WorkspaceEvents, progress: BeginProgress) {
    this.#settings = settings;
    this.#events = events;
    this.#progress = progress;
  }

  /** Resolves when every folder asked for so far has been read. */
  get ready(): Promise<void> {
    return this.#opening;
  }

  /** Resolves when texts in every folder asked for so far can be checked, at least by themselves. */
  get begun(): Promise<unknown> {
    return this.#beginning;
  }

  get folders(): readonly OpenFolder[] {
    return [...this.#folders.values()].flat();
  }

  /** Opens and closes workspace folders, by address; one after the other. */
  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const beginning = this.#opening.then(async () => {
      for (const uri of removed) this.#close(uri);
      const begun = [];
      for (const uri of added) if (await this.#begin(uri)) begun.push(uri);
      return begun;
    });
    this.#beginning = beginning;
    this.#opening = beginning.then(async (begun) => {
      for (const uri of begun) await this.#readAll(uri);
      for (const folder of this.folders) {
        const { needsReopening } = folder.takeChanges();
        // What cannot be read again stays as it was read.
        if (needsReopening) await folder.reopen().catch((error: unknown) => this.#events.failed(folder.root, error));
      }
      for (const uri of begun) for (const folder of this.#folders.get(uri) ?? []) this.#events.opened(folder);
    });
    return this.#opening;
  }

  #close(uri: string): void {
    for (const folder of this.#folders.get(uri) ?? []) this.#events.closed(folder);
    this.#folders.delete(uri);
  }

  /** Finds the knowledge bases of a workspace folder. Texts in them that are open are checked by themselves from now on. */
  async #begin(uri: string): Promise<boolean> {
    const path = pathOfUri(uri);
    if (path === undefined || this.#folders.has(uri)) return false;
    try {
      this.#folders.set(uri, []);
      const folders = await this.#findAll(path);
      this.#folders.set(uri, folders);
      for (const text of this.#texts.values()) this.#assign(text);
      for (const folder of folders) this.#events.changed(folder, folder.openPaths);
      return true;
    } catch (error) {
      this.#events.failed(path, error);
      return false;
    }
  }

  /** Reads the knowledge bases of a workspace folder. One that cannot be read is closed. */
  async #readAll(uri: string): Promise<void> {
    try {
      const progress = await this.#progress();
      try {
        for (const folder of this.#folders.get(uri) ?? []) await folder.readAll(progress.report);
      } finally {
        progress.done();
      }
    } catch (error) {
      this.#close(uri);
      this.#folders.set(uri, []);
      this.#events.failed(pathOfUri(uri) ?? uri, error);
    }
  }

  async #findAll(path: string): Promise<readonly OpenFolder[]> {
    const top = await openFolder(path);
    const entries = await top.list();
    if (entries.some((entry) => entry.unreadable && entry.path === '')) throw new Error('EACCES');
    const configs = entries.filter((entry) => basename(entry.path) === configFileName && !entry.outside).map((entry) => entry.path);
    const roots = configs.length === 0 ? ['.'] : configs.map((config) => dirname(config));
    const found: OpenFolder[] = [];
    for (const root of roots) {
      const absolute = root === '.' ? path : join(path, root);
      const folder = root === '.' ? top : await openFolder(absolute);
      found.push(await OpenFolder.begin(absolute, folder, this.#settings));
    }
    return found;
  }

  /** The innermost knowledge base that a file belongs to. */
  fileAt(uri: string): WorkspaceFile | undefined {
    const candidates = this.folders.flatMap((folder) => {
      const path = folder.pathOf(uri);
      return path === undefined ? [] : [{ folder, path }];
    });
    return candidates.sort((a, b) => a.path.length - b.path.length)[0];
  }

  /** The knowledge base whose root this is, or that a file belongs to. */
  folderAt(uri: string): OpenFolder | undefined {
    const path = pathOfUri(uri);
    const root = path === undefined ? undefined : join(path);
    return this.folders.find((folder) => join(folder.root) === root || `${join(folder.root)}${sep}` === root) ?? this.fileAt(uri)?.folder;
  }

  /** Whether this knowledge base is the innermost that has the file. */
  owns(folder: OpenFolder, path: string): boolean {
    const inner = this.folders.filter((other) => other !== folder && other.root.startsWith(folder.root + sep));
    return inner.every((other) => !path.startsWith(`${relative(folder.root, other.root).split(sep).join('/')}/`));
  }

  setText(text: OpenText): void {
    this.#texts.set(text.uri, text);
    this.#assign(text);
  }

  async closeText(uri: string): Promise<void> {
    this.#texts.delete(uri);
    await Promise.all(
      this.folders.map(async (folder) => {
        const path = folder.pathOf(uri);
        if (path === undefined) return;
        await folder.closeText(path);
        this.#events.changed(folder, [path]);
      }),
    );
  }

  #assign(text: OpenText): void {
    for (const folder of this.folders) {
      const path = folder.pathOf(text.uri);
      if (path !== undefined) folder.setText(path, text);
    }
  }

  /** Files changed on disk. */
  async readAgain(uris: readonly string[]): Promise<void> {
    await this.ready;
    for (const folder of this.folders) {
      if (uris.some((uri) => folder.holdsFeedback(uri))) {
        await folder.session.updateFeedback();
        this.#events.opened(folder);
      }
      const paths = uris.flatMap((uri) => folder.pathOf(uri) ?? []);
      if (paths.length === 0) continue;
      if (await folder.readAgain(paths)) this.#events.opened(folder);
      else this.#events.changed(folder, []);
    }
  }

  /** Takes in what has changed in a knowledge base, before anything is asked about it. */
  takeChanges(folder: OpenFolder): void {
    const { affected, needsReopening } = folder.takeChanges();
    if (affected.length > 0) this.#events.changed(folder, affected);
    // One that is still to be read will be by what counts then.
    if (folder.isWhole && (needsReopening || folder.isOutdated)) this.#reopenSoon(folder);
  }

  #reopenSoon(folder: OpenFolder): void {
    const state = this.#reopenings.get(folder) ?? { again: false };
    this.#reopenings.set(folder, state);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => {
      if (state.running) {
        state.again = true;
        return;
      }
      state.running = folder
        .reopen()
        .catch((error: unknown) => this.#events.failed(folder.root, error))
        .then(() => {
          delete state.running;
          this.#events.opened(folder);
          if (!state.again) return;
          state.again = false;
          this.#reopenSoon(folder);
        });
    }, quietTime);
  }
}
