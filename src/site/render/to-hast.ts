import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { EXIT, visitParents } from 'unist-util-visit-parents';
import { replaceChild } from './replace-child.js';
import { contentSchema } from './schema.js';

export interface FootnoteWords {
  readonly label: string;
  readonly backLabel: string;
}

/** Beyond this many pieces of raw HTML in a file they are shown as text: parsing them costs more than any page needs. */
const mostRawNodes = 5000;

/** Markdown's tree as HTML's, raw HTML parsed as a browser would. Not safe yet. */
export function toHast(root: MarkdownRoot, footnotes?: FootnoteWords): Root {
  const tree: Root = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      ...(footnotes && { footnoteLabel: footnotes.label, footnoteBackLabel: footnotes.backLabel }),
    })
    .runSync(root);
  let rawNodes = 0;
  visitParents(tree, 'raw', () => {
    rawNodes += 1;
    return rawNodes > mostRawNodes ? EXIT : undefined;
  });
  if (rawNodes === 0) return tree;
  return rawNodes > mostRawNodes ? rawAsText(tree) : unified().use(rehypeRaw).runSync(tree);
}

/** The same tree with nothing in it that could run, load, submit or clobber. */
export function sanitize(root: Root): Root {
  return unified().use(rehypeSanitize, contentSchema).runSync(root);
}

function rawAsText(root: Root): Root {
  visitParents(root, 'raw', (node, ancestors) => {
    const text: Text = { type: 'text', value: node.value };
    replaceChild(ancestors.at(-1), node, [text]);
  });
  return root;
}

export function isElement(node: RootContent | ElementContent | Root | undefined, ...tagNames: readonly string[]): node is Element {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName));
}

export function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

/** Content below a root or element: doctypes cannot stand there after parsing a fragment. */
export function contentOf(children: readonly (RootContent | ElementContent)[]): ElementContent[] {
  return children.flatMap((child) => (child.type === 'doctype' ? [] : [child]));
}

/** Whether elements stand in each other deeper than a limit. Walks without recursion, so that depth itself cannot overflow the stack. */
export function nestsDeeperThan(limit: number, root: Root): boolean {
  let level: readonly (RootContent | ElementContent)[] = root.children;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []));
  }
  return false;
}

/** All text below a node. */
export function textOf(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
