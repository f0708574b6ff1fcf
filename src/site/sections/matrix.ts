import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Matrix, type MatrixPriority, priorityLevel, readMatrix } from '../../core/content/matrix.js';
import type { Section } from '../../core/model/playbook.js';
import { priorityShape } from '../icons.js';
import { isElement, textOf } from '../render/to-hast.js';
import { sayDuration } from '../words.js';
import { dress, scrollable } from './dress.js';
import type { SectionContext } from './section-context.js';

/** The first table with its priorities coloured, shaped and timed; the second with the same marks. */
export function dressMatrix(content: readonly ElementContent[], section: Section, context: SectionContext): ElementContent[] {
  const matrix = readMatrix(section, context.knowledgeBase.config);
  const tables = content.filter((node) => isElement(node, 'table'));
  return content.flatMap((node): ElementContent[] => {
    if (!isElement(node) || !tables.includes(node)) return dress([node], context);
    const index = tables.indexOf(node);
    if (index === 0) return [scrollable(matrixTable(node, matrix, context), context)];
    return [scrollable(index === 1 ? legendTable(node, matrix, context) : node, context)];
  });
}

function matrixTable(table: Element, matrix: Matrix, context: SectionContext): Element {
  const rows = bodyRows(table);
  return withRows({ ...table, properties: { ...table.properties, className: ['matrix'] } }, (row) => {
    const cells = matrix.cells[rows.indexOf(row)] ?? [];
    let column = -1;
    return {
      ...row,
      children: row.children.map((cell) => {
        if (!isElement(cell, 'td', 'th')) return cell;
        column += 1;
        if (column === 0) return { ...cell, tagName: 'th', properties: { ...cell.properties, scope: 'row' } };
        const priority = matrix.priorities.find(({ id }) => id === cells[column - 1]?.priority);
        return priority ? priorityCell(cell, priority, matrix, context) : cell;
      }),
    };
  });
}

function priorityCell(cell: Element, priority: MatrixPriority, matrix: Matrix, { say }: SectionContext): Element {
  const rest = textOf(cell).trim().slice(priority.id.length).trim();
  return {
    ...cell,
    properties: { ...cell.properties, className: ['priority-cell', `priority-${levelOf(priority, matrix)}`] },
    children: [
      badge(priority, matrix),
      ...(priority.respondWithin === ''
        ? []
        : [{ type: 'text' as const, value: ' ' }, h('span', { className: ['respond'] }, sayDuration(say, priority.respondWithin))]),
      ...(rest === '' ? [] : [{ type: 'text' as const, value: ' ' }, h('span', { className: ['detail'] }, rest)]),
    ],
  };
}

function legendTable(table: Element, matrix: Matrix, _context: SectionContext): Element {
  return withRows({ ...table, properties: { ...table.properties, className: ['priorities'] } }, (row) => ({
    ...row,
    children: row.children.map((cell, index) => {
      const isFirst = row.children.findIndex((candidate) => isElement(candidate, 'td', 'th')) === index;
      if (!isElement(cell, 'td', 'th') || !isFirst) return cell;
      const priority = matrix.priorities.find(({ id }) => id === textOf(cell).trim());
      return priority
        ? { ...cell, tagName: 'th', properties: { ...cell.properties, scope: 'row' }, children: [badge(priority, matrix)] }
        : cell;
    }),
  }));
}

function badge(priority: MatrixPriority, matrix: Matrix): Element {
  const level = levelOf(priority, matrix);
  return h('span', { className: ['priority', `priority-${level}`] }, [priorityShape(level), priority.id]);
}

function levelOf(priority: MatrixPriority, matrix: Matrix): number {
  return priorityLevel(priority.id, matrix.priorities.indexOf(priority));
}

function bodyRows(table: Element): readonly Element[] {
  return table.children.flatMap((part) => (isElement(part, 'tbody') ? part.children.filter((row) => isElement(row, 'tr')) : []));
}

function withRows(table: Element, change: (row: Element) => Element): Element {
  return {
    ...table,
    children: table.children.map((part) =>
      isElement(part, 'tbody') ? { ...part, children: part.children.map((row) => (isElement(row, 'tr') ? change(row) : row)) } : part,
    ),
  };
}
