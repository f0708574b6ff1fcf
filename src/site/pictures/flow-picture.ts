import { Graph, layout } from '@dagrejs/dagre';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { arrowHead, fontSize, lineHeight, picture, round, textLines } from './box.js';
import { textWidth, wrapText } from './text.js';

export interface FlowPictureNode {
  readonly id: string;
  readonly text: string;
  readonly href: string;
  /** A question, an end with its outcome, or another page. */
  readonly kind: 'question' | 'resolved' | 'escalated' | 'callback' | 'page';
  readonly isStart: boolean;
  /** Words for the end, above its text. */
  readonly mark?: string;
}

export interface FlowPictureEdge {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Larger flows are read as text; a picture of them would be a wall. */
const mostNodes = 80;
const nodeEms = 12;
const answerEms = 9;
const answerLines = 3;
const padding = 12;

/** A flow drawn from top to bottom, its nodes links to their headings. Undefined when it is empty or too large. */
export function flowPicture(nodes: readonly FlowPictureNode[], edges: readonly FlowPictureEdge[], name: string): Element | undefined {
  if (nodes.length < 2 || nodes.length > mostNodes) return undefined;
  const graph = new Graph<
    object,
    { width: number; height: number; x?: number; y?: number },
    { width: number; height: number; x?: number; y?: number; points?: readonly { x: number; y: number }[] }
  >({
    multigraph: true,
  });
  graph.setGraph({ rankdir: 'TB', nodesep: 24, edgesep: 16, ranksep: 26, marginx: 8, marginy: 8 });
  const texts = new Map(nodes.map((node) => [node.id, wrapText(node.text, nodeEms, 3)]));
  for (const node of nodes) {
    const lines = texts.get(node.id) ?? [];
    const mark = node.mark === undefined ? 0 : 1;
    const width = Math.max(...lines.map(textWidth), node.mark === undefined ? 0 : textWidth(node.mark) + 1.5, 4) * fontSize + padding * 2;
    graph.setNode(node.id, { width, height: (lines.length + mark) * lineHeight + padding });
  }
  const known = new Set(nodes.map((node) => node.id));
  const drawn = edges.filter((edge) => known.has(edge.from) && known.has(edge.to) && edge.from !== edge.to);
  drawn.forEach((edge, index) => {
    const lines = wrapText(edge.text, answerEms, answerLines);
    graph.setEdge(
      edge.from,
      edge.to,
      { width: Math.max(...lines.map(textWidth), 0) * 12 + 8, height: lines.length * 16 + 4, ...{ labelpos: 'c' } },
      String(index),
    );
  });
  layout(graph);

  let width = 0;
  let height = 0;
  const boxes = nodes.map((node) => {
    const place = graph.node(node.id);
    const x = place.x ?? 0;
    const y = place.y ?? 0;
    width = Math.max(width, x + place.width / 2);
    height = Math.max(height, y + place.height / 2);
    return nodeBox(node, texts.get(node.id) ?? [], x, y, place.width, place.height);
  });
  const lines = drawn.map((edge, index) => {
    const { points = [] } = graph.edge(edge.from, edge.to, String(index));
    for (const point of points) {
      width = Math.max(width, point.x);
      height = Math.max(height, point.y);
    }
    return edgeLine(points, edge);
  });
  const labels = drawn.map((edge, index) => {
    const { x = 0, y = 0, width: labelWidth, height: labelHeight } = graph.edge(edge.from, edge.to, String(index));
    width = Math.max(width, x + labelWidth / 2);
    return answerLabel(wrapText(edge.text, answerEms, answerLines), x, y, labelWidth, labelHeight);
  });
  return picture({ width: width + 8, height: height + 8, name, className: 'flow-picture', hasLinks: true }, [
    ...lines,
    ...labels,
    ...boxes,
  ]);
}

function nodeBox(node: FlowPictureNode, lines: readonly string[], x: number, y: number, width: number, height: number): Element {
  const isEnd = node.kind === 'resolved' || node.kind === 'escalated' || node.kind === 'callback';
  const marked = node.mark === undefined ? 0 : lineHeight;
  return s('a', { href: node.href, className: ['node', `node-${node.kind}`, ...(node.isStart ? ['node-start'] : [])] }, [
    s('rect', {
      x: round(x - width / 2),
      y: round(y - height / 2),
      width: round(width),
      height: round(height),
      rx: isEnd ? 16 : 6,
    }),
    ...(node.mark === undefined ? [] : [textLines([node.mark], x, y - height / 2 + padding / 2 + lineHeight / 2, 'mark')]),
    textLines(lines, x, y + marked / 2, 'label'),
  ]);
}

/** A line within the page says which two questions it joins, so that the path that was taken can be lit. */
function edgeLine(points: readonly { x: number; y: number }[], { from, to }: FlowPictureEdge): Element {
  const [first, ...others] = points;
  const last = others.at(-1);
  const before = points.at(-2);
  if (!first || !last || !before) return s('g');
  const path = others
    .map((point, index) => {
      const next = others[index + 1];
      // Through the middle of each stretch, bent at the points between: a smooth line without overshoot.
      return next
        ? `Q${round(point.x)} ${round(point.y)} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`
        : `L${round(last.x)} ${round(last.y)}`;
    })
    .join(' ');
  const joins = from.startsWith('#') && to.startsWith('#') ? { dataFrom: from.slice(1), dataTo: to.slice(1) } : {};
  return s('g', { className: ['edge'], ...joins }, [
    s('path', { d: `M${round(first.x)} ${round(first.y)} ${path}` }),
    arrowHead(last.x, last.y, before.x, before.y),
  ]);
}

function answerLabel(lines: readonly string[], x: number, y: number, width: number, height: number): Element {
  const top = y - ((lines.length - 1) * 16) / 2;
  return s('g', { className: ['answer'] }, [
    s('rect', { x: round(x - width / 2), y: round(y - height / 2), width: round(width), height: round(height), rx: 3 }),
    s(
      'text',
      { textAnchor: 'middle' },
      lines.map((line, index) => s('tspan', { x: round(x), y: round(top + index * 16), dy: '.35em' }, line)),
    ),
  ]);
}
