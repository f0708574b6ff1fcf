import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../src/site/machine/desks/csv.js';
import { siteOf } from '../support.js';

const config = `title: 星海
languages: [zh-Hans]
variables: { company: { shop: 星海旗舰店 } }
site:
  address: https://help.example.com
  desk:
    freshdesk_folder: 4
    placeholders:
      customer: { zendesk: "{{ticket.requester.name}}", freshdesk: "{{ticket.requester.name}}", zammad: "#{ticket.customer.fullname}" }
`;
const script = `---
id: script-refund
type: script
title: 退款申请
short_code: TK
channels: [phone, chat]
keywords: [退钱]
placeholders:
  customer: { type: text, label: 客户姓名 }
  order_id: { type: text, label: 订单号 }
---

## 开场

### 电话

> 喂，您好。

### 在线

> {{customer}} 您好，{{company.shop}}为您服务。
>
> 订单 {{order_id}} \\<b>{{ {% #{x} ~~~ <!-- playbook-ignore message-too-long: 只在应用里发 -->

## 结束

> 再见。

> 祝您愉快。
`;
const files = {
  'playbook.config.yaml': config,
  'script.md': script,
  'phone.md': '---\nid: phone\ntype: script\nchannels: [phone]\n---\n\n> 只在电话里说。\n',
  'old.md': '---\nid: old\nvalid_to: 2026-01-01\n---\n\n> 过期的话。\n',
};

describe('canned responses', () => {
  it('are macros for Zendesk, with its placeholders where the config names them', async () => {
    const site = await siteOf(files, { formats: ['zendesk'] });
    expect(JSON.parse(site.get('desks/zendesk-macros.json') ?? '')).toEqual({
      macros: [
        {
          title: '退款申请::开场::在线',
          description: 'script-refund#在线',
          active: true,
          actions: [
            {
              field: 'comment_value_html',
              value:
                '<p>{{ticket.requester.name}} 您好，星海旗舰店为您服务。<br>订单 〔订单号〕 &lt;b&gt;&#123;&#123; &#123;% #&#123;x} ~~~</p>',
            },
          ],
        },
        {
          title: '退款申请::结束::1',
          description: 'script-refund#结束~1',
          active: true,
          actions: [{ field: 'comment_value_html', value: '<p>再见。</p>' }],
        },
        {
          title: '退款申请::结束::2',
          description: 'script-refund#结束~2',
          active: true,
          actions: [{ field: 'comment_value_html', value: '<p>祝您愉快。</p>' }],
        },
      ],
    });
  });

  it('are canned responses for Freshdesk, in the folder of the config', async () => {
    const site = await siteOf(files, { formats: ['freshdesk'] });
    const { canned_responses: responses } = JSON.parse(site.get('desks/freshdesk-canned-responses.json') ?? '');
    expect(responses[1]).toEqual({ title: '退款申请 / 结束 / 1', content_html: '<p>再见。</p>', visibility: 0, folder_id: 4 });
    expect(responses[0].content_html).toContain('{{ticket.requester.name}} 您好');
  });

  it('are text modules for Zammad', async () => {
    const site = await siteOf(files, { formats: ['zammad'] });
    const [head, first] = (site.get('desks/zammad-text-modules.csv') ?? '').split('\r\n');
    expect(head).toBe('name,keywords,content,note,active');
    expect(first).toBe(
      '"退款申请 / 开场 / 在线","TK 退钱","<p>#{ticket.customer.fullname} 您好，星海旗舰店为您服务。<br>订单 〔订单号〕 &lt;b&gt;{{ {% #&#123;x} &#126;&#126;&#126;</p>","script-refund#在线","true"',
    );
  });

  it('are a table for everything else, readable in Excel', async () => {
    const site = await siteOf(files, { formats: ['csv'] });
    const text = site.get('desks/canned-responses.csv') ?? '';
    expect(text.startsWith('\ufeffid,title,text,')).toBe(true);
    expect(text).toContain(
      '"script-refund#结束~1","退款申请 / 结束 / 1","再见。","script","zh-Hans","phone chat","","TK","customer order_id","","","","https://help.example.com/pages/script-refund.html"\r\n',
    );
    expect(text).toContain('〔客户姓名〕 您好');
  });

  it('leave out what is said and what is out of force, and in review what nobody approved', async () => {
    const all = ['zendesk', 'freshdesk', 'zammad', 'csv'] as const;
    const desks = [...(await siteOf(files, { formats: all }))].filter(([path]) => path.startsWith('desks/'));
    expect(desks).toHaveLength(4);
    for (const [, text] of desks) expect(text).not.toMatch(/喂，|电话里|过期的话/);
    const reviews = new Map([['script.md', { state: 'changed', isApproved: false } as const]]);
    for (const [path, text] of await siteOf(files, { formats: all, reviews }))
      if (path.startsWith('desks/')) expect(text).not.toContain('再见');
  });

  it('are taken from the channels that the config names', async () => {
    const site = await siteOf({ ...files, 'playbook.config.yaml': 'site: { desk: { channels: [phone] } }\n' }, { formats: ['csv'] });
    expect(site.get('desks/canned-responses.csv')).toContain('喂，您好。');
    expect(site.get('desks/canned-responses.csv')).not.toContain('为您服务');
  });

  it.each([
    ['zendesk', /"title":"(.*?)"/g, ['退款::在线', '退款::在线::b#在线']],
    ['freshdesk', /"title":"(.*?)"/g, ['退款 / 在线', '退款 / 在线 / b#在线']],
    ['zammad', /^"(.*?)"/gm, ['退款 / 在线', '退款 / 在线 / b#在线']],
  ] as const)('of the same title are told apart by their id (%s)', async (format, titles, expected) => {
    const page = (id: string) => `---\nid: ${id}\ntitle: 退款\n---\n\n## 在线\n\n> ${id}\n`;
    const site = await siteOf({ 'a.md': page('a'), 'b.md': page('b') }, { formats: [format] });
    const [text] = [...site].flatMap(([path, content]) => (path.startsWith('desks/') ? [content] : []));
    expect([...(text ?? '').matchAll(titles)].map(([, title]) => title)).toEqual(expected);
  });

  it('are files of a thousand each', async () => {
    const many = Object.fromEntries(
      [...Array(1001).keys()].map((number) => [`m${number}.md`, `---\nid: m${number}\n---\n\n> 第 ${number} 句\n`]),
    );
    const site = await siteOf(many, { formats: ['zendesk'] });
    expect(JSON.parse(site.get('desks/zendesk-macros.json') ?? '').macros).toHaveLength(1000);
    expect(JSON.parse(site.get('desks/zendesk-macros-2.json') ?? '').macros).toHaveLength(1);
  });
});

it('no cell begins a formula', () => {
  for (const cell of ['=1+1', '+86 10', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u00a0@x']) {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
  }
  expect(csvLine(['说 "好" a=b', '', '退\n款'])).toBe('"说 ""好"" a=b","","退\n款"\r\n');
});
