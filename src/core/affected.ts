import { folderListing, folderOf, isIndexPage } from './content/folder-listing.js';
import { idForm } from './ids.js';
import type { KnowledgeBase } from './knowledge-base.js';
import { linkPathsTo } from './link-address.js';
import type { Playbook } from './model/playbook.js';
import { isAssetPath } from './paths.js';
import { kindOf, nameOf, type Reference, referencesOf } from './reference-keys.js';

/**
 * Paths of all playbooks whose problems may differ after some files changed, those files included, in path order. What a
 * playbook's problems may depend on, beyond its own text: what it names and what names it, what it embeds, playbooks with the
 * same id, translations, and what else is in its folder. `changed` are paths of playbooks and of other files.
 */
export function affectedPaths(before: KnowledgeBase, after: KnowledgeBase, changed: readonly string[]): readonly string[] {
  const affected = new Set<string>();
  const add = (paths: Iterable<string>): void => {
    for (const path of paths) affected.add(path);
  };
  const addReferring = (...references: readonly Reference[]): void => {
    for (const base of [before, after]) for (const reference of references) add(base.referring(reference));
  };
  /** A playbook that other playbooks lead to differently now: it, its translations, and what translates it. */
  const addTarget = (target: Playbook): void => {
    affected.add(target.path);
    addReferring(`original:${target.id}`);
    for (const base of [before, after]) add(base.translations(target).map(({ path }) => path));
  };
  const folders = new Set<string>();

  for (const path of changed) {
    const old = before.playbooks.get(path);
    const now = after.playbooks.get(path);
    affected.add(path);
    for (const version of [old, now]) if (version) addNeighbours(version);
    if (!old || !now || !looksTheSame(old, now)) {
      for (const linkPath of linkPathsTo(path)) addReferring(`path:${linkPath}`, `image:${linkPath}`);
      for (const version of [old, now]) if (version) addReferring(`id:${version.id}`, `named:${version.id}`);
    }
    const isMoved = old === undefined || now === undefined || old.id !== now.id || old.hasOwnId !== now.hasOwnId;
    if (isMoved) addRedirected(path, [old, now]);
    if (isMoved || isIndexPage(path)) folders.add(folderOf(path));
    addTargetsOfChangedReferences(old, now);
  }
  // What leads nowhere is offered the nearest name.
  if (idsTypesOrPathsDiffer()) for (const kind of ['include', 'id', 'named', 'path']) addUnresolved(kind, () => true);
  if (before.files !== after.files) {
    addUnresolved('path', (target) => isAssetPath(target));
    addUnresolved('image', () => true);
  }
  for (const folder of folders) {
    if (folderListing(before, folder)?.path === folderListing(after, folder)?.path) continue;
    for (const path of after.playbooks.keys()) if (folderOf(path) === folder) affected.add(path);
  }
  if ([...before.translatedInto].sort().join() !== [...after.translatedInto].sort().join()) add(after.playbooks.keys());
  for (const path of [...affected]) addMarked(path);
  return [...affected].sort();

  /** A passage that readers marked on a page may stand in a snippet that it embeds. */
  function addMarked(path: string, seen = new Set<string>()): void {
    for (const base of [before, after]) {
      const page = base.playbooks.get(path);
      if (!page || (seen.size === 0 && !base.feedback.wrong.has(page.id))) continue;
      for (const include of page.includes) {
        const snippet = base.resolveInclude(include);
        if (!snippet || seen.has(snippet.path)) continue;
        affected.add(snippet.path);
        seen.add(snippet.path);
        addMarked(snippet.path, seen);
      }
    }
  }

  /** What shows something of a playbook's text: the place of its id, its git blob, all of it. */
  function addNeighbours(playbook: Playbook): void {
    const { id } = playbook;
    addReferring(`original:${id}`, `include:${id}`);
    for (const base of [before, after]) {
      add(base.withId(id).map((other) => other.path));
      add(base.translations(playbook).map((other) => other.path));
      const queue = [playbook];
      const seen = new Set(queue);
      for (let embedded = queue.pop(); embedded; embedded = queue.pop()) {
        for (const path of base.embeddedIn(embedded)) {
          const embedder = base.playbooks.get(path);
          if (!embedder || seen.has(embedder)) continue;
          seen.add(embedder);
          queue.push(embedder);
          affected.add(path);
        }
      }
    }
  }

  /** An id or path that came or went: whoever means it may mean another playbook now. */
  function addRedirected(path: string, versions: readonly (Playbook | undefined)[]): void {
    for (const version of versions) {
      if (!version) continue;
      const form = idForm(version.id);
      const withoutNumber: Reference[] = /-\d+$/.test(form) ? [`proposal:${form.replace(/-\d+$/, '')}`] : [];
      addReferring(`form:${form}`, `proposal:${form}`, ...withoutNumber);
      for (const base of [before, after]) {
        for (const other of base.withId(version.id)) {
          addTarget(other);
          folders.add(folderOf(other.path));
        }
        for (const like of base.idsLike(version.id)) add(base.withId(like).map((other) => other.path));
      }
    }
    for (const base of [before, after]) {
      for (const linkPath of linkPathsTo(path)) {
        for (const target of base.meantBy(`path:${linkPath}`)) {
          addTarget(target);
          folders.add(folderOf(target.path));
        }
      }
    }
  }

  /** Whether anything leads to a playbook is said on that playbook. */
  function addTargetsOfChangedReferences(old: Playbook | undefined, now: Playbook | undefined): void {
    const { content } = after.config;
    const [was, is] = [old, now].map((version) => (version ? referencesOf(version, content) : new Set<Reference>()));
    for (const reference of [...(was ?? []), ...(is ?? [])]) {
      if (was?.has(reference) === is?.has(reference)) continue;
      for (const base of [before, after]) for (const target of base.meantBy(reference)) addTarget(target);
    }
  }

  function idsTypesOrPathsDiffer(): boolean {
    return changed.some((path) => {
      const old = before.playbooks.get(path);
      const now = after.playbooks.get(path);
      return old?.id !== now?.id || old?.type !== now?.type;
    });
  }

  /** Playbooks whose reference leads nowhere: a near name may have come or gone. */
  function addUnresolved(kind: string, isWanted: (name: string) => boolean): void {
    for (const base of [before, after]) {
      for (const reference of base.references()) {
        if (kindOf(reference) !== kind || !isWanted(nameOf(reference)) || base.meantBy(reference).length > 0) continue;
        add(base.referring(reference));
      }
    }
  }
}

/** Whether a link to a playbook is right or wrong, and in which words, as before. */
function looksTheSame(old: Playbook, now: Playbook): boolean {
  const anchors = (playbook: Playbook) => playbook.headings.map((heading) => heading.anchor).join('\n');
  return old.id === now.id && old.title === now.title && anchors(old) === anchors(now);
}
