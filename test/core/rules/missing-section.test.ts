import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const head = (type: string, lang = 'zh-Hans') => `---\nid: x\ntype: ⟦missing-section|${type}⟧\ntitle: 查询\nlang: ${lang}\n---\n`;
const check = (marked: string) => checkMarked('missing-section', marked);

describe('missing-section', () => {
  it('names the missing section as a playbook of that language would write it, at the type', () => {
    const { expected, found, problems } = check(`${head('response')}## 使用场景\n\n客户查询。\n`);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('The section “标准回复” is missing: The text to send.');
    expect(check(`${head('response', 'zh-Hant')}## 使用情境\n\n查詢。\n`).problems[0]?.message).toContain('“標準回覆”');
  });

  it('accepts headings of another language, aliases, numbering, width and a title above', () => {
    const text = '---\nid: x\ntype: response\ntitle: 查询\n---\n# 查询\n\n## 一、适用场景：\n\n查询。\n\n## Response\n\n> 好的。\n';
    expect(check(text).found).toEqual([]);
  });

  it('looks into sections that have an outline of their own', () => {
    const messages = (text: string) => check(text).problems.map((problem) => problem.message.split(':')[0]);
    const protocol = '---\nid: x\ntype: protocol\ntitle: 宕机\n---\n## 对客公告\n\n### 首次通知\n\n> 已知悉。\n';
    expect(messages(protocol)).toContain('The section “进展更新” is missing');
    expect(messages(protocol)).not.toContain('The section “首次通知” is missing');
  });

  it('asks nothing of a file without a type, or of one that could not be read', () => {
    expect(check('## 随便\n').found).toEqual([]);
    expect(check(`---\nid: x\ntype: response\n---\n${'>'.repeat(5000)}\n`).found).toEqual([]);
  });
});
