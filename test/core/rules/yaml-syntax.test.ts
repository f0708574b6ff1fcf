import { describe, expect, it } from 'vitest';
import { checkMarked, knowledgeBaseOf, problemsOf } from '../../support/knowledge-base.js';

const check = (marked: string) => checkMarked('yaml-syntax', marked);

describe('yaml-syntax', () => {
  it.each([
    ['a field written twice', '---\ntitle: 退款\n⟦yaml-syntax|title⟧: 退货\n---\n', 'This field is written twice. Remove one.'],
    ['a tab as indentation', '---\nplaceholders:\n⟦yaml-syntax|\t⟧order_id: {}\n---\n', 'This line is indented with a tab. Use spaces.'],
    [
      'front matter that is never closed',
      '⟦yaml-syntax|---⟧\ntitle: 退款\n\n正文\n',
      'The front matter is never closed. Add a line with “---” after its last field.',
    ],
    [
      'a bracket that is never closed, where it opens and once',
      '---\nid: a\ntags: ⟦yaml-syntax|[⟧退款, 物流\nowner: 客服\n---\n\n退款。\n',
      'This bracket is never closed. Write “]” after the last value, and indent the lines in between, if any.',
    ],
    [
      'a brace in a bracket',
      '---\nid: a\ntags: [退款, ⟦yaml-syntax|{⟧ a: 1]\n---\n\n退款。\n',
      'This bracket is never closed. Write “}” after the last value, and indent the lines in between, if any.',
    ],
    [
      'a quote that is never closed',
      '---\nid: a\ntitle: ⟦yaml-syntax|"⟧退款\ntags: 物流\n---\n\n退款。\n',
      'This quote is never closed. Write another " after the text.',
    ],
    [
      'a bracket too many, without all that follows from it',
      '---\nid: a\ntags: [退款]⟦yaml-syntax|]⟧\nowner: 客服\n---\n\n退款。\n',
      'This is not correct YAML: Unexpected flow-seq-end token in YAML stream: "]". Put quotes around text that has a colon, a bracket or #.',
    ],
    [
      'a colon in a value',
      '---\nid: a\ntitle: ⟦yaml-syntax|退款⟧: 七天\n---\n\n退款。\n',
      'This value has a colon and a space, which begin another field. Put the whole value in quotes.',
    ],
    ['a list instead of fields', '---\n⟦yaml-syntax|- 退款⟧\n---\n', 'The front matter should be “key: value” lines.'],
  ])('marks %s', (_name, marked, message) => {
    const { expected, found, problems } = check(marked);
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('leaves the kinds of values unsaid while the YAML cannot be read', () => {
    const knowledgeBase = knowledgeBaseOf({ 'a.md': '---\nid: a\ntitle: [退款\ntype: policy\n---\n\n## 期限\n\n七天。\n' });
    expect(problemsOf(knowledgeBase, 'a.md').map(({ code }) => code)).not.toContain('front-matter-schema');
  });

  it('says so where aliases multiply, instead of expanding them', () => {
    const bomb = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}]`).join('\n');
    const { problems } = check(`---\na0: &a0 [x, x]\n${bomb}\n---\n`);
    expect(problems[0]?.message).toContain('expand to too much');
  });

  it('accepts correct YAML, quoted colons and a file without front matter', () => {
    for (const text of ['---\ntitle: "退款: 七天"\n---\n', '# 退款\n', '', '---\n---\n']) expect(check(text).found, text).toEqual([]);
  });
});
