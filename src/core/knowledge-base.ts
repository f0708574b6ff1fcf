import type { Config, SupportFile } from './config/config.js';
import { type Feedback, noFeedback } from './feedback/feedback.js';
import { idForm } from './ids.js';
import { LayeredMap } from './layered-map.js';
import { playbookPaths, readLinkAddress, splitAnchor } from './link-address.js';
import type { Include, Link, Playbook } from './model/playbook.js';
import { kindOf, nameOf, type Reference, referencesOf, referencesTo } from './reference-keys.js';
import type { PlaybookType } from './types/playbook-type.js';

export type LinkTarget =
  | { readonly kind: 'playbook'; readonly playbook: Playbook; readonly anchor: string; readonly anchorFound: boolean }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'external'; readonly url: string }
  /** `path` is where the target would be; `ambiguous` ids name several playbooks. */
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unsafe'; readonly scheme: string };

export interface KnowledgeBaseParts {
  readonly config: Config;
  readonly playbooks: Iterable<Playbook>;
  readonly types: Iterable<PlaybookType>;
  /** Paths of all other files below the root. */
  readonly files: Iterable<string>;
  readonly supportFiles?: Iterable<SupportFile>;
  /** What readers of the help site told; by default nothing. */
  readonly feedback?: Feedback;
  /** The listed path of a file that a page names by its place; undefined if the page may not show it. By default, any listed file. */
  readonly fileFor?: FileFor;
  /** Another path under which a page may be linked to; gives the page’s own. */
  readonly pageFor?: PageFor;
}

type PageFor = (path: string) => string | undefined;
type FileFor = (page: string, path: string) => string | undefined;

/** What is different in a folder. */
export interface KnowledgeBaseChange {
  /** Playbooks that are new or were read anew, by path; undefined for one that is gone. */
  readonly playbooks?: ReadonlyMap<string, Playbook | undefined>;
  /** All other files, if one came or went. */
  readonly files?: Iterable<string>;
  readonly supportFiles?: Iterable<SupportFile>;
  readonly feedback?: Feedback;
}

/** All playbooks of a folder and how they hang together. Immutable: `with` makes a new one in time that hardly grows with the folder. */
export interface KnowledgeBase {
  readonly config: Config;
  readonly types: ReadonlyMap<string, PlaybookType>;
  /** By path, in path order. */
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly files: ReadonlySet<string>;
  readonly supportFiles: readonly SupportFile[];
  readonly feedback: Feedback;
  /** Every id, sorted. Made when it is first asked for, and again only after an id came or went. */
  readonly ids: () => readonly string[];
  /** All playbooks with this id, in path order: one, unless ids clash. */
  readonly withId: (id: string) => readonly Playbook[];
  /** Existing ids that differ from this text only in case, width, `_`, `-` or spaces; the text itself is not among them. */
  readonly idsLike: (text: string) => readonly string[];
  /** Languages into which at least one playbook is translated. */
  readonly translatedInto: ReadonlySet<string>;
  readonly typeOf: (playbook: Playbook) => PlaybookType | undefined;
  readonly resolveLink: (from: Playbook, link: Pick<Link, 'target' | 'form'>) => LinkTarget;
  readonly resolveInclude: (include: Include) => Playbook | undefined;
  /** Paths of playbooks that link to this one, name it in `related` or translate it. */
  readonly linkedFrom: (playbook: Playbook) => ReadonlySet<string>;
  /** Paths of playbooks that embed this one directly. */
  readonly embeddedIn: (playbook: Playbook) => ReadonlySet<string>;
  /** The original and all its translations, this one included, in the order of the config's languages. */
  readonly translations: (playbook: Playbook) => readonly Playbook[];
  /** Paths of playbooks that contain this reference, in path order, whether or not it leads anywhere. */
  readonly referring: (reference: Reference) => readonly string[];
  /** The playbooks that a reference leads to: none, one, or for an id in the front matter all that have it. */
  readonly meantBy: (reference: Reference) => readonly Playbook[];
  /** Every reference that any playbook contains. */
  readonly references: () => Iterable<Reference>;
  /** The knowledge base after a change. Its config and types stay. */
  readonly with: (change: KnowledgeBaseChange) => KnowledgeBase;
}

