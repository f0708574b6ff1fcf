import type { Link, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Parent } from 'unist';

/** Directives with a meaning here; any other is ordinary text, as `12:30pm` must be. */
export const knownDirectives = {
  text: ['owner', 'within', 'record', 'outcome'],
  leaf: ['include'],
  container: ['note', 'tip', 'warning'],
} as const;

/** Largest Markdown that is parsed, in UTF-16 code units, and deepest nesting of blocks or marks. */
const longestMarkdown = 1024 * 1024;
const deepestNesting = 100;
/** Most marks (brackets, asterisks, …) in one paragraph that consists of little else, and in any: the parser needs their square. */
const mostMarks = 4096;
const mostSparseMarks = 10_000;

/** Most lists and quotes in one file: the parser needs the square of their number (4,000 take seconds, 30,000 minutes). */
const mostLists = 3000;

export interface MarkdownResult {
  readonly root: Root;
  /** Set when the text was refused; `root` is then empty. */
  readonly refused?: { readonly reason: 'tooLong' | 'tooDeep' | 'tooManyBlocks' | 'denseParagraph' | 'failed'; readonly limit: number };
}

const emptyRoot = (): Root => ({ type: 'root', children: [] });

/**
 * The one place that parses Markdown: CommonMark, GFM, directives and `[[id]]` links.
 * Positions count from the start of `markdown`. Never throws; bounded in time by refusing hostile shapes.
 */
export function parseMarkdown(markdown: string): MarkdownResult {
  if (markdown.length > longestMarkdown) return { root: emptyRoot(), refused: { reason: 'tooLong', limit: longestMarkdown } };
  if (blocksNestTooDeep(markdown)) return { root: emptyRoot(), refused: { reason: 'tooDeep', limit: deepestNesting } };
  if (startsTooManyBlocks(markdown)) return { root: emptyRoot(), refused: { reason: 'tooManyBlocks', limit: mostLists } };
  if (hasDenseParagraph(markdown)) return { root: emptyRoot(), refused: { reason: 'denseParagraph', limit: mostMarks } };
  try {
    // The parser drops a byte-order mark here without counting it, and every position after it would be wrong.
    const root = processor.parse(markdown.replace(/^\uFEFF/, ' '));
    if (nodesNestTooDeep(root)) return { root: emptyRoot(), refused: { reason: 'tooDeep', limit: deepestNesting } };
    restoreUnknownDirectives(root, markdown);
    linkIds(root, markdown);
    return { root };
  } catch {
    return { root: emptyRoot(), refused: { reason: 'failed', limit: 0 } };
  }
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Counts what opens a block at the start of each line; nested containers cost the parser the square of their depth. */
function blocksNestTooDeep(markdown: string): boolean {
  for (const match of markdown.matchAll(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm)) {
    const lead = match[0];
    if (lead.length <= deepestNesting) continue;
    const markers = lead.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    const indent = lead.replaceAll('\t', '    ').length - markers;
    if (markers > deepestNesting || indent / 2 > deepestNesting) return true;
  }
  return /^[ \t>]*:{100,}/m.test(markdown);
}

/** Counts where a list or quote begins: after what belongs to none, deeper, with another mark, or a quote after an empty line. */
function startsTooManyBlocks(markdown: string): boolean {
  let count = 0;
  let last: { readonly marks: string; readonly indent: number } | undefined;
  for (const [line] of markdown.matchAll(/^.*$/gm)) {
    const [lead, space = ''] = /^([ \t]*)(?:(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$))[ \t]*)+/.exec(line) ?? [];
    if (lead === undefined) {
      // An indented line goes on with the list it stands under.
      if (/^\s*$/.test(line) ? last?.marks.startsWith('>') : !/^[ \t]/.test(line)) last = undefined;
      continue;
    }
    const marks = lead.replace(/[\s\d]/g, '');
    if (!last || marks !== last.marks || space.length > last.indent) count += 1;
    if (count > mostLists) return true;
    last = { marks, indent: space.length };
  }
  return false;
}

/** A paragraph full of marks that nobody writes by hand; resolving them costs the square of their number. */
function hasDenseParagraph(markdown: string): boolean {
  let start = 0;
  // Table rows and list items are taken apart by the parser, so each counts for itself.
  for (const match of markdown.matchAll(/\n[ \t\r>]*(?:\n|(?=\||[-*+] |\d{1,9}[.)] ))/g)) {
    if (isDense(markdown, start, match.index)) return true;
    start = match.index;
  }
  return isDense(markdown, start, markdown.length);
}

const denseMarks = new Set([...'[]*_~:{<'].map((mark) => mark.charCodeAt(0)));

function isDense(markdown: string, start: number, end: number): boolean {
  if (end - start < mostMarks) return false;
  let marks = 0;
  for (let index = start; index < end; index += 1) if (denseMarks.has(markdown.charCodeAt(index))) marks += 1;
  return marks > mostSparseMarks || (marks > mostMarks && marks > (end - start) / 8);
}

