import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { hasClass, isElement } from '../render/to-hast.js';

/** Types whose pages are read while talking: wording on one side, what only the agent reads on the other. */
const spokenTypes: ReadonlySet<string> = new Set(['script', 'response']);

export function isSpokenType(type: string): boolean {
  return spokenTypes.has(type);
}

/**
 * Puts what the author wrote before a wording beside it: text for the agent's eyes on one side, the customer's wording on the
 * other. Pictures and tables between them stay with the wording, which has the room. Expects content that is dressed.
 */
export function pairNotes(content: readonly ElementContent[]): ElementContent[] {
  const paired: ElementContent[] = [];
  let notes: ElementContent[] = [];
  let between: ElementContent[] = [];
  let wording: ElementContent[] = [];
  const flush = (): void => {
    if (wording.length === 0 || notes.length === 0) paired.push(...notes, ...between, ...wording);
    else
      paired.push(
        h('div', { className: ['paired'] }, [
          h('div', { className: ['told'] }, notes),
          h('div', { className: ['said-to'] }, [...between, ...wording]),
        ]),
      );
    [notes, between, wording] = [[], [], []];
  };
  for (const node of content) {
    const kind = kindOf(node);
    if (kind === 'blank') continue;
    if (kind === 'wording') wording.push(node);
    else if (kind === 'note') {
      if (wording.length > 0 || between.length > 0) flush();
      notes.push(node);
    } else if (kind === 'wide' && wording.length === 0) between.push(node);
    else {
      flush();
      paired.push(node);
    }
  }
  flush();
  return paired;
}

function kindOf(node: ElementContent): 'wording' | 'note' | 'wide' | 'blank' | 'other' {
  if (node.type !== 'element') return node.type === 'text' && node.value.trim() !== '' ? 'note' : 'blank';
  if (hasClass(node, 'wording') || hasClass(node, 'variants')) return 'wording';
  if (hasClass(node, 'embedded'))
    return node.children.some((child) => isElement(child) && hasClass(child, 'wording')) ? 'wording' : 'other';
  if (hasClass(node, 'image') || hasClass(node, 'table-scroll')) return 'wide';
  if (isElement(node, 'p', 'ul', 'ol') || hasClass(node, 'callout')) return 'note';
  return 'other';
}
