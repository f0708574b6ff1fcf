import { configFileName } from '../config/config.js';
import { nameSpan } from '../content/placeholders.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import { linkPathsTo, splitAnchor } from '../link-address.js';
import type { Heading, Link, Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { jsonPointer, parseYaml } from '../parse/yaml.js';
import type { Reference } from '../reference-keys.js';
import { idReferences } from '../rules/references.js';
import { holds, splitTarget } from './symbol-at.js';

/** A place that declares or uses a name. */
export interface Occurrence {
  readonly path: string;
  readonly at: Span;
  readonly isDeclaration: boolean;
}

/** Everything that names an id: the playbooks that have it, front matter, `[[id]]` and embeds. In path and text order. */
export function idOccurrences(knowledgeBase: KnowledgeBase, id: string): readonly Occurrence[] {
  const declarations = knowledgeBase.withId(id).map((playbook): Occurrence => {
    const node = playbook.frontMatter.nodes.get('/id');
    return { path: playbook.path, at: playbook.hasOwnId && node ? node.value : { start: 0, end: 0 }, isDeclaration: true };
  });
  const references = referringPlaybooks(knowledgeBase, [`id:${id}`, `named:${id}`, `include:${id}`]).flatMap((playbook) =>
    idReferences(playbook)
      .filter((reference) => reference.id === id)
      .map(({ at }): Occurrence => ({ path: playbook.path, at, isDeclaration: false })),
  );
  return inOrder([...declarations, ...references]);
}

/** Markdown links and pictures that lead to a playbook by its path. `at` is the path, without an anchor. */
export function pathOccurrences(knowledgeBase: KnowledgeBase, target: Playbook): readonly Occurrence[] {
  const possible = linkPathsTo(target.path).map((path): Reference => `path:${path}`);
  return referringPlaybooks(knowledgeBase, possible).flatMap((playbook) =>
    playbook.links
      .filter((link) => link.form === 'markdown' && leadsTo(knowledgeBase, playbook, link, target))
      .map((link) => ({ path: playbook.path, at: splitTarget(playbook, link).path, isDeclaration: false })),
  );
}

/** A heading and every anchor that names it, in its own page and in others. */
export function headingOccurrences(knowledgeBase: KnowledgeBase, playbook: Playbook, heading: Heading): readonly Occurrence[] {
  const links = linkingPlaybooks(knowledgeBase, playbook).flatMap((from) =>
    anchorsTo(knowledgeBase, from, playbook)
      .filter(({ anchor }) => anchor === heading.anchor)
      .map(({ at }): Occurrence => ({ path: from.path, at, isDeclaration: false })),
  );
  return inOrder([{ path: playbook.path, at: heading.textSpan, isDeclaration: true }, ...links]);
}

/** A playbook and those that link to it. */
export function linkingPlaybooks(knowledgeBase: KnowledgeBase, playbook: Playbook): readonly Playbook[] {
  return [playbook, ...[...knowledgeBase.linkedFrom(playbook)].flatMap((path) => knowledgeBase.playbooks.get(path) ?? [])];
}

/** Anchors of links from one playbook to another (or the same), with their places. */
export function anchorsTo(
  knowledgeBase: KnowledgeBase,
  from: Playbook,
  to: Playbook,
): readonly { readonly anchor: string; readonly at: Span; readonly link: Link }[] {
  return from.links.flatMap((link) => {
    const target = knowledgeBase.resolveLink(from, link);
    const { anchor: at } = splitTarget(from, link);
    return target.kind === 'playbook' && target.playbook === to && target.anchor !== '' && at ? [{ anchor: target.anchor, at, link }] : [];
  });
}

/**
 * A placeholder: its declarations and uses in a playbook and in everything that shares it by embedding, since one blank is
 * filled in for the whole page.
 */
export function placeholderOccurrences(knowledgeBase: KnowledgeBase, playbook: Playbook, name: string): readonly Occurrence[] {
  const sharing = new Set([playbook]);
  for (const here of sharing) {
    const embedded = here.includes.flatMap((include) => knowledgeBase.resolveInclude(include) ?? []);
    const embedders = [...knowledgeBase.embeddedIn(here)].flatMap((path) => knowledgeBase.playbooks.get(path) ?? []);
    for (const other of [...embedded, ...embedders]) if (mentions(other, name)) sharing.add(other);
  }
  return inOrder([...sharing].flatMap((here) => placesIn(here, name)));
}

function mentions(playbook: Playbook, name: string): boolean {
  return playbook.placeholderUses.some((use) => use.name === name) || playbook.fields.placeholders.some((one) => one.name === name);
}

function placesIn(playbook: Playbook, name: string): readonly Occurrence[] {
  const { path, placeholderUses, frontMatter } = playbook;
  const key = frontMatter.nodes.get(jsonPointer(['placeholders', name]))?.key;
  return [
    ...(key ? [{ path, at: key, isDeclaration: true }] : []),
    ...placeholderUses.filter((use) => use.name === name).map((use) => ({ path, at: nameSpan(playbook, use), isDeclaration: false })),
  ];
}

/** A variable: its key in the config and every use. */
export function variableOccurrences(knowledgeBase: KnowledgeBase, name: string): readonly Occurrence[] {
  const declaration = variableDeclaration(knowledgeBase, name);
  const uses = [...knowledgeBase.playbooks.values()].flatMap((playbook) =>
    placesIn(playbook, name).filter((place) => !place.isDeclaration),
  );
  return [...(declaration ? [declaration] : []), ...uses];
}

/** The last key of a variable's name in the config; undefined for a name the config does not have. */
export function variableDeclaration(knowledgeBase: KnowledgeBase, name: string): Occurrence | undefined {
  const file = knowledgeBase.supportFiles.find(({ path }) => path === configFileName);
  const key = file && variableKeys(file.text).find((candidate) => candidate.name === name);
  return key && knowledgeBase.config.variables.has(name) ? { path: configFileName, at: key.at, isDeclaration: true } : undefined;
}

/** The variable whose name a place in the config's text is part of. */
export function variableInConfig(
  knowledgeBase: KnowledgeBase,
  configText: string,
  offset: number,
): { readonly name: string; readonly at: Span } | undefined {
  return variableKeys(configText).find(({ name, at }) => holds(at, offset) && knowledgeBase.config.variables.has(name));
}

function variableKeys(configText: string): readonly { readonly name: string; readonly at: Span }[] {
  return [...parseYaml(configText).nodes].flatMap(([pointer, { key }]) => {
    const [group, ...parts] = pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return group === 'variables' && parts.length > 0 && key ? [{ name: parts.join('.'), at: key }] : [];
  });
}

function leadsTo(knowledgeBase: KnowledgeBase, from: Playbook, link: Link, to: Playbook): boolean {
  if (splitAnchor(link.target).address === '') return false;
  const target = knowledgeBase.resolveLink(from, link);
  return target.kind === 'playbook' && target.playbook === to;
}

function referringPlaybooks(knowledgeBase: KnowledgeBase, references: readonly Reference[]): readonly Playbook[] {
  const paths = new Set(references.flatMap((reference) => knowledgeBase.referring(reference)));
  return [...paths].sort().flatMap((path) => knowledgeBase.playbooks.get(path) ?? []);
}

function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  return [...occurrences].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.at.start - b.at.start));
}
