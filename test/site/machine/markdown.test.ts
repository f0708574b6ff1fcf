import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/knowledge-base.js';
import { siteOf } from '../support.js';

const config = `title: 星海知识库
languages: [zh-Hans, en]
variables: { company: { shop: 星海*旗舰店*, phone: 400-000-0000 } }
`;

/** The Markdown of one page without its front matter. */
async function markdownOf(files: Files, path = 'pages/page.md'): Promise<string> {
  const site = await siteOf({ 'playbook.config.yaml': config, ...files }, { formats: ['markdown'] });
  const text = site.get(path) ?? '';
  return text.slice(text.indexOf('\n---\n') + 5).trim();
}

describe('a page as Markdown', () => {
  it('has variables, embeds and links in place, and blanks as they are', async () => {
    const files = {
      'page.md': `---\nid: page\ntitle: 退款\n---\n\n# 退款\n\n> 您好，{{company.shop}}。订单 {{order_id}}。\n>\n> ::include{id=terms}\n\n见 [[policy]] 与[期限](sub/policy.md#期限)、[外部](https://example.com/a)、[没有](gone.md)。\n\n1. 第一步\n   ::include{id=terms}\n`,
      'terms.md': '---\nid: terms\ntype: snippet\ntitle: 条款\n---\n\n7 天内。\n\n电话 {{company.phone}}。\n',
      'sub/policy.md': '---\nid: policy\ntitle: 退款政策\n---\n\n## 期限\n\n7 天。\n',
    };
    expect(await markdownOf(files)).toBe(
      [
        '# 退款',
        '',
        '> 您好，星海\\*旗舰店\\*。订单 {{order_id}}。',
        '>',
        '> 7 天内。',
        '> ',
        '> 电话 400-000-0000。',
        '',
        '见 [退款政策](policy.md) 与[期限](policy.md#期限)、[外部](https://example.com/a)、没有。',
        '',
        '1. 第一步',
        '   7 天内。',
        '   ',
        '   电话 400-000-0000。',
      ].join('\n'),
    );
  });

  it('tells what a program needs to know of the page, as YAML that is JSON', async () => {
    const site = await siteOf(
      {
        'playbook.config.yaml': `${config}site: { address: "https://help.example.com/kb" }\n`,
        'page.md':
          '---\nid: page\ntype: script\ntitle: "退款: 安抚"\nlang: zh-Hans\nchannels: [chat]\nplaceholders:\n  order_id: { type: text, label: 订单号, required: true }\n---\n\n> 好的。\n',
      },
      { formats: ['markdown'] },
    );
    expect(site.get('pages/page.md')).toBe(
      [
        '---',
        'id: "page"',
        'type: "script"',
        'title: "退款: 安抚"',
        'lang: "zh-Hans"',
        'channels: ["chat"]',
        'state: "in-force"',
        'placeholders: [{"name":"order_id","type":"text","label":"订单号","required":true}]',
        'page: "https://help.example.com/kb/pages/page.html"',
        '---',
        '',
        '# 退款: 安抚',
        '',
        '> 好的。',
        '',
      ].join('\n'),
    );
    expect(site.get('pages/page.html')).toContain('<link rel="alternate" type="text/markdown" href="page.md">');
  });

  it('says in words what steps are marked with', async () => {
    const text = await markdownOf({ 'page.md': '---\nid: page\n---\n\n1. 上报 :owner[值班主管] :within[5m]\n\n:outcome[escalated]\n' });
    expect(text).toContain('1. 上报 **值班主管** **5 分钟**');
    expect(text).toContain('**升级**');
  });

  it('says nothing that the page does not show: no comments, no markup that runs', async () => {
    const text = await markdownOf({
      'page.md':
        '---\nid: page\n---\n\n前<!-- 内部备注 -->后 <b onclick="x()">粗</b><script>secret()</script>完\n\n<!-- 整段\n\n备注 -->\n\n<div title="hidden-title">块<style>p{}</style></div>\n\n```html\n<!-- 例子 -->\n```\n\n[x](javascript:alert(1)) ![图](data:image/png;base64,AA)\n\n<!-- 没有结束\n\n机密\n',
    });
    expect(text).toContain('前后 <b>粗</b>完');
    expect(text).toContain('<!-- 例子 -->');
    for (const word of ['内部备注', '整段', 'onclick', 'secret', 'hidden-title', 'style', 'javascript', 'data:', '机密']) {
      expect(text).not.toContain(word);
    }
  });

  it('leaves out what the site drops, over sections too, in every file', async () => {
    const text =
      '---\nid: page\n---\n\n## 甲\n\n前文\n\n<template>\n\n机密一\n\n## 乙\n\n机密二\n\n</template>\n\n后文 <b>{{company.phone}}</b>\n\n## 丙\n\n> 您<script>机密三</script>好。\n';
    const files = { 'playbook.config.yaml': 'variables: { company: { phone: "95000" } }\n', 'page.md': text };
    const site = await siteOf(files, { formats: ['markdown', 'json'] });
    expect(site.get('pages/page.md')).toMatch(/## 甲\n\n前文\n\n+后文 <b>95000<\/b>\n\n## 丙\n\n> 您好。\n$/);
    const chunks = (site.get('chunks/0001.jsonl') ?? '').trimEnd().split('\n');
    expect(chunks.map((line) => JSON.parse(line).text)).toEqual(['前文', '后文 <b>95000</b>', '> 您好。']);
  });

  it('ends embeds that go in circles, and says which are not there', async () => {
    const text = await markdownOf({
      'page.md': '---\nid: page\n---\n\n::include{id=a}\n\n::include{id=gone}\n',
      'a.md': '---\nid: a\n---\n\n甲\n\n::include{id=b}\n',
      'b.md': '---\nid: b\n---\n\n乙\n\n::include{id=a}\n',
    });
    expect(text).toMatch(/甲\n\n乙\n\n\*.*“a”.*\*\n\n\*片段“gone”不在这里。\*/);
  });

  it('leaves out what agents do not see', async () => {
    const site = await siteOf(
      {
        'playbook.config.yaml': `${config}site: { expired: hide }\n`,
        'retired.md': '---\nid: retired\nretired_on: 2026-01-01\n---\n\n旧话术\n',
        'later.md': '---\nid: later\nvalid_from: 2027-01-01\n---\n\n新价格\n',
        'expired.md': '---\nid: expired\nvalid_to: 2026-01-01\n---\n\n旧价格\n',
        'page.md': '---\nid: page\n---\n\n见 [[retired]]\n\n::include{id=later}\n',
      },
      { formats: ['markdown', 'json', 'zendesk', 'freshdesk', 'zammad', 'csv', 'feed', 'sitemap'] },
    );
    const machine = [...site].filter(([path]) => !/\.(?:html|js|css|svg)$/.test(path));
    expect(machine.map(([path]) => path)).toContain('pages/page.md');
    for (const [path, text] of machine) expect(`${path} ${text}`).not.toMatch(/旧话术|新价格|旧价格|pages\/(?:later|expired)/);
  });
});
