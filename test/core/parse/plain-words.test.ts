import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { knowledgeBaseOf, searchOf } from '../../support/knowledge-base.js';

const words = (text: string) =>
  parsePlaybook('a.md', { text }, 'zh-Hans').root.blocks.map((block) => ('text' in block ? block.text : block.kind));

describe('the words of a block', () => {
  it.each([
    ['> 您好<!-- playbook-ignore sms: 已问过 -->，再见。 <!-- 还没批 -->\n', ['您好，再见。']],
    ['> <!-- 给编辑的话 -->\n> 您好。\n', ['您好。']],
    ['段落 <!-- 草稿：赔三百 --> 完。\n', ['段落  完。']],
    ['<div>\n公告 <!-- 草稿 --><script>alert(1)</script>\n第二行<br>第三行\n</div>\n', ['\n公告 \n第二行\n第三行\n']],
    ['> 尊敬的客户：  \n> 您好\\\n> **请**看<br/>这里<b>。\n', ['尊敬的客户：\n您好\n请看\n这里。']],
    ['> 请准备：\n>\n> - 身份证\n> - 订单号\n', ['请准备：\n身份证\n订单号']],
    ['a < b，`<!-- 代码 -->` \\<!-- 字 -->\n', ['a < b，<!-- 代码 --> <!-- 字 -->']],
  ])('are what a reader sees: %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('leave comments out of lists and tables, and so out of searches', () => {
    const text =
      '- 一 <!-- 秘密 -->\n  - 二 <!-- 秘密 -->\n\n| 甲 <!-- 秘密 --> |\n|---|\n| 乙<br>丙 <!-- 秘密 --> |\n\n<!-- 未完的秘密\n\n## 秘密\n';
    const knowledgeBase = knowledgeBaseOf({ 'a.md': text });
    expect(searchOf(knowledgeBase)({ text: '秘密' }).total).toBe(0);
    expect(searchOf(knowledgeBase)({ text: '乙' }).total).toBe(1);
    expect(JSON.stringify(knowledgeBase.playbooks.get('a.md')?.root.blocks)).toContain('乙\\n丙');
  });
});
