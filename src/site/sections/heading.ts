import type { Element } from 'hast';
import { h } from 'hastscript';
import type { SectionKind } from '../../core/model/outline.js';
import { icon } from '../icons.js';
import type { RenderedSection } from '../render/render-body.js';
import { fragment } from '../render/resolve.js';
import type { SectionContext } from './section-context.js';

/** A section's heading with its anchor and a link to itself. */
export function headingOf(rendered: RenderedSection, context: SectionContext, kind: SectionKind | undefined): Element {
  const { heading, headingContent } = rendered;
  const level = Math.min(6, (heading?.depth ?? 2) + context.headingShift);
  const anchor = heading?.anchor ?? '';
  const mark = kind === 'never-say' ? [icon('never')] : kind === 'escalation' ? [icon('escalate')] : [];
  return h(`h${level}`, { ...(anchor !== '' && { id: anchor }) }, [
    ...mark,
    h('span', { className: ['heading-text'] }, [...headingContent]),
    ...(anchor === ''
      ? []
      : [h('a', { className: ['anchor'], href: fragment(anchor), ariaLabel: context.say('linkTo', { title: heading?.text ?? '' }) }, '#')]),
  ]);
}