export function createKnowledgeBase(parts: KnowledgeBaseParts): KnowledgeBase {
  const playbooks = new Map([...parts.playbooks].sort(byPath).map((playbook) => [playbook.path, playbook]));
  const list = [...playbooks.values()];
  const ids = groupPaths(list, (playbook) => [playbook.id]);
  return fromTables({
    config: parts.config,
    types: new Map([...parts.types].map((type) => [type.name, type])),
    files: new Set([...parts.files].sort()),
    supportFiles: [...(parts.supportFiles ?? [])],
    feedback: parts.feedback ?? noFeedback,
    playbooks: new LayeredMap(playbooks),
    ids,
    sortedIds: sortedKeys(ids),
    idForms: groupPaths(list, (playbook) => [idForm(playbook.id)]),
    translationLanguages: groupPaths(list, translationLanguage),
    references: groupPaths(list, (playbook) => referencesOf(playbook, parts.config.content)),
    fileFor: parts.fileFor,
    pageFor: parts.pageFor,
  });
}

/** Paths by key, each list in path order. */
type PathGroups<Key extends string = string> = LayeredMap<Key, readonly string[]>;

/** What a knowledge base is made of: everything in it can be looked up, and replaced one file at a time. */
interface Tables {
  readonly config: Config;
  readonly types: ReadonlyMap<string, PlaybookType>;
  readonly files: ReadonlySet<string>;
  readonly supportFiles: readonly SupportFile[];
  readonly feedback: Feedback;
  readonly playbooks: LayeredMap<string, Playbook>;
  readonly ids: PathGroups;
  readonly sortedIds: () => readonly string[];
  readonly idForms: PathGroups;
  /** Translations by their language. */
  readonly translationLanguages: PathGroups;
  readonly references: PathGroups<Reference>;
  readonly fileFor: FileFor | undefined;
  readonly pageFor: PageFor | undefined;
}

function fromTables(tables: Tables): KnowledgeBase {
  const { config, types, playbooks, files, ids, idForms, references } = tables;
  const at = (paths: readonly string[] | undefined): readonly Playbook[] => paths?.flatMap((path) => playbooks.get(path) ?? []) ?? [];
  const withId = (id: string): readonly Playbook[] => at(ids.get(id));
  const firstWithId = (id: string): Playbook | undefined => playbooks.get(ids.get(id)?.[0] ?? '');
  const atPath = (path: string): Playbook | undefined => {
    for (const candidate of playbookPaths(path)) {
      const playbook = playbooks.get(candidate) ?? playbooks.get(tables.pageFor?.(candidate) ?? '');
      if (playbook) return playbook;
    }
    return undefined;
  };
  const resolveLink = (from: Playbook, link: Pick<Link, 'target' | 'form'>): LinkTarget => {
    if (link.form === 'id') {
      const { address: id, anchor } = splitAnchor(link.target);
      const target = id === '' ? from : firstWithId(id);
      return target ? toPlaybook(target, anchor) : { kind: 'missing', path: id };
    }
    const address = readLinkAddress(from.path, link.target, config.content);
    if (address.kind === 'external') return { kind: 'external', url: link.target };
    if (address.kind === 'here') return toPlaybook(from, address.anchor);
    if (address.kind !== 'path') return address;
    const playbook = atPath(address.path);
    if (playbook) return toPlaybook(playbook, address.anchor);
    const file = tables.fileFor ? tables.fileFor(from.path, address.path) : files.has(address.path) ? address.path : undefined;
    return file === undefined ? { kind: 'missing', path: address.path } : { kind: 'file', path: file };
  };
  const referring = (reference: Reference): readonly string[] => references.get(reference) ?? [];
  const meantBy = (reference: Reference): readonly Playbook[] => {
    const name = nameOf(reference);
    switch (kindOf(reference)) {
      case 'named':
        return withId(name);
      case 'path':
      case 'image':
        return [atPath(name) ?? []].flat();
      case 'id':
      case 'include':
      case 'original':
        return [firstWithId(name) ?? []].flat();
      default:
        return [];
    }
  };
  const referringTo = (playbook: Playbook, possible: readonly Reference[]): ReadonlySet<string> => {
    const lists = possible.map((reference) => (meantBy(reference).includes(playbook) ? referring(reference) : []));
    const paths = new Set(lists.flat());
    paths.delete(playbook.path);
    return lists.filter((list) => list.length > 0).length > 1 ? new Set([...paths].sort()) : paths;
  };
  const languageOrder = (playbook: Playbook): number => {
    const index = config.languages.indexOf(playbook.lang);
    return index < 0 ? config.languages.length : index;
  };

  return {
    config,
    types,
    playbooks,
    files,
    supportFiles: tables.supportFiles,
    feedback: tables.feedback,
    ids: tables.sortedIds,
    withId,
    idsLike: (text) => [...new Set(at(idForms.get(idForm(text))).map((playbook) => playbook.id))].filter((id) => id !== text),
    translatedInto: new Set(tables.translationLanguages.keys()),
    typeOf: (playbook) => types.get(playbook.type),
    resolveLink,
    resolveInclude: (include) => firstWithId(include.id),
    linkedFrom: (playbook) => referringTo(playbook, referencesTo(playbook)),
    embeddedIn: (playbook) => referringTo(playbook, [`include:${playbook.id}`]),
    translations: (playbook) => {
      const originalId = playbook.fields.translationOf ?? playbook.id;
      const original = firstWithId(originalId);
      const all = [...(original ? [original] : [playbook]), ...at(referring(`original:${originalId}`))];
      return [...new Set(all)].sort((a, b) => languageOrder(a) - languageOrder(b) || byPath(a, b));
    },
    referring,
    meantBy,
    references: () => references.keys(),
    with: (change) => fromTables(changeTables(tables, change)),
  };
}

