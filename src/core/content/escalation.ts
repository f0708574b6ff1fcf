import type { Section, Table } from '../model/playbook.js';
import { withSubsections } from './sections.js';
import { readSteps, type Step } from './steps.js';

/** One way up: who takes over, when, and what they need to know. */
export interface Rung {
  readonly who: string;
  /** Who hands over, where a table says so. */
  readonly from?: string;
  /** By when: of a step as written (`2h`), of a table in words (`10 分钟`). */
  readonly within?: string;
  /** When to go this way; empty where a table does not say. */
  readonly condition: string;
  readonly records: readonly string[];
}

/**
 * The ways up that a section names: its steps with an owner, then the rows of its tables that have a column for whom to
 * escalate to, known by its header in Chinese or English. Empty where it says so in some other form.
 */
export function readEscalation(section: Section): readonly Rung[] {
  const tables = withSubsections(section).flatMap((part) => part.blocks.filter((block) => block.kind === 'table'));
  return [...readSteps(section).flatMap(rungOfStep), ...tables.flatMap(rungsOfTable)];
}

function rungOfStep(step: Step): readonly Rung[] {
  if (step.owner === undefined) return [];
  const records = step.item.directives.flatMap(({ name, label }) => (name === 'record' && label.trim() !== '' ? [label.trim()] : []));
  return [{ who: step.owner, ...(step.within !== undefined && { within: step.within }), condition: conditionOf(step), records }];
}

/** A step's words up to who, by when and with what, which are told apart from them. */
function conditionOf({ text, item }: Step): string {
  const [first] = item.directives;
  const before = first ? item.text.slice(0, Math.max(0, item.text.indexOf(first.label))) : text;
  const words = before.replace(/[\s:：,，、;；]+$/u, '');
  return words === '' ? text : words;
}

const headers = {
  who: /^(?:升级给谁?|升级到|[上汇]?报给谁?|升級給誰?|升級到|[上回]?報給誰?|(?:escalate )?to(?: whom)?)$/iu,
  from: /^(?:由谁(?:升级)?|由誰(?:升級)?|by(?: whom)?|from)$/iu,
  within: /^(?:时限|时间|多久内|時限|時間|多久內|within|by when|time(?: limit)?|deadline)$/iu,
  records: /[带帶附]上|bring|hand over|^with$/iu,
};

function rungsOfTable(table: Table): readonly Rung[] {
  const names = table.headers.map(({ text }) => text.trim());
  const column = (name: RegExp): number => names.findIndex((header) => name.test(header));
  const [who, from, within, records] = [column(headers.who), column(headers.from), column(headers.within), column(headers.records)];
  if (who < 0) return [];
  const condition = names.findIndex((_, index) => ![who, from, within, records].includes(index));
  return table.rows.flatMap((row): Rung[] => {
    const cell = (index: number): string => row[index]?.text.trim() ?? '';
    if (cell(who) === '') return [];
    return [
      {
        who: cell(who),
        ...(cell(from) !== '' && { from: cell(from) }),
        ...(cell(within) !== '' && { within: cell(within) }),
        condition: cell(condition),
        records: cell(records) === '' ? [] : [cell(records)],
      },
    ];
  });
}
