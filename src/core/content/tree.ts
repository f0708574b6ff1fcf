import type { List, Section } from '../model/playbook.js';

export interface TreeNode {
  readonly text: string;
  readonly children: readonly TreeNode[];
}

/** The lists of a section as a tree: why-trees and fishbones. The section's own heading is the root and not part of it. */
export function readTree(section: Section): readonly TreeNode[] {
  return section.blocks.flatMap((block) => (block.kind === 'list' ? nodesOf(block) : []));
}

function nodesOf(list: List): readonly TreeNode[] {
  return list.items.map((item) => ({ text: item.words, children: item.lists.flatMap(nodesOf) }));
}
