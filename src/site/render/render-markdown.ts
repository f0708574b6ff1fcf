import type { Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root, Text } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { idLinkData, parseMarkdown } from '../../core/parse/markdown.js';
import { replaceChild } from './replace-child.js';
import { sanitize, toHast } from './to-hast.js';

/** Plain Markdown as HTML, as CommonMark and GFM define it and then sanitized; without anything of a knowledge base. */
export function renderMarkdown(markdown: string): string {
  return toHtml(sanitize(markdownTree(markdown)));
}

/** What `renderMarkdown` sanitizes: the same content, not safe yet. */
export function markdownTree(markdown: string): HtmlRoot {
  const { root } = parseMarkdown(markdown);
  unlinkIds(root, markdown);
  return toHast(root);
}

/** `[[id]]` is our own: in plain Markdown it is text. */
function unlinkIds(root: Root, markdown: string): void {
  visitParents(root, 'link', (node, ancestors) => {
    if (!idLinkData(node)) return;
    const { start, end } = node.position ?? {};
    const value = markdown.slice(start?.offset ?? 0, end?.offset ?? 0);
    const text: Text = { type: 'text', value };
    replaceChild(ancestors.at(-1), node, [text]);
  });
}
