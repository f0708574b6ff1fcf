import { readFileSync } from 'node:fs';
import { tests as commonmarkExamples } from 'commonmark-spec';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { markdownTree, renderMarkdown } from '../../src/site/render/render-markdown.js';

interface Example {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const blocks =
  /^(?:address|article|aside|blockquote|dd|details|div|dl|dt|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|style|script|table|tbody|td|textarea|tfoot|th|thead|tr|ul)$/;

/** One form for HTML that a browser shows alike: attributes in order, no white space that is not shown. */
function normalize(html: string): string {
  return toHtml(normalizeNode(fromHtml(html.trim(), { fragment: true })));
}

function normalizeNode(root: Root): Root {
  return { type: 'root', children: normalizeChildren(root.children, true) };
}

function normalizeChildren<Content extends RootContent | ElementContent>(children: readonly Content[], inBlock: boolean): Content[] {
  const isBlock = (node: Content | undefined) => node?.type === 'element' && blocks.test(node.tagName);
  return children.flatMap((node, index): Content[] => {
    if (node.type === 'text') {
      let value = node.value.replace(/\s+/g, ' ');
      if (isBlock(children[index - 1]) || (inBlock && index === 0)) value = value.trimStart();
      if (isBlock(children[index + 1]) || (inBlock && index === children.length - 1)) value = value.trimEnd();
      return value === '' ? [] : [{ ...node, value }];
    }
    if (node.type !== 'element') return [node];
    const properties = Object.fromEntries(Object.entries(node.properties).sort(([a], [b]) => (a < b ? -1 : 1)));
    const content = node.tagName === 'pre' ? node.children : normalizeChildren(node.children, blocks.test(node.tagName));
    const element: Element = { ...node, properties, children: content };
    return [{ ...node, ...element }];
  });
}

/** The libraries alone: CommonMark, or with GFM's extensions; without our own syntax, and not sanitized. */
function plainHtml(markdown: string, withGfm: boolean): string {
  const parser = withGfm ? unified().use(remarkParse).use(remarkGfm) : unified().use(remarkParse);
  const tree = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).runSync(parser.parse(markdown));
  return toHtml(tree);
}

/** How an example came out: as specified, or why not. */
function outcomeOf({ markdown, html }: Example): 'as specified' | 'sanitized' | 'extension of GFM' | 'own syntax' | 'unexplained' {
  const should = normalize(html);
  if (normalize(renderMarkdown(markdown)) === should) return 'as specified';
  const before = normalize(toHtml(markdownTree(markdown)));
  if (before === should) return 'sanitized';
  if (before !== normalize(plainHtml(markdown, true))) return 'own syntax';
  return normalize(plainHtml(markdown, false)) === should ? 'extension of GFM' : 'unexplained';
}

function report(name: string, examples: readonly Example[]) {
  const outcomes = examples.map((example) => ({ ...example, outcome: outcomeOf(example) }));
  const count = (outcome: string) => outcomes.filter((example) => example.outcome === outcome).length;
  const share = ((100 * count('as specified')) / examples.length).toFixed(1);
  console.log(
    `${name}: ${count('as specified')} of ${examples.length} examples as specified (${share} %); ` +
      `${count('sanitized')} differ by sanitizing alone, ${count('extension of GFM')} by GFM's extensions, ` +
      `${count('own syntax')} by our own syntax, ${count('unexplained')} otherwise`,
  );
  return outcomes;
}

describe('CommonMark 0.31', () => {
  // The specification writes a tab as an arrow.
  const tabs = (text: string) => text.replaceAll('→', '\t');
  const examples = commonmarkExamples.map((example) => ({ ...example, markdown: tabs(example.markdown), html: tabs(example.html) }));

  it('renders every example as the specification says, but for what is unsafe', () => {
    const outcomes = report('CommonMark', examples);
    expect(outcomes).toHaveLength(652);
    expect(outcomes.filter(({ outcome }) => outcome === 'own syntax' || outcome === 'unexplained')).toEqual([]);
    // In GFM an address is a link without angle brackets, and these examples say that it is none in CommonMark.
    const extended = outcomes.filter(({ outcome }) => outcome === 'extension of GFM').map(({ number }) => number);
    expect(extended).toEqual([602, 606, 608, 611, 612]);
  });
});

/** Examples of GFM's specification that come out otherwise, all of them. */
const differences: readonly { readonly numbers: readonly number[]; readonly because: string }[] = [
  { numbers: [279, 280], because: 'task lists carry the classes that their styles need' },
  { numbers: [610, 614, 616, 619, 620], because: 'taken over from CommonMark, though extended autolinks (6.9) make these addresses links' },
  { numbers: [628], because: 'ftp addresses are no links: browsers do not open them any more' },
  { numbers: [645, 646], because: 'CommonMark 0.31 lets comments hold two hyphens; GFM is based on 0.29' },
  { numbers: [653], because: 'elements that GFM shows as text are left out' },
];

describe('GitHub Flavored Markdown', () => {
  const file = process.env['PLAYBOOK_GFM_SPEC'];
  if (file === undefined) console.log('GFM: skipped, PLAYBOOK_GFM_SPEC names no file with the examples of its specification');

  it.skipIf(file === undefined)('renders every example as the specification says, but for what is unsafe', () => {
    const schema = z.array(z.object({ example: z.number(), section: z.string(), markdown: z.string(), html: z.string() }));
    const examples = schema.parse(JSON.parse(readFileSync(file ?? '', 'utf8')));
    const outcomes = report(
      'GFM',
      examples.map(({ example, ...rest }) => ({ ...rest, number: example })),
    );
    const left = outcomes.filter(({ outcome }) => outcome !== 'as specified' && outcome !== 'sanitized');
    const known = new Map(differences.flatMap(({ numbers, because }) => numbers.map((number) => [number, because])));
    for (const { number, section } of left) console.log(`GFM ${number} (${section}): ${known.get(number) ?? 'unexplained'}`);
    expect(left.map(({ number }) => number)).toEqual([...known.keys()]);
  });
});
