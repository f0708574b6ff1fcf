import { isVariable } from '../content/placeholders.js';
import { idFromFile } from '../ids.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import { splitAnchor } from '../link-address.js';
import type { Heading, Image, Link, Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { parsePlaybook } from '../parse/playbook.js';
import { linkAddress, relativePath, resolvePath } from '../paths.js';
import type { SpanEdit } from '../rules/rule.js';
import { anchorsTo, idOccurrences, linkingPlaybooks, placeholderOccurrences, variableOccurrences } from '../symbols/occurrences.js';
import { splitTarget } from '../symbols/symbol-at.js';
import { setField, yamlScalar } from './set-field.js';

/** Why a name cannot be given. */
type RenameRefusal =
  | 'empty'
  | 'badId'
  | 'takenId'
  | 'badName'
  | 'takenName'
  | 'badVariable'
  | 'takenVariable'
  | 'takenPath'
  | 'noDeclaration';

/** Edits by path, or why there are none. */
export type RenameResult =
  | { readonly kind: 'edits'; readonly edits: ReadonlyMap<string, readonly SpanEdit[]> }
  | { readonly kind: 'refused'; readonly reason: RenameRefusal };

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,199}$/u;
const namePattern = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;
const variablePattern = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*$/u;

/** Gives an id another name, in the playbook that has it and wherever it is named. A playbook without an id of its own gets one. */
export function renameId(knowledgeBase: KnowledgeBase, oldId: string, newId: string): RenameResult {
  if (!idPattern.test(newId)) return refused(newId.trim() === '' ? 'empty' : 'badId');
  if (newId !== oldId && knowledgeBase.withId(newId).length > 0) return refused('takenId');
  const edits = new Edits();
  for (const { path, at, isDeclaration } of idOccurrences(knowledgeBase, oldId)) {
    const playbook = knowledgeBase.playbooks.get(path);
    if (!playbook) continue;
    if (!isDeclaration) edits.add(path, { ...at, newText: at.end <= playbook.bodyStart ? yamlScalar(newId) : newId });
    else if (playbook.hasOwnId) edits.add(path, { ...at, newText: yamlScalar(newId) });
    else
      edits.add(
        path,
        setField(playbook, 'id', yamlScalar(newId)) ?? { start: 0, end: 0, newText: `---\nid: ${yamlScalar(newId)}\n---\n\n` },
      );
  }
  return edits.result();
}

/** Gives a heading other words, and every link to any heading of its page the anchor that heading then has. */
export function renameHeading(knowledgeBase: KnowledgeBase, playbook: Playbook, heading: Heading, newText: string): RenameResult {
  const words = newText.replace(/\s+/g, ' ').trim();
  if (words === '') return refused('empty');
  const edits = new Edits();
  const own = { ...heading.textSpan, newText: words };
  edits.add(playbook.path, own);
  const changed = playbook.text.slice(0, own.start) + words + playbook.text.slice(own.end);
  const after = parsePlaybook(playbook.path, { text: changed }, knowledgeBase.config.defaultLanguage);
  // Headings with the same words are told apart by a number, so that the anchors of others may change too.
  const anchors = new Map(playbook.headings.map(({ anchor }, index) => [anchor, after.headings[index]?.anchor ?? anchor]));
  for (const from of linkingPlaybooks(knowledgeBase, playbook)) {
    for (const { anchor, at, link } of anchorsTo(knowledgeBase, from, playbook)) {
      const next = anchors.get(anchor);
      if (next !== undefined && next !== anchor)
        edits.addToLink(from, link, at, splitAnchor(link.target).anchor, sameEncoding(link.target, next));
    }
  }
  return edits.result();
}

/** Gives a placeholder another name where it is declared and used, in everything that shares it by embedding. */
export function renamePlaceholder(knowledgeBase: KnowledgeBase, playbook: Playbook, oldName: string, newName: string): RenameResult {
  if (!namePattern.test(newName) || isVariable(newName, knowledgeBase)) return refused(newName.trim() === '' ? 'empty' : 'badName');
  const occurrences = placeholderOccurrences(knowledgeBase, playbook, oldName);
  const isTaken = occurrences.some(({ path }) =>
    knowledgeBase.playbooks.get(path)?.fields.placeholders.some((definition) => definition.name === newName),
  );
  if (isTaken && newName !== oldName) return refused('takenName');
  const edits = new Edits();
  for (const { path, at, isDeclaration } of occurrences) edits.add(path, { ...at, newText: isDeclaration ? yamlScalar(newName) : newName });
  return edits.result();
}

/** Gives a variable another last part of its name, in the config and wherever it is used. */
export function renameVariable(knowledgeBase: KnowledgeBase, oldName: string, newName: string): RenameResult {
  const group = oldName.slice(0, oldName.lastIndexOf('.') + 1);
  const name = newName.startsWith(group) ? newName : group + newName;
  if (!variablePattern.test(name) || name.slice(group.length).includes('.')) return refused('badVariable');
  if (name !== oldName && knowledgeBase.config.variables.has(name)) return refused('takenVariable');
  const occurrences = variableOccurrences(knowledgeBase, oldName);
  if (!occurrences.some(({ isDeclaration }) => isDeclaration)) return refused('noDeclaration');
  const edits = new Edits();
  for (const { path, at, isDeclaration } of occurrences)
    edits.add(path, { ...at, newText: isDeclaration ? yamlScalar(name.slice(group.length)) : name });
  return edits.result();
}

/**
 * What has to change in texts when files move, so that every link and picture leads where it led. `moves` are paths of files,
 * from old to new; edits are for the old paths, before the move. A playbook without an id of its own is named by its path, so
 * links by that name change too.
 */
