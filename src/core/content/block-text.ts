import type { Block, ListItem } from '../model/playbook.js';

/** The words of a block as a reader sees them: cells and items on lines of their own. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'table':
      return [block.headers, ...block.rows].map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
    case 'list':
      return block.items.map(itemText).join('\n');
    default:
      return block.text;
  }
}

function itemText(item: ListItem): string {
  return [item.text, ...item.lists.flatMap((list) => list.items.map(itemText))].join('\n');
}

/** Han characters, and words of other scripts. */
export function countText(text: string): { readonly han: number; readonly words: number } {
  return {
    han: text.match(/\p{Script=Han}/gu)?.length ?? 0,
    words: text.match(/[\p{L}\p{N}]+/gu)?.filter((word) => !/\p{Script=Han}/u.test(word)).length ?? 0,
  };
}
