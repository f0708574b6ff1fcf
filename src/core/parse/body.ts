import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode, Link as LinkNode, ListItem as ListItemNode, List as ListNode, Root, Table as TableNode } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Node, Parent } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type {
  Block,
  Directive,
  Heading,
  Image,
  Include,
  Link,
  List,
  ListItem,
  PlaceholderUse,
  Playbook,
  Section,
  Table,
  TextRun,
} from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { idLinkData, isDirective } from './markdown.js';
import { plainWords } from './plain-words.js';

/** What the Markdown of a playbook says. */
export type Body = Pick<
  Playbook,
  'root' | 'headings' | 'links' | 'images' | 'includes' | 'placeholderUses' | 'directives' | 'textRuns' | 'size'
>;

/** `{{name}}` with spaces allowed inside; names may be Chinese and dotted. */
export const placeholderPattern = /\{\{[ \t]*([\p{L}\p{N}_][\p{L}\p{N}_.-]*)[ \t]*\}\}/gu;

/** Takes from a tree what rules, search and site need to know. Spans are shifted by `shift`, the start of the Markdown in its file. */
export function readBody(root: Root, text: string, shift: number): Body {
  const slugger = new GithubSlugger();
  const headingByNode = new Map<Node, Heading>();
  const links: Link[] = [];
  const images: Image[] = [];
  const includes: Include[] = [];
  const placeholderUses: PlaceholderUse[] = [];
  const directives: Directive[] = [];
  const textRuns: TextRun[] = [];
  let han = 0;
  let words = 0;
  const definitions = new Map<string, Node & { url: string }>();
  for (const node of root.children) if (node.type === 'definition') definitions.set(node.identifier, node);

  const span = (node: Node): Span => ({
    start: shift + (node.position?.start.offset ?? 0),
    end: shift + (node.position?.end.offset ?? node.position?.start.offset ?? 0),
  });
  const targetSpan = (whole: Span, target: string, from: number): Span => {
    const at = text.indexOf(target, from);
    return target !== '' && at >= from && at + target.length <= whole.end ? { start: at, end: at + target.length } : whole;
  };

  visitParents(root, (node, ancestors) => {
    switch (node.type) {
      case 'heading': {
        const words = headingText(node);
        const first = node.children[0];
        const last = node.children.at(-1);
        const whole = span(node);
        headingByNode.set(node, {
          ...whole,
          depth: node.depth,
          text: words,
          textSpan: first && last ? { start: span(first).start, end: span(last).end } : whole,
          anchor: slugger.slug(words),
        });
        break;
      }
      case 'link': {
        const whole = span(node);
        links.push({
          ...whole,
          target: node.url,
          targetSpan: targetSpan(whole, node.url, linkLabelEnd(node, whole, shift)),
          form: idLinkData(node) ? 'id' : 'markdown',
          text: plainWords(node),
        });
        break;
      }
      case 'linkReference':
      case 'imageReference': {
        const definition = definitions.get(node.identifier);
        if (!definition) break;
        const whole = span(node);
        if (node.type === 'imageReference') {
          images.push({ ...whole, target: definition.url, targetSpan: whole, alt: node.alt ?? '' });
        } else links.push({ ...whole, target: definition.url, targetSpan: whole, form: 'markdown', text: plainWords(node) });
        break;
      }
      case 'image': {
        const whole = span(node);
        images.push({
          ...whole,
          target: node.url,
          targetSpan: targetSpan(whole, node.url, whole.start + 2 + (node.alt?.length ?? 0)),
          alt: node.alt ?? '',
        });
        break;
      }
      case 'text': {
        const run = span(node);
        const source = text.slice(run.start, run.end);
        textRuns.push({ ...run, inWording: ancestors.some((parent) => parent.type === 'blockquote') });
        for (const match of source.matchAll(placeholderPattern)) {
          const start = run.start + match.index;
          placeholderUses.push({ start, end: start + match[0].length, name: match[1] ?? '' });
        }
        han += source.match(/\p{Script=Han}/gu)?.length ?? 0;
        words += source.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
        break;
      }
      case 'textDirective':
      case 'leafDirective':
      case 'containerDirective': {
        const directive = readDirective(node, span(node));
        directives.push(directive);
        if (directive.name === 'include') includes.push({ ...span(node), id: directive.attributes['id'] ?? '' });
        break;
      }
    }
  });

  return {
    root: readSections(root, headingByNode, span, { start: shift, end: text.length }),
    headings: [...headingByNode.values()],
    links,
    images,
    includes,
    placeholderUses,
    directives,
    textRuns,
    size: { han, words },
  };
}

