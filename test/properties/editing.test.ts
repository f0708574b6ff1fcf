import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../src/core/complete/completions-at.js';
import { applyEdits } from '../../src/core/edit/apply-edits.js';
import { orderFrontMatter, spaceBetweenScripts } from '../../src/core/edit/format.js';
import { moveFiles, type RenameResult, renameHeading, renameId, renamePlaceholder } from '../../src/core/edit/rename.js';
import { silenceProblem } from '../../src/core/edit/silence-problem.js';
import type { KnowledgeBase } from '../../src/core/knowledge-base.js';
import type { Playbook } from '../../src/core/model/playbook.js';
import { rangeOf } from '../../src/core/model/text.js';
import type { SpanEdit } from '../../src/core/rules/rule.js';
import { checkPlaybook } from '../../src/core/rules/run.js';
import { explainSymbol } from '../../src/core/symbols/explain.js';
import { symbolAt } from '../../src/core/symbols/symbol-at.js';
import { markdownText } from '../support/arbitrary.js';
import { knowledgeBaseOf, today } from '../support/knowledge-base.js';

const others = {
  'playbook.config.yaml': 'variables: { company: { phone: "1" } }\nforbiddenWording: [{ pattern: 百分百, replacement: 尽力 }]\n',
  'b.md': '---\nid: b\ntype: snippet\n---\n\n## 开场\n\n[[a]] [甲](a.md#开场) {{order_id}}\n',
  'sub/c.md': '[甲](../a.md) [乙](/b.md#开场) ![图](../x.png)\n',
  'x.png': '',
};

function withText(text: string): { knowledgeBase: KnowledgeBase; playbook: Playbook } {
  const knowledgeBase = knowledgeBaseOf({ ...others, 'a.md': text });
  const playbook = knowledgeBase.playbooks.get('a.md');
  if (!playbook) throw new Error('no a.md');
  return { knowledgeBase, playbook };
}

function apply({ text, lineStarts }: Pick<Playbook, 'text' | 'lineStarts'>, edits: readonly SpanEdit[]): string {
  for (const { start, end } of edits) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
  return applyEdits(
    text,
    edits.map((edit) => ({ range: rangeOf(text, lineStarts, edit), newText: edit.newText })),
  );
}

/** The texts of all playbooks after edits. */
function textsAfter(knowledgeBase: KnowledgeBase, result: RenameResult): Readonly<Record<string, string>> | undefined {
  if (result.kind === 'refused') return undefined;
  return Object.fromEntries([...knowledgeBase.playbooks].map(([path, playbook]) => [path, apply(playbook, result.edits.get(path) ?? [])]));
}

const place = fc.nat(400);

