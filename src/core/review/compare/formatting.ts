import type { Playbook } from '../../model/playbook.js';
import { parseMarkdown } from '../../parse/markdown.js';
import { parsePlaybook } from '../../parse/playbook.js';

/**
 * Whether two texts of a playbook differ, if at all, only in how they are typed: line endings, blank lines, marks of lists and
 * emphasis, padding of tables, quotes and order of front-matter keys, line breaks that readers see as a space. Decided by
 * comparing what the parser reads, never by comparing text; in doubt the answer is no, because an approval may be kept for it.
 * Texts come without byte-order marks. Never throws.
 */
export function isFormattingOnly(before: string, after: string): boolean {
  const [old, now] = [before, after].map((text) => text.replace(/\r\n?/g, '\n'));
  if (old === undefined || now === undefined) return false;
  if (old === now) return true;
  const meaning = meaningOf(old);
  return meaning !== undefined && meaning === meaningOf(now);
}

/** One text for everything that means the same; undefined when the parser could not read all of it. */
function meaningOf(text: string): string | undefined {
  const playbook = parsePlaybook('playbook.md', { text }, 'zh-Hans');
  const { root, refused } = parseMarkdown(text.slice(playbook.bodyStart));
  if (refused || playbook.problems.length > 0) return undefined;
  try {
    return JSON.stringify([frontMatterMeaning(playbook), nodeMeaning(root, !hasRawHtml(root)), sourceMeaning(playbook)], nonFinite);
  } catch {
    return undefined;
  }
}

/** The order of keys means nothing at the top; further down it may, as with placeholders, which stand on the page in it. */
function frontMatterMeaning({ frontMatter }: Playbook): readonly (readonly [string, unknown])[] {
  return Object.entries(frontMatter.data).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Raw HTML may hold a <pre>, where a line break is no space. */
export function hasRawHtml(node: { readonly type: string; readonly children?: readonly { readonly type: string }[] }): boolean {
  return node.type === 'html' || (node.children ?? []).some(hasRawHtml);
}

/**
 * A node and all below it without places, without what only spaces a list or aligns a column, and, unless the page has
 * raw HTML, with soft line breaks as spaces. `leaveOut` are node types that give way to their content.
 */
export function nodeMeaning(node: object, isPlain: boolean, leaveOut: ReadonlySet<string> = noTypes): unknown {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): unknown[] => {
    if (key === 'position' || key === 'spread' || key === 'align') return [];
    if (key === 'value' && isPlain && 'type' in node && node.type === 'text' && typeof value === 'string') {
      return [[key, value.replace(/[ \t]*\n[ \t]*/g, ' ')]];
    }
    if (key === 'children' && Array.isArray(value)) {
      const children = leaveOut.size === 0 ? value : joinText(value.flatMap((child: object) => unwrapped(child, leaveOut)));
      return [[key, children.map((child: object) => nodeMeaning(child, isPlain, leaveOut))]];
    }
    return [[key, value]];
  });
}

const noTypes: ReadonlySet<string> = new Set();

function unwrapped(node: object, leaveOut: ReadonlySet<string>): readonly object[] {
  const isLeftOut = 'type' in node && typeof node.type === 'string' && leaveOut.has(node.type);
  if (!isLeftOut || !('children' in node) || !Array.isArray(node.children)) return [node];
  return node.children.flatMap((child: object) => unwrapped(child, leaveOut));
}

/** Pieces of text that became neighbours are one, as if they had never been apart. */
function joinText(nodes: readonly object[]): readonly object[] {
  const joined: object[] = [];
  for (const node of nodes) {
    const previous = joined.at(-1);
    if (isText(node) && previous && isText(previous)) joined[joined.length - 1] = { type: 'text', value: previous.value + node.value };
    else joined.push(node);
  }
  return joined;
}

function isText(node: object): node is { readonly type: 'text'; readonly value: string } {
  return 'type' in node && node.type === 'text' && 'value' in node && typeof node.value === 'string';
}

/** What pages take from the source beside the tree: `{\{name}}` and `{{name}}` give the same tree, but only one is a blank. */
function sourceMeaning({ placeholderUses, directives, includes, links, images }: Playbook): unknown {
  return [
    placeholderUses.map(({ name }) => name),
    directives.map(({ form, name, label, attributes }) => [form, name, label, attributes]),
    includes.map(({ id }) => id),
    links.map(({ target, form, text }) => [target, form, text]),
    images.map(({ target, alt }) => [target, alt]),
  ];
}

/** JSON has no word for these numbers, and would make them all the same. */
export function nonFinite(_key: string, value: unknown): unknown {
  return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
    ? `number ${Object.is(value, -0) ? '-0' : value}`
    : value;
}
