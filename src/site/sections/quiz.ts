import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { icon } from '../icons.js';
import type { RenderedSection } from '../render/render-body.js';
import { isElement } from '../render/to-hast.js';
import { dress } from './dress.js';
import { headingOf } from './heading.js';
import type { SectionContext } from './section-context.js';

/** Each question with its options unticked; the right one and the explanation wait behind a fold. */
export function quizContent(rendered: RenderedSection, context: SectionContext): Element[] {
  return rendered.sections.map((question) => {
    const lists = question.content.filter((node) => isElement(node, 'ul', 'ol'));
    const right = lists.flatMap(rightOptions);
    const first = lists[0];
    const split = first ? question.content.indexOf(first) + 1 : question.content.length;
    return h('section', { className: ['section', 'question'] }, [
      headingOf(question, context, undefined),
      ...dress(question.content.slice(0, split).map(withoutTicks), context),
      h('details', { className: ['answer'] }, [
        h('summary', context.say('answer')),
        ...(right.length === 0 ? [] : [h('ul', { className: ['right-answers'], ariaLabel: context.say('rightAnswer') }, right)]),
        ...dress(question.content.slice(split), context),
        ...quizContent(question, context),
      ]),
    ]);
  });
}

function rightOptions(list: Element): Element[] {
  return list.children.flatMap((item) => {
    if (!isElement(item, 'li') || tickOf(item)?.properties['checked'] !== true) return [];
    return [h('li', [icon('check'), h('span', withoutTick(item).children)])];
  });
}

function withoutTicks(node: ElementContent): ElementContent {
  if (!isElement(node, 'ul', 'ol')) return node;
  // Browser code needs to know which are right.
  const children = node.children.map((item) => {
    if (!isElement(item, 'li')) return item;
    const isRight = tickOf(item)?.properties['checked'] === true;
    return { ...withoutTick(item), properties: isRight ? { dataRight: '' } : {} };
  });
  return { ...node, properties: { className: ['options'] }, children };
}

function tickOf(item: Element): Element | undefined {
  for (const child of item.children) {
    if (isElement(child, 'input')) return child;
    if (isElement(child, 'p')) return tickOf(child);
  }
  return undefined;
}

function withoutTick(item: Element): Element {
  const children = item.children.flatMap((child): ElementContent[] => {
    if (isElement(child, 'input')) return [];
    return isElement(child, 'p') ? [withoutTick(child)] : [child];
  });
  return { ...item, properties: {}, children };
}
