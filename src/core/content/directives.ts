import type { Directive, Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';

/** Where the label of a text directive stands, between its brackets; the whole directive where it has none. */
export function labelSpan(playbook: Playbook, directive: Directive): Span {
  const open = playbook.text.indexOf('[', directive.start);
  const close = playbook.text.lastIndexOf(']', directive.end - 1);
  return open >= directive.start && open < close ? { start: open + 1, end: close } : directive;
}
