import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visitParents } from 'unist-util-visit-parents';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolvePath } from '../../src/core/paths.js';
import { siteOf } from './support.js';

const files = {
  'playbook.config.yaml': [
    'title: 星海客服知识库',
    'languages: [zh-Hans, zh-Hant, en]',
    'priorities: [{ id: P1, respondWithin: 5m }, { id: P2, respondWithin: 15m }]',
    'variables: { company: { shop: 星海商城 } }',
    '',
  ].join('\n'),
  'assets/图.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
  'scripts/refund.md': `---
id: script-refund
type: script
title: 退款申请
lang: zh-Hans
owner: 售后组
summary: 客户要退款时怎么说
short_code: tksq
utterances: [我要退款]
channels: [phone, chat, sms]
tiers: [vip]
tags: [退款]
risk: high
stage: inbound
related: [policy-refund]
review_every: 90d
reviewed_on: 2026-11-10
placeholders:
  order_id: { label: 订单号, example: XH1, required: true }
  reason: { type: choice, choices: [坏了, 不想要], pii: true }
---

## 适用场景

客户要求退款，见[政策](../policies/refund.md#规定)。

![流程图](<../assets/图.svg>)

## 开场

### 电话

> 您好，这里是{{company.shop}}，订单 {{order_id}}。
>
> 1. 先说一
> 2. 再说二

### 短信

> 【{{company.shop}}】订单{{order_id}}已受理，原因{{reason}}。

## 解决方案

::include{id=snippet-terms}

### VIP

> VIP 说法

### 其他

> 一般说法

## 不要说

| 不要说 | 场景 | 换成 |
|---|---|---|
| 保证 | 催促 | 尽快 |

## 升级

1. 超过 50 元：:owner[主管] 在 :within[2h] 内回电，带上 :record[订单号]。

## 坐席提示

- 先听完
`,
  'zh-Hant/refund.md': `---
id: script-refund-zh-hant
type: script
title: 退費申請
lang: zh-Hant
translation_of: script-refund
tags: [退費]
valid_to: 2026-11-21
---

## 開場

> 您好。
`,
  'en/policy.md':
    '---\nid: policy-refund-en\ntype: policy\ntitle: Refund policy\nlang: en\ntranslation_of: policy-refund\nvalid_to: 2026-11-20\n---\n\n## Rules\n\nSeven days.\n',
  'policies/refund.md':
    '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\ntags: [退款]\nreview_every: 30d\nreviewed_on: 2026-09-01\n---\n\n## 规定\n\n七天。\n',
  'snippets/terms.md': '---\nid: snippet-terms\ntype: snippet\ntitle: 退款条件\nlang: zh-Hans\n---\n\n> 七天内可退。\n',
  'protocols/outage.md': `---
id: protocol-outage
type: protocol
title: 宕机预案
lang: zh-Hans
incident: outage
---

## 分级矩阵

| 影响 \\ 紧急 | 高 | 低 |
|---|---|---|
| 大 | P1 | P2 全员 |
| 小 | P2 | — |

| 优先级 | 响应时效 |
|---|---|
| P1 | 3 分钟 |

## 处置步骤

1. 宣布启动 :owner[值班主管] :within[5m] :record[T0]
2. 发公告
`,
  'flows/flow.md': `---
id: flow-refund
type: flow
title: 退款流程
lang: zh-Hans
---

## 流程

### 发货了吗？

- [是](#签收了吗)
- [否](#取消订单)
- [问政策](../policies/refund.md)

### 签收了吗？

- [没有](#取消订单)

### 取消订单

全额退。:outcome[resolved]
`,
  'retro.md': `---
id: retro
type: retrospective
title: 宕机复盘
lang: zh-Hans
---

## 五个为什么

- 为什么晚了
  - 为什么没人报
    - 为什么没有规定

## 鱼骨图

- 人员
  - 新人多
- 流程
  - 没有规定
`,
  'case.md': `---
id: case
type: case
title: 案例
lang: zh-Hans
---

## 对话实录

> **客服**：您好

## 测验

### 第一步做什么？

- [ ] 道歉
- [x] 查流水

解析：先看事实。
`,
  '随笔/无题 1.md': '# 无题\n\n正文，[[script-refund]]。\n\n## 小节\n\n字\n',
};

