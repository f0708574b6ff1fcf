import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const code = 'unused-placeholder';

describe('unused-placeholder', () => {
  it('marks the name of a declaration nothing uses', () => {
    const { expected, found, problems } = checkMarked(
      code,
      '---\nplaceholders:\n  order_id: { type: text }\n  ⟦unused-placeholder|客户姓名⟧: { type: text }\n---\n> {{order_id}}\n',
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('The placeholder “客户姓名” is declared but never used.');
  });

  it('counts uses in embedded snippets, however deep, in code and in addresses', () => {
    const text = '---\nplaceholders: { a: {}, b: {}, c: {} }\n---\n::include{id=s}\n\n`{{b}}` [x](https://example.com/{{c}})\n';
    const others = { 's.md': '---\nid: s\n---\n::include{id=t}\n', 't.md': '---\nid: t\n---\n{{a}}\n' };
    expect(checkMarked(code, text, others).found).toEqual([]);
  });

  it.each([
    [
      'one of a block',
      '---\nplaceholders:\n  a:\n    type: text\n  b: { type: text }\nid: x\n---\n{{b}}\n',
      '---\nplaceholders:\n  b: { type: text }\nid: x\n---\n{{b}}\n',
    ],
    [
      'the last of a block',
      '---\nplaceholders:\n  b: { type: text }\n  a: { type: text } # 名\n---\n{{b}}\n',
      '---\nplaceholders:\n  b: { type: text }\n---\n{{b}}\n',
    ],
    ['the only one', '---\nid: x\nplaceholders:\n  a: { type: text }\n---\n正文\n', '---\nid: x\n---\n正文\n'],
    [
      'all',
      '---\nid: x\nplaceholders:\n  a: { type: text }\n  b: { type: text }\ntags: [售后]\n---\n正文\n',
      '---\nid: x\ntags: [售后]\n---\n正文\n',
    ],
    ['the first of a flow', '---\nplaceholders: { a: {}, b: {} }\n---\n{{b}}\n', '---\nplaceholders: { b: {} }\n---\n{{b}}\n'],
    ['the last of a flow', '---\nplaceholders: { a: {}, b: {} }\n---\n{{a}}\n', '---\nplaceholders: { a: {} }\n---\n{{a}}\n'],
  ])('removes the declaration: %s', (_, before, after) => {
    const { text, left } = mendMarked(code, before);
    expect(text).toBe(after);
    expect(left).toEqual([]);
  });
});
