import { type FoldingRange, FoldingRangeKind, type Position, type SelectionRange } from 'vscode-languageserver/node';
import type { Block, List, Playbook, Section } from '../../core/model/playbook.js';
import type { Span } from '../../core/model/text.js';
import { holds, symbolAt } from '../../core/symbols/symbol-at.js';
import { offsetAt, positionAt, rangeAt } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';

/** Parts of a playbook that can be folded away: front matter, sections, blocks of several lines, comments. */
export function foldingRanges({ playbook }: PlaybookContext): FoldingRange[] {
  const { text, frontMatter, bodyStart, root } = playbook;
  const fold = ({ start, end }: Span, kind?: string): FoldingRange[] => {
    const startLine = positionAt(playbook, start).line;
    const endLine = positionAt(playbook, start + text.slice(start, end).trimEnd().length).line;
    return endLine > startLine ? [{ startLine, endLine, ...(kind !== undefined && { kind }) }] : [];
  };
  const comments = [...text.slice(bodyStart).matchAll(/<!--[\s\S]*?-->/g)].map((match) => ({
    start: bodyStart + match.index,
    end: bodyStart + match.index + match[0].length,
  }));
  return [
    ...(frontMatter.span ? fold({ start: 0, end: bodyStart }, FoldingRangeKind.Region) : []),
    ...sectionsBelow(root).flatMap((section) => fold(section)),
    ...blocksBelow(root).flatMap((block) => fold(block)),
    ...comments.flatMap((comment) => fold(comment, FoldingRangeKind.Comment)),
  ];
}

/** What to select around a place, ever larger: name, words, cell or item, block, section, page. */
export function selectionRanges(context: PlaybookContext, positions: readonly Position[]): SelectionRange[] {
  const { playbook, knowledgeBase } = context;
  return positions.map((position) => {
    const offset = offsetAt(playbook, position);
    const symbol = symbolAt(playbook, offset, knowledgeBase);
    const spans = [...(symbol ? [symbol.at] : []), ...spansOf(playbook)].filter((span) => holds(span, offset) && span.end > span.start);
    spans.sort((a, b) => b.end - b.start - (a.end - a.start));
    let selection: SelectionRange = { range: rangeAt(playbook, { start: 0, end: playbook.text.length }) };
    let outer: Span = { start: 0, end: playbook.text.length };
    for (const span of spans) {
      const isInside = span.start >= outer.start && span.end <= outer.end && span.end - span.start < outer.end - outer.start;
      if (!isInside) continue;
      selection = { range: rangeAt(playbook, span), parent: selection };
      outer = span;
    }
    return selection;
  });
}

function spansOf(playbook: Playbook): readonly Span[] {
  const { frontMatter, bodyStart, text, root, textRuns, links, directives, placeholderUses, headings } = playbook;
  const fields = [...frontMatter.nodes.values()].flatMap(({ key, value }) =>
    key ? [key, value, { start: key.start, end: value.end }] : [value],
  );
  const blocks = blocksBelow(root);
  return [
    ...(frontMatter.span ? [{ start: 0, end: bodyStart }, frontMatter.span] : []),
    ...fields,
    { start: bodyStart, end: text.length },
    ...sectionsBelow(root).map(({ start, end }) => ({ start, end: start + text.slice(start, end).trimEnd().length })),
    ...headings,
    ...blocks,
    ...blocks.flatMap(partsOf),
    ...textRuns,
    ...links,
    ...directives,
    ...placeholderUses,
  ];
}

function partsOf(block: Block): readonly Span[] {
  if (block.kind === 'table') return [...block.headers, ...block.rows.flat()];
  return block.kind === 'list' ? itemsOf(block) : [];
}

function itemsOf(list: List): readonly Span[] {
  return list.items.flatMap((item) => [item, ...item.lists.flatMap((inner) => [inner, ...itemsOf(inner)])]);
}

function sectionsBelow(section: Section): readonly Section[] {
  return section.sections.flatMap((child) => [child, ...sectionsBelow(child)]);
}

function blocksBelow(section: Section): readonly Block[] {
  return [...section.blocks, ...section.sections.flatMap(blocksBelow)];
}
