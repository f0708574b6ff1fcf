import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits.js';
import { chooseFixes, fixPlaybook } from '../../../src/core/edit/apply-fix.js';
import type { Fix } from '../../../src/core/model/diagnostic.js';
import { findLineStarts, rangeOf } from '../../../src/core/model/text.js';
import { type Files, knowledgeBaseOf, today } from '../../support/knowledge-base.js';

const source = '零一二三四五六七八九';
const fix = (...edits: readonly (readonly [start: number, end: number, newText: string])[]): Fix => ({
  title: edits.map(([start, end]) => `${start}-${end}`).join(),
  edits: edits.map(([start, end, newText]) => ({ range: rangeOf(source, findLineStarts(source), { start, end }), newText })),
});

function mend(text: string, others: Files = {}, codes?: readonly string[]) {
  const knowledgeBase = knowledgeBaseOf({ ...others, 'page.md': text });
  const playbook = knowledgeBase.playbooks.get('page.md');
  if (!playbook) throw new Error('page.md is there');
  return fixPlaybook(knowledgeBase, playbook, { locale: 'en', today }, codes ? { codes: new Set(codes) } : {});
}

describe('chooseFixes', () => {
  it('takes fixes in order and leaves those that touch an earlier one', () => {
    const fixes = [fix([1, 3, 'a'], [8, 9, 'b']), fix([2, 4, 'c']), fix([3, 5, 'd']), fix([5, 5, 'e']), fix([6, 6, 'f']), fix([6, 6, 'g'])];
    expect(chooseFixes(fixes).map(({ title }) => title)).toEqual(['1-3,8-9', '3-5', '6-6']);
  });

  it('gives edits that apply together', () => {
    const chosen = chooseFixes([fix([8, 9, 'b'], [1, 3, 'a']), fix([4, 4, '+'])]);
    expect(
      applyEdits(
        source,
        chosen.flatMap(({ edits }) => edits),
      ),
    ).toBe('零a三+四五六七b九');
  });
});

describe('fixPlaybook', () => {
  const page =
    '---\nid: page\ntype: article\ntitle: 页\nlang: zh-Hans\nplaceholders:\n  old: { type: text }\n---\n## 退款条件\n\n见[条件](#退款条见)。\n\n> {{a}}{{b}}{{c}}\n';

  it('goes on until nothing has a fix, and then changes nothing more', () => {
    const once = mend(page);
    expect(once.text).toContain('见[条件](#退款条件)');
    expect(once.text).toContain('placeholders:\n  a: { type: text }\n  b: { type: text }\n  c: { type: text }\n---');
    expect(once.remaining.filter((problem) => problem.fix)).toEqual([]);
    const twice = mend(once.text);
    expect(twice).toEqual({ text: once.text, applied: 0, remaining: once.remaining });
  });

  it('applies only what was asked for, and returns the rest', () => {
    const { text, applied, remaining } = mend(page, {}, ['broken-anchor']);
    expect(text).toBe(page.replace('#退款条见', '#退款条件'));
    expect(applied).toBe(1);
    expect(remaining.map(({ code }) => code)).toContain('unused-placeholder');
  });

  it('ends where two fixes would undo each other, wherever it began', () => {
    const config = {
      'playbook.config.yaml': 'forbiddenWording:\n  - { pattern: 尽快, replacement: 马上 }\n  - { pattern: 马上, replacement: 尽快 }\n',
    };
    for (const start of ['> 尽快\n', '> 马上\n']) expect(mend(start, config, ['forbidden-wording']).text).toBe('> 尽快\n');
  });

  it('applies one by one what together would make the front matter unreadable', () => {
    const { text, remaining } = mend('---\nid: page\nplaceholdrs:\n  order_id: { type: text }\n---\n{{order_id}}\n');
    expect(text).toBe('---\nid: page\nplaceholders:\n  order_id: { type: text }\n---\n{{order_id}}\n');
    expect(remaining.filter(({ code }) => code === 'yaml-syntax')).toEqual([]);
  });
});
