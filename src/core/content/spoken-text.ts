import type { KnowledgeBase } from '../knowledge-base.js';
import type { Block, PlaceholderDefinition, Playbook, Section, Wording } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { placeholderPattern } from '../parse/body.js';
import { blockText } from './block-text.js';
import { withSubsections } from './sections.js';

/** One message as a customer gets it, and where it stands in the playbook: the blockquote, or the embed that brings it. */
export interface SpokenText extends Span {
  readonly text: string;
}

/**
 * The wording of a section and its subsections as customers get it: placeholders filled with their examples, variables with
 * their values, embeds with what they embed. Embeds that go in circles stop.
 */
export function readSpokenTexts(playbook: Playbook, section: Section, knowledgeBase: KnowledgeBase): readonly SpokenText[] {
  return messagesOf(playbook, section, knowledgeBase, [playbook]);
}

function messagesOf(playbook: Playbook, section: Section, knowledgeBase: KnowledgeBase, above: readonly Playbook[]): readonly SpokenText[] {
  return withSubsections(section)
    .flatMap((part) => part.blocks)
    .flatMap((block): readonly SpokenText[] => {
      const { start, end } = block;
      if (block.kind === 'wording') return [{ start, end, text: expand(playbook, block, knowledgeBase, above) }];
      return embeddedIn(playbook, block, knowledgeBase, above).flatMap((embedded) =>
        messagesOf(embedded, embedded.root, knowledgeBase, [...above, embedded]).map(({ text }) => ({ start, end, text })),
      );
    });
}

function expand(playbook: Playbook, wording: Wording, knowledgeBase: KnowledgeBase, above: readonly Playbook[]): string {
  const embedded = embeddedIn(playbook, wording, knowledgeBase, above).map((target) =>
    withSubsections(target.root)
      .flatMap((section) => section.blocks)
      .map((block) =>
        block.kind === 'wording' ? expand(target, block, knowledgeBase, [...above, target]) : fill(target, blockText(block), knowledgeBase),
      )
      .filter((text) => text !== '')
      .join('\n'),
  );
  return [fill(playbook, wording.text, knowledgeBase), ...embedded].filter((text) => text.trim() !== '').join('\n');
}

function embeddedIn(playbook: Playbook, block: Block, knowledgeBase: KnowledgeBase, above: readonly Playbook[]): readonly Playbook[] {
  return playbook.includes
    .filter((include) => include.start >= block.start && include.end <= block.end)
    .flatMap((include) => knowledgeBase.resolveInclude(include) ?? [])
    .filter((target) => !above.includes(target));
}

function fill(playbook: Playbook, text: string, knowledgeBase: KnowledgeBase): string {
  return text.replace(placeholderPattern, (_, name: string) => {
    const variable = knowledgeBase.config.variables.get(name);
    return variable ?? example(playbook.fields.placeholders.find((definition) => definition.name === name));
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
  choice: 4,
};
