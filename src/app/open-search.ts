import type { Config } from '../core/config/config.js';
import { queriesFileName } from '../core/config/queries.js';
import type { Feedback } from '../core/feedback/feedback.js';
import { usefulnessTable } from '../core/feedback/usefulness.js';
import { createKnowledgeBase, type KnowledgeBase } from '../core/knowledge-base.js';
import { lifeOn, type Validity } from '../core/life.js';
import type { Playbook, SourceText } from '../core/model/playbook.js';
import type { SearchQuery, SearchResult } from '../core/model/search.js';
import { gitBlob } from '../core/parse/blob.js';
import { parsePlaybook } from '../core/parse/playbook.js';
import { searchDocuments } from '../core/search/documents.js';
import { search } from '../core/search/engine.js';
import type { IndexParts } from '../core/search/index-parts.js';
import { openIndex, rowOf, type SearchIndex, updateIndex } from '../core/search/search-index.js';
import { writeIndex } from '../core/search/write-index.js';
import type { PlaybookType } from '../core/types/playbook-type.js';
import type { FileEntry, FileSource, IndexStore } from './ports.js';
import { readAll } from './read-playbooks.js';
import { openSession, readFeedback, readSetup, type Session, type SessionSettings, type Setup } from './session.js';

/** What searching needs of a knowledge base. */
export interface OpenSearch {
  readonly config: Config;
  readonly types: ReadonlyMap<string, PlaybookType>;
  readonly playbooks: number;
  readonly hasSupportFiles: boolean;
  readonly leftOut: readonly FileEntry[];
  /** Types and languages that playbooks have. */
  readonly used: { readonly types: ReadonlySet<string>; readonly languages: ReadonlySet<string> };
  readonly search: (query: SearchQuery) => SearchResult;
  /** How the playbook of a file stands on a day (ISO 8601): whoever writes finds what agents no longer see, too. */
  readonly validityOn: (path: string, today: string) => Validity;
}

/** Of which texts an index was written. */
interface Manifest {
  /** The config and the types, by which texts are read. */
  readonly setup: string;
  /** In the order of their numbers in the index. */
  readonly playbooks: readonly ManifestEntry[];
}

interface ManifestEntry {
  readonly path: string;
  /** Git's name of its content. */
  readonly blob: string;
  readonly id: string;
  /** Ids of the snippets that it embeds. */
  readonly includes: readonly string[];
}

/** With more files changed than these, everything is read and the index written anew. */
const mostChanges = 100;

/**
 * Opens a knowledge base for searching. Where its index was kept from an earlier run, only files that changed since are
 * parsed; otherwise the index is written and kept.
 */
export async function openSearch(files: FileSource, settings: SessionSettings, store: IndexStore): Promise<OpenSearch> {
  const setup = await readSetup(files);
  const sources = new Map<string, SourceText>();
  await readAll(files, setup.playbookPaths, (path, source) => sources.set(path, source));
  const feedback = await readFeedback(files);
  const kept = await loadKept(store, { supportFiles: setup.supportFiles, feedback });
  const index = kept && bringUpToDate(kept, setup, sources, feedback);
  if (index) return describe(setup, index, sources);
  const session = await openSession({ ...files, read: async (path) => sources.get(path) ?? files.read(path) }, settings);
  const parts = writeIndex(searchDocuments(session.knowledgeBase));
  await store.save(JSON.stringify(manifestOf(session.knowledgeBase)), parts);
  session.adoptSearchIndex(session.knowledgeBase, parts);
  return describe(setup, session.searchIndex, sources);
}

/**
 * Gives a session the index that was kept, with the few files that changed since; else the one that `write` gives, which is
 * kept.
 */
export async function settleSearch(
  session: Session,
  store: IndexStore,
  write: (knowledgeBase: KnowledgeBase) => Promise<ReadonlyMap<string, string>>,
): Promise<void> {
  const { knowledgeBase } = session;
  const kept = await loadKept(store, knowledgeBase);
  const changed = kept && session.knowledgeBase.feedback === knowledgeBase.feedback ? changedSince(kept, session.knowledgeBase) : undefined;
  if (kept && changed && changed.length <= mostChanges) {
    const paths = kept.manifest.playbooks.map(({ path }) => path);
    session.adoptKeptIndex(kept.parts, paths, changed);
    return;
  }
  const parts = await write(knowledgeBase);
  session.adoptSearchIndex(knowledgeBase, parts);
  await store.save(JSON.stringify(manifestOf(knowledgeBase)), parts);
}

/** Playbooks that are found by other words than when the index was written; undefined if it cannot be read. */
function changedSince({ manifest, parts }: Kept, { playbooks }: KnowledgeBase): readonly string[] | undefined {
  if (openIndex(parts)?.size !== manifest.playbooks.length) return undefined;
  const changes = changesSince(manifest, new Map([...playbooks.values()].map(({ path, blob }) => [path, blob])));
  const ids = changes.changed.flatMap((path) => playbooks.get(path)?.id ?? []);
  const others = [...changes.gone, ...embeddersOf(manifest, changes, ids)].map(({ path }) => path);
  return [...new Set([...changes.changed, ...others])];
}

