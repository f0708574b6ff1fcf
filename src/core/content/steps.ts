import type { ListItem, Section } from '../model/playbook.js';
import { withSubsections } from './sections.js';

export interface Step {
  /** The step's words without its directives. */
  readonly text: string;
  /** Label of `:owner[…]` */
  readonly owner?: string;
  /** Label of `:within[…]`, as written. */
  readonly within?: string;
  /** Label of `:record[…]`: what to write down. */
  readonly record?: string;
  readonly item: ListItem;
}

/** The steps of a section and its subsections: the top-level items of their ordered lists. */
export function readSteps(section: Section): readonly Step[] {
  return withSubsections(section)
    .flatMap((part) => part.blocks)
    .flatMap((block) => (block.kind === 'list' && block.ordered ? block.items : []))
    .map((item): Step => {
      const owner = labelOf(item, 'owner');
      const within = labelOf(item, 'within');
      const record = labelOf(item, 'record');
      return {
        text: item.words,
        ...(owner !== undefined && { owner }),
        ...(within !== undefined && { within }),
        ...(record !== undefined && { record }),
        item,
      };
    });
}

function labelOf(item: ListItem, name: string): string | undefined {
  return item.directives.find((directive) => directive.name === name)?.label.trim();
}
