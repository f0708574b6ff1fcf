import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { textWidth } from '../pictures/text.js';
import { isPictureParagraph } from '../render/resolve.js';
import { hasClass, isElement, textOf } from '../render/to-hast.js';
import type { SectionContext } from './section-context.js';
import { wordingCard } from './wording.js';

/** Gives sanitized content its furniture: scrolling tables, wording cards, figures. What it adds is ours and needs no sanitizing. */
export function dress(content: readonly ElementContent[], context: SectionContext): ElementContent[] {
  return content.map((node) => (isElement(node) ? dressElement(node, context) : node));
}

function dressElement(node: Element, context: SectionContext): Element {
  if (node.tagName === 'blockquote' && !context.isDialogue) return wordingCard(node, context);
  if (node.tagName === 'table') return scrollable(node, context);
  if (isPictureParagraph(node)) return figure(node);
  if (node.tagName === 'p' || node.tagName === 'pre') return node;
  const withIcon = hasClass(node, 'callout') ? { ...node, properties: { ...node.properties, role: 'note' } } : node;
  return { ...withIcon, children: dress(node.children, context) };
}

/** Wide tables scroll by themselves, by keyboard too, so that the page never does. */
export function scrollable(table: Element, { say }: SectionContext): Element {
  return h('div', { className: ['table-scroll'], role: 'group', ariaLabel: say('scrollTable'), tabIndex: 0 }, [markShortColumns(table)]);
}

/** Widest cell, in ems, of a column whose cells stay on one line. */
const shortColumn = 8;

function markShortColumns(table: Element): Element {
  const rows = table.children
    .filter((part) => isElement(part, 'tbody'))
    .flatMap((part) => part.children.filter((row) => isElement(row, 'tr')))
    .map((row) => row.children.filter((cell) => isElement(cell, 'td', 'th')));
  const isShort = (column: number): boolean => rows.every((cells) => textWidth(cellText(cells[column])) <= shortColumn);
  for (const cells of rows) {
    cells.forEach((cell, column) => {
      const { className } = cell.properties;
      if (cell.tagName === 'td' && isShort(column))
        cell.properties['className'] = [...(Array.isArray(className) ? className : []), 'short'];
    });
  }
  return table;
}

function cellText(cell: Element | undefined): string {
  return cell ? textOf(cell).trim() : '';
}

function figure(paragraph: Element): Element {
  const image = paragraph.children.find((child) => isElement(child, 'img'));
  return h('figure', { className: ['image'] }, image ? [image] : []);
}