interface Changes {
  /** Paths of files that are new or have another text. */
  readonly changed: readonly string[];
  readonly gone: readonly ManifestEntry[];
}

/** `blobs` are git's names of what is there now, by path. */
function changesSince({ playbooks }: Manifest, blobs: ReadonlyMap<string, string>): Changes {
  const before = new Map(playbooks.map(({ path, blob }) => [path, blob]));
  return {
    changed: [...blobs].filter(([path, blob]) => before.get(path) !== blob).map(([path]) => path),
    gone: playbooks.filter(({ path }) => !blobs.has(path)),
  };
}

/** What a snippet says is found through the pages that embed it, by the id it had or by `ids`, those that changed files have now. */
function embeddersOf({ playbooks }: Manifest, { changed, gone }: Changes, ids: readonly string[]): readonly ManifestEntry[] {
  const others = new Set(changed);
  const names = new Set([...ids, ...[...playbooks.filter(({ path }) => others.has(path)), ...gone].map(({ id }) => id)]);
  return playbooks.filter(({ includes }) => includes.some((id) => names.has(id)));
}

interface Kept {
  readonly manifest: Manifest;
  readonly parts: IndexParts;
}

/** What an index depends on beside the texts of playbooks. */
type BesidePlaybooks = Pick<KnowledgeBase, 'supportFiles' | 'feedback'>;

/** The kept index, if the config, the types and the pages’ usefulness are still those by which it was written. */
async function loadKept(store: IndexStore, beside: BesidePlaybooks): Promise<Kept | undefined> {
  const stored = await store.load();
  if (!stored) return undefined;
  const manifest: Manifest = JSON.parse(stored.manifest);
  return manifest.setup === nameOfSetup(beside) ? { manifest, parts: stored.parts } : undefined;
}

/** Expected results change no index; of feedback only what ranks does. */
function nameOfSetup({ supportFiles, feedback }: BesidePlaybooks): string {
  const texts = supportFiles.filter(({ path }) => path !== queriesFileName).map(({ path, text }) => [path, text]);
  return gitBlob(JSON.stringify([...texts, usefulnessTable(feedback)]));
}

function manifestOf(knowledgeBase: KnowledgeBase): Manifest {
  return { setup: nameOfSetup(knowledgeBase), playbooks: [...knowledgeBase.playbooks.values()].map(entryOf) };
}

function entryOf({ path, blob, id, includes }: Playbook): ManifestEntry {
  return { path, blob, id, includes: [...new Set(includes.map((include) => include.id))] };
}

/** The kept index with what changed since; undefined if that is too much, or the index cannot be read. */
function bringUpToDate(
  { manifest, parts }: Kept,
  setup: Setup,
  sources: ReadonlyMap<string, SourceText>,
  feedback: Feedback,
): SearchIndex | undefined {
  let index = openIndex(parts);
  if (!index || index.size !== manifest.playbooks.length) return undefined;
  const numbers = new Map(manifest.playbooks.map(({ path }, number) => [path, number]));
  const changes = changesSince(manifest, new Map([...sources].map(([path, { text }]) => [path, gitBlob(text)])));
  const { changed, gone } = changes;
  if (changed.length + gone.length > mostChanges) return undefined;
  if (changed.length + gone.length === 0) return index;
  const parse = (path: string) => parsePlaybook(path, sources.get(path) ?? { text: '', unreadable: true }, setup.config.defaultLanguage);
  const parsed = new Map(changed.map((path) => [path, parse(path)]));
  const ids = [...parsed.values()].map(({ id }) => id);
  for (const { path } of embeddersOf(manifest, changes, ids)) if (sources.has(path) && !parsed.has(path)) parsed.set(path, parse(path));
  const toIndex = [...parsed.keys()];
  const embedded = new Set([...parsed.values()].flatMap(({ includes }) => includes.map(({ id }) => id)));
  for (const { path, id } of manifest.playbooks)
    if (embedded.has(id) && sources.has(path) && !parsed.has(path)) parsed.set(path, parse(path));
  const knowledgeBase = createKnowledgeBase({ config: setup.config, playbooks: parsed.values(), types: setup.types, files: [], feedback });
  for (const { path } of gone) index = updateIndex(index, numbers.get(path) ?? index.size, undefined);
  for (const path of toIndex) {
    const playbook = parsed.get(path);
    if (playbook) index = updateIndex(index, numbers.get(path) ?? index.size, searchDocuments(knowledgeBase, [playbook]));
  }
  return index;
}

function describe(setup: Setup, index: SearchIndex, sources: ReadonlyMap<string, SourceText>): OpenSearch {
  const rows = Array.from({ length: index.size }, (_, number) => rowOf(index, number)).filter((row) => row !== undefined);
  return {
    config: setup.config,
    types: new Map(setup.types.map((type) => [type.name, type])),
    playbooks: sources.size,
    hasSupportFiles: setup.supportFiles.length > 0,
    leftOut: setup.leftOut,
    used: { types: new Set(rows.map(({ type }) => type)), languages: new Set(rows.map(({ lang }) => lang)) },
    search: (query) => search(index, query),
    validityOn: (path, today) => {
      const source = sources.get(path);
      return source ? lifeOn(parsePlaybook(path, source, setup.config.defaultLanguage), today).validity : 'in-force';
    },
  };
}
