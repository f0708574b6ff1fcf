import { labelSpan } from '../content/directives.js';
import { isVariable, nameSpan } from '../content/placeholders.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import { splitAnchor } from '../link-address.js';
import type { Directive, Heading, Image, Include, Link, Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { idReferences, includeIdSpan } from '../rules/references.js';

/** Something in a playbook that has a meaning of its own, and where exactly its name stands. */
export type PlaybookSymbol = { readonly at: Span } & (
  | {
      readonly kind: 'id';
      readonly id: string;
      readonly from: 'id' | 'related' | 'course' | 'translation_of' | 'replaced_by' | 'link' | 'include';
    }
  /** A Markdown link or picture; `at` is its path without an anchor. */
  | { readonly kind: 'path'; readonly target: string; readonly link: Link | Image }
  /** A heading, or a link's anchor that names one; `id` links say `''` for their own page. */
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'anchor'; readonly link: Link; readonly anchor: string }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'field'; readonly name: string }
  /** A value of a field of the front matter, item of a list or not. */
  | { readonly kind: 'value'; readonly field: string; readonly text: string }
  | { readonly kind: 'directive'; readonly directive: Directive; readonly label: Span }
);

/** What stands at an offset; undefined for ordinary text. */
export function symbolAt(playbook: Playbook, offset: number, knowledgeBase: KnowledgeBase): PlaybookSymbol | undefined {
  return offset < playbook.bodyStart ? inFrontMatter(playbook, offset) : inBody(playbook, offset, knowledgeBase);
}

function inFrontMatter(playbook: Playbook, offset: number): PlaybookSymbol | undefined {
  const { nodes, data } = playbook.frontMatter;
  const id = nodes.get('/id')?.value;
  if (id && playbook.hasOwnId && holds(id, offset)) return { kind: 'id', id: playbook.id, from: 'id', at: id };
  for (const reference of idReferences(playbook)) {
    const { from, at } = reference;
    if ((from === 'related' || from === 'course' || from === 'translation_of' || from === 'replaced_by') && holds(at, offset))
      return { kind: 'id', id: reference.id, from, at };
  }
  for (const [pointer, node] of nodes) {
    const [, field = '', ...rest] = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (field === '') continue;
    if (node.key && holds(node.key, offset)) {
      if (field === 'placeholders' && rest.length === 1) return { kind: 'placeholder', name: rest[0] ?? '', at: node.key };
      if (rest.length === 0) return { kind: 'field', name: field, at: node.key };
    }
    const value = rest.length === 0 ? data[field] : listItem(data[field], rest);
    const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (isScalar && holds(node.value, offset)) return { kind: 'value', field, text: String(value).trim(), at: node.value };
  }
  return undefined;
}

function listItem(value: unknown, rest: readonly string[]): unknown {
  return Array.isArray(value) && rest.length === 1 ? value[Number(rest[0])] : undefined;
}

function inBody(playbook: Playbook, offset: number, knowledgeBase: KnowledgeBase): PlaybookSymbol | undefined {
  const use = playbook.placeholderUses.find((candidate) => holds(candidate, offset));
  if (use) return { kind: isVariable(use.name, knowledgeBase) ? 'variable' : 'placeholder', name: use.name, at: nameSpan(playbook, use) };
  const include = playbook.includes.find((candidate) => holds(candidate, offset));
  if (include) return includeSymbol(playbook, include);
  const link = innermost(playbook.links, offset);
  if (link) return linkSymbol(playbook, link, offset);
  const image = innermost(playbook.images, offset);
  if (image) return { kind: 'path', target: image.target, link: image, at: splitTarget(playbook, image).path };
  const directive = innermost(playbook.directives, offset);
  if (directive) return { kind: 'directive', directive, at: directive, label: labelSpan(playbook, directive) };
  const heading = playbook.headings.find((candidate) => holds(candidate, offset));
  return heading && { kind: 'heading', heading, at: heading.textSpan };
}

function includeSymbol(playbook: Playbook, include: Include): PlaybookSymbol {
  return { kind: 'id', id: include.id, from: 'include', at: includeIdSpan(playbook, include) };
}

function linkSymbol(playbook: Playbook, link: Link, offset: number): PlaybookSymbol {
  const { path, anchor } = splitTarget(playbook, link);
  const { address, anchor: name } = splitAnchor(link.target);
  if (anchor && (offset >= anchor.start || address === '')) return { kind: 'anchor', link, anchor: name, at: anchor };
  return link.form === 'id' && address !== ''
    ? { kind: 'id', id: address, from: 'link', at: path }
    : { kind: 'path', target: link.target, link, at: path };
}

/** Where a link's path and anchor stand. A link by reference (`[text][name]`) has them in its definition, far away: then both are the whole link. */
export function splitTarget(playbook: Playbook, link: Link | Image): { readonly path: Span; readonly anchor?: Span } {
  const { targetSpan: at, target } = link;
  const hash = target.indexOf('#');
  if (playbook.text.slice(at.start, at.end) !== target) return { path: at, ...(hash >= 0 && { anchor: at }) };
  if (hash < 0) return { path: at };
  return { path: { start: at.start, end: at.start + hash }, anchor: { start: at.start + hash + 1, end: at.end } };
}

export function holds(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

function innermost<Item extends Span>(items: readonly Item[], offset: number): Item | undefined {
  return items.filter((item) => holds(item, offset)).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}
