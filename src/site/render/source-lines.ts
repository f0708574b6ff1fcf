import type { Root } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { hasClass } from './to-hast.js';

/** What stands as a block of its own, so that a page can be scrolled to it. */
const blocks: ReadonlySet<string> = new Set(['p', 'li', 'pre', 'blockquote', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'img', 'hr', 'div']);

/**
 * Marks blocks with their line in the file, from 0. What is embedded comes from another file and is passed over. `firstLine` is
 * the line on which the Markdown begins. Changes a tree that is already sanitized, so that content cannot forge a mark.
 */
export function markSourceLines(root: Root, firstLine: number): void {
  visitParents(root, 'element', (node) => {
    const line = node.position?.start.line;
    if (line !== undefined && blocks.has(node.tagName)) node.properties['dataLine'] = String(firstLine + line - 1);
    return hasClass(node, 'embedded') ? SKIP : undefined;
  });
}
