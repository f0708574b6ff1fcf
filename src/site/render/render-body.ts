import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
import { deepestEmbed, mostEmbeds } from '../../core/content/embeds.js';
import type { Heading, PlaceholderDefinition, Playbook } from '../../core/model/playbook.js';
import { positionAt } from '../../core/model/text.js';
import { parseMarkdown } from '../../core/parse/markdown.js';
import { relativePath } from '../../core/paths.js';
import type { SiteContext } from '../site-context.js';
import type { Say } from '../words.js';
import { prepareMarkdown } from './prepare.js';
import { makeIdsSafe, resolveTargets } from './resolve.js';
import { markSourceLines } from './source-lines.js';
import { contentOf, hasClass, isElement, nestsDeeperThan, sanitize, toHast } from './to-hast.js';

/** A heading and what stands under it, as HTML that is safe to show. The part before the first heading has none. */
export interface RenderedSection {
  readonly heading?: Heading;
  readonly headingContent: readonly ElementContent[];
  readonly content: readonly ElementContent[];
  readonly sections: readonly RenderedSection[];
}

export interface RenderedBody {
  readonly root: RenderedSection;
  readonly footnotes?: Element;
  /** Blanks in the order of their first use, those of embedded snippets included. */
  readonly placeholders: readonly PlaceholderDefinition[];
  /** Files of the knowledge base that the text shows or links to, in order. */
  readonly assets: readonly string[];
  /** The text could not be laid out; `root` then shows its source. */
  readonly failed: boolean;
}

interface RenderState {
  readonly site: SiteContext;
  readonly page: string;
  readonly say: Say;
  readonly assets: Set<string>;
  readonly placeholders: Map<string, PlaceholderDefinition>;
  embeds: number;
}

/** Tags that are never closed nest without end; the steps that write a page follow them by recursion. */
const deepestElements = 500;

/** A playbook's Markdown as sanitized HTML, cut into its sections. Never throws. */
export function renderBody(playbook: Playbook, site: SiteContext, say: Say): RenderedBody {
  const state: RenderState = {
    site,
    page: site.addresses.playbook(playbook),
    say,
    assets: new Set(),
    placeholders: new Map(),
    embeds: 0,
  };
  try {
    const tree = toTree(playbook, [], state);
    if (tree && !nestsDeeperThan(deepestElements, tree)) {
      const safe = sanitize(tree);
      if (site.withSourceLines) markSourceLines(safe, positionAt(playbook.lineStarts, playbook.bodyStart, playbook.text.length).line - 1);
      const { sections, footnotes } = intoSections(safe, playbook.headings);
      return {
        root: sections,
        ...(footnotes && { footnotes }),
        placeholders: [...state.placeholders.values()],
        assets: [...state.assets],
        failed: false,
      };
    }
  } catch {
    // A shape too deep for a recursive step. The rest of the site must not suffer from it.
  }
  const source = h('pre', { className: ['source'] }, playbook.text.slice(playbook.bodyStart));
  return { root: { headingContent: [], content: [source], sections: [] }, placeholders: [], assets: [], failed: true };
}

/** One file's tree with its embeds in place; undefined when the parser refuses the text. Not sanitized. */
function toTree(playbook: Playbook, embeddedBy: readonly Playbook[], state: RenderState): Root | undefined {
  const { site, say } = state;
  const source = playbook.text.slice(playbook.bodyStart);
  const { root, refused } = parseMarkdown(source);
  if (refused) return undefined;
  const { includes, placeholders } = prepareMarkdown(root, source, playbook, site.knowledgeBase, say);
  for (const placeholder of placeholders) {
    const known = state.placeholders.get(placeholder.name);
    if (known === undefined || known.label === undefined) state.placeholders.set(placeholder.name, placeholder);
  }
  const tree = toHast(root, { label: say('footnotes'), backLabel: say('backToText') });
  resolveTargets(tree, { ...site, playbook, page: state.page, say, assets: state.assets });
  const isEmbedded = embeddedBy.length > 0;
  makeIdsSafe(
    tree,
    isEmbedded ? undefined : playbook.headings.map((heading) => heading.anchor),
    isEmbedded ? `user-content-${state.embeds}-` : undefined,
  );
  embed(tree, includes, [...embeddedBy, playbook], state);
  return tree;
}

function embed(tree: Root, includes: readonly string[], chain: readonly Playbook[], state: RenderState): void {
  visitParents(tree, 'element', (node) => {
    const mark = node.properties['dataInclude'];
    if (mark === undefined) return;
    delete node.properties['dataInclude'];
    const id = includes[Number(mark)];
    if (id === undefined || !hasClass(node, 'embedded')) return;
    node.children = embeddedContent(id, chain, state);
    return 'skip';
  });
}

function embeddedContent(id: string, chain: readonly Playbook[], state: RenderState): ElementContent[] {
  const { site, say, page } = state;
  const notice = (words: string) => [h('div', { className: ['notice'] }, words)];
  const snippet = site.knowledgeBase.withId(id)[0];
  if (!snippet) return notice(say('includeMissing', { id }));
  if (chain.includes(snippet)) return notice(say('includeCycle', { id }));
  state.embeds += 1;
  if (state.embeds > mostEmbeds || chain.length > deepestEmbed) return notice(say('includeTooMany'));
  const tree = toTree(snippet, chain, state);
  const host = chain[0];
  const origin = h('p', { className: ['embedded-from'] }, [
    `${say('from')} `,
    h(
      'a',
      { href: relativePath(page, site.addresses.playbook(snippet)), ...(snippet.lang !== host?.lang && { lang: snippet.lang }) },
      snippet.title,
    ),
  ]);
  return [...(tree ? contentOf(tree.children) : notice(say('includeMissing', { id }))), origin];
}

interface OpenSection {
  readonly depth: number;
  readonly heading?: Heading;
  readonly headingContent: readonly ElementContent[];
  readonly content: ElementContent[];
  readonly sections: RenderedSection[];
}

/** Nests the flat run of elements by their headings, as `readBody` nests blocks. */
function intoSections(tree: Root, headings: readonly Heading[]): { sections: RenderedSection; footnotes?: Element } {
  const open: OpenSection[] = [{ depth: 0, headingContent: [], content: [], sections: [] }];
  let footnotes: Element | undefined;
  const closeTo = (depth: number): void => {
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) {
      const done = open.pop();
      if (done) open.at(-1)?.sections.push(done);
    }
  };
  for (const node of contentOf(tree.children)) {
    const heading = isElement(node) ? headingOf(node, headings) : undefined;
    if (heading && isElement(node)) {
      closeTo(heading.depth);
      open.push({ depth: heading.depth, heading, headingContent: node.children, content: [], sections: [] });
    } else if (isElement(node, 'section') && hasClass(node, 'footnotes')) footnotes = node;
    else open.at(-1)?.content.push(node);
  }
  closeTo(1);
  const [top] = open;
  visitParents(tree, 'element', (node) => {
    delete node.properties['dataHeading'];
  });
  return { sections: top ?? { headingContent: [], content: [], sections: [] }, ...(footnotes && { footnotes }) };
}

function headingOf(node: Element, headings: readonly Heading[]): Heading | undefined {
  if (!/^h[1-6]$/.test(node.tagName) || node.properties['dataHeading'] === undefined) return undefined;
  return headings[Number(node.properties['dataHeading'])];
}
