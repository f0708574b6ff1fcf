import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml, withoutComments } from '../../../src/core/parse/yaml.js';

describe('withoutComments', () => {
  it.each([
    ['a line of its own', '# 草稿\ntitle: 退款\n  # 缩进的\nlang: zh-Hans\n', 'title: 退款\nlang: zh-Hans\n'],
    ['the end of a line', 'tags: [退款, # 暂定\n  物流] # 待定\ntitle: 甲', 'tags: [退款,\n  物流]\ntitle: 甲'],
    ['lines that end as on Windows', '# 一\r\na: b # 二\r\n# 三\r\nc: d\r\n', 'a: b\r\nc: d\r\n'],
    [
      'beside a block',
      'summary: | # 要短\n  第一行 # 正文\n  # 也是正文\ntitle: 甲\n',
      'summary: |\n  第一行 # 正文\n  # 也是正文\ntitle: 甲\n',
    ],
    ['text that cannot be read', 'title: [甲 # 草稿\nlang: "zh # 不是注释', 'title: [甲\nlang: "zh # 不是注释'],
  ])('leaves comments out: %s', (_where, yaml, expected) => {
    expect(withoutComments(yaml)).toBe(expected);
  });

  it('keeps what only looks like one', () => {
    const yaml = 'a: "甲 # 乙"\nb: 单号#7\n"#c": \'# 丙\'\nd: 甲\n  乙#丙\n';
    expect(withoutComments(yaml)).toBe(yaml);
  });

  it('changes no value', () => {
    const piece = fc.constantFrom(
      'a',
      '退款',
      ': ',
      '\n',
      '  ',
      '- ',
      '#',
      ' # 注',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      '|',
      '>',
      '\r\n',
      '\t',
      '&x',
      '*x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const yaml = pieces.join('');
        const { data, problems } = parseYaml(yaml);
        fc.pre(problems.length === 0);
        expect(parseYaml(withoutComments(yaml)).data).toEqual(data);
      }),
      { numRuns: 2000 },
    );
  });
});
