import type { Node, Parent } from 'unist';

/** Puts nodes in the place of a child; gives the index after them, where a walk goes on. */
export function replaceChild(parent: Parent | undefined, child: Node, replacements: readonly Node[]): number {
  const index = parent?.children.indexOf(child) ?? -1;
  if (!parent || index < 0) return 0;
  parent.children.splice(index, 1, ...replacements);
  return index + replacements.length;
}
