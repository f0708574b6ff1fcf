import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/site/render/render-markdown.js';
import { sanitizeSvg } from '../../src/site/render/svg.js';
import { dangersIn, siteOf } from '../site/support.js';
import { markdownText } from '../support/arbitrary.js';
import type { Files } from '../support/knowledge-base.js';

/** Tags, attributes and half of each, which random text rarely joins. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<',
          '>',
          '</',
          '/>',
          '"',
          "'",
          '`',
          '=',
          ' ',
          '\n',
          '\n\n',
          '> ',
          '- ',
          '&lt;',
          '&#60;',
          '<!--',
          '-->',
          '--!>',
          '<![CDATA[',
          ']]>',
          '<?',
        ],
        ...[
          'script',
          'style',
          'svg',
          'math',
          'mtext',
          'mglyph',
          'title',
          'textarea',
          'noscript',
          'template',
          'table',
          'form',
          'select',
          'p',
          'a',
          'img',
        ],
        ...[
          '<script>',
          '</script>',
          '<svg>',
          '<math>',
          '<style>',
          '</style>',
          '<img src=x ',
          '<a href="',
          '[a](',
          ')',
          '![',
          '<iframe srcdoc="',
        ],
        ...[
          'onerror=alert(1)',
          ' onload="x"',
          'javascript:alert(1)',
          'JaVaScRiPt&colon;x',
          'java\tscript:x',
          'data:text/html,x',
          '//third.example/x',
        ],
        ...[
          'foreignObject',
          'annotation-xml encoding="text/html"',
          'xlink:href="',
          'srcset="',
          'style="',
          'formaction="',
          'id=body',
          'name=body',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const anyText = fc.oneof(
  markdownText,
  markup,
  fc.tuple(markdownText, markup).map(([text, more]) => text + more),
);

describe('rendering', () => {
  it('never throws on any text, and nothing in what it gives can run or load from elsewhere', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(dangersIn(renderMarkdown(text))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives HTML that is as safe when it is parsed again, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = renderMarkdown(text);
        expect(dangersIn(`<div>${once}</div>`)).toEqual([]);
        expect(dangersIn(`<table><tr><td>${once}</td></tr></table>`)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('of an SVG file leaves nothing that runs', () => {
    fc.assert(
      fc.property(anyText, (inside) => {
        const clean = sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
        if (clean !== undefined) expect(dangersIn(clean).filter((danger) => !/\[style\]|<style>/.test(danger))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

const path = fc.constantFrom('a.md', 'b.md', '目录/c.md', 'x/退款 1.md', 'd#e.md', 'x.png', '图.svg', 'playbook.config.yaml');
const files: fc.Arbitrary<Files> = fc.dictionary(path, anyText, { maxKeys: 6, noNullPrototype: true });

describe('a site', () => {
  it('of any knowledge base is made without an exception, twice with the same bytes in the same order, and is safe', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (content) => {
        const first = await siteOf(content);
        expect([...(await siteOf(content))]).toEqual([...first]);
        for (const [address, text] of first) {
          expect(address).toMatch(/^[a-zA-Z0-9_./-]+$/);
          if (address.endsWith('.html')) expect({ address, dangers: dangersIn(text) }).toEqual({ address, dangers: [] });
        }
      }),
      { numRuns: 60 },
    );
  });
});
