import type { Node, Parent } from 'unist';

/** What parts of these stand on lines of their own. */
const onLines: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'containerDirective',
  'footnoteDefinition',
]);

/**
 * The words of a node as its reader sees them: alternative texts of pictures, line breaks kept, no HTML. Comments are notes among
 * writers, which no page shows, so they must not reach a search or a message either.
 */
export function plainWords(node: Node, leavesOut: (node: Node) => boolean = () => false): string {
  if (leavesOut(node)) return '';
  if (node.type === 'html') return 'value' in node ? wordsOfHtml(String(node.value)) : '';
  if (node.type === 'break') return '\n';
  if ('value' in node) return String(node.value);
  if ('alt' in node) return String(node.alt ?? '');
  if (!('children' in node)) return '';
  const parts = (node as Parent).children.map((child) => plainWords(child, leavesOut));
  if (onLines.has(node.type)) return parts.filter((part) => part !== '').join('\n');
  if (node.type === 'tableRow') return parts.join(' ');
  return node.type === 'paragraph' ? withoutTrailingSpaces(parts.join('')) : parts.join('');
}

/** Markdown has none, but where a comment stood at the end of a line. */
function withoutTrailingSpaces(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Raw HTML without comments, tags and what is no text; `<br>` is a line break. */
function wordsOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\b[^<>]*>|$)/gi, '')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '');
}
