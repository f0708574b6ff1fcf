import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const code = 'undeclared-placeholder';
const config = { 'playbook.config.yaml': 'variables: { hotline: "400", company: { phone: "400" } }\n' };

describe('undeclared-placeholder', () => {
  it('marks what neither the front matter nor the config knows', () => {
    const { expected, found, problems } = checkMarked(
      code,
      '---\nplaceholders:\n  order_id: { type: text }\n---\n## {{order_id}}\n\n> ⟦undeclared-placeholder|{{ 客户姓名 }}⟧请拨打 {{hotline}} 或 {{company.phone}}，单号 ⟦undeclared-placeholder|{{oder_id}}⟧。\n\n`{{code}}`\n',
      config,
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'The placeholder “客户姓名” is not declared in the front matter.',
      'The placeholder “oder_id” is not declared. Did you mean “order_id”?',
    ]);
  });

  it('wants what a snippet uses declared in the snippet', () => {
    const others = { 'terms.md': '---\nid: terms\ntype: snippet\n---\n> {{amount}} 元\n' };
    expect(checkMarked(code, '::include{id=terms}\n', others).found).toEqual([]);
    expect(checkMarked(code, others['terms.md'].replace('{{amount}}', '⟦undeclared-placeholder|{{amount}}⟧'))).toMatchObject({
      found: [{ code }],
    });
  });

  it.each([
    ['no front matter', '> {{a}}{{b}}{{a}}\n', '---\nplaceholders:\n  a: { type: text }\n  b: { type: text }\n---\n\n> {{a}}{{b}}{{a}}\n'],
    ['no placeholders', '---\r\nid: x\r\n---\r\n{{a}}\r\n', '---\r\nid: x\r\nplaceholders:\r\n  a: { type: text }\r\n---\r\n{{a}}\r\n'],
    ['empty front matter', '---\n---\n{{a}}\n', '---\nplaceholders:\n  a: { type: text }\n---\n{{a}}\n'],
    [
      'a block',
      '---\nplaceholders:\n    one:\n      type: text # 名\n\nid: x\n---\n{{名}}\n',
      '---\nplaceholders:\n    one:\n      type: text # 名\n    名: { type: text }\n\nid: x\n---\n{{名}}\n',
    ],
    ['a flow', '---\nplaceholders: { one: {} }\n---\n{{a}}\n', '---\nplaceholders: { a: { type: text }, one: {} }\n---\n{{a}}\n'],
    ['an empty flow', '---\nplaceholders: {}\n---\n{{a}}\n', '---\nplaceholders: { a: { type: text } }\n---\n{{a}}\n'],
    ['nothing', '---\nplaceholders:\nid: x\n---\n{{a}}\n', '---\nplaceholders:\n  a: { type: text }\nid: x\n---\n{{a}}\n'],
    ['a name YAML would misread', '{{true}}\n', '---\nplaceholders:\n  "true": { type: text }\n---\n\n{{true}}\n'],
  ])('adds the declaration: %s', (_, before, after) => {
    const { text, left } = mendMarked(code, before);
    expect(text).toBe(after);
    expect(left).toEqual([]);
  });

  it('offers no fix where the front matter cannot be read', () => {
    expect(checkMarked(code, '---\na: [\n---\n{{a}}\n').problems[0]?.fix).toBeUndefined();
    expect(checkMarked(code, '---\nplaceholders: [a]\n---\n{{a}}\n').problems[0]?.fix).toBeUndefined();
  });

  it('mends a slip, but never turns one numbered or Chinese name into another', () => {
    const head = '---\nplaceholders: { order_id: {}, date1: {}, 订单号: {} }\n---\n';
    expect(mendMarked(code, `${head}{{ orderid }}{{訂單號}}\n`).text).toBe(`${head}{{ order_id }}{{订单号}}\n`);
    const messages = checkMarked(code, `${head}{{date2}}{{订单额}}\n`).problems.map((problem) => problem.message);
    expect(messages).toEqual([
      'The placeholder “date2” is not declared in the front matter.',
      'The placeholder “订单额” is not declared in the front matter.',
    ]);
  });
});