/** A heading's words, without directives' names and HTML tags. */
function headingText(node: HeadingNode): string {
  return plainText(node, { includeImageAlt: false, includeHtml: false }).trim();
}

function linkLabelEnd(node: LinkNode, whole: Span, shift: number): number {
  const last = node.children.at(-1)?.position?.end.offset;
  return idLinkData(node) || last === undefined || shift + last >= whole.end ? whole.start : shift + last;
}

function readDirective(
  node: Node & { name: string; attributes?: Record<string, string | null | undefined> | null | undefined },
  span: Span,
): Directive {
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(node.attributes ?? {})) attributes[key] = value ?? '';
  const form = node.type === 'textDirective' ? 'text' : node.type === 'leafDirective' ? 'leaf' : 'container';
  return { ...span, form, name: node.name, label: form === 'container' ? '' : plainWords(node), attributes };
}

type SpanOf = (node: Node) => Span;

interface OpenSection {
  readonly heading?: Heading;
  readonly depth: number;
  readonly start: number;
  readonly blocks: Block[];
  readonly sections: Section[];
}

/** Nests the flat run of blocks by heading depth. Headings inside quotes and lists open no section. */
function readSections(root: Root, headings: ReadonlyMap<Node, Heading>, span: SpanOf, whole: Span): Section {
  const open: OpenSection[] = [{ depth: 0, start: whole.start, blocks: [], sections: [] }];
  const closeTo = (depth: number, end: number): void => {
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) {
      const done = open.pop();
      if (done) open.at(-1)?.sections.push({ ...done, end });
    }
  };
  for (const node of root.children) {
    const heading = headings.get(node);
    if (heading) {
      closeTo(heading.depth, heading.start);
      open.push({ heading, depth: heading.depth, start: heading.start, blocks: [], sections: [] });
    } else {
      const block = readBlock(node, span);
      if (block) open.at(-1)?.blocks.push(block);
    }
  }
  closeTo(1, whole.end);
  const [top] = open;
  return { depth: 0, start: whole.start, blocks: top?.blocks ?? [], sections: top?.sections ?? [], end: whole.end };
}

function readBlock(node: Root['children'][number], span: SpanOf): Block | undefined {
  switch (node.type) {
    case 'definition':
    case 'footnoteDefinition':
      return undefined;
    case 'html':
      return /^\s*<!--/.test(node.value) ? undefined : { kind: 'other', text: plainWords(node), ...span(node) };
    case 'paragraph':
      return { kind: 'paragraph', text: plainWords(node), ...span(node) };
    case 'blockquote':
      return { kind: 'wording', text: plainWords(node), ...span(node) };
    case 'table':
      return readTable(node, span);
    case 'list':
      return readList(node, span);
    case 'code':
      return { kind: 'code', language: node.lang ?? '', text: node.value, ...span(node) };
    default:
      return { kind: 'other', text: plainWords(node), ...span(node) };
  }
}

function readTable(node: TableNode, span: SpanOf): Table {
  const [header, ...rows] = node.children.map((row) => row.children.map((cell) => ({ text: plainWords(cell).trim(), ...span(cell) })));
  return { kind: 'table', headers: header ?? [], rows, ...span(node) };
}

function readList(node: ListNode, span: SpanOf): List {
  return { kind: 'list', ordered: node.ordered === true, items: node.children.map((item) => readItem(item, span)), ...span(node) };
}

function readItem(node: ListItemNode, span: SpanOf): ListItem {
  const lists = node.children.filter((child) => child.type === 'list');
  const own = node.children.filter((child) => child.type !== 'list');
  const directives: Directive[] = [];
  for (const child of own) collectDirectives(child, span, directives);
  return {
    text: own
      .map((child) => plainWords(child))
      .join('\n')
      .trim(),
    words: own
      .map((child) => plainWords(child, isDirective).replace(/[ \t]+/g, ' '))
      .join('\n')
      .trim(),
    directives,
    lists: lists.map((list) => readList(list, span)),
    ...span(node),
  };
}

function collectDirectives(node: Node, span: SpanOf, found: Directive[]): void {
  if (isDirective(node)) found.push(readDirective(node, span(node)));
  if ('children' in node) for (const child of (node as Parent).children) collectDirectives(child, span, found);
}