describe('at any place of any text', () => {
  it('completion, explanation and renaming give edits that fit the text', () => {
    fc.assert(
      fc.property(markdownText, place, (text, offset) => {
        const { knowledgeBase, playbook } = withText(text);
        const at = Math.min(offset, text.length);
        for (const candidate of completionsAt(knowledgeBase, playbook, at, 'zh-Hans', today)) {
          expect(candidate.at.start <= at && candidate.at.end >= at && candidate.at.end <= playbook.text.length).toBe(true);
          candidate.documentation?.();
        }
        const symbol = symbolAt(playbook, at, knowledgeBase);
        if (!symbol) return;
        explainSymbol(symbol, { knowledgeBase, playbook, locale: 'zh-Hant', today });
        if (symbol.kind === 'id') textsAfter(knowledgeBase, renameId(knowledgeBase, symbol.id, 'new-id'));
        if (symbol.kind === 'heading') textsAfter(knowledgeBase, renameHeading(knowledgeBase, playbook, symbol.heading, '新 标题'));
        if (symbol.kind === 'placeholder') textsAfter(knowledgeBase, renamePlaceholder(knowledgeBase, playbook, symbol.name, 'new_name'));
      }),
      { numRuns: 500 },
    );
  });

  it('silencing comments fit the text', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const { knowledgeBase, playbook } = withText(text);
        for (const { code, range } of checkPlaybook(knowledgeBase, playbook, { locale: 'en', today })) {
          const edit = silenceProblem(playbook, code, { start: range.start.offset, end: range.end.offset }, '原因');
          if (edit) apply(playbook, [edit]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('formatting any text', () => {
  it('twice gives what once gave, and the front matter says what it said', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const format = (before: string) => {
          const { knowledgeBase, playbook } = withText(before);
          const order = orderFrontMatter(playbook, knowledgeBase.typeOf(playbook));
          return { playbook, text: apply(playbook, [...(order ? [order] : []), ...spaceBetweenScripts(playbook)]) };
        };
        const once = format(text);
        const twice = format(once.text);
        expect(twice.text).toBe(once.text);
        expect(twice.playbook.frontMatter.data).toEqual(once.playbook.frontMatter.data);
        expect(twice.playbook.headings.map(({ anchor }) => anchor)).toEqual(once.playbook.headings.map(({ anchor }) => anchor));
      }),
      { numRuns: 300 },
    );
  });
});

describe('moving files', () => {
  const link = fc.oneof(
    fc
      .constantFrom(
        'a.md',
        './a.md',
        'a',
        '/a.md',
        'sub/c.md',
        'sub/c',
        'sub/README.md',
        'sub',
        '/sub/c.md',
        'x.png',
        'none.md',
        'sub/d%20e.md#x',
        '../out.md',
      )
      .map((to) => `[x](${to})`),
    fc.constantFrom('../a.md', '../b.md#x', 'c.md', '#x', '../x.png', 'README.md', '.').map((to) => `[y](<${to}>)`),
    fc.constantFrom('x.png', '../x.png', '/x.png').map((to) => `![z](${to})`),
    fc.constantFrom('[[a]]', '[[sub/c#x]]', '[[sub/README]]'),
    fc.constantFrom('[r][r]\n\n[r]: a.md#x\n', '[s][s]\n\n[s]: <../b.md>\n'),
  );
  const text = fc.array(link, { maxLength: 5 }).map((links) => `## x\n\n${links.join('\n\n')}\n`);
  const paths = ['a.md', 'b.md', 'sub/c.md', 'sub/README.md', 'sub/d e.md'] as const;
  const targets = ['moved.md', 'sub/moved.md', 'deep/er/moved (1).md', 'sub/新 名.md', 'other/README.md'] as const;

  it('leaves every link leading where it led', () => {
    fc.assert(
      fc.property(
        fc.tuple(...paths.map(() => text)),
        fc.uniqueArray(fc.tuple(fc.constantFrom(...paths, 'x.png'), fc.constantFrom(...targets)), {
          minLength: 1,
          maxLength: 3,
          selector: ([from]) => from,
        }),
        (texts, chosen) => {
          const moves = new Map<string, string>();
          for (const [from, to] of chosen)
            if (![...moves.values()].includes(to)) moves.set(from, from === 'x.png' ? to.replace('.md', '.png') : to);
          const before = knowledgeBaseOf({ ...Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? ''])), 'x.png': '' });
          const after = textsAfter(before, moveFiles(before, moves));
          if (!after) return;
          const now = (path: string) => moves.get(path) ?? path;
          const moved = knowledgeBaseOf({
            ...Object.fromEntries(Object.entries(after).map(([path, content]) => [now(path), content])),
            [now('x.png')]: '',
          });
          const leads = (knowledgeBase: KnowledgeBase, path: string, rename: (to: string) => string) => {
            const playbook = knowledgeBase.playbooks.get(path);
            if (!playbook) throw new Error(`no ${path}`);
            const pictures = playbook.images.map(({ target }) => ({ target, form: 'markdown' as const }));
            return [...playbook.links, ...pictures].map((one) => {
              const target = knowledgeBase.resolveLink(playbook, one);
              if (target.kind === 'playbook') return `${rename(target.playbook.path)}#${target.anchor}`;
              return target.kind === 'file' ? rename(target.path) : target.kind;
            });
          };
          for (const path of paths) {
            const expected = leads(before, path, now);
            const found = leads(moved, now(path), (same) => same);
            // What led nowhere may lead somewhere by chance.
            expect(
              found.map((one, index) => (expected[index] === 'missing' || expected[index] === 'outside' ? expected[index] : one)),
            ).toEqual(expected);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
