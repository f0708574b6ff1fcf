import type { ProtocolPriority } from '../../../core/protocol-run/protocol.js';
import { element } from '../page.js';

/** A priority with its colour and the shape that the page's matrix gives it. */
export function priorityBadge(priority: ProtocolPriority): HTMLElement {
  const shape = document.querySelector(`.matrix .priority-${priority.level} .shape, .priorities .priority-${priority.level} .shape`);
  return element(
    'strong',
    { class: `priority priority-${priority.level}` },
    ...(shape ? [shape.cloneNode(true)] : []),
    element('span', {}, priority.id),
  );
}
