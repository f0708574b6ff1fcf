import { type Config, configFileName, readConfig, type SupportFile } from '../core/config/config.js';
import { queriesFileName, readQueries } from '../core/config/queries.js';
import { createKnowledgeBase, type KnowledgeBase } from '../core/knowledge-base.js';
import type { Diagnostic } from '../core/model/diagnostic.js';
import type { Locale } from '../core/model/locale.js';
import type { Playbook } from '../core/model/playbook.js';
import type { SearchQuery, SearchResult } from '../core/model/search.js';
import { parsePlaybook } from '../core/parse/playbook.js';
import { checkPlaybook, checkSupportFiles } from '../core/rules/run.js';
import { searchDocuments } from '../core/search/documents.js';
import { createSearchIndex, type SearchIndex, search } from '../core/search/engine.js';
import { readCustomTypes } from '../core/types/custom-type.js';
import { builtInTypes } from '../core/types/index.js';
import type { PlaybookType } from '../core/types/playbook-type.js';
import type { FileEntry, FileSource, Progress } from './ports.js';

export interface SessionSettings {
  readonly locale: Locale;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  readonly progress?: Progress;
}

/** Files read at the same time, so that the disk is never waited for one by one. */
const readTogether = 64;
const markdownFile = /\.(?:md|markdown)$/i;
const customTypeFile = /^schemas\/[^/]+\.(?:schema\.json|outline\.ya?ml)$/;

/** Reads every file of a knowledge base. One that cannot be read becomes a playbook with a problem; the rest goes on. */
export async function openSession(files: FileSource, settings: SessionSettings): Promise<Session> {
  const entries = await files.list();
  const paths = new Set(entries.filter((entry) => !isLeftOut(entry)).map((entry) => entry.path));
  const { config, file } = readConfig(paths.has(configFileName) ? (await files.read(configFileName))?.text : undefined);
  const custom = await readTypes(files, [...paths]);
  const queries = paths.has(queriesFileName) ? await files.read(queriesFileName) : undefined;
  const contentPrefix = config.content === '' ? '' : `${config.content}/`;
  const isPlaybook = (path: string) => markdownFile.test(path) && path.startsWith(contentPrefix);
  const playbookPaths = [...paths].filter(isPlaybook);
  const playbooks = new Map<string, Playbook>();
  for (let start = 0; start < playbookPaths.length; start += readTogether) {
    const batch = playbookPaths.slice(start, start + readTogether);
    const sources = await Promise.all(batch.map((path) => files.read(path)));
    for (const [index, path] of batch.entries()) {
      playbooks.set(path, parsePlaybook(path, sources[index] ?? { text: '', unreadable: true }, config.defaultLanguage));
      settings.progress?.(playbooks.size, playbookPaths.length);
    }
  }
  return new Session(files, settings, {
    config,
    playbooks,
    types: [...builtInTypes, ...custom.types],
    otherFiles: [...paths].filter((path) => !isPlaybook(path)),
    supportFiles: [...(file ? [file] : []), ...custom.files, ...(queries ? [readQueries(queries.text).file] : [])],
    leftOut: entries.filter(isLeftOut),
  });
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

interface SessionState {
  readonly config: Config;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly types: readonly PlaybookType[];
  readonly otherFiles: readonly string[];
  readonly supportFiles: readonly SupportFile[];
  readonly leftOut: readonly FileEntry[];
}

/** The one mutable thing: a knowledge base as it is now, with what follows from it computed once. */
export class Session {
  readonly settings: SessionSettings;
  readonly #files: FileSource;
  #state: SessionState;
  #knowledgeBase: KnowledgeBase;
  #searchIndex: SearchIndex | undefined;

  constructor(files: FileSource, settings: SessionSettings, state: SessionState) {
    this.settings = settings;
    this.#files = files;
    this.#state = state;
    this.#knowledgeBase = build(state);
  }

  get knowledgeBase(): KnowledgeBase {
    return this.#knowledgeBase;
  }

  get files(): FileSource {
    return this.#files;
  }

  /** Links that leave the knowledge base, and folders that may not be read. */
  get leftOut(): readonly FileEntry[] {
    return this.#state.leftOut;
  }

  /** Takes the new text of one playbook, saved or not. */
  update(path: string, text: string): void {
    const playbooks = new Map(this.#state.playbooks);
    playbooks.set(path, parsePlaybook(path, { text }, this.#state.config.defaultLanguage));
    this.#state = { ...this.#state, playbooks };
    this.#knowledgeBase = build(this.#state);
    this.#searchIndex = undefined;
  }

  /** Problems of one playbook. */
  checkPlaybook(path: string): readonly Diagnostic[] {
    const playbook = this.#knowledgeBase.playbooks.get(path);
    return playbook ? checkPlaybook(this.#knowledgeBase, playbook, this.settings) : [];
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

  get searchIndex(): SearchIndex {
    this.#searchIndex ??= createSearchIndex(searchDocuments(this.#knowledgeBase));
    return this.#searchIndex;
  }

  search(query: SearchQuery): SearchResult {
    return search(this.searchIndex, query);
  }
}

function build(state: SessionState): KnowledgeBase {
  return createKnowledgeBase({
    config: state.config,
    playbooks: state.playbooks.values(),
    types: state.types,
    files: state.otherFiles,
    supportFiles: state.supportFiles,
  });
}
