import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { icon } from '../icons.js';
import { isElement } from '../render/to-hast.js';
import { dress, scrollable } from './dress.js';
import type { SectionContext } from './section-context.js';

/** The table of what not to say: the first column crossed, the last ticked, by icon as well as colour. */
export function neverSayContent(content: readonly ElementContent[], context: SectionContext): ElementContent[] {
  return content.flatMap((node): ElementContent[] =>
    isElement(node, 'table') ? [scrollable(markColumns(node), context)] : dress([node], context),
  );
}

function markColumns(table: Element): Element {
  return {
    ...table,
    properties: { ...table.properties, className: ['never-say'] },
    children: table.children.map((part) =>
      isElement(part, 'tbody') ? { ...part, children: part.children.map((row) => (isElement(row, 'tr') ? markRow(row) : row)) } : part,
    ),
  };
}

function markRow(row: Element): Element {
  const cells = row.children.filter((cell) => isElement(cell, 'td'));
  return {
    ...row,
    children: row.children.map((cell) => {
      if (!isElement(cell, 'td')) return cell;
      const isLast = cell === cells.at(-1) && cells.length > 2;
      if (cell === cells[0]) return withMark(cell, 'bad', 'close');
      return isLast ? withMark(cell, 'good', 'check') : cell;
    }),
  };
}

function withMark(cell: Element, className: string, name: string): Element {
  const content = h('span', { className: ['said'] }, [...cell.children]);
  return {
    ...cell,
    properties: { ...cell.properties, className: [className] },
    children: [h('span', { className: ['marked'] }, [icon(name), content])],
  };
}
