import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { isPictureParagraph } from '../render/resolve.js';
import { hasClass, isElement } from '../render/to-hast.js';
import type { SectionContext } from './section-context.js';
import { wordingCard } from './wording.js';

/** Gives sanitized content its furniture: scrolling tables, wording cards, figures. What it adds is ours and needs no sanitizing. */
export function dress(content: readonly ElementContent[], context: SectionContext): ElementContent[] {
  return content.map((node) => (isElement(node) ? dressElement(node, context) : node));
}

function dressElement(node: Element, context: SectionContext): Element {
  if (node.tagName === 'blockquote') return wordingCard(node, context);
  if (node.tagName === 'table') return scrollable(node, context);
  if (isPictureParagraph(node)) return figure(node);
  if (node.tagName === 'p' || node.tagName === 'pre') return node;
  const withIcon = hasClass(node, 'callout') ? { ...node, properties: { ...node.properties, role: 'note' } } : node;
  return { ...withIcon, children: dress(node.children, context) };
}

/** Wide tables scroll by themselves, by keyboard too, so that the page never does. */
export function scrollable(table: Element, { say }: SectionContext): Element {
  return h('div', { className: ['table-scroll'], role: 'region', ariaLabel: say('scrollTable'), tabIndex: 0 }, [table]);
}

function figure(paragraph: Element): Element {
  const image = paragraph.children.find((child) => isElement(child, 'img'));
  return h('figure', { className: ['image'] }, image ? [image] : []);
}