/** Walks without recursion, so that depth itself cannot overflow the stack. */
function nodesNestTooDeep(root: Root): boolean {
  const queue: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    if (entry.depth > deepestNesting * 2) return true;
    if (!isParent(entry.node)) continue;
    for (const child of entry.node.children) queue.push({ node: child, depth: entry.depth + 1 });
  }
  return false;
}

function isParent(node: Node): node is Parent {
  return 'children' in node && Array.isArray(node.children);
}

function isKnown(node: TextDirective | LeafDirective | ContainerDirective): boolean {
  const form = node.type === 'textDirective' ? 'text' : node.type === 'leafDirective' ? 'leaf' : 'container';
  const names: readonly string[] = knownDirectives[form];
  return names.includes(node.name);
}

function restoreUnknownDirectives(parent: Parent, source: string): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index];
    if (!child) continue;
    if (isDirective(child) && !isKnown(child)) {
      const replacement = asWritten(child, source);
      parent.children.splice(index, 1, ...replacement);
      index -= 1;
      continue;
    }
    if (isParent(child)) restoreUnknownDirectives(child, source);
  }
  joinText(parent);
}

/** The parts of a restored directive are plain text again, in one node with their neighbours, as if never taken apart. */
function joinText(parent: Parent): void {
  for (let index = parent.children.length - 1; index > 0; index -= 1) {
    const left = parent.children[index - 1];
    const right = parent.children[index];
    if (!left || !right || !isText(left) || !isText(right) || !left.position || !right.position) continue;
    const joined: Text = {
      type: 'text',
      value: left.value + right.value,
      position: { start: left.position.start, end: right.position.end },
    };
    parent.children.splice(index - 1, 2, joined);
  }
}

function isText(node: Node): node is Text {
  return node.type === 'text';
}

export function isDirective(node: Node): node is TextDirective | LeafDirective | ContainerDirective {
  return node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective';
}

function asWritten(node: TextDirective | LeafDirective | ContainerDirective, source: string): (PhrasingContent | RootContent)[] {
  if (node.type === 'containerDirective') return node.children;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  const whole = node.position;
  const text = (from: number, to: number): Text => ({
    type: 'text',
    value: source.slice(from, to),
    ...(whole && {
      position: {
        start: { ...whole.start, column: whole.start.column + from - start, offset: from },
        end: { ...whole.start, column: whole.start.column + to - start, offset: to },
      },
    }),
  });
  const content: PhrasingContent[] =
    first === undefined || last === undefined ? [text(start, end)] : [text(start, first), ...node.children, text(last, end)];
  if (node.type === 'textDirective') return content;
  const paragraph: Paragraph = { type: 'paragraph', children: content, ...(whole && { position: whole }) };
  return [paragraph];
}

/** `[[id]]`, `[[id#anchor]]`, `[[id|words]]` */
const idLink = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/g;

declare module 'mdast' {
  interface LinkData {
    idLink?: boolean;
    hasText?: boolean;
  }
}

/** Marks a link whose url is a playbook id, not a path. */
export interface IdLinkData {
  readonly idLink: true;
  /** Whether the link shows words of its own instead of the playbook's title. */
  readonly hasText: boolean;
}

export function idLinkData(node: Link): IdLinkData | undefined {
  return node.data?.idLink === true ? { idLink: true, hasText: node.data.hasText === true } : undefined;
}

function linkIds(parent: Parent, source: string): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index];
    if (!child || child.type === 'link' || child.type === 'linkReference') continue;
    if (isParent(child)) linkIds(child, source);
    if (!isText(child) || !child.value.includes('[[')) continue;
    const pieces = splitIdLinks(child, source);
    parent.children.splice(index, 1, ...pieces);
    index += pieces.length - 1;
  }
}

function splitIdLinks(node: Text, source: string): (Text | Link)[] {
  const base = node.position?.start;
  const start = base?.offset ?? 0;
  // Escapes and entities make the value differ from the source: such text is left alone.
  if (!base || source.slice(start, start + node.value.length) !== node.value) return [node];
  const position = (from: number, to: number) => ({
    start: { ...base, column: base.column + from, offset: start + from },
    end: { ...base, column: base.column + to, offset: start + to },
  });
  const pieces: (Text | Link)[] = [];
  let done = 0;
  const plain = (to: number): void => {
    if (to > done) pieces.push({ type: 'text', value: node.value.slice(done, to), position: position(done, to) });
  };
  for (const match of node.value.matchAll(idLink)) {
    const [whole, id = '', words] = match;
    const end = match.index + whole.length;
    const target = id.trim();
    if (target === '') continue;
    plain(match.index);
    const data: IdLinkData = { idLink: true, hasText: words !== undefined };
    const label: Text = { type: 'text', value: words ?? target, position: position(match.index, end) };
    pieces.push({ type: 'link', url: target, children: [label], position: position(match.index, end), data: { ...data } });
    done = end;
  }
  plain(node.value.length);
  return pieces;
}
