import { hierarchy, tree } from 'd3-hierarchy';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { TreeNode } from '../../core/content/tree.js';
import { arrowHead, fontSize, lineHeight, picture, round, textLines } from './box.js';
import { wrapText } from './text.js';

const mostNodes = 60;
const padding = 12;
const gap = 26;

/** Causes from top to bottom, each below what it explains, numbered by depth. Undefined when there is nothing to draw. */
export function whyPicture(roots: readonly TreeNode[], name: string, markOf: (depth: number) => string): Element | undefined {
  const top = hierarchy<TreeNode>({ text: '', children: roots }, (node) => node.children);
  const count = top.descendants().length - 1;
  if (count < 2 || count > mostNodes) return undefined;
  const isChain = top.descendants().every((node) => (node.children?.length ?? 0) <= 1);
  const ems = isChain ? 30 : 13;
  const boxWidth = ems * fontSize + padding * 2;
  tree<TreeNode>()
    .nodeSize([boxWidth + 16, 1])
    .separation(() => 1)(top);

  const nodes = top.descendants().slice(1);
  const linesOf = new Map(nodes.map((node) => [node, wrapText(node.data.text, ems, 4)]));
  const heights: number[] = [];
  for (const node of nodes) {
    const height = ((linesOf.get(node)?.length ?? 0) + 1) * lineHeight + padding;
    heights[node.depth] = Math.max(heights[node.depth] ?? 0, height);
  }
  const topOf = (depth: number): number => heights.slice(1, depth).reduce((sum, height) => sum + height + gap, 8);
  const left = Math.min(...nodes.map((node) => node.x ?? 0)) - boxWidth / 2 - 8;
  const right = Math.max(...nodes.map((node) => node.x ?? 0)) + boxWidth / 2 + 8;

  const lines = nodes.flatMap((node) => {
    const { parent } = node;
    if (!parent || parent === top) return [];
    const x = (node.x ?? 0) - left;
    const fromX = (parent.x ?? 0) - left;
    const fromY = topOf(parent.depth) + (heights[parent.depth] ?? 0);
    const y = topOf(node.depth);
    const middle = y - gap / 2;
    return [
      s('g', { className: ['edge'] }, [
        s('path', { d: `M${round(fromX)} ${round(fromY)} V${round(middle)} H${round(x)} V${round(y)}` }),
        arrowHead(x, y, x, middle),
      ]),
    ];
  });
  const boxes = nodes.map((node) => {
    const text = linesOf.get(node) ?? [];
    const x = (node.x ?? 0) - left;
    const y = topOf(node.depth);
    const height = heights[node.depth] ?? 0;
    const isRoot = !node.children || node.children.length === 0;
    return s('g', { className: ['cause', ...(isRoot ? ['cause-root'] : [])] }, [
      s('rect', { x: round(x - boxWidth / 2), y: round(y), width: boxWidth, height: round(height), rx: 6 }),
      textLines([markOf(node.depth)], x - boxWidth / 2 + padding, y + padding / 2 + lineHeight / 2, 'mark', 'start'),
      textLines(text, x - boxWidth / 2 + padding, y + lineHeight + padding / 2 + (text.length * lineHeight) / 2, 'label', 'start'),
    ]);
  });
  return picture({ width: right - left, height: topOf(heights.length) - gap + 8, name, className: 'why-picture' }, [...lines, ...boxes]);
}
