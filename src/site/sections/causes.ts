import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { readTree } from '../../core/content/tree.js';
import type { Section } from '../../core/model/playbook.js';
import { fishbonePicture } from '../pictures/fishbone-picture.js';
import { whyPicture } from '../pictures/why-picture.js';
import type { RenderedSection } from '../render/render-body.js';
import { dress } from './dress.js';
import { pictureFigure } from './picture-figure.js';
import type { SectionContext } from './section-context.js';

/** A why-tree or fishbone as a picture, with its list for those who read or copy. */
export function causesContent(
  rendered: RenderedSection,
  section: Section,
  kind: 'why-tree' | 'fishbone',
  context: SectionContext,
): ElementContent[] {
  const { say, playbook } = context;
  const tree = readTree(section);
  const title = section.heading?.text ?? playbook.title;
  const drawn =
    kind === 'why-tree'
      ? whyPicture(tree, say('whyPicture', { title }), (depth) => say('why', { count: depth }))
      : fishbonePicture(tree, playbook.title, say('fishbonePicture', { title }));
  return [...(drawn ? [pictureFigure(drawn, say)] : []), asText(dress(rendered.content, context), drawn !== undefined, context)];
}

/** The list that the picture was drawn from, folded away beside it; without a picture it stands open. */
function asText(content: ElementContent[], hasPicture: boolean, { say }: SectionContext): Element {
  return h('details', { className: ['as-text'], open: !hasPicture }, [h('summary', say('asText')), ...content]);
}
