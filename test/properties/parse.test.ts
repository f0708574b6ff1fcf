import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/core/model/playbook.js';
import type { Span } from '../../src/core/model/text.js';
import { parsePlaybook } from '../../src/core/parse/playbook.js';
import { markdownText } from '../support/arbitrary.js';
import { knowledgeBaseOf, problemsOf } from '../support/knowledge-base.js';

const runs = { numRuns: 600 };

function sectionSpans(section: Section): readonly Span[] {
  return [section, ...section.blocks, ...section.sections.flatMap(sectionSpans)];
}

describe('any text', () => {
  it('is read without an exception, and every span lies in it', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const playbook = parsePlaybook('a.md', { text }, 'zh-Hans');
        const spans = [
          ...sectionSpans(playbook.root),
          ...playbook.headings,
          ...playbook.headings.map((heading) => heading.textSpan),
          ...playbook.links,
          ...playbook.links.map((link) => link.targetSpan),
          ...playbook.images,
          ...playbook.includes,
          ...playbook.placeholderUses,
          ...playbook.directives,
          ...playbook.textRuns,
          ...playbook.problems,
          ...[...playbook.frontMatter.nodes.values()].flatMap((node) => [node.value, ...(node.key ? [node.key] : [])]),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      runs,
    );
  });

  it('is checked by every rule without a crash, and every range lies in the file', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const knowledgeBase = knowledgeBaseOf({ 'a.md': text, 'b.md': '---\nid: b\ntype: snippet\n---\n见 [[a]] {{x}}\n' });
        for (const problem of problemsOf(knowledgeBase, 'a.md')) {
          expect(problem.message).not.toContain('failed on this file');
          for (const range of [problem.range, ...(problem.fix?.edits ?? []).map((edit) => edit.range)]) {
            expect(range.start.offset).toBeGreaterThanOrEqual(0);
            expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset);
            expect(range.end.offset).toBeLessThanOrEqual(text.length);
            expect(range.start.line).toBeGreaterThanOrEqual(1);
            expect(range.start.column).toBeGreaterThanOrEqual(1);
          }
          for (const place of problem.related ?? []) expect(knowledgeBase.playbooks.get(place.path)).toBeDefined();
        }
      }),
      runs,
    );
  });
});
