import { affectedPaths } from '../core/affected.js';
import { type Config, configFileName, readConfig, type SupportFile } from '../core/config/config.js';
import { queriesFileName, readQueries } from '../core/config/queries.js';
import { entriesOf, type Feedback, summarize } from '../core/feedback/feedback.js';
import { usefulnessTable } from '../core/feedback/usefulness.js';
import { createKnowledgeBase, type KnowledgeBase } from '../core/knowledge-base.js';
import type { Diagnostic } from '../core/model/diagnostic.js';
import type { Locale } from '../core/model/locale.js';
import type { Playbook, SourceText } from '../core/model/playbook.js';
import type { SearchQuery, SearchResult } from '../core/model/search.js';
import { checkPlaybook, checkSupportFile, checkSupportFiles } from '../core/rules/run.js';
import { search } from '../core/search/engine.js';
import type { IndexParts } from '../core/search/index-parts.js';
import type { SearchIndex } from '../core/search/search-index.js';
import { readCustomTypes } from '../core/types/custom-type.js';
import { builtInTypes } from '../core/types/index.js';
import type { PlaybookType } from '../core/types/playbook-type.js';
import { type ShownContent, shownOn } from '../site/shown.js';
import type { FileEntry, FileSource, PlaybookStore, Progress } from './ports.js';
import { readPlaybook, readPlaybooks } from './read-playbooks.js';
import { SearchKeeper } from './search-keeper.js';

export interface SessionSettings {
  readonly locale: Locale;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  readonly progress?: Progress;
  /** Day of each playbook’s last approval or verification, by id, where review is on. */
  readonly reviewedOn?: ReadonlyMap<string, string>;
  /** Where what was read is kept for the next run. */
  readonly store?: PlaybookStore;
  /** No playbook is read but those that `update` brings; only what can be said without the others is. */
  readonly isPartial?: boolean;
}

const markdownFile = /\.(?:md|markdown)$/i;
const customTypeFile = /^schemas\/[^/]+\.(?:schema\.json|outline\.ya?ml)$/;

/** A file that is new or has another text, or that is gone. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Absent if the file is gone. */
  readonly source?: SourceText | undefined;
}

export interface SessionUpdate {
  /** Playbooks whose problems may have changed, those that are gone included; in path order. */
  readonly affected: readonly string[];
  /** The config or a custom type changed, by which everything is read: nothing was taken in, open a new session. */
  readonly needsReopening: boolean;
}

/**
 * Reads every file of a knowledge base. One that cannot be read becomes a playbook with a problem; the rest goes on.
 * What an earlier session has read of the same text is not read again.
 */
export async function openSession(files: FileSource, settings: SessionSettings, earlier?: Session): Promise<Session> {
  const setup = await readSetup(files);
  const { config } = setup;
  const language = config.defaultLanguage;
  const isReadAlike = earlier?.knowledgeBase.config.defaultLanguage === language;
  const playbooks = await readPlaybooks(files, settings.isPartial ? [] : setup.playbookPaths, {
    language,
    progress: settings.progress,
    store: settings.store,
    earlier: earlier && (isReadAlike ? earlier.knowledgeBase.playbooks : new Map()),
  });
  const knowledgeBase = createKnowledgeBase({
    config,
    playbooks,
    types: setup.types,
    files: setup.otherPaths,
    supportFiles: setup.supportFiles,
    feedback: await readFeedback(files),
    ...(files.fileFor && { fileFor: files.fileFor }),
    ...(files.pageFor && { pageFor: files.pageFor }),
  });
  return new Session(files, settings, knowledgeBase, setup.leftOut);
}

/** What imported feedback says, as far as there is any. */
export async function readFeedback(files: FileSource): Promise<Feedback> {
  return summarize(entriesOf((await files.feedback?.()) ?? []));
}

/** What has to be known before the first playbook can be read. */
export interface Setup {
  readonly config: Config;
  readonly types: readonly PlaybookType[];
  readonly supportFiles: readonly SupportFile[];
  /** In path order. */
  readonly playbookPaths: readonly string[];
  readonly otherPaths: readonly string[];
  readonly leftOut: readonly FileEntry[];
}

export async function readSetup(files: FileSource): Promise<Setup> {
  const entries = await files.list();
  const paths = new Set(entries.filter((entry) => !isLeftOut(entry)).map((entry) => entry.path));
  const { config, file } = readConfig(paths.has(configFileName) ? (await files.read(configFileName))?.text : undefined);
  const custom = await readTypes(files, [...paths]);
  const queries = paths.has(queriesFileName) ? await files.read(queriesFileName) : undefined;
  const isPlaybook = (path: string) => isPlaybookPath(path, config);
  return {
    config,
    types: [...builtInTypes, ...custom.types],
    supportFiles: [...(file ? [file] : []), ...custom.files, ...(queries ? [readQueries(queries.text).file] : [])],
    playbookPaths: [...paths].filter(isPlaybook),
    otherPaths: [...paths].filter((path) => !isPlaybook(path)),
    leftOut: entries.filter(isLeftOut),
  };
}

