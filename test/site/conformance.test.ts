import { tests } from 'commonmark-spec';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/site/render/render-markdown.js';
import { sanitize } from '../../src/site/render/to-hast.js';

/** One form for HTML that a browser reads the same: entities, void elements, line breaks between blocks. */
function normalize(html: string): string {
  const tree: Root = sanitize(fromHtml(html.trim(), { fragment: true }));
  return toHtml(tree).replace(/>\s+/g, '>').replace(/\s+</g, '<').trim();
}

describe('CommonMark', () => {
  // The specification writes a tab as an arrow.
  const examples = tests.map((example) => ({
    ...example,
    markdown: example.markdown.replaceAll('→', '\t'),
    html: example.html.replaceAll('→', '\t'),
  }));
  // GFM's bare addresses are links by themselves; CommonMark knows only those in angle brackets.
  const bareAddresses = [602, 606, 608, 611, 612];
  const differing = examples.filter(
    (example) => !bareAddresses.includes(example.number) && normalize(renderMarkdown(example.markdown)) !== normalize(example.html),
  );

  it('renders every example of the specification as it says, sanitizing aside', () => {
    const details = differing.map(({ number, markdown, html }) => ({ number, markdown, is: renderMarkdown(markdown), should: html }));
    expect(details).toEqual([]);
    expect(examples).toHaveLength(652);
  });
});
