import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackFolder, type PageUse, summarize } from '../../../src/core/feedback/feedback.js';
import { usefulnessOf, usefulnessTable } from '../../../src/core/feedback/usefulness.js';
import { searchDocuments } from '../../../src/core/search/documents.js';
import { search } from '../../../src/core/search/engine.js';
import { createSearchIndex } from '../../../src/core/search/search-index.js';
import { type Files, knowledgeBaseOf } from '../../support/knowledge-base.js';

const use = (counts: Partial<PageUse>): PageUse => ({ opened: 0, copied: 0, solved: 0, unsolved: 0, ...counts });
const answers = (page: string, kind: 'solved' | 'unsolved' | 'opened', count: number): string =>
  Array.from({ length: count }, (_, number) => {
    const id = Buffer.from(`${page} ${kind} ${number}`).toString('hex').padEnd(32, '0').slice(-32);
    return `${JSON.stringify({ version: 1, id, day: '2026-11-20', page, revision: 'a1b2c3d4', kind })}\n`;
  }).join('');
const told = (...lines: readonly string[]): Files => ({ [`${feedbackFolder}/a.ndjson`]: lines.join('') });
const page = (id: string, title: string, body: string) => `---\nid: ${id}\ntitle: ${title}\nlang: zh-Hans\n---\n\n${body}\n`;
const found = (files: Files, text: string) =>
  search(createSearchIndex(searchDocuments(knowledgeBaseOf(files))), { text, limit: 100 }).hits.map(({ id, score }) => ({ id, score }));

describe('usefulness', () => {
  it('is in the middle without answers, and needs many to leave it far', () => {
    const steps = [
      undefined,
      {},
      { opened: 500 },
      { solved: 1 },
      { solved: 4 },
      { solved: 100 },
      { copied: 16 },
      { unsolved: 4 },
      { unsolved: 100 },
    ].map((counts) => usefulnessOf(counts && use(counts)));
    expect(steps).toEqual([4, 4, 4, 5, 6, 8, 6, 2, 0]);
  });

  it('is another table only if a page’s step is another', () => {
    const table = (counts: Partial<PageUse>) => usefulnessTable({ use: new Map([['a', use(counts)]]), wrong: new Map() });
    expect(table({ opened: 3 })).toBe(usefulnessTable(summarize([])));
    expect(table({ solved: 4 })).toBe(table({ solved: 4, opened: 9 }));
    expect(table({ solved: 4 })).not.toBe(table({ unsolved: 4 }));
  });

  it('puts first, of two pages alike, the one that solved more', () => {
    const files = { 'a.md': page('a', '退款甲', '七天内退款。'), 'b.md': page('b', '退款乙', '七天内退款。') };
    const order = (...lines: readonly string[]) => found({ ...files, ...told(...lines) }, '退款').map(({ id }) => id);
    expect(order()).toEqual(['a', 'b']);
    expect(order(answers('b', 'solved', 9))).toEqual(['b', 'a']);
    expect(order(answers('a', 'unsolved', 9))).toEqual(['b', 'a']);
    expect(order(answers('b', 'opened', 50))).toEqual(['a', 'b']);
  });

  it('never puts first what fits clearly worse, however useful it is', () => {
    const files = { 'a.md': page('a', '退款进度', '查退款进度。'), 'b.md': page('b', '账单', '账单里也看得到退款。') };
    const lines = [answers('b', 'solved', 200), answers('a', 'unsolved', 200)];
    expect(found({ ...files, ...told(...lines) }, '退款进度')[0]?.id).toBe('a');
  });

  it('changes only the order of hits whose scores are within 2.1 % of each other', () => {
    const words = ['退款', '进度', '账单', '七天', 'refund', 'bill', '客户', '查询'];
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((list) => list.join(''));
    const pages = fc.array(fc.record({ title: text, body: text, solved: fc.nat(30), unsolved: fc.nat(30) }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pages, fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }), (list, query) => {
        const files = Object.fromEntries(list.map(({ title, body }, number) => [`${number}.md`, page(`p${number}`, title, body)]));
        const lines = list.map(
          ({ solved, unsolved }, number) => answers(`p${number}`, 'solved', solved) + answers(`p${number}`, 'unsolved', unsolved),
        );
        const before = found(files, query.join(' '));
        const after = found({ ...files, ...told(...lines) }, query.join(' ')).map(({ id }) => id);
        expect([...after].sort()).toEqual(before.map(({ id }) => id).sort());
        for (const [index, better] of before.entries()) {
          for (const worse of before.slice(index + 1)) {
            if (better.score <= worse.score * 1.021) continue;
            expect(after.indexOf(better.id)).toBeLessThan(after.indexOf(worse.id));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
