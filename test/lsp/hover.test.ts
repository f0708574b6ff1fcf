import { describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { type Document, useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();
const traditional = useLanguageServer({ locale: 'zh-Hant-HK' });

const files = {
  'playbook.config.yaml':
    'roles: [agent, supervisor, manager]\nescalation: [agent, supervisor, manager]\nvariables: { company: { phone: "400-000-0000" } }\n',
  'refund.md':
    '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\nowner: 客服知识组\nsummary: 七天内可退\nvalid_to: 2026-01-31\n---\n\n## 期限\n\n七天。\n',
  'terms.md': '---\nid: snippet-terms\ntype: snippet\ntitle: 退款条款\nlang: zh-Hans\n---\n\n> 七天无理由，见 {{company.phone}}。\n',
};

async function getHover(marked: string, at = server()): Promise<{ text: string | undefined; covered: string | undefined }> {
  const folder = await at.openFolder(files);
  const document: Document = await folder.open('a.md', marked);
  const hover = await document.ask<Hover | null>('textDocument/hover');
  return { text: hover ? (hover.contents as MarkupContent).value : undefined, covered: hover?.range && document.textOf(hover.range) };
}

const card = '**退款政策**\n\n政策 · zh-Hans · `policy-refund` · 负责：客服知识组 · 已于 2026-01-31 失效\n\n七天内可退';

describe('hover', () => {
  it('on a link shows a card of the page, whichever way it is written', async () => {
    expect(await getHover('😀 [[policy-re‸fund]]\n')).toEqual({ text: card, covered: 'policy-refund' });
    expect(await getHover('[退款](refund‸.md)\n')).toEqual({ text: card, covered: 'refund.md' });
    expect(await getHover('---\nrelated: [policy-ref‸und]\n---\n')).toEqual({ text: card, covered: 'policy-refund' });
  });

  it('on an anchor shows what stands there', async () => {
    expect(await getHover('[[policy-refund#期‸限]]\n')).toEqual({ text: `${card}\n\n---\n\n## 期限\n\n七天。`, covered: '期限' });
    expect(await getHover('[期限](#期‸限)\n\n## 期限\n\n十天。\n')).toEqual({ text: '## 期限\n\n十天。', covered: '期限' });
  });

  it('on an embed shows the snippet', async () => {
    expect((await getHover('::include{id=snippet-‸terms}\n')).text).toBe(
      '**退款条款**\n\n通用片段 · zh-Hans · `snippet-terms`\n\n---\n\n> 七天无理由，见 {{company.phone}}。',
    );
  });

  it('on a field and its value says what they mean', async () => {
    expect((await getHover('---\nval‸id_to: 2026-12-31\n---\n')).text).toBe('失效日期（当天仍有效）');
    expect((await getHover('---\nval‸id_to: 2026-12-31\n---\n', traditional())).text).toBe('失效日期（當天仍有效）');
    expect((await getHover('---\ntype: pol‸icy\n---\n')).text).toMatch(/^\*\*政策\*\*\n\n/);
    expect(await getHover('---\nchannels: [phone, s‸ms]\n---\n')).toEqual({ text: '**短信** `sms`', covered: 'sms' });
  });

  it('on a variable shows its value, on a placeholder its definition', async () => {
    expect(await getHover('> 𠮷请拨 {{company.ph‸one}}\n')).toEqual({ text: '变量，值为：**400-000-0000**', covered: 'company.phone' });
    const text =
      '---\nplaceholders:\n  phone: { type: phone, label: 手机号, required: true, pii: true, example: "139" }\n---\n\n> {{pho‸ne}}\n';
    expect((await getHover(text)).text).toBe('**手机号**\n\n待填项 · 电话 · 必填 · 个人信息 · 例如 139');
  });

  it('on a step says who the role is', async () => {
    expect((await getHover('1. 安抚 :owner[主‸管]\n')).text).toBe(
      '**主管** `supervisor`\n\n这一步的负责人 (主管 / Supervisor)\n\n升级阶梯：客服专员 → **主管** → 经理',
    );
    expect((await getHover(':outcome[esc‸alated]\n')).text).toBe('流程结束：转交或升级处理');
  });

  it('on a heading of the type says what belongs there', async () => {
    expect((await getHover('---\ntype: script\n---\n\n## 开‸场\n')).text).toBe('问候并说明身份');
  });

  it('of ordinary words is nothing', async () => {
    expect(await getHover('您‸好\n')).toEqual({ text: undefined, covered: undefined });
  });

  it('never lets a title act as Markdown', async () => {
    const folder = await server().openFolder({ 'b.md': '---\nid: b\ntitle: "[x](command:evil) **b** <img>"\n---\n' });
    const hover = await (await folder.open('a.md', '[[‸b]]\n')).ask<Hover>('textDocument/hover');
    expect((hover.contents as MarkupContent).value).toContain('\\[x\\](command:evil) \\*\\*b\\*\\* \\<img\\>');
  });
});
