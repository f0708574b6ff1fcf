import type { KnowledgeBase } from '../knowledge-base.js';
import type { Block, PlaceholderDefinition, Playbook, Section, Wording } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { placeholderPattern } from '../parse/body.js';
import { blockText } from './block-text.js';
import { deepestEmbed, mostEmbeds } from './embeds.js';
import { withSubsections } from './sections.js';

/** One message as a customer gets it, and where it stands in the playbook: the blockquote, or the embed that brings it. */
export interface SpokenText extends Span {
  readonly text: string;
}

/** What stands for a blank; without a definition the playbook uses a name that it does not declare. */
export type SayBlank = (name: string, definition: PlaceholderDefinition | undefined) => string;

interface Reading {
  readonly knowledgeBase: KnowledgeBase;
  readonly sayBlank: SayBlank;
  /** How many embeds were put in so far; shared by all messages that are read together. */
  readonly embeds: { count: number };
}

/**
 * The wording of a section and its subsections as customers get it: placeholders filled, by default with their examples,
 * variables with their values, embeds with what they embed. Embeds that go in circles, or on and on, stop.
 */
export function readSpokenTexts(
  playbook: Playbook,
  section: Section,
  knowledgeBase: KnowledgeBase,
  sayBlank: SayBlank = (_, definition) => example(definition),
): readonly SpokenText[] {
  const reading = { knowledgeBase, sayBlank, embeds: { count: 0 } };
  return withSubsections(section).flatMap((part) => messagesIn(playbook, part, reading, [playbook]));
}

/** The same for one section without its subsections. */
export function readOwnTexts(
  playbook: Playbook,
  section: Section,
  knowledgeBase: KnowledgeBase,
  sayBlank: SayBlank,
): readonly SpokenText[] {
  return messagesIn(playbook, section, { knowledgeBase, sayBlank, embeds: { count: 0 } }, [playbook]);
}

function messagesIn(playbook: Playbook, section: Section, reading: Reading, above: readonly Playbook[]): readonly SpokenText[] {
  return section.blocks.flatMap((block): readonly SpokenText[] => {
    const { start, end } = block;
    if (block.kind === 'wording') return [{ start, end, text: expand(playbook, block, reading, above) }];
    return embeddedIn(playbook, block, reading, above).flatMap((embedded) =>
      withSubsections(embedded.root)
        .flatMap((part) => messagesIn(embedded, part, reading, [...above, embedded]))
        .map(({ text }) => ({ start, end, text })),
    );
  });
}

function expand(playbook: Playbook, wording: Wording, reading: Reading, above: readonly Playbook[]): string {
  const embedded = embeddedIn(playbook, wording, reading, above).map((target) =>
    withSubsections(target.root)
      .flatMap((section) => section.blocks)
      .map((block) =>
        block.kind === 'wording' ? expand(target, block, reading, [...above, target]) : fill(target, blockText(block), reading),
      )
      .filter((text) => text !== '')
      .join('\n'),
  );
  return [fill(playbook, wording.text, reading), ...embedded].filter((text) => text.trim() !== '').join('\n');
}

function embeddedIn(playbook: Playbook, block: Block, { knowledgeBase, embeds }: Reading, above: readonly Playbook[]): readonly Playbook[] {
  if (above.length > deepestEmbed) return [];
  const found = playbook.includes
    .filter((include) => include.start >= block.start && include.end <= block.end)
    .flatMap((include) => knowledgeBase.resolveInclude(include) ?? [])
    .filter((target) => !above.includes(target))
    .slice(0, mostEmbeds - embeds.count);
  embeds.count += found.length;
  return found;
}

function fill(playbook: Playbook, text: string, { knowledgeBase, sayBlank }: Reading): string {
  return text.replace(placeholderPattern, (_, name: string) => {
    const variable = knowledgeBase.config.variables.get(name);
    return (
      variable ??
      sayBlank(
        name,
        playbook.fields.placeholders.find((definition) => definition.name === name),
      )
    );
  });
}

/** A placeholder's example; without one something as long as such values usually are. */
function example(definition: PlaceholderDefinition | undefined): string {
  if (definition?.example !== undefined) return definition.example;
  const [longest] = [...(definition?.choices ?? [])].sort((a, b) => b.length - a.length);
  return longest ?? '0'.repeat(usualLength[definition?.type ?? 'text']);
}

const usualLength: Readonly<Record<PlaceholderDefinition['type'], number>> = {
  text: 8,
  number: 4,
  amount: 6,
  date: 10,
  time: 5,
  phone: 11,
  code: 10,
  choice: 4,
};