export function moveFiles(knowledgeBase: KnowledgeBase, moves: ReadonlyMap<string, string>): RenameResult {
  const { config } = knowledgeBase;
  for (const [from, to] of moves) {
    const isThere = knowledgeBase.playbooks.has(to) || knowledgeBase.files.has(to);
    if (isThere && !moves.has(to) && from !== to) return refused('takenPath');
  }
  const edits = new Edits();
  for (const playbook of touchedByMoves(knowledgeBase, moves)) {
    const newFrom = moves.get(playbook.path) ?? playbook.path;
    for (const link of [...playbook.links, ...playbook.images]) {
      if ('form' in link && link.form === 'id') continue;
      const target = knowledgeBase.resolveLink(playbook, { target: link.target, form: 'markdown' });
      const oldTarget = target.kind === 'playbook' ? target.playbook.path : target.kind === 'file' ? target.path : undefined;
      const { address } = splitAnchor(link.target);
      if (oldTarget === undefined || address === '') continue;
      const newTarget = moves.get(oldTarget) ?? oldTarget;
      if (newTarget === oldTarget && (newFrom === playbook.path || address.startsWith('/'))) continue;
      const written = rewritten(address, oldTarget, newFrom, newTarget, config.content);
      if (written !== address) edits.addToLink(playbook, link, splitTarget(playbook, link).path, address, written);
    }
  }
  for (const [from, to] of moves) {
    const playbook = knowledgeBase.playbooks.get(from);
    if (!playbook || playbook.hasOwnId) continue;
    for (const { path, at, isDeclaration } of idOccurrences(knowledgeBase, playbook.id)) {
      const named = knowledgeBase.playbooks.get(path);
      const newId = idFromFile(to);
      if (!isDeclaration && named) edits.add(path, { ...at, newText: at.end <= named.bodyStart ? yamlScalar(newId) : newId });
    }
  }
  return edits.result();
}

/** Playbooks that move, and those that lead to something that moves. */
function touchedByMoves(knowledgeBase: KnowledgeBase, moves: ReadonlyMap<string, string>): readonly Playbook[] {
  const touched = new Set<Playbook>();
  for (const path of moves.keys()) {
    const playbook = knowledgeBase.playbooks.get(path);
    if (playbook) touched.add(playbook);
    const linking = playbook ? [...knowledgeBase.linkedFrom(playbook)] : [];
    for (const from of [...linking, ...knowledgeBase.referring(`path:${path}`), ...knowledgeBase.referring(`image:${path}`)]) {
      const other = knowledgeBase.playbooks.get(from);
      if (other) touched.add(other);
    }
  }
  return [...touched];
}

/** A link's path to another place, in the manner in which it was written: from the root or relative, with or without extension. */
function rewritten(written: string, oldTarget: string, newFrom: string, newTarget: string, content: string): string {
  const [path = '', query = ''] = [written.replace(/\?.*$/s, ''), /\?.*$/s.exec(written)?.[0]];
  const hasExtension = path.endsWith(oldTarget.slice(oldTarget.lastIndexOf('.')));
  const isFolder = /\/(?:index|README)\.md$/.test(oldTarget) && !hasExtension;
  const target = hasExtension ? newTarget : isFolder ? newTarget.replace(/\/(?:index|README)\.md$/, '') : newTarget.replace(/\.md$/, '');
  const fromRoot = content === '' ? `/${target}` : target.startsWith(`${content}/`) ? target.slice(content.length) : undefined;
  const relative = relativePath(newFrom, target);
  const next =
    path.startsWith('/') && fromRoot !== undefined
      ? fromRoot
      : path.startsWith('./') && !relative.startsWith('.')
        ? `./${relative}`
        : relative;
  const isEncoded = /%[89A-F][0-9A-F]/i.test(path);
  return (isEncoded ? encodeURI(next) : linkAddress(next)) + query;
}

function sameEncoding(written: string, anchor: string): string {
  return /%[89A-F][0-9A-F]/i.test(written) ? encodeURIComponent(anchor) : anchor;
}

function refused(reason: RenameRefusal): RenameResult {
  return { kind: 'refused', reason };
}

/** Edits by path, each place once. */
class Edits {
  readonly #edits = new Map<string, SpanEdit[]>();

  add(path: string, edit: SpanEdit): void {
    const list = this.#edits.get(path) ?? [];
    this.#edits.set(path, list);
    if (!list.some(({ start, end }) => start === edit.start && end === edit.end)) list.push(edit);
  }

  /** Edits part of a link's target; that of a link by reference (`[text][name]`) stands in its definition. */
  addToLink(playbook: Playbook, link: Link | Image, at: Span, before: string, newText: string): void {
    if (playbook.text.slice(at.start, at.end) === before) this.add(playbook.path, { ...at, newText });
    const isReference = playbook.text.slice(link.targetSpan.start, link.targetSpan.end) !== link.target;
    if (!isReference) return;
    for (const match of playbook.text.matchAll(/^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)/gm)) {
      if (match[1] !== link.target) continue;
      const start = match.index + match[0].length - link.target.length + link.target.indexOf(before);
      this.add(playbook.path, { start, end: start + before.length, newText });
    }
  }

  result(): RenameResult {
    return { kind: 'edits', edits: this.#edits };
  }
}

/** A path against the folder of a file, for a new name typed by the user; undefined if it would leave the knowledge base. */
export function newPathOf(from: string, typed: string): string | undefined {
  return resolvePath(from, typed.endsWith('.md') || typed.endsWith('.markdown') ? typed : `${typed}.md`);
}
