import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { icon } from '../icons.js';
import { hasClass, isElement } from '../render/to-hast.js';
import { dress } from './dress.js';
import type { SectionContext } from './section-context.js';

/** Ordered lists as steps: a box to tick, the words, and below them who, by when and what to record. */
export function dressSteps(content: readonly ElementContent[], context: SectionContext): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (!isElement(node, 'ol')) return dress([node], context);
    return [
      {
        ...node,
        properties: { ...node.properties, className: ['steps'] },
        children: node.children.map((item) => (isElement(item, 'li') ? step(item, context) : item)),
      },
    ];
  });
}

function step(item: Element, context: SectionContext): Element {
  const { rest, facts } = takeFacts(item.children);
  return {
    ...item,
    children: [
      h('span', { className: ['tick'], ariaHidden: 'true' }),
      h('div', { className: ['step-text'] }, dress(rest, context)),
      ...(facts.length === 0 ? [] : [h('div', { className: ['step-facts'] }, facts.map(withIcon))]),
    ],
  };
}

/** Chips at the end of a step stand apart from its words; those inside a sentence stay. */
function takeFacts(children: readonly ElementContent[]): { rest: ElementContent[]; facts: Element[] } {
  const last = children.findLastIndex((child) => isElement(child, 'p') || isFact(child));
  const host = children[last];
  if (isElement(host, 'p')) {
    const { rest, facts } = takeFacts(host.children);
    return { rest: children.map((child, index) => (index === last ? { ...host, children: rest } : child)), facts };
  }
  const facts: Element[] = [];
  const rest = [...children];
  for (let index = rest.length - 1; index >= 0; index -= 1) {
    const node = rest[index];
    if (node && isFact(node)) {
      facts.unshift(node);
      rest.splice(index, 1);
    } else if (!isBetween(node)) break;
  }
  return { rest, facts };
}

function isFact(node: ElementContent | undefined): node is Element {
  return isElement(node, 'span') && (hasClass(node, 'owner') || hasClass(node, 'within') || hasClass(node, 'record'));
}

/** Owner, time limit and record have a drawing each: three chips in a row are told apart at a glance. */
function withIcon(fact: Element): Element {
  const name = hasClass(fact, 'owner') ? 'person' : hasClass(fact, 'within') ? 'clock' : 'record';
  return { ...fact, children: [icon(name), ...fact.children] };
}

function isBetween(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && /^[\s,，、;；。.]*$/.test(node.value);
}