function changeTables(tables: Tables, change: KnowledgeBaseChange): Tables {
  const { content } = tables.config;
  const changed = new Map<string, Playbook | undefined>();
  for (const [path, playbook] of change.playbooks ?? []) if (tables.playbooks.get(path) !== playbook) changed.set(path, playbook);
  const regroup = <Key extends string>(groups: PathGroups<Key>, keysOf: (playbook: Playbook) => Iterable<Key>): PathGroups<Key> => {
    const lists = new Map<Key, readonly string[] | undefined>();
    const listOf = (key: Key): readonly string[] => (lists.has(key) ? lists.get(key) : groups.get(key)) ?? [];
    for (const [path, playbook] of changed) {
      const before = tables.playbooks.get(path);
      const oldKeys = new Set(before ? keysOf(before) : []);
      const newKeys = new Set(playbook ? keysOf(playbook) : []);
      for (const key of oldKeys) {
        if (newKeys.has(key)) continue;
        const left = listOf(key).filter((other) => other !== path);
        lists.set(key, left.length > 0 ? left : undefined);
      }
      for (const key of newKeys) if (!oldKeys.has(key)) lists.set(key, [...listOf(key), path].sort());
    }
    return groups.with(lists);
  };
  const ids = regroup(tables.ids, (playbook) => [playbook.id]);
  return {
    ...tables,
    ...(change.files && { files: new Set([...change.files].sort()) }),
    ...(change.supportFiles && { supportFiles: [...change.supportFiles] }),
    ...(change.feedback && { feedback: change.feedback }),
    playbooks: tables.playbooks.with(changed),
    ids,
    sortedIds: ids === tables.ids ? tables.sortedIds : sortedKeys(ids),
    idForms: regroup(tables.idForms, (playbook) => [idForm(playbook.id)]),
    translationLanguages: regroup(tables.translationLanguages, translationLanguage),
    references: regroup(tables.references, (playbook) => referencesOf(playbook, content)),
  };
}

function sortedKeys(groups: PathGroups): () => readonly string[] {
  let sorted: readonly string[] | undefined;
  return () => {
    sorted ??= [...groups.keys()].sort();
    return sorted;
  };
}

function translationLanguage(playbook: Playbook): readonly string[] {
  return playbook.fields.translationOf === undefined ? [] : [playbook.lang];
}

function toPlaybook(playbook: Playbook, anchor: string): LinkTarget {
  const anchorFound = anchor === '' || playbook.headings.some((heading) => heading.anchor === anchor);
  return { kind: 'playbook', playbook, anchor, anchorFound };
}

function byPath(a: Playbook, b: Playbook): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** `playbooks` are in path order. */
function groupPaths<Key extends string>(playbooks: readonly Playbook[], keysOf: (playbook: Playbook) => Iterable<Key>): PathGroups<Key> {
  const groups = new Map<Key, string[]>();
  for (const playbook of playbooks) {
    for (const key of new Set(keysOf(playbook))) {
      const group = groups.get(key);
      if (group) group.push(playbook.path);
      else groups.set(key, [playbook.path]);
    }
  }
  return new LayeredMap(groups);
}
