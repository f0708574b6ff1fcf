import type { Config } from '../config/config.js';
import type { Section, Table, TableCell } from '../model/playbook.js';

interface MatrixCell extends TableCell {
  /** The priority the cell names; absent when it is empty or names none. */
  readonly priority?: string;
}

export interface MatrixPriority {
  readonly id: string;
  /** As written in the section's second table (`5 分钟`), else as in the config (`5m`). */
  readonly respondWithin: string;
  /** Further cells of the second table's row, for instance how often news is given; empty for a priority from the config. */
  readonly details: readonly TableCell[];
}

export interface Matrix {
  /** The table read; absent when the section has none, and all else is then empty. */
  readonly table?: Table;
  /** Headers of the second table's further columns, aligned with `details`. */
  readonly detailHeaders: readonly TableCell[];
  /** First cell of each row: how large the impact is. */
  readonly rows: readonly TableCell[];
  /** Headers after the first: how urgent it is. */
  readonly columns: readonly TableCell[];
  /** By row, then column; a row may be shorter or longer than `columns` where the table is uneven. */
  readonly cells: readonly (readonly MatrixCell[])[];
  /** Those of the second table, then those only the config has. */
  readonly priorities: readonly MatrixPriority[];
}

/** Reads a section's first table as an urgency-impact matrix and its second as the priorities' response times. */
export function readMatrix(section: Section, config: Config): Matrix {
  const [table, legend] = section.blocks.filter((block) => block.kind === 'table');
  const listed = (legend?.rows ?? []).flatMap(([id, respondWithin, ...details]): MatrixPriority[] =>
    id && id.text !== '' ? [{ id: id.text, respondWithin: respondWithin?.text ?? '', details }] : [],
  );
  const fromConfig = config.priorities
    .filter(({ id }) => !listed.some((priority) => same(priority.id, id)))
    .map(({ id, respondWithin }): MatrixPriority => ({ id, respondWithin, details: [] }));
  const priorities = [...listed, ...fromConfig];
  return {
    ...(table && { table }),
    detailHeaders: legend?.headers.slice(2) ?? [],
    rows: (table?.rows ?? []).flatMap((row) => row[0] ?? []),
    columns: table?.headers.slice(1) ?? [],
    cells: (table?.rows ?? []).map((row) =>
      row.slice(1).map((cell): MatrixCell => {
        const priority = priorityIn(
          cell.text,
          priorities.map(({ id }) => id),
        );
        return { ...cell, ...(priority !== undefined && { priority }) };
      }),
    ),
    priorities,
  };
}

/** A known priority at the start of a cell, else something that looks like one (`P` and a digit). */
function priorityIn(text: string, known: readonly string[]): string | undefined {
  const written = normalize(text);
  const found = [...known]
    .sort((a, b) => b.length - a.length)
    .find((id) => {
      const wanted = normalize(id);
      return written === wanted || (written.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(written.slice(wanted.length)));
    });
  return found ?? /^P\d(?![\p{L}\p{N}])/u.exec(written)?.[0];
}

/** Its place among the four levels that have a colour and a shape: by its name (`P1` to `P4`), else by its place in the list, most urgent first. */
export function priorityLevel(id: string, index: number): number {
  const digit = /^P([1-4])$/i.exec(id)?.[1];
  return digit === undefined ? Math.min(4, index + 1) : Number(digit);
}

function same(a: string, b: string): boolean {
  return normalize(a) === normalize(b);
}

function normalize(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}
