import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const check = (marked: string) => checkMarked('empty-section', marked);

describe('empty-section', () => {
  it('marks headings with nothing under them, at the end too', () => {
    const { expected, found, problems } = check(
      '## ⟦empty-section|资费⟧\n\n## 开通\n\n### ⟦empty-section|在线⟧\n\n<!-- 待补 -->\n\n### 电话\n\n拨打。\n\n## ⟦empty-section|注意⟧\n\n>\n\n## ⟦empty-section|常见问题⟧',
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('There is nothing under “资费”. Write something, or remove the heading.');
  });

  it('marks a heading without words', () => {
    const { expected, found, problems } = check('⟦empty-section|##⟧\n');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('This heading has no words and nothing under it. Remove it.');
  });

  it('accepts subsections, an embed, a picture, a title above its own level', () => {
    expect(check('# 标题\n\n# 一\n\n## 二\n\n::include{id=a}\n\n## 三\n\n![](a.svg)\n').found).toEqual([]);
  });
});
