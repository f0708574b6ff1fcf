import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { SectionKind } from '../../core/model/outline.js';
import { icon } from '../icons.js';
import type { RenderedSection } from '../render/render-body.js';
import { isSpokenType, pairNotes } from './beside-wording.js';
import { causesContent } from './causes.js';
import { dress } from './dress.js';
import { flowContent } from './flow.js';
import { headingOf } from './heading.js';
import { dressMatrix } from './matrix.js';
import { neverSayContent } from './never-say.js';
import { quizContent } from './quiz.js';
import type { SectionContext } from './section-context.js';
import { dressSteps } from './steps.js';
import { variantGroups } from './variants.js';

/** A section with all below it, drawn as its place in the type's outline asks for. */
export function renderSection(rendered: RenderedSection, context: SectionContext): Element {
  const match = rendered.heading && context.matches.get(rendered.heading.start);
  const kind = match?.outline?.kind;
  const isDialogue = match?.outline?.key === 'dialogue';
  const inner: SectionContext = isDialogue ? { ...context, isDialogue } : context;
  return h(
    'section',
    {
      className: ['section', ...(kind === undefined ? [] : [`section-${kind}`]), ...(isDialogue ? ['dialogue'] : [])],
      ...(match?.outline && { dataKey: match.outline.key }),
    },
    [...(rendered.heading ? [headingOf(rendered, context, kind)] : []), ...sectionContent(rendered, kind, inner)],
  );
}

/** What stands below a section's heading. */
export function sectionContent(rendered: RenderedSection, kind: SectionKind | undefined, context: SectionContext): ElementContent[] {
  const section = rendered.heading && context.sections.get(rendered.heading.start);
  if (section) {
    switch (kind) {
      case 'matrix':
        return [...dressMatrix(rendered.content, section, context), ...subsections(rendered, context)];
      case 'steps':
        return [...dressSteps(rendered.content, context), ...subsections(rendered, context)];
      case 'flow':
        return flowContent(rendered, section, context, renderSection);
      case 'why-tree':
      case 'fishbone':
        return [...causesContent(rendered, section, kind, context), ...subsections(rendered, context)];
      case 'never-say':
        return [...neverSayContent(rendered.content, context), ...subsections(rendered, context)];
      case 'quiz':
        return [...dress(rendered.content, context), ...quizContent(rendered, context)];
    }
  }
  return besideWording([...dress(rendered.content, context), ...subsections(rendered, context)], context);
}

function besideWording(content: ElementContent[], { playbook, isDialogue }: SectionContext): ElementContent[] {
  return isSpokenType(playbook.type) && !isDialogue ? pairNotes(content) : content;
}

/** Subsections in order; those that are variants of one thing share a set of tabs where the first of them stands. */
function subsections(rendered: RenderedSection, context: SectionContext): Element[] {
  const section = rendered.heading && context.sections.get(rendered.heading.start);
  const groups = section ? variantGroups(rendered, section, context) : [];
  return rendered.sections.flatMap((child) => {
    const group = groups.find(({ variants }) => variants.some((variant) => variant.rendered === child));
    if (!group) return [renderSection(child, context)];
    return group.variants[0]?.rendered === child ? [variantTabs(group, context)] : [];
  });
}

type VariantGroup = ReturnType<typeof variantGroups>[number];

function variantTabs({ kind, variants }: VariantGroup, context: SectionContext): Element {
  const numbered = variants.map((variant) => ({ ...variant, panelId: `pagePanel${context.nextNumber()}` }));
  const tabs = numbered.map(({ variant, panelId }, index) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        className: ['tab'],
        id: `${panelId}Tab`,
        ariaControls: [panelId],
        ariaSelected: index === 0 ? 'true' : 'false',
        tabIndex: index === 0 ? 0 : -1,
        dataVariant: variant.id,
      },
      [...(kind === 'channel' ? [icon(variant.id)] : []), variant.label],
    ),
  );
  const panels = numbered.map(({ variant, rendered, panelId }) => {
    const inner = kind === 'channel' ? { ...context, channel: variant.id } : context;
    const lang = kind === 'language' ? { lang: variant.id } : {};
    return h('section', { className: ['variant'], id: panelId, dataVariant: variant.id, ...lang }, [
      headingOf(rendered, inner, undefined),
      ...besideWording([...dress(rendered.content, inner), ...subsections(rendered, inner)], inner),
    ]);
  });
  return h('div', { className: ['variants'], dataVariants: kind }, [
    h(
      'div',
      {
        className: ['tabs'],
        role: 'tablist',
        ariaLabel: context.say(kind === 'channel' ? 'channels' : kind === 'tier' ? 'tiers' : 'language'),
      },
      tabs,
    ),
    ...panels,
  ]);
}
