import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileAddress, pasted, useBrowser } from '../support/browser.js';
import { exportFolder, folderWith, serveFolder } from '../support/built-program.js';
import { sampleWays } from '../support/sample-site.js';
import type { Served } from '../support/serve.js';

const windows = useBrowser();
let exported = '';
let served: Served | undefined;

const config = 'title: 客服知识库\nlanguages: [zh-Hans]\ncontent: .\nchannels: [phone, chat, email, sms]\n';
const everyType = `---
id: notice
type: response
title: 到货通知
lang: zh-Hans
channels: [sms, email]
placeholders:
  order_id: { type: code, label: 订单号, required: true, format: "XH####", example: "XH2026" }
  amount: { type: amount, label: 金额, required: true, example: "128.00" }
  day: { type: date, label: 送达日, required: true, example: "2026-11-29" }
  state: { type: choice, label: 状态, required: true, choices: [待出库, 运输中] }
  mobile: { type: phone, label: 手机号, required: true, pii: true, example: "138****5678" }
  remark: { type: text, label: 备注, example: "放门卫" }
---

## 标准回复

### 短信

> 订单{{order_id}}{{state}}，{{day}}送达。

### 邮件

> 您好：
>
> - 订单 **{{order_id}}**
> - 金额 {{amount}} 元
>
> 电话 {{mobile}}，详见[官网](https://www.example.com/a)和[本站](other.md)。{{remark}}

## 说明

> 没有空格要填。
`;

beforeAll(async () => {
  const folder = folderWith({
    'playbook.config.yaml': config,
    'notice.md': everyType,
    'other.md': '---\nid: other\ntitle: 其他\nlang: zh-Hans\n---\n\n其他。\n',
  });
  exported = fileAddress(await exportFolder(folder));
  served = await serveFolder(folder);
});
afterAll(async () => {
  await served?.stop();
});

const ownSites = { 'opened as files': () => exported, served: () => served?.address ?? '' };

