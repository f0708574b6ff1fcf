import type { Emphasis, Link, Node, Paragraph, Parent, Root, Text } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { Config } from '../../core/config/config.js';
import type { KnowledgeBase } from '../../core/knowledge-base.js';
import type { PlaceholderDefinition, Playbook } from '../../core/model/playbook.js';
import { placeholderPattern } from '../../core/parse/body.js';
import { idLinkData, isDirective } from '../../core/parse/markdown.js';
import { isWordKey, type Say, sayDuration } from '../words.js';
import { replaceChild } from './replace-child.js';

/** Links by id travel through the HTML tree under this scheme until they are resolved; the sanitizer knows no such scheme. */
export const idScheme = 'playbook-id:';

export interface PreparedMarkdown {
  /** Ids of `::include`, by the number in their mark. */
  readonly includes: readonly string[];
  /** Blanks in the order of their first use. */
  readonly placeholders: readonly PlaceholderDefinition[];
}

/**
 * Gives a playbook's tree the marks that later steps turn into links, anchors, blanks, chips and embeds. `source` is the
 * Markdown the tree was parsed from. Changes the tree.
 */
export function prepareMarkdown(root: Root, source: string, playbook: Playbook, knowledgeBase: KnowledgeBase, say: Say): PreparedMarkdown {
  const includes: string[] = [];
  const placeholders = new Map<string, PlaceholderDefinition>();
  let heading = 0;
  visitParents(root, (node, ancestors) => {
    if (node.type === 'heading') {
      // The tree is the one the headings were read from, in the same order.
      node.data = { ...node.data, hProperties: { dataHeading: String(heading) } };
      heading += 1;
    } else if (node.type === 'link') prepareIdLink(node, knowledgeBase);
    else if (node.type === 'text') {
      const pieces = splitPlaceholders(node, source, playbook, knowledgeBase.config, placeholders);
      if (pieces) return [SKIP, replaceChild(ancestors.at(-1), node, pieces)];
    } else if (isDirective(node)) prepareDirective(node, includes, say);
    return undefined;
  });
  return { includes, placeholders: [...placeholders.values()] };
}

function prepareIdLink(node: Link, knowledgeBase: KnowledgeBase): void {
  const data = idLinkData(node);
  if (!data) return;
  const [id = '', anchor] = node.url.split('#', 2);
  const target = knowledgeBase.withId(id)[0];
  const section = target?.headings.find((heading) => heading.anchor === anchor);
  node.url = `${idScheme}${encodeURIComponent(node.url)}`;
  if (!data.hasText && target) node.children = [{ type: 'text', value: section ? `${target.title} · ${section.text}` : target.title }];
}

/** Pieces of a text with its blanks and variables; undefined when there are none. */
function splitPlaceholders(
  node: Text,
  source: string,
  playbook: Playbook,
  config: Config,
  placeholders: Map<string, PlaceholderDefinition>,
): (Text | Emphasis)[] | undefined {
  if (!node.value.includes('{{')) return undefined;
  // A brace with a backslash before it is meant as a brace: only what the source has counts, as for the rules.
  const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const names = new Set([...written.matchAll(placeholderPattern)].map((match) => match[1] ?? ''));
  const pieces: (Text | Emphasis)[] = [];
  let done = 0;
  for (const match of node.value.matchAll(placeholderPattern)) {
    const [whole, name = ''] = match;
    if (!names.has(name)) continue;
    if (match.index > done) pieces.push({ type: 'text', value: node.value.slice(done, match.index) });
    done = match.index + whole.length;
    const variable = config.variables.get(name);
    pieces.push(variable === undefined ? placeholderNode(name, playbook, placeholders) : { type: 'text', value: variable });
  }
  if (done === 0) return undefined;
  if (done < node.value.length) pieces.push({ type: 'text', value: node.value.slice(done) });
  return pieces;
}

function placeholderNode(name: string, playbook: Playbook, placeholders: Map<string, PlaceholderDefinition>): Emphasis {
  const definition = playbook.fields.placeholders.find((candidate) => candidate.name === name) ?? {
    name,
    type: 'text' as const,
    required: false,
    pii: false,
    choices: [],
    formats: [],
  };
  if (!placeholders.has(name)) placeholders.set(name, definition);
  return {
    type: 'emphasis',
    children: [{ type: 'text', value: definition.label ?? name }],
    data: { hName: 'span', hProperties: { className: ['placeholder'], dataName: name } },
  };
}

function prepareDirective(
  node: Node & { name: string; attributes?: Record<string, string | null | undefined> | null | undefined },
  includes: string[],
  say: Say,
): void {
  const mark = (hName: string, hProperties: Record<string, string | string[]>): void => {
    node.data = { ...node.data, hName, hProperties };
  };
  switch (node.name) {
    case 'include':
      mark('div', { className: ['embedded'], dataInclude: String(includes.length) });
      includes.push(node.attributes?.['id'] ?? '');
      if ('children' in node) node.children = [];
      break;
    case 'owner':
    case 'record':
      mark('span', { className: [node.name] });
      break;
    case 'within':
      mark('span', { className: ['within'] });
      if (isParent(node)) node.children = [textNode(sayDuration(say, labelOf(node)))];
      break;
    case 'outcome': {
      const outcome = isParent(node) ? labelOf(node).trim() : '';
      const key = `outcome.${outcome}`;
      mark('span', { className: isWordKey(key) ? ['outcome', `outcome-${outcome}`] : ['outcome'] });
      if (isParent(node) && isWordKey(key)) node.children = [textNode(say(key))];
      break;
    }
    case 'note':
    case 'tip':
    case 'warning':
      mark('div', { className: ['callout', `callout-${node.name}`] });
      if (isParent(node)) prepareCallout(node, say(node.name));
      break;
  }
}

/** The label of `:::note[…]` is its title; without one the title is the kind's name. */
function prepareCallout(node: Parent, word: string): void {
  const [first] = node.children;
  const data: Readonly<Record<string, unknown>> = { ...first?.data };
  const hasLabel = first?.type === 'paragraph' && data['directiveLabel'] === true;
  const title: Paragraph = {
    type: 'paragraph',
    children: hasLabel ? first.children : [textNode(word)],
    data: { hProperties: { className: ['callout-title'] } },
  };
  node.children = [title, ...(hasLabel ? node.children.slice(1) : node.children)];
}

function labelOf(node: Parent): string {
  return node.children.map((child) => ('value' in child ? child.value : 'children' in child ? labelOf(child) : '')).join('');
}

function textNode(value: string): Text {
  return { type: 'text', value };
}

function isParent(node: Node): node is Parent {
  return 'children' in node && Array.isArray(node.children);
}