function isPlaybookPath(path: string, { content }: Config): boolean {
  return markdownFile.test(path) && path.startsWith(content === '' ? '' : `${content}/`);
}

function isLeftOut({ outside, unreadable }: FileEntry): boolean {
  return outside === true || unreadable === true;
}

async function readTypes(files: FileSource, paths: readonly string[]) {
  const found: { path: string; text: string }[] = [];
  for (const path of paths.filter((candidate) => customTypeFile.test(candidate))) {
    const source = await files.read(path);
    if (source) found.push({ path, text: source.text });
  }
  return readCustomTypes(found);
}

/** What agents see on a day of a knowledge base, and the index of that alone once it was searched. */
interface Shown {
  readonly of: KnowledgeBase;
  readonly today: string;
  readonly content: ShownContent;
  index?: SearchIndex;
}

/** The one mutable thing: a knowledge base as it is now, with what follows from it computed once. */
export class Session {
  #settings: SessionSettings;
  /** Links that leave the knowledge base, and folders that may not be read. */
  readonly leftOut: readonly FileEntry[];
  readonly #files: FileSource;
  #knowledgeBase: KnowledgeBase;
  readonly #searchKeeper = new SearchKeeper();
  #shown: Shown | undefined;

  constructor(files: FileSource, settings: SessionSettings, knowledgeBase: KnowledgeBase, leftOut: readonly FileEntry[]) {
    this.#settings = settings;
    this.leftOut = leftOut;
    this.#files = files;
    this.#knowledgeBase = knowledgeBase;
  }

  get settings(): SessionSettings {
    return this.#settings;
  }