let site: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await siteOf(files);
});

function page(address: string): Root {
  const html = site.get(address);
  if (html === undefined) throw new Error(`no ${address}`);
  return fromHtml(html);
}

function elements(root: Root | Element, matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visitParents(root, 'element', (element) => {
    if (matches(element)) found.push(element);
  });
  return found;
}

function byClass(root: Root | Element, name: string): Element[] {
  return elements(root, ({ properties }) => Array.isArray(properties['className']) && properties['className'].includes(name));
}

function text(element: Element | Root | undefined): string {
  let words = '';
  if (element)
    visitParents(element, 'text', (node) => {
      words += node.value;
    });
  return words.replace(/\s+/g, ' ').trim();
}

describe('the site as a whole', () => {
  it('has these files', () => {
    expect([...site.keys()].filter((path) => !/^(?:pages|types|tags|assets)\//.test(path)).sort()).toEqual([
      '404.html',
      'accent.css',
      'all.en.html',
      'all.html',
      'all.zh-Hant.html',
      'course.css',
      'course.js',
      'flow.css',
      'flow.js',
      'icon.svg',
      'index.en.html',
      'index.html',
      'index.zh-Hant.html',
      'run.css',
      'run.js',
      'search-data.js',
      'search-tables.js',
      'search.js',
      'site.css',
      'site.js',
      'theme.js',
      'words.en.js',
      'words.zh-Hans.js',
      'words.zh-Hant.js',
    ]);
    expect(site.get('site.js')).toBe('/* script */');
    expect([...site.keys()].filter((path) => path.startsWith('assets/'))).toEqual([
      expect.stringMatching(/^assets\/page-[0-9a-f]{12}\.svg$/),
    ]);
  });

  it('is the same bytes in the same order every time', async () => {
    expect([...(await siteOf(files))]).toEqual([...site]);
  });

  it('leads nowhere that is not there, anchors included', () => {
    const missing: string[] = [];
    const idsOf = (path: string) => new Set(elements(page(path), () => true).map((element) => element.properties['id']));
    for (const path of site.keys()) {
      if (!path.endsWith('.html')) continue;
      for (const element of elements(page(path), () => true)) {
        const address = element.properties['href'] ?? element.properties['src'];
        if (typeof address !== 'string' || /^[a-z]+:/.test(address)) continue;
        const [file = '', anchor = ''] = address.split('#');
        const target = file === '' ? path : resolvePath(path, file);
        if (target === undefined || !site.has(target)) missing.push(`${path} → ${address}`);
        else if (anchor !== '' && !idsOf(target).has(decodeURIComponent(anchor))) missing.push(`${path} → ${address}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('has no id twice on a page, and no heading level left out', () => {
    for (const path of site.keys()) {
      if (!path.endsWith('.html')) continue;
      const ids = elements(page(path), ({ properties }) => properties['id'] !== undefined).map(({ properties }) =>
        String(properties['id']),
      );
      expect({ path, twice: ids.filter((id, index) => ids.indexOf(id) !== index) }).toEqual({ path, twice: [] });
      expect({ path, titles: elements(page(path), ({ tagName }) => tagName === 'h1').length }).toEqual({ path, titles: 1 });
    }
  });

  it('allows on every page only what the site itself brings', () => {
    for (const [path, html] of site) {
      if (!path.endsWith('.html')) continue;
      const [policy] = elements(page(path), ({ properties }) => String(properties['httpEquiv']) === 'Content-Security-Policy');
      expect(policy?.properties['content']).toBe(
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'",
      );
      expect(html).not.toMatch(/ style="|<style|<script>|<script [^>]*>[^<]/);
    }
  });
});

describe('home', () => {
  it('lists each subject once, in the reader’s language where there is a translation', () => {
    const titles = (address: string) =>
      byClass(page(address), 'type-card').map((card) => elements(card, ({ tagName }) => tagName === 'li').map(text));
    expect(titles('index.html')[0]).toEqual(['退款申请']);
    expect(titles('index.zh-Hant.html')[0]).toEqual(['退費申請']);
    expect(titles('index.en.html').flat()).toContain('Refund policy');
    expect(titles('index.en.html').flat()).toContain('退款申请');
  });

  it('lists what the reader can read first, and names the language of the rest', async () => {
    const own = await siteOf({
      'playbook.config.yaml': 'title: 知识库\nlanguages: [zh-Hans, zh-Hant]\n',
      'a.md': '---\nid: a\ntype: article\ntitle: 账单\nlang: zh-Hans\ntags: [入门]\n---\n',
      'b.md': '---\nid: b\ntype: article\ntitle: 漫遊\nlang: zh-Hant\ntags: [入门]\n---\n',
    });
    const listed = (address: string) =>
      byClass(fromHtml(own.get(address) ?? ''), 'page-list').flatMap((list) => elements(list, ({ tagName }) => tagName === 'li').map(text));
    expect(listed('types/article.html')).toEqual(['账单', '漫遊繁體']);
    expect(listed('types/article.zh-Hant.html')).toEqual(['漫遊', '账单简体']);
    expect([...own.keys()].filter((path) => path.startsWith('tags/')).map(listed)).toEqual([
      ['账单', '漫遊繁體'],
      ['漫遊', '账单简体'],
    ]);
  });

  it('says what to take care with, in words', () => {
    const careful = (address: string) => byClass(page(address), 'mark').map(text);
    expect(careful('index.html')).toContain('复核逾期');
    expect(careful('index.zh-Hant.html')).toContain('已過期');
    expect(careful('index.en.html')).toContain('Expired');
  });
});

describe('a script', () => {
  const script = () => page('pages/script-refund.html');

  it('has its title, state, facts and marks', () => {
    expect(text(elements(script(), ({ tagName }) => tagName === 'h1')[0])).toBe('退款申请');
    expect(text(byClass(script(), 'marks')[0])).toBe('有效高风险电话在线短信VIP');
    const facts = byClass(script(), 'facts').flatMap((list) => elements(list, ({ tagName }) => tagName === 'div').map(text));
    expect(facts.slice(0, 5)).toEqual(['状态有效', '负责售后组', '审核未开启', '上次复核2026-11-10 周二', '下次复核2027-02-08 周一']);
    expect(facts).toContain('呼入、外呼还是转交呼入');
  });

  it('shows channel variants as tabs over sections with their own anchors', () => {
    const [variants] = byClass(script(), 'variants');
    if (!variants) throw new Error('no variants');
    expect(byClass(variants, 'tab').map((tab) => [text(tab), tab.properties['ariaSelected'], tab.properties['dataVariant']])).toEqual([
      ['电话', 'true', 'phone'],
      ['短信', 'false', 'sms'],
    ]);
    expect(
      byClass(variants, 'variant').map((panel) => [
        panel.properties['id'],
        elements(panel, ({ tagName }) => tagName === 'h3')[0]?.properties['id'],
      ]),
    ).toEqual([
      ['pagePanel1', '电话'],
      ['pagePanel2', '短信'],
    ]);
  });

  it('a single subsection named after a tier is no choice and stays a section', () => {
    expect(byClass(script(), 'variants')).toHaveLength(1);
  });

  it('measures wording by its channel, blanks as their examples', () => {
    const measures = byClass(script(), 'measure').map(text);
    expect(measures[0]).toBe('30 字 · 约 5 秒');
    expect(measures[1]).toBe('20 字 · 短信 1 条 · 已用 20/70');
  });

  it('has one field for each blank, with its example', () => {
    const fields = byClass(script(), 'field').map((field) => toHtml(field));
    expect(fields).toHaveLength(2);
    expect(fields[0]).toContain('<label for="pageBlank0">订单号<span class="required" title="必填" aria-hidden="true">*</span></label>');
    expect(fields[0]).toContain('placeholder="例：XH1"');
    expect(fields[1]).toContain('<option value="坏了">坏了</option>');
    expect(fields[1]).toContain('个人信息');
  });

  it('marks what not to say by sign and word, and puts the way up into a strip', () => {
    expect(text(byClass(script(), 'bad')[0])).toBe('保证');
    expect(text(byClass(script(), 'good')[0])).toBe('尽快');
    expect(text(byClass(script(), 'escalation-strip')[0])).toMatch(/^升级主管2 小时e主管2 小时/);
  });

  it('names each way up of a table once in the strip, and all of them with their conditions above it', async () => {
    const own = await siteOf({
      'flow.md': `---\nid: f\ntype: flow\ntitle: 无信号\nlang: zh-Hans\n---\n\n## 升级\n\n| 条件 | 由谁 | 升级给谁 |\n| --- | --- | --- |\n| 区域故障 | 客服专员 | 经理 |\n| 客户报警 | 主管 | 经理 |\n`,
    });
    const strip = byClass(fromHtml(own.get('pages/f.html') ?? ''), 'escalation-strip')[0];
    expect(byClass(strip ?? fromHtml(''), 'rungs').map(text)).toEqual(['经理']);
    expect(byClass(strip ?? fromHtml(''), 'rung-head').map(text)).toEqual(['客服专员 → 经理', '主管 → 经理']);
  });

  it('stands notes beside the wording, and says where an embed is from', () => {
    expect(text(byClass(script(), 'beside')[0])).toBe('坐席提示# 先听完');
    expect(text(byClass(script(), 'embedded-from')[0])).toBe('引自 退款条件');
    expect(text(byClass(page('pages/snippet-terms.html'), 'links')[0])).toBe('退款申请');
  });

  it('leads to its translations, and says which languages it lacks', () => {
    const languages = byClass(script(), 'language').map((choice) => [
      choice.tagName,
      choice.properties['href'] ?? choice.properties['title'],
      text(choice),
    ]);
    expect(languages).toEqual([
      ['a', 'script-refund.html', '简体'],
      ['a', 'script-refund-zh-hant.html', '繁體'],
      ['span', '本页没有这个语言的版本', 'EN'],
    ]);
  });
});

describe('states', () => {
  it.each([
    ['pages/script-refund-zh-hant.html', '本頁已於 2026-11-21 失效，請勿用於客戶，並告知 知識管理員。'],
    ['pages/policy-refund-en.html', 'This page expired on 2026-11-20. Do not use it with customers, and tell the knowledge manager.'],
    ['pages/policy-refund.html', '本页应在 2026-10-01 前复核。内容可能有变，拿不准时先问主管。'],
  ])('%s', (address, words) => {
    expect(byClass(page(address), 'banner').map(text)).toEqual([words]);
  });
});

describe('a protocol', () => {
  it('shows priorities by word, shape, colour and time', () => {
    const cells = byClass(page('pages/protocol-outage.html'), 'priority-cell');
    expect(cells.map((cell) => [cell.properties['className'], text(cell)])).toEqual([
      [['priority-cell', 'priority-1', 'short'], 'P1 3 分钟'],
      [['priority-cell', 'priority-2', 'short'], 'P2 15 分钟 全员'],
      [['priority-cell', 'priority-2', 'short'], 'P2 15 分钟'],
    ]);
    expect(cells.every((cell) => byClass(cell, 'shape').length === 1)).toBe(true);
  });

  it('sets who, when and what to record below each step, with a box to tick', () => {
    const steps = byClass(page('pages/protocol-outage.html'), 'steps').flatMap((list) => elements(list, ({ tagName }) => tagName === 'li'));
    expect(steps.map((step) => text(byClass(step, 'step-text')[0]))).toEqual(['宣布启动', '发公告']);
    expect(steps.map((step) => ['owner', 'within', 'record'].map((name) => text(byClass(step, name)[0])))).toEqual([
      ['值班主管', '5 分钟', 'T0'],
      ['', '', ''],
    ]);
    expect(steps.every((step) => byClass(step, 'tick').length === 1)).toBe(true);
  });
});

describe('a flow', () => {
  const flow = () => page('pages/flow-refund.html');

  it('has its questions as text, with answers that lead on', () => {
    const nodes = byClass(flow(), 'flow-node');
    expect(nodes.map((node) => node.properties['dataNode'])).toEqual(['发货了吗', '签收了吗', '取消订单']);
    expect(nodes[0]?.properties['dataStart']).toBe('');
    expect(nodes[2]?.properties['className']).toEqual(['flow-node', 'end-resolved']);
    expect(
      byClass(flow(), 'answers').map((list) => elements(list, ({ tagName }) => tagName === 'a').map((link) => link.properties['href'])),
    ).toEqual([['#签收了吗', '#取消订单', 'policy-refund.html'], ['#取消订单']]);
  });

  it('is drawn, each node a link', () => {
    const [picture] = byClass(flow(), 'flow-picture');
    if (!picture) throw new Error('no picture');
    expect(picture.properties['ariaLabel']).toBe('“退款流程”流程图');
    expect(byClass(picture, 'node').map((node) => [node.properties['href'], text(node)])).toEqual([
      ['#发货了吗', '发货了吗？'],
      ['#签收了吗', '签收了吗？'],
      ['#取消订单', '已解决取消订单'],
      ['policy-refund.html', '退款政策'],
    ]);
    expect(byClass(picture, 'answer').map(text)).toEqual(['是', '否', '问政策', '没有']);
  });
});

describe('a retrospective and a case', () => {
  it('draws causes, and keeps the lists', () => {
    const retro = page('pages/retro.html');
    expect(byClass(retro, 'cause').map(text)).toEqual(['为什么 1为什么晚了', '为什么 2为什么没人报', '为什么 3为什么没有规定']);
    expect(byClass(retro, 'bone').map(text)).toEqual(['新人多人员', '没有规定流程']);
    expect(byClass(retro, 'as-text')).toHaveLength(2);
  });

  it('hides the right answer of a quiz behind a fold', () => {
    const quiz = page('pages/case.html');
    expect(byClass(quiz, 'options').map(text)).toEqual(['道歉 查流水']);
    expect(byClass(quiz, 'answer').map((fold) => [fold.properties['open'], text(fold)])).toEqual([
      [undefined, '看答案 查流水 解析：先看事实。'],
    ]);
  });

  it('a dialogue is read, not sent: no button', () => {
    expect(byClass(page('pages/case.html'), 'copy')).toHaveLength(0);
  });
});

describe('a file without front matter', () => {
  it('is a page: its heading the title, said once', () => {
    const address = [...site.keys()].find((path) => /^pages\/1-[0-9a-f]{12}\.html$/.test(path)) ?? '';
    expect(elements(page(address), ({ tagName }) => tagName === 'h1').map(text)).toEqual(['无题']);
    expect(text(byClass(page(address), 'content')[0])).toBe('正文，退款申请。 小节# 字');
  });
});

describe('the name of the knowledge base', () => {
  const titled = (title: string) =>
    siteOf({ 'playbook.config.yaml': `title: ${title}\nlanguages: [zh-Hans, zh-Hant, en]\n`, 'a.md': '# 退款\n' });
  const brands = async (title: string): Promise<readonly string[]> => {
    const site = await titled(title);
    return ['index.html', 'index.zh-Hant.html', 'index.en.html'].map(
      (path) =>
        /<title>(.*?)<\/title>/.exec(site.get(path) ?? '')?.[1] +
        (/<h1 class="site-title" lang="(.*?)">/.exec(site.get(path) ?? '')?.[1] ?? ''),
    );
  };

  it('is the same for all readers where there is one', async () => {
    expect(await brands('星海客服知识库')).toEqual(['星海客服知识库zh-Hans', '星海客服知识库zh-Hans', '星海客服知识库zh-Hans']);
  });

  it('is each reader’s own where there are several, else that in the first language', async () => {
    expect(await brands('{ en: Xinghai, zh-Hans: 星海 }')).toEqual(['星海zh-Hans', '星海zh-Hans', 'Xinghaien']);
    expect(await brands('{ en: Xinghai }')).toEqual(['Xinghaizh-Hans', 'Xinghaizh-Hans', 'Xinghaien']);
    expect(await brands('{}')).toEqual(['Playbook KBzh-Hans', 'Playbook KBzh-Hans', 'Playbook KBzh-Hans']);
  });
});
