import { readVariants, type Variant } from '../../core/content/variants.js';
import type { Section } from '../../core/model/playbook.js';
import type { RenderedSection } from '../render/render-body.js';
import type { SectionContext } from './section-context.js';

export interface RenderedVariant {
  readonly variant: Variant;
  readonly rendered: RenderedSection;
}

/** The variants among a section's subsections, one group for each kind with at least two. */
export function variantGroups(
  rendered: RenderedSection,
  section: Section,
  context: SectionContext,
): readonly { readonly kind: Variant['kind']; readonly variants: readonly RenderedVariant[] }[] {
  const variants = readVariants(context.playbook, section, context.knowledgeBase.config).flatMap((variant): RenderedVariant[] => {
    const child = rendered.sections.find((candidate) => candidate.heading?.start === variant.section.heading?.start);
    return child ? [{ variant, rendered: child }] : [];
  });
  return (['channel', 'tier', 'language'] as const).flatMap((kind) => {
    const ofKind = variants.filter(({ variant }) => variant.kind === kind);
    return ofKind.length > 1 ? [{ kind, variants: ofKind }] : [];
  });
}