  /** Days of last approvals became known, or review was switched off. Gives the playbooks whose problems may differ. */
  setReviewDays(reviewedOn: ReadonlyMap<string, string> | undefined): readonly string[] {
    const { reviewedOn: before, ...settings } = this.#settings;
    this.#settings = { ...settings, ...(reviewedOn && { reviewedOn }) };
    return [...this.#knowledgeBase.playbooks.values()].flatMap(({ id, path, fields }) => {
      const day = (days: ReadonlyMap<string, string> | undefined) => (days ? (days.get(id) ?? '') : fields.reviewedOn);
      return fields.reviewEvery !== undefined && day(before) !== day(reviewedOn) ? [path] : [];
    });
  }

  get knowledgeBase(): KnowledgeBase {
    return this.#knowledgeBase;
  }

  get files(): FileSource {
    return this.#files;
  }

  /** Takes changes of files in, saved or not, all at once: a move is one file gone and one new. Only those files are read. */
  update(...changes: readonly FileChange[]): SessionUpdate {
    const before = this.#knowledgeBase;
    const { config } = before;
    if (changes.some(({ path }) => path === configFileName || customTypeFile.test(path))) return { affected: [], needsReopening: true };
    const playbooks = new Map<string, Playbook | undefined>();
    const otherFiles = new Map<string, boolean>();
    let { supportFiles } = before;
    for (const { path, source } of changes) {
      if (isPlaybookPath(path, config))
        playbooks.set(path, source && readPlaybook(before.playbooks.get(path), path, source, config.defaultLanguage));
      else otherFiles.set(path, source !== undefined);
      if (path === queriesFileName) {
        const others = supportFiles.filter((file) => file.path !== path);
        supportFiles = source ? [...others, readQueries(source.text).file] : others;
      }
    }
    const isOther = [...otherFiles].some(([path, exists]) => before.files.has(path) !== exists);
    const filesNow = () => [...before.files, ...otherFiles.keys()].filter((path) => otherFiles.get(path) ?? true);
    this.#knowledgeBase = before.with({ playbooks, supportFiles, ...(isOther && { files: filesNow() }) });
    this.#searchKeeper.update(this.#knowledgeBase, withEmbedders(before, this.#knowledgeBase, [...playbooks.keys()]));
    const affected = affectedPaths(
      before,
      this.#knowledgeBase,
      changes.map(({ path }) => path),
    );
    return {
      affected: affected.filter((path) => before.playbooks.has(path) || this.#knowledgeBase.playbooks.has(path)),
      needsReopening: false,
    };
  }

  /** Feedback was imported, or came with a change of the folder: problems of any playbook may differ. */
  async updateFeedback(): Promise<void> {
    const feedback = await readFeedback(this.#files);
    if (usefulnessTable(feedback) !== usefulnessTable(this.#knowledgeBase.feedback)) this.#searchKeeper.forget();
    this.#knowledgeBase = this.#knowledgeBase.with({ feedback });
  }

  /** Problems of one playbook. */
  checkPlaybook(path: string): readonly Diagnostic[] {
    const playbook = this.#knowledgeBase.playbooks.get(path);
    return playbook ? checkPlaybook(this.#knowledgeBase, playbook, this.settings) : [];
  }

  /** Problems of the config, of a custom type or of expected search results. */
  checkSupportFile(path: string): readonly Diagnostic[] {
    const file = this.#knowledgeBase.supportFiles.find((candidate) => candidate.path === path);
    return file ? checkSupportFile(this.#knowledgeBase, file, this.settings, (query) => this.search(query)) : [];
  }

  /** All problems, by path and place; first those of the config, of custom types and of expected search results. */
  check(progress?: Progress): readonly Diagnostic[] {
    const found = [...checkSupportFiles(this.#knowledgeBase, this.settings, (query) => this.search(query))];
    const { playbooks } = this.#knowledgeBase;
    let done = 0;
    for (const playbook of playbooks.values()) {
      found.push(...checkPlaybook(this.#knowledgeBase, playbook, this.settings));
      done += 1;
      progress?.(done, playbooks.size);
    }
    return found;
  }

  /** Whether a search can be answered at once; otherwise the first one has to index everything. */
  get hasSearchIndex(): boolean {
    return this.#searchKeeper.isKept;
  }

  /** Takes an index over that was written elsewhere from an earlier state of this session, and what has changed since. */
  adoptSearchIndex(from: KnowledgeBase, parts: IndexParts): void {
    const now = this.#knowledgeBase;
    // Feedback came in meanwhile: the next search indexes anew.
    if (usefulnessTable(from.feedback) !== usefulnessTable(now.feedback)) return;
    const paths = new Set([...from.playbooks.keys(), ...now.playbooks.keys()]);
    const changed = [...paths].filter((path) => from.playbooks.get(path) !== now.playbooks.get(path));
    this.adoptKeptIndex(parts, [...from.playbooks.keys()], withEmbedders(from, now, changed));
  }

  /**
   * Takes over an index whose playbooks are `paths`, in the order of their numbers. `changed` are those that are found by other
   * words by now, are new or are gone.
   */
  adoptKeptIndex(parts: IndexParts, paths: readonly string[], changed: readonly string[]): void {
    this.#searchKeeper.adopt(paths, parts);
    this.#searchKeeper.update(this.#knowledgeBase, changed);
  }

  get searchIndex(): SearchIndex {
    return this.#searchKeeper.index(this.#knowledgeBase);
  }

  search(query: SearchQuery): SearchResult {
    return search(this.searchIndex, query);
  }

  /** What agents see on a day (ISO 8601). */
  shownOn(today: string): ShownContent {
    return this.#shownOn(today).content;
  }

  /** Searches what agents see on a day and nothing else: no page out of use, nor the words of one in a page that embeds it. */
  searchShown(query: SearchQuery, today: string): SearchResult {
    const shown = this.#shownOn(today);
    shown.index ??= this.#indexOfShown(shown);
    return search(shown.index, query);
  }

  #shownOn(today: string): Shown {
    const of = this.#knowledgeBase;
    if (this.#shown?.of !== of || this.#shown.today !== today) this.#shown = { of, today, content: shownOn(of, today) };
    return this.#shown;
  }

  #indexOfShown({ of, content: { knowledgeBase } }: Shown): SearchIndex {
    if (knowledgeBase === of) return this.searchIndex;
    const hidden = [...of.playbooks.keys()].filter((path) => !knowledgeBase.playbooks.has(path));
    return this.#searchKeeper.indexOfPart(of, knowledgeBase, withEmbedders(of, knowledgeBase, hidden));
  }
}

/** What a snippet says is found through the playbooks that embed it, so they are found by other words when it changes. */
function withEmbedders(before: KnowledgeBase, now: KnowledgeBase, paths: readonly string[]): readonly string[] {
  const embedders = paths.flatMap((path) =>
    [before, now].flatMap((knowledgeBase) => {
      const playbook = knowledgeBase.playbooks.get(path);
      return playbook ? [...knowledgeBase.embeddedIn(playbook)] : [];
    }),
  );
  return [...new Set([...paths, ...embedders])];
}
