import { describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver/node';
import { applyTo, useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();
const english = useLanguageServer({ locale: 'en', capabilities: { textDocument: { hover: {} } } });

const files = {
  'playbook.config.yaml': [
    'channels: [phone, chat, sms]',
    'roles: [agent, supervisor]',
    'variables: { company: { phone: "400-000-0000" } }',
    'forbiddenWording: [{ pattern: 百分百, replacement: 我们会尽力, reason: 不当承诺 }]',
    '',
  ].join('\n'),
  'policies/refund.md':
    '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\nowner: 客服知识组\nsummary: 七天内可退\ntags: [退款]\n---\n\n## 适用范围\n\n全部订单。\n\n## 期限\n\n七天。\n',
  'snippets/terms.md': '---\nid: snippet-terms\ntype: snippet\ntitle: 退款条款\nlang: zh-Hans\n---\n\n七天无理由。\n',
  'assets/流程.svg': '<svg/>',
};

async function getCompletions(marked: string, at = server()) {
  const folder = await at.openFolder(files);
  const document = await folder.open('scripts/a.md', marked);
  const list = await document.ask<CompletionList>('textDocument/completion');
  const find = (label: string): CompletionItem | undefined => list.items.find((item) => item.label === label);
  const accept = (label: string): string => {
    const edit = find(label)?.textEdit;
    if (!edit) throw new Error(`no ${label} among ${list.items.map((item) => item.label).join(', ')}`);
    return applyTo(document.text, [edit as TextEdit]);
  };
  return { labels: list.items.map(({ label }) => label), find, accept };
}

const script = (body: string) =>
  `---\nid: a\ntype: script\ntitle: 甲\nlang: zh-Hans\nplaceholders:\n  order_id: { type: text, label: 订单号 }\n---\n\n${body}`;

describe('in front matter', () => {
  it('keys that are not there yet, required ones first, with what they mean', async () => {
    const { labels, find, accept } = await getCompletions('---\ntype: policy\ntitle: 甲\nva‸\n---\n');
    expect(labels).toContain('valid_to');
    expect(labels).not.toContain('title');
    expect(find('valid_to')?.documentation).toEqual({ kind: 'markdown', value: '失效日期（当天仍有效）' });
    expect(accept('valid_to')).toBe('---\ntype: policy\ntitle: 甲\nvalid_to: \n---\n');
  });

  it('required fields of a custom type come first', async () => {
    const folder = await server().openFolder({
      'schemas/faq.schema.json':
        '{"type":"object","required":["region"],"properties":{"region":{"type":"string","description":"适用地区","enum":["华东","华南"]}}}',
    });
    const document = await folder.open('a.md', '---\ntype: faq\n‸\n---\n');
    const keys = await document.ask<CompletionList>('textDocument/completion');
    expect(keys.items[0]).toMatchObject({
      label: 'region',
      detail: '必填',
      documentation: { value: '适用地区 (必填)\n\n可用的值：`华东`、`华南`' },
    });
    const values = await (await folder.open('b.md', '---\ntype: faq\nregion: ‸\n---\n')).ask<CompletionList>('textDocument/completion');
    expect(values.items.map(({ label }) => label)).toEqual(['华东', '华南']);
  });

  it('values: types, languages, channels in a list, choices, days', async () => {
    expect((await getCompletions('---\ntype: ‸\n---\n')).labels).toEqual(
      expect.arrayContaining(['script', 'response', 'protocol', 'flow', 'policy', 'article', 'case', 'retrospective', 'snippet']),
    );
    const channels = await getCompletions('---\ntype: script\nchannels: [phone, c‸]\n---\n');
    expect(channels.labels).toEqual(['phone', 'chat', 'sms']);
    expect(channels.find('chat')?.detail).toBe('在线');
    expect(channels.accept('chat')).toBe('---\ntype: script\nchannels: [phone, chat]\n---\n');
    expect((await getCompletions('---\ntype: script\nchannels:\n  - ‸\n---\n')).labels).toEqual(['phone', 'chat', 'sms']);
    expect((await getCompletions('---\ntype: policy\nrisk: ‸\n---\n')).labels).toEqual(['low', 'medium', 'high']);
    expect((await getCompletions('---\nvalid_to: ‸\n---\n')).labels).toEqual(['2026-11-22']);
    expect((await getCompletions('---\nplaceholders:\n  a: { type: ‸ }\n---\n')).labels).toContain('amount');
  });

  it('owners and tags in use, ids of others with a card', async () => {
    expect((await getCompletions('---\nowner: ‸\n---\n')).find('客服知识组')?.detail).toBe('1 篇在用');
    expect((await getCompletions('---\ntags: [‸]\n---\n')).labels).toEqual(['退款']);
    const related = await getCompletions('---\nlang: zh-Hans\nrelated:\n  - ‸\n---\n');
    expect(related.find('policy-refund')).toMatchObject({
      detail: '退款政策',
      documentation: { value: '**退款政策**\n\n政策 · zh-Hans · `policy-refund` · 负责：客服知识组\n\n七天内可退' },
    });
  });

  it('in English for an English editor', async () => {
    const { find } = await getCompletions('---\ntype: policy\n‸\n---\n', english());
    expect(find('owner')?.documentation).toEqual({ kind: 'markdown', value: 'Person or team in charge' });
  });
});

describe('links and embeds', () => {
  it('ids, after a surrogate pair, closing the brackets', async () => {
    const { accept, find } = await getCompletions(script('😀𠮷见 [[pol‸\n'));
    expect(accept('policy-refund')).toBe(script('😀𠮷见 [[policy-refund]]\n'));
    expect(find('policy-refund')?.filterText).toBe('policy-refund 退款政策');
    expect((await getCompletions(script('[[pol‸]] 后面\n'))).accept('policy-refund')).toBe(script('[[policy-refund]] 后面\n'));
  });

  it('anchors of the page named, with what stands there', async () => {
    const { labels, find, accept } = await getCompletions(script('[[policy-refund#‸]]\n'));
    expect(labels).toEqual(['适用范围', '期限']);
    expect(find('期限')?.documentation).toEqual({ kind: 'markdown', value: '## 期限\n\n七天。' });
    expect(accept('期限')).toBe(script('[[policy-refund#期限]]\n'));
  });

  it('relative paths, anchors of this page and files', async () => {
    const { accept } = await getCompletions(script('[退款](‸)\n\n## 开场\n'));
    expect(accept('../policies/refund.md')).toBe(script('[退款](../policies/refund.md)\n\n## 开场\n'));
    expect(accept('#开场')).toBe(script('[退款](#开场)\n\n## 开场\n'));
    expect((await getCompletions(script('![图](‸)\n'))).labels).toEqual(['../assets/流程.svg']);
    expect((await getCompletions(script('[期限](../policies/refund.md#‸)\n'))).labels).toEqual(['适用范围', '期限']);
  });

  it('embeds offer snippets first, with their text', async () => {
    const { labels, find, accept } = await getCompletions(script('::include{id=‸}\n'));
    expect(labels).toEqual(['snippet-terms', 'policy-refund']);
    expect(find('snippet-terms')?.documentation).toMatchObject({ value: expect.stringContaining('七天无理由。') });
    expect(accept('snippet-terms')).toBe(script('::include{id=snippet-terms}\n'));
  });
});

describe('in the text', () => {
  it('placeholders and variables', async () => {
    const { labels, find, accept } = await getCompletions(script('> 订单 {{‸\n'));
    expect(labels).toEqual(['order_id', 'company.phone']);
    expect(find('order_id')?.detail).toBe('待填项 · 订单号');
    expect(find('company.phone')?.detail).toBe('变量 · 400-000-0000');
    expect(accept('order_id')).toBe(script('> 订单 {{order_id}}\n'));
  });

  it('section headings that the type still misses, required ones first; under a section its channels', async () => {
    const top = await getCompletions(script('## 适用场景\n\n甲\n\n## ‸\n'));
    expect(top.labels.slice(0, 3)).toEqual(['开场', '解决方案', '结束语']);
    expect(top.labels).not.toContain('适用场景');
    expect(top.find('开场')).toMatchObject({ detail: '必备章节', documentation: { value: '问候并说明身份' } });
    const below = await getCompletions(script('## 开场\n\n### 电话\n\n> 您好\n\n### ‸\n'));
    expect(below.labels.slice(0, 2)).toEqual(['在线', '短信']);
  });

  it('roles, outcomes and directives', async () => {
    expect((await getCompletions(script('1. 甲 :owner[‸]\n'))).accept('主管')).toBe(script('1. 甲 :owner[主管]\n'));
    expect((await getCompletions(script(':outcome[‸\n'))).labels).toEqual(['resolved', 'escalated', 'callback']);
    const { labels, find } = await getCompletions(script('1. 甲 :o‸\n'));
    expect(labels).toContain(':owner');
    expect(find(':owner')).toMatchObject({ insertTextFormat: 2, textEdit: { newText: `:owner[$${'{1}'}]` } });
    expect((await getCompletions(script('::‸\n'))).labels).toContain('::include');
  });

  it('what to say instead of forbidden wording, while it is being written', async () => {
    const { find, accept } = await getCompletions(script('> 我们百分‸\n'));
    expect(find('我们会尽力')).toMatchObject({ detail: '代替“百分百”', filterText: '百分', documentation: { value: '不当承诺' } });
    expect(accept('我们会尽力')).toBe(script('> 我们我们会尽力\n'));
  });

  it('whole pieces at the start of a line: steps, matrix, flow nodes, channel variants', async () => {
    const { labels, find } = await getCompletions(script('## 开场\n\n‸\n'));
    expect(labels).toEqual(expect.arrayContaining(['步骤', '紧急-影响矩阵', '流程节点', '流程终点', '渠道变体']));
    expect(find('步骤')).toMatchObject({ insertTextFormat: 2, filterText: 'steps 步骤 步骤' });
    expect(find('步骤')?.textEdit?.newText.split('\n')[0]).toBe(`1. $${'{1:做什么}'} :owner[$${'{2:客服专员}'}] :within[$${'{3:5m}'}]`);
    expect(find('渠道变体')?.textEdit?.newText).toContain('### 电话\n\n> ');
  });

  it('plain text for an editor without snippets', async () => {
    const { find } = await getCompletions(script('1. 甲 :o‸\n'), english());
    expect(find(':owner')?.textEdit?.newText).toBe(':owner[]');
    expect(find(':owner')?.insertTextFormat).toBeUndefined();
  });

  it('nothing in ordinary words', async () => {
    expect((await getCompletions(script('您好，时间:‸\n'))).labels).toEqual([]);
    expect((await getCompletions(script('您好，请问‸\n'))).labels).toEqual([]);
  });
});