/** What the page was told about the last copy. */
async function copied(page: Page): Promise<unknown> {
  return JSON.parse((await page.locator('html').getAttribute('data-copied')) ?? '{}');
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-blank') ?? document.activeElement?.tagName);
const refusal = (page: Page) => page.locator('.wording:visible .refusal').first();

describe.each(sampleWays)('filling in and copying, $way', ({ way, root }) => {
  const own = ownSites[way];

  it('refuses to copy while a required blank is empty or wrong, says why, and leads there and back by keyboard', async () => {
    const { page, context, takeProblems } = await windows.open(own());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${own()}pages/notice.html`);
    await page.keyboard.press('1');
    expect(await refusal(page).innerText()).toBe('请先填： 订单号、状态、送达日');
    expect(await page.locator('.refusal-keys').innerText()).toBe('p 填写待填项：Enter 到下一项，Esc 回到话术');
    expect(await page.locator('#pageAnnouncements').innerText()).toBe('还没有复制。 请先填： 订单号、状态、送达日');
    expect(await page.locator('.was-copied').count()).toBe(0);
    expect(await page.locator('[aria-invalid]').count()).toBe(3);

    await page.keyboard.press('p');
    expect(await focused(page)).toBe('order_id');
    await page.keyboard.type('c1xh12');
    expect(await page.locator('[data-blank=order_id]').inputValue()).toBe('c1xh12');
    await page.keyboard.press('Enter');
    // A wrong value keeps the cursor.
    expect(await focused(page)).toBe('order_id');
    expect(await page.locator('#pageBlank0Note').innerText()).toBe('格式不对，应像 XH2026');
    expect(await refusal(page).innerText()).toBe('请先填： 状态、送达日 请改正： 订单号');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('xh1234');
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-blank=order_id]').inputValue()).toBe('XH1234');
    expect(await focused(page)).toBe('state');
    await page.locator('[data-blank=state]').selectOption('运输中');
    await page.locator('[data-blank=day]').fill('2026-02-30');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('FIGURE');
    await page.keyboard.press('c');
    expect(await refusal(page).innerText()).toBe('请改正： 送达日');
    await refusal(page).getByRole('button', { name: '送达日' }).click();
    expect(await focused(page)).toBe('day');
    await page.locator('[data-blank=day]').fill('2026-11-30');
    expect(await refusal(page).count()).toBe(0);
    expect(await page.locator('.refusal-keys').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.locator('.was-copied').waitFor();
    expect(await pasted(context)).toBe('订单XH1234运输中，2026-11-30送达。');
    expect(takeProblems()).toEqual([]);
  });

  it('leads from the fields to a wording that is in sight, whatever tab hides the one before', async () => {
    const { page, takeProblems } = await windows.open(own());
    await page.goto(`${own()}pages/notice.html`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    expect(await focused(page)).toBe('order_id');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('FIGURE');
    // The refused copy leads back to its wording, which the next tab hides.
    await page.keyboard.press('c');
    await page.keyboard.press(']');
    await page.keyboard.press('p');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('FIGURE');
    expect(await page.evaluate(() => document.activeElement?.closest<HTMLElement>('.variant')?.dataset['variant'])).toBe('email');
    expect(takeProblems()).toEqual([]);
  });

  it('copies with a key for each block in sight, plain or formatted, and tells the page', async () => {
    const { page, context, takeProblems } = await windows.open(own());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    if (way === 'opened as files') {
      // As in browsers and policies that keep the clipboard from files.
      await page.addInitScript(() => {
        const refuse = () => Promise.reject(new Error('not allowed'));
        Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => ({ writeText: refuse, write: refuse }) });
      });
    }
    await page.addInitScript(() => {
      document.addEventListener('playbook:copied', (event) => {
        if (event instanceof CustomEvent) document.documentElement.dataset['copied'] = JSON.stringify(event.detail);
      });
    });
    await page.goto(`${own()}pages/notice.html?order_id=XH1&order_id=XH0001&amount=5#?mobile=138****0000`);
    const keys = () => page.locator('[data-copy-key]:visible').allInnerTexts();
    expect(await keys()).toEqual(['1', '2']);
    await page.keyboard.press('2');
    await page.locator('.was-copied').waitFor();
    expect(await pasted(context)).toBe('没有空格要填。');
    expect(await copied(page)).toMatchObject({ heading: '说明', form: 'plain' });

    await page.keyboard.press(']');
    expect(await keys()).toEqual(['1', '2']);
    await page.keyboard.press('Shift+Digit1');
    await expect.poll(() => copied(page), { timeout: 10_000 }).toMatchObject({ heading: '标准回复', form: 'rich' });
    expect(await pasted(context)).toBe('您好：\n- 订单 XH0001\n- 金额 5 元\n电话 138****0000，详见官网和本站。{{备注}}');
    const html = await pasted(context, 'rich');
    expect(html).toContain('<li>订单 <strong>XH0001</strong></li>');
    expect(html).toContain('<a href="https://www.example.com/a">官网</a>和本站');
    expect(html).not.toMatch(/class=|data-|file:|127\.0\.0\.1/);
    expect(await page.locator('#pageAnnouncements').innerText()).toBe('已复制，还有 1 处待填');
    expect(takeProblems()).toEqual([]);
  });

  it('fills blanks from the address, takes them out of it, and keeps nothing anywhere', async () => {
    const { page, context, takeProblems } = await windows.open(own());
    await page.goto(
      `${own()}pages/notice.html?order_id=xh2026&amount=x9&state=%E4%B8%A2%E4%BA%86&mobile=13900001111&unknown=Wang&q=%E5%88%B0%E8%B4%A7#%E8%AF%B4%E6%98%8E`,
    );
    const value = (name: string) => page.locator(`[data-blank=${name}]`).inputValue();
    expect([await value('order_id'), await value('amount'), await value('state'), await value('mobile')]).toEqual(['XH2026', 'x9', '', '']);
    expect(await page.locator('.field-note:visible').allInnerTexts()).toEqual([
      '“丢了”不在选项里',
      '请只写数字，最多两位小数，如 128.00',
      '个人信息不能放在网址的 ? 后面，没有采用',
    ]);
    expect(await page.evaluate(() => location.search + decodeURI(location.hash))).toBe('?q=%E5%88%B0%E8%B4%A7#说明');
    // In a window that is open already a ticket desk changes the fragment alone.
    await page.evaluate(() => {
      location.hash = '#?mobile=138****7777&state=待出库';
    });
    await expect.poll(() => value('mobile')).toBe('138****7777');
    expect(await value('state')).toBe('待出库');
    expect(await value('order_id')).toBe('XH2026');
    expect(page.url()).not.toContain('7777');
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]));
    const { origins, cookies } = await context.storageState();
    for (const kept of [stored, JSON.stringify(origins), JSON.stringify(cookies)]) expect(kept).not.toMatch(/XH2026|7777|1111/);
    await page.goto(`${own()}pages/other.html`);
    await page.goto(`${own()}pages/notice.html`);
    expect(await value('order_id')).toBe('');
    expect(takeProblems()).toEqual([]);
  });

  it('counts SMS in real parts as the agent types', async () => {
    const { page, takeProblems } = await windows.open(own());
    await page.goto(`${own()}pages/notice.html`);
    const measure = page.locator('[data-measure=sms]:visible .measure').first();
    expect(await measure.innerText()).toBe('25 字 · 短信 1 条 · 已用 25/70');
    await page.locator('[data-blank=order_id]').fill('X'.repeat(60));
    // 79 UTF-16 units: two parts of 67.
    expect(await measure.innerText()).toBe('79 字 · 短信 2 条 · 已用 79/134');
    await page.getByRole('button', { name: '清空' }).click();
    expect(await measure.innerText()).toBe('25 字 · 短信 1 条 · 已用 25/70');
    expect(takeProblems()).toEqual([]);
  });

  it('times what is said on the phone as the agent types', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}pages/script-refund-request.html`);
    const spoken = page.locator('section[data-key=solution] [data-measure=spoken] .measure').first();
    const before = await spoken.innerText();
    expect(before).toMatch(/^\d+ 字 · 约 \d+ 秒$/);
    await page.getByLabel('受理编号').fill('T'.repeat(100));
    expect(await spoken.innerText()).not.toBe(before);
    expect(takeProblems()).toEqual([]);
  });
});
