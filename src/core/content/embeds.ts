import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';

/**
 * Embeds are followed this deep, and so many are put into one text: snippets that embed each other several times would make an
 * endless text of a few lines.
 */
export const deepestEmbed = 10;
export const mostEmbeds = 200;

export interface Embeds {
  /** All playbooks that a stretch of text embeds, directly or through others, each once. */
  readonly embedded: readonly Playbook[];
  /** Whether any of the ids names no playbook. */
  readonly incomplete: boolean;
}

export function includesWithin(playbook: Playbook, span: Span, knowledgeBase: KnowledgeBase): Embeds {
  const embedded = new Set<Playbook>();
  let incomplete = false;
  const queue = playbook.includes.filter((include) => include.start >= span.start && include.end <= span.end);
  for (let include = queue.shift(); include; include = queue.shift()) {
    const target = knowledgeBase.resolveInclude(include);
    if (!target) incomplete = true;
    else if (target !== playbook && !embedded.has(target)) {
      embedded.add(target);
      queue.push(...target.includes);
    }
  }
  return { embedded: [...embedded], incomplete };
}
