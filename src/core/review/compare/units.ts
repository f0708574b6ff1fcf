import type { RootContent } from 'mdast';
import type { Parent } from 'unist';
import type { ComparedBlock } from '../../model/comparison.js';
import type { SectionKind } from '../../model/outline.js';
import type { Directive, Heading, Image, Link, PlaceholderUse, Playbook, Section } from '../../model/playbook.js';
import type { Span } from '../../model/text.js';
import { placeholderPattern } from '../../parse/body.js';
import { isDirective, parseMarkdown } from '../../parse/markdown.js';
import { type MatchedSection, matchOutline, topSections } from '../../types/match-outline.js';
import type { PlaybookType } from '../../types/playbook-type.js';
import { escalation } from '../../types/shared-sections.js';
import { hasRawHtml, nodeMeaning } from './formatting.js';

/** The smallest piece that is compared as one: a paragraph, a quote, one item of a list, one row of a table. */
export interface Unit extends Span {
  readonly block: ComparedBlock;
  /** Equal for units that differ in formatting alone. */
  readonly meaning: string;
  /** The same without emphasis: equal for units that differ in how words look. */
  readonly plain: string;
  /** Depth of a heading, 0 for all else. */
  readonly level: number;
  /** Words as readers see them, a blank as `{{}}`, what is struck out between `~~`; without steps' owners and limits. */
  readonly text: string;
  readonly directives: readonly Directive[];
  readonly placeholders: readonly PlaceholderUse[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
}

/** A heading and what stands right under it, subsections aside. */
export interface Part extends Span {
  /** The part it hangs below, by number; absent for the one before the first heading. */
  readonly parent?: number;
  readonly depth: number;
  readonly heading?: Unit & { readonly words: string };
  /** Headings above and its own, outermost first. */
  readonly headings: readonly string[];
  readonly kind?: SectionKind;
  readonly units: readonly Unit[];
}

/** The parts of a playbook's Markdown in order; undefined when the parser refuses it. */
export function readParts(playbook: Playbook, type: PlaybookType | undefined): readonly Part[] | undefined {
  const { root, refused } = parseMarkdown(playbook.text.slice(playbook.bodyStart));
  if (refused) return undefined;
  const reader: Reader = { playbook, isPlain: !hasRawHtml(root), kinds: sectionKindsOf(playbook, type) };
  const headings = new Map(playbook.headings.map((heading) => [heading.start, heading]));
  const parts: OpenPart[] = [{ depth: 0, start: playbook.bodyStart, end: playbook.bodyStart, headings: [], units: [] }];
  const open = [0];
  for (const node of root.children) {
    const span = spanOf(node, playbook);
    const heading = node.type === 'heading' ? headings.get(span.start) : undefined;
    if (heading) {
      while (open.length > 1 && (parts[open.at(-1) ?? 0]?.depth ?? 0) >= heading.depth) open.pop();
      const parent = open.at(-1) ?? 0;
      open.push(parts.length);
      parts.push(openPart(heading, readUnit(node, 'heading', reader), parent, parts[parent], reader));
    } else {
      const part = parts.at(-1);
      const units = readUnits(node, reader);
      part?.units.push(...units);
      if (part) part.end = span.end;
    }
  }
  return parts;
}

interface OpenPart extends Omit<Part, 'units' | 'end'> {
  end: number;
  readonly units: Unit[];
}

interface Reader {
  readonly playbook: Playbook;
  readonly isPlain: boolean;
  readonly kinds: ReadonlyMap<number, SectionKind>;
}

function openPart(heading: Heading, unit: Unit, parent: number, above: OpenPart | undefined, { kinds }: Reader): OpenPart {
  const kind = kinds.get(heading.start) ?? above?.kind;
  return {
    parent,
    depth: heading.depth,
    start: heading.start,
    end: heading.end,
    heading: { ...unit, words: heading.text },
    headings: [...(above?.headings ?? []), heading.text],
    ...(kind && { kind }),
    units: [],
  };
}

function allSections(section: Section): readonly Section[] {
  return section.sections.flatMap((child) => [child, ...allSections(child)]);
}

/** What each section is for, by the place of its heading. */
function sectionKindsOf(playbook: Playbook, type: PlaybookType | undefined): ReadonlyMap<number, SectionKind> {
  const kinds = new Map<number, SectionKind>();
  // Escalation is escalation in every type.
  for (const section of allSections(playbook.root)) {
    const [match] = matchOutline([section], { sections: [escalation] });
    if (section.heading && match?.outline) kinds.set(section.heading.start, 'escalation');
  }
  const collect = (matches: readonly MatchedSection[]): void => {
    for (const { section, outline, children } of matches) {
      if (section.heading && outline?.kind) kinds.set(section.heading.start, outline.kind);
      collect(children);
    }
  };
  if (type) collect(matchOutline(topSections(playbook), type.outline));
  return kinds;
}

function spanOf(node: { readonly position?: RootContent['position'] }, { bodyStart }: Playbook): Span {
  const start = bodyStart + (node.position?.start.offset ?? 0);
  return { start, end: bodyStart + (node.position?.end.offset ?? node.position?.start.offset ?? 0) };
}

/** An item without its mark: another number before a step that moved is no change of the step. */
function contentSpan(node: RootContent, playbook: Playbook): Span {
  const whole = spanOf(node, playbook);
  const [first] = node.type === 'listItem' && typeof node.checked !== 'boolean' ? node.children : [];
  return first ? { start: spanOf(first, playbook).start, end: whole.end } : whole;
}

function readUnits(node: RootContent, reader: Reader): readonly Unit[] {
  switch (node.type) {
    case 'list':
      return node.children.map((item, index) =>
        readUnit(
          item,
          node.ordered ? 'step' : 'item',
          reader,
          index === 0 && node.ordered && node.start !== 1 ? (node.start ?? 1) : undefined,
        ),
      );
    case 'table':
      return node.children.map((row, index) => readUnit(row, 'row', reader, index === 0 ? 'headers' : undefined));
    case 'paragraph':
      return [readUnit(node, 'paragraph', reader)];
    case 'blockquote':
      return [readUnit(node, 'wording', reader)];
    case 'code':
      return [readUnit(node, 'code', reader)];
    case 'leafDirective':
      return [readUnit(node, 'embed', reader)];
    case 'html':
      return [readUnit(node, /^\s*<!--/.test(node.value) && /-->\s*$/.test(node.value) ? 'comment' : 'other', reader)];
    default:
      return [readUnit(node, 'other', reader)];
  }
}

function readUnit(node: RootContent, block: ComparedBlock, { playbook, isPlain }: Reader, extra?: string | number): Unit {
  const span = contentSpan(node, playbook);
  const blanks = within(playbook.placeholderUses, span).map(({ name }) => name);
  return {
    ...span,
    block,
    meaning: JSON.stringify([block, extra, nodeMeaning(node, isPlain), blanks]),
    plain: JSON.stringify([block, extra, nodeMeaning(node, isPlain, emphasis), blanks]),
    level: node.type === 'heading' ? node.depth : 0,
    text: visibleText(node)
      .replace(/[ \t]+/g, ' ')
      .trim(),
    directives: within(playbook.directives, span),
    placeholders: within(playbook.placeholderUses, span),
    links: within(playbook.links, span),
    images: within(playbook.images, span),
  };
}

const emphasis: ReadonlySet<string> = new Set(['emphasis', 'strong']);

/** The members of a list in text order that lie inside a stretch; found by halving, because long files have many of both. */
function within<Place extends Span>(places: readonly Place[], span: Span): readonly Place[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Place[] = [];
  for (let place = places[low]; place && place.start < span.end; place = places[low]) {
    if (place.end <= span.end) found.push(place);
    low += 1;
  }
  return found;
}

const stepMarks: ReadonlySet<string> = new Set(['owner', 'within', 'record', 'outcome']);
const ownLine: ReadonlySet<string> = new Set(['paragraph', 'listItem', 'tableCell', 'blockquote', 'heading']);

function visibleText(node: RootContent): string {
  if (isDirective(node) && stepMarks.has(node.name)) return '';
  switch (node.type) {
    case 'text':
      return node.value.replace(placeholderPattern, '{{}}').replace(/\n/g, ' ');
    case 'inlineCode':
    case 'code':
    case 'html':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return '\n';
    case 'footnoteReference':
      return `[^${node.identifier}]`;
    case 'delete':
      return `~~${childrenText(node)}~~`;
    default:
      return 'children' in node ? childrenText(node) + (ownLine.has(node.type) ? '\n' : '') : '';
  }
}

function childrenText(node: Parent & { readonly children: readonly RootContent[] }): string {
  return node.children.map(visibleText).join('');
}
