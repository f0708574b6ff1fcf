import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
import { type Flow, type FlowNode, flowOutcomes, readFlow } from '../../core/content/flow.js';
import type { Section } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { type FlowPictureEdge, type FlowPictureNode, flowPicture } from '../pictures/flow-picture.js';
import type { RenderedSection } from '../render/render-body.js';
import { fragment } from '../render/resolve.js';
import { hasClass, isElement } from '../render/to-hast.js';
import { isWordKey } from '../words.js';
import { dress } from './dress.js';
import { headingOf } from './heading.js';
import { pictureFigure } from './picture-figure.js';
import type { SectionContext } from './section-context.js';

type DrawSection = (rendered: RenderedSection, context: SectionContext) => Element;

/** A decision tree: each question with numbered answers, then the whole as a picture. */
export function flowContent(
  rendered: RenderedSection,
  section: Section,
  context: SectionContext,
  drawSection: DrawSection,
): ElementContent[] {
  const { say, playbook } = context;
  const flow = readFlow(playbook, section);
  const { nodes, edges } = graphOf(flow, context);
  const drawn = flowPicture(nodes, edges, say('flowPicture', { title: playbook.title }));
  const titles = new Map(nodes.map(({ href, text }) => [href, text]));
  const cards = rendered.sections.map((child) => {
    const node = flow.nodes.find((candidate) => candidate.heading.start === child.heading?.start);
    return node ? nodeCard(child, node, node === flow.start, titles, context, drawSection) : drawSection(child, context);
  });
  return [
    ...dress(rendered.content, context),
    h('div', { className: ['flow'], dataFlow: playbook.title, dataVersion: playbook.blob.slice(0, 8) }, cards),
    ...(drawn ? [pictureFigure(drawn, say)] : []),
  ];
}

function nodeCard(
  rendered: RenderedSection,
  node: FlowNode,
  isStart: boolean,
  titles: ReadonlyMap<string, string>,
  context: SectionContext,
  drawSection: DrawSection,
): Element {
  const outcome = outcomeOf(node);
  return h(
    'section',
    {
      className: ['flow-node', ...(outcome === undefined ? [] : [`end-${outcome}`])],
      dataNode: node.anchor,
      ...(isStart && { dataStart: '' }),
    },
    [
      headingOf(rendered, context, undefined),
      ...dress(
        rendered.content.map((content) => markAnswers(content, titles)),
        context,
      ),
      ...rendered.sections.map((child) => drawSection(child, context)),
    ],
  );
}

/** A list whose items begin with links is a list of answers; each says in words where it leads, for paper. */
function markAnswers(node: ElementContent, titles: ReadonlyMap<string, string>): ElementContent {
  if (!isElement(node, 'ul', 'ol')) return node;
  const items = node.children.filter((child) => isElement(child, 'li'));
  const isAnswers = items.length > 0 && items.every((item) => isElement(item) && beginsWithLink(item));
  if (!isAnswers) return node;
  visitParents(node, 'element', ({ tagName, properties }) => {
    const title = tagName === 'a' ? titles.get(String(properties['href'])) : undefined;
    if (title !== undefined) properties['dataLeads'] = title;
  });
  return { ...node, properties: { ...node.properties, className: ['answers'] } };
}

function beginsWithLink(element: Element): boolean {
  const first = element.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (!isElement(first)) return false;
  return first.tagName === 'a' || hasClass(first, 'missing') || (['p', 'strong', 'em'].includes(first.tagName) && beginsWithLink(first));
}

function outcomeOf(node: FlowNode): (FlowPictureNode['kind'] & (typeof flowOutcomes)[number]) | undefined {
  const label = node.outcomes[0]?.label.trim();
  return flowOutcomes.find((outcome) => outcome === label);
}

function graphOf(flow: Flow, context: SectionContext): { nodes: FlowPictureNode[]; edges: FlowPictureEdge[] } {
  const { playbook, knowledgeBase, addresses, page, say } = context;
  const nodes = new Map<string, FlowPictureNode>();
  const edges: FlowPictureEdge[] = [];
  for (const node of flow.nodes) {
    const outcome = outcomeOf(node);
    const key = `outcome.${outcome ?? ''}`;
    nodes.set(`#${node.anchor}`, {
      id: `#${node.anchor}`,
      text: node.heading.text,
      href: fragment(node.anchor),
      kind: outcome ?? 'question',
      isStart: node === flow.start,
      ...(isWordKey(key) && { mark: say(key) }),
    });
  }
  for (const node of flow.nodes) {
    for (const answer of node.answers) {
      const from = `#${node.anchor}`;
      const inPage = `#${answer.target}`;
      if (answer.target !== '' && nodes.has(inPage)) {
        edges.push({ from, to: inPage, text: answer.text });
        continue;
      }
      const target = knowledgeBase.resolveLink(playbook, answer.link);
      if (target.kind !== 'playbook' || target.playbook === playbook) continue;
      const id = `page ${target.playbook.path}`;
      nodes.set(id, {
        id,
        text: target.playbook.title,
        href: relativePath(page, addresses.playbook(target.playbook)),
        kind: 'page',
        isStart: false,
      });
      edges.push({ from, to: id, text: answer.text });
    }
  }
  return { nodes: [...nodes.values()], edges };
}
