import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormattingOnly } from '../../src/core/review/compare/formatting.js';
import { markdownText } from '../support/arbitrary.js';

const frontMatter = '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nchannels: [phone, chat]\n---\n\n';
const page = (body: string): string => frontMatter + body;

describe('formatting only, as decided by the parsed trees', () => {
  const same: readonly (readonly [string, string, string])[] = [
    ['line endings', page('## 开场\n\n> 您好。\n'), page('## 开场\n\n> 您好。\n').replaceAll('\n', '\r\n')],
    ['blank lines and trailing spaces', page('## 开场\n\n> 您好。\n'), page('\n\n## 开场   \n\n\n> 您好。 \n\n\n')],
    ['marks of lists and emphasis', page('- 一\n- *二*\n- __三__\n'), page('* 一\n* _二_\n* **三**\n')],
    ['numbers of list items', page('1. 查单\n1. 登记\n'), page('1. 查单\n2. 登记\n')],
    ['loose and tight lists', page('1. 查单\n2. 登记\n'), page('1. 查单\n\n2. 登记\n')],
    [
      'padding and alignment of a table',
      page('| 金额 | 时限 |\n|--|--|\n| 100 元 | 3 天 |\n'),
      page('|金额|时限|\n|:-|-:|\n|100 元|3 天|\n'),
    ],
    ['kind of heading', page('## 退款 ##\n'), page('退款\n---\n')],
    ['kind of code block', page('```\n订单\n```\n'), page('~~~\n订单\n~~~\n')],
    ['lines of English text', page('We refund within\nthree days.\n'), page('We refund within three days.\n')],
    [
      'quotes, lists and order of front matter',
      page('正文\n'),
      '---\ntype: "policy"\nid: policy-refund\nchannels:\n  - phone\n  - chat\ntitle: 退款政策 # 草稿\n---\n正文\n',
    ],
  ];
  it.each(same)('%s', (_, before, after) => {
    expect(isFormattingOnly(before, after)).toBe(true);
    expect(isFormattingOnly(after, before)).toBe(true);
  });

  const different: readonly (readonly [string, string, string])[] = [
    ['one character', page('三天到账\n'), page('五天到账\n')],
    ['a full-width digit', page('3 天到账\n'), page('３ 天到账\n')],
    ['script', page('退款\n'), page('退貨\n')],
    ['a space more in a wording', page('> 您好 王先生\n'), page('> 您好  王先生\n')],
    ['a line break between Chinese characters, which is copied as a space', page('> 您好\n> 王先生\n'), page('> 您好王先生\n')],
    ['an invisible character', page('> 您好\n'), page('> 您\u200B好\n')],
    ['a new paragraph', page('甲。\n乙。\n'), page('甲。\n\n乙。\n')],
    ['emphasis', page('不要承诺\n'), page('**不要**承诺\n')],
    ['a word struck out', page('不可退款\n'), page('~~不可~~退款\n')],
    ['a blank that is no blank any more', page('> 订单 {{order_id}}\n'), page('> 订单 {\\{order_id}}\n')],
    ['a blank by character reference', page('> 订单 {{order_id}}\n'), page('> 订单 &#123;&#123;order_id}}\n')],
    ['where a link leads', page('[政策](a.md)\n'), page('[政策](b.md)\n')],
    ['what a reference stands for', page('[政策][1]\n\n[1]: a.md\n'), page('[政策][1]\n\n[1]: b.md\n')],
    ['an HTML comment', page('<!-- 甲 -->\n\n正文\n'), page('<!-- 乙 -->\n\n正文\n')],
    ['lines in raw HTML', page('<pre>\n\n甲 乙\n\n</pre>\n'), page('<pre>\n\n甲\n乙\n\n</pre>\n')],
    ['lines of a code block', page('```\na b\n```\n'), page('```\na\nb\n```\n')],
    ['a time limit', page('1. 通报 :within[5m]\n'), page('1. 通报 :within[50m]\n')],
    ['what is embedded', page('::include{id=a}\n'), page('::include{id=b}\n')],
    ['a list that starts elsewhere', page('1. 查单\n'), page('3. 查单\n')],
    ['a front-matter value', page('正文\n'), page('正文\n').replace('title: 退款政策', 'title: 退货政策')],
    ['a number that became a text', '---\nlevel: 5\n---\n', '---\nlevel: "5"\n---\n'],
    ['numbers JSON has no word for', '---\nlevel: .inf\n---\n', '---\nlevel: .nan\n---\n'],
    ['the order of placeholders', '---\nplaceholders: {a: {}, b: {}}\n---\n', '---\nplaceholders: {b: {}, a: {}}\n---\n'],
    ['text the parser refuses', page(`${'> '.repeat(150)}甲\n`), page(`${'> '.repeat(150)}乙\n`)],
    ['refused text with other spaces', page(`${'> '.repeat(150)}甲\n`), page(`${'> '.repeat(150)}甲 \n`)],
    ['front matter that is not YAML', '---\nid: [a\n---\n甲\n', '---\nid: [b\n---\n甲\n'],
    ['everything removed', page('正文\n'), ''],
  ];
  it.each(different)('not %s', (_, before, after) => {
    expect(isFormattingOnly(before, after)).toBe(false);
    expect(isFormattingOnly(after, before)).toBe(false);
  });

  it('holds for any text and itself with other line endings, and never throws', () => {
    fc.assert(
      fc.property(markdownText, markdownText, (before, after) => {
        expect(isFormattingOnly(before, before.replace(/\r\n?|\n/g, '\r\n'))).toBe(true);
        expect(isFormattingOnly(before, after)).toBe(isFormattingOnly(after, before));
      }),
      { numRuns: 300 },
    );
  });
});
