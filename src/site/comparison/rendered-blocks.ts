import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
import type { KnowledgeBase } from '../../core/knowledge-base.js';
import type { Playbook } from '../../core/model/playbook.js';
import { type Addresses, createAddresses } from '../addresses.js';
import { type RenderedSection, renderBody } from '../render/render-body.js';
import { hasClass, isElement, textOf } from '../render/to-hast.js';
import type { Say } from '../words.js';
import type { SayOfComparison } from './words.js';

/** A playbook as it is in one revision of its knowledge base. */
export interface PageRevision {
  readonly playbook: Playbook;
  readonly knowledgeBase: KnowledgeBase;
  /** By default those of the knowledge base; finding them takes time that grows with it. */
  readonly addresses?: Addresses;
}

export interface ShownElement {
  readonly element: Element;
  /** The element as HTML: equal for those that look the same. */
  readonly html: string;
  readonly text: string;
}

export function shown(element: Element): ShownElement {
  return { element, html: toHtml(element), text: textOf(element) };
}

/** One heading, paragraph, quote, list or table of a rendered page. */
export interface RenderedBlock extends ShownElement {
  /** Place of the heading above it in the source, or of the start of the page. */
  readonly headingStart: number;
  readonly isHeading: boolean;
}

/** A page in the order in which it is read, without what needs a site around it: links lead nowhere, pictures are named. */
export function renderBlocks(
  { playbook, knowledgeBase, addresses = createAddresses(knowledgeBase) }: PageRevision,
  today: string,
  say: Say,
  words: SayOfComparison,
): readonly RenderedBlock[] {
  const site = { knowledgeBase, addresses, today };
  const body = renderBody(playbook, site, say);
  const blocks: RenderedBlock[] = [];
  const add = (node: ElementContent, headingStart: number, isHeading = false): void => {
    if (node.type === 'text' && node.value.trim() === '') return;
    const found = node.type === 'element' ? node : h('p', [node]);
    blocks.push({ ...shown(found), headingStart, isHeading });
  };
  const walk = (section: RenderedSection): void => {
    const { heading } = section;
    const start = heading?.start ?? 0;
    if (heading) add(h(`h${Math.min(6, heading.depth + 1)}`, withoutSite(section.headingContent, words)), start, true);
    for (const node of withoutSite(section.content, words))
      add(isElement(node, 'blockquote') ? h('figure', { className: ['wording'] }, [node]) : node, start);
    for (const child of section.sections) walk(child);
  };
  walk(body.root);
  if (body.footnotes) for (const node of withoutSite([body.footnotes], words)) add(node, blocks.at(-1)?.headingStart ?? 0);
  return blocks;
}

function withoutSite(content: readonly ElementContent[], words: SayOfComparison): ElementContent[] {
  const root = h('div', structuredCopy(content));
  visitParents(root, 'element', (node) => {
    const { id: _id, ariaDescribedBy: _described, ...kept } = node.properties;
    node.properties = kept;
    if (node.tagName === 'a') {
      node.tagName = 'span';
      node.properties = { className: ['link'] };
    } else if (node.tagName === 'img' || node.tagName === 'video' || node.tagName === 'audio') {
      const alt = typeof kept['alt'] === 'string' ? kept['alt'] : String(kept['src'] ?? '');
      node.tagName = 'span';
      node.properties = { className: ['picture'] };
      node.children = [{ type: 'text', value: words('picture', { alt }) }];
    } else if (node.tagName === 'input' || hasClass(node, 'anchor')) node.properties = { ...node.properties, tabIndex: -1 };
  });
  return root.children;
}

/** The tree of a page is shown several times; each time it is marked otherwise. */
function structuredCopy<Content extends ElementContent>(content: readonly Content[]): Content[] {
  return content.map((node) => copyOf(node));
}

export function copyOf<Content extends ElementContent>(node: Content): Content {
  return node.type === 'element' ? { ...node, properties: { ...node.properties }, children: structuredCopy(node.children) } : { ...node };
}
