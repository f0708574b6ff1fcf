import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const frontMatter = '---\nid: r\ntype: response\n---\n';
const check = (marked: string) => checkMarked('section-order', marked);

describe('section-order', () => {
  it('marks the one section that stands too early and moves it to the end', () => {
    const marked = `${frontMatter}## ⟦section-order|提示⟧\n\n先核对。\n\n### 例外\n\n无。\n\n## 使用场景\n\n客户查询。\n\n## 标准回复\n\n> 正在查询。\n`;
    const { expected, found, problems } = check(marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('“提示” belongs after “标准回复”.');
    expect(mendMarked('section-order', marked)).toEqual({
      text: `${frontMatter}## 使用场景\n\n客户查询。\n\n## 标准回复\n\n> 正在查询。\n\n## 提示\n\n先核对。\n\n### 例外\n\n无。\n`,
      left: [],
    });
  });

  it('marks the one section that stands too late and moves it up', () => {
    const marked = `${frontMatter}## 标准回复\n\n> 正在查询。\n\n## 注意事项\n\n先核对。\n\n## ⟦section-order|使用场景⟧\n\n客户查询。`;
    const { expected, found, problems } = check(marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('“使用场景” belongs before “标准回复”.');
    expect(mendMarked('section-order', marked)).toEqual({
      text: `${frontMatter}## 使用场景\n\n客户查询。\n\n## 标准回复\n\n> 正在查询。\n\n## 注意事项\n\n先核对。\n`,
      left: [],
    });
  });

  it('knows the order of sections inside a section', () => {
    const marked =
      '---\nid: p\ntype: protocol\n---\n## 对客公告\n\n### 进展更新\n\n> 正在处理。\n\n### ⟦section-order|首次通知⟧\n\n> 已知悉。\n';
    expect(check(marked).found).toEqual(check(marked).expected);
  });

  it('accepts the order of the type, sections of one’s own anywhere, and files without a type', () => {
    expect(check(`${frontMatter}## 背景\n\n无。\n\n## 使用场景\n\n无。\n\n## 来源\n\n无。\n\n## 标准回复\n\n> 好。\n`).found).toEqual([]);
    expect(check('## 解答\n\n有。\n\n## 问题\n\n无。\n').found).toEqual([]);
  });

  it('mends any order of the sections of a type', () => {
    const sections = ['使用场景', '标准回复', '注意事项', '不要说'];
    const permute = (rest: readonly string[]): readonly (readonly string[])[] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((first) => permute(rest.filter((other) => other !== first)).map((others) => [first, ...others]));
    const page = (order: readonly string[]) =>
      `${frontMatter}${order.map((heading) => `## ${heading}\n\n${heading}的内容。\n`).join('\n')}`;
    for (const order of permute(sections)) expect(mendMarked('section-order', page(order)).text).toBe(page(sections));
  });
});
