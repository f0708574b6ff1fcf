import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

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
    ['a list instead of fields', '---\n⟦yaml-syntax|- 退款⟧\n---\n', 'The front matter should be “key: value” lines.'],
  ])('marks %s', (_name, marked, message) => {
    const { expected, found, problems } = check(marked);
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
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
