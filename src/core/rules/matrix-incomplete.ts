import { readMatrix } from '../content/matrix.js';
import { sectionsOfKind } from '../content/sections.js';
import type { Playbook, TableCell } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { defineRule } from './rule.js';

export const matrixIncomplete = defineRule({
  code: 'matrix-incomplete',
  severity: 'error',
  description: {
    'zh-Hans': '分级矩阵有空格、认不出的优先级，或者优先级没有响应时效。',
    'zh-Hant': '分級矩陣有空格、認不出的優先級，或優先級沒有回應時效。',
    en: 'A severity matrix has gaps, unknown priorities or priorities without a response time.',
  },
  rationale: {
    'zh-Hans': '定级时正好落在空格里，就没有人知道该多快响应。每一格填一个优先级，并在第二张表或设置的 priorities 里给出响应时效。',
    'zh-Hant': '定級時正好落在空格裡，就沒有人知道該多快回應。每一格填一個優先級，並在第二張表或設定的 priorities 裡給出回應時效。',
    en: 'When an incident falls into a gap, nobody knows how fast to answer. Fill every cell with a priority, and give each priority its response time in the second table or under priorities in the config.',
  },
  example: {
    wrong:
      '---\ntype: protocol\n---\n## 分级矩阵\n\n| 影响 | 高 | 低 |\n| - | - | - |\n| 大 | P1 | |\n\n| 优先级 | 响应时效 |\n| - | - |\n| P1 | 5 分钟 |\n',
    right:
      '---\ntype: protocol\n---\n## 分级矩阵\n\n| 影响 | 高 | 低 |\n| - | - | - |\n| 大 | P1 | P1 |\n\n| 优先级 | 响应时效 |\n| - | - |\n| P1 | 5 分钟 |\n',
  },
  fixable: false,
  messages: {
    empty: {
      'zh-Hans': '这一格是空的，请填优先级。',
      'zh-Hant': '這一格是空的，請填優先級。',
      en: 'This cell is empty. Fill in a priority.',
    },
    unnamed: {
      'zh-Hans': '这一行或这一列没有名称。',
      'zh-Hant': '這一列或這一欄沒有名稱。',
      en: 'This row or column has no name.',
    },
    unknown: {
      'zh-Hans': '“{cell}”不是优先级。已有的优先级：{known}。',
      'zh-Hant': '「{cell}」不是優先級。已有的優先級：{known}。',
      en: '“{cell}” is no priority. Known priorities: {known}.',
    },
    withoutTime: {
      'zh-Hans': '优先级“{priority}”没有响应时效。请写在本节第二张表里，或写在设置的 priorities 里。',
      'zh-Hant': '優先級「{priority}」沒有回應時效。請寫在本節第二張表裡，或寫在設定的 priorities 裡。',
      en: 'The priority “{priority}” has no response time. Give it one in this section’s second table or under priorities in the config.',
    },
    uneven: {
      'zh-Hans': '这一行有 {cells} 格，表头有 {columns} 格，数目应当相同。',
      'zh-Hant': '這一列有 {cells} 格，表頭有 {columns} 格，數目應當相同。',
      en: 'This row has {cells} cells but the header has {columns}; they should be equal.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const { config } = knowledgeBase;
    for (const section of sectionsOfKind(playbook, knowledgeBase.typeOf(playbook), 'matrix')) {
      const { table, columns, rows, cells, priorities } = readMatrix(section, config);
      if (!table) continue;
      const timed = new Set(priorities.filter((priority) => priority.respondWithin !== '').map(({ id }) => id.toUpperCase()));
      const known = priorities.map(({ id }) => id).join(', ') || 'P1, P2, …';
      for (const name of [...columns, ...rows]) if (name.text === '') report('unnamed', { at: wordsSpan(playbook, name) });
      for (const row of table.rows) {
        const [first] = row;
        if (!first || row.length === table.headers.length) continue;
        report('uneven', {
          at: { start: first.start, end: row.at(-1)?.end ?? first.end },
          values: { cells: row.length, columns: table.headers.length },
        });
      }
      for (const cell of cells.flat()) {
        const at = wordsSpan(playbook, cell);
        if (cell.text === '') report('empty', { at });
        else if (cell.priority === undefined) report('unknown', { at, values: { cell: cell.text, known } });
        else if (!timed.has(cell.priority.toUpperCase())) report('withoutTime', { at, values: { priority: cell.priority } });
      }
    }
  },
});

/** A cell's words without its bars and the spaces around; the room between the bars when it has none. */
function wordsSpan(playbook: Playbook, cell: TableCell): Span {
  const source = playbook.text.slice(cell.start, cell.end);
  const start = cell.start + (source.startsWith('|') ? 1 : 0);
  const end = Math.max(start, cell.end - (source.length > 1 && source.endsWith('|') ? 1 : 0));
  const inside = playbook.text.slice(start, end);
  if (inside.trim() === '') return { start, end };
  return { start: start + inside.length - inside.trimStart().length, end: start + inside.trimEnd().length };
}
