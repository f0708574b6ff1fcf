import { decode } from '../link-address.js';
import type { Directive, Heading, Link, List, ListItem, Playbook, Section } from '../model/playbook.js';
import { resolvePath } from '../paths.js';
import { withSubsections } from './sections.js';

interface FlowAnswer {
  readonly text: string;
  /** Anchor in the same page, or `''` when the answer leads to another page or to the top of this one. */
  readonly target: string;
  readonly link: Link;
}

export interface FlowNode {
  readonly anchor: string;
  readonly heading: Heading;
  readonly answers: readonly FlowAnswer[];
  /** `:outcome[…]` directives; the label is the outcome. */
  readonly outcomes: readonly Directive[];
  readonly section: Section;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  /** The first node; absent when the section has no subsections. */
  readonly start?: FlowNode;
}

/** How a flow may end: what `:outcome[…]` accepts. */
export const flowOutcomes = ['resolved', 'escalated', 'callback'] as const;
export type FlowOutcome = (typeof flowOutcomes)[number];

/** Reads a section as a decision tree: each subsection is a node, each list item that begins with a link an answer. */
export function readFlow(playbook: Playbook, section: Section): Flow {
  const nodes = section.sections.flatMap((node): FlowNode[] => {
    const { heading } = node;
    if (!heading) return [];
    const outcomes = playbook.directives.filter(
      (directive) => directive.name === 'outcome' && directive.start >= node.start && directive.end <= node.end,
    );
    return [{ anchor: heading.anchor, heading, answers: readAnswers(playbook, node), outcomes, section: node }];
  });
  const [start] = nodes;
  return { nodes, ...(start && { start }) };
}

/** The nodes that can be reached from the first by answers; the first is one of them. */
export function reachableNodes(flow: Flow): ReadonlySet<FlowNode> {
  const byAnchor = new Map(flow.nodes.map((node) => [node.anchor, node]));
  const reached = new Set(flow.start ? [flow.start] : []);
  for (const node of reached) {
    for (const { target } of node.answers) {
      const next = byAnchor.get(target);
      if (next) reached.add(next);
    }
  }
  return reached;
}

function readAnswers(playbook: Playbook, node: Section): readonly FlowAnswer[] {
  const lists = withSubsections(node).flatMap((section) => section.blocks.filter((block) => block.kind === 'list'));
  return lists.flatMap(allItems).flatMap((item): FlowAnswer[] => {
    const link = playbook.links.find((candidate) => candidate.start >= item.start && candidate.end <= item.end);
    if (!link || !listMarker.test(playbook.text.slice(item.start, link.start))) return [];
    return [{ text: item.words, target: anchorInPage(playbook, link), link }];
  });
}

/** What may stand before an answer's link: the list's own mark and emphasis. */
const listMarker = /^\s*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?[*_]*$/;

function allItems(list: List): readonly ListItem[] {
  return list.items.flatMap((item) => [item, ...item.lists.flatMap(allItems)]);
}

function anchorInPage(playbook: Playbook, link: Link): string {
  const hash = link.target.indexOf('#');
  if (hash < 0) return '';
  const page = link.target.slice(0, hash);
  const anchor = link.target.slice(hash + 1);
  if (link.form === 'id') return page === '' || page === playbook.id ? anchor : '';
  return page === '' || resolvePath(playbook.path, decode(page)) === playbook.path ? decode(anchor) : '';
}

export function isFlowOutcome(text: string): text is FlowOutcome {
  return flowOutcomes.some((outcome) => outcome === text);
}
