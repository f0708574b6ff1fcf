import { describe, expect, it } from 'vitest';
import { passageFinder } from '../../../src/core/feedback/passage.js';
import type { KnowledgeBase } from '../../../src/core/knowledge-base.js';
import type { WrongEntry } from '../../../src/core/model/feedback.js';
import type { Playbook } from '../../../src/core/model/playbook.js';
import { knowledgeBaseOf } from '../../support/knowledge-base.js';

const mark = (quote: string, number = 1): WrongEntry => ({
  version: 1,
  id: number.toString(16).padStart(32, '0'),
  day: '2026-11-20',
  page: 'refund',
  revision: 'a1b2c3d4',
  kind: 'wrong',
  quote,
  before: '',
  after: '',
  anchor: '',
  reason: 'outdated',
});

function pageOf({ playbooks }: KnowledgeBase, path: string): Playbook {
  const page = playbooks.get(path);
  if (!page) throw new Error(`no ${path}`);
  return page;
}

describe('the finder of marked passages', () => {
  it('reads a page once, however many marks it has', () => {
    const knowledgeBase = knowledgeBaseOf({ 'refund.md': '七天内可以退款。\n\n第二段：运费自理。\n' });
    const page = pageOf(knowledgeBase, 'refund.md');
    let reads = 0;
    const counted: Playbook = Object.defineProperty({ ...page }, 'textRuns', {
      get() {
        reads += 1;
        return page.textRuns;
      },
    });
    const find = passageFinder(counted, knowledgeBase);
    const found = Array.from({ length: 300 }, (_item, index) => find(mark(index % 2 === 0 ? '运费自理' : '十天内', index)));
    expect(found.filter((place) => place !== undefined)).toHaveLength(150);
    expect(found[0]?.at).toEqual({ start: 14, end: 18 });
    expect(reads).toBe(1);
  });

  it('reads a snippet once, however often snippets embed each other', () => {
    const embeds = (next: number) => `::include{id=s${next}}\n\n`.repeat(20);
    const snippets = Array.from({ length: 12 }, (_item, index) => [`s${index}.md`, `---\nid: s${index}\n---\n\n${embeds(index + 1)}`]);
    const files = { ...Object.fromEntries(snippets), 's12.md': '---\nid: s12\n---\n\n三天内到账。\n', 'refund.md': embeds(0) };
    const knowledgeBase = knowledgeBaseOf(files);
    const find = passageFinder(pageOf(knowledgeBase, 'refund.md'), knowledgeBase);
    expect(find(mark('三天内到账'))?.playbook.path).toBe('s12.md');
    expect(find(mark('五天内到账'))).toBeUndefined();
  });
});
