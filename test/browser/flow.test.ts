import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pasted, useBrowser } from '../support/browser.js';
import { sampleWays } from '../support/sample-site.js';

const windows = useBrowser();

const question = (page: Page) => page.locator('[data-flow] > [data-node]:visible .heading-text').allInnerTexts();
const litBoxes = (page: Page) =>
  page
    .locator('.flow-picture a:is(.node-passed, .node-current)')
    .evaluateAll((boxes) => boxes.map((box) => decodeURIComponent(box.getAttribute('href') ?? '')));
const litLines = (page: Page) =>
  page
    .locator('.flow-picture .edge-passed')
    .evaluateAll((lines) => lines.map((line) => `${line.getAttribute('data-from')} → ${line.getAttribute('data-to')}`));
const summary = (page: Page) => page.locator('.flow-summary-text').innerText();

describe.each(sampleWays)('a flow, $way', ({ root }) => {
  it('is walked by number keys, its path lit in the picture, and ends with a summary to copy', async () => {
    const { page, context, takeProblems } = await windows.open(root);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${root}pages/flow-refund.html`);
    expect(await page.locator('.flow-summary').isVisible()).toBe(false);
    for (const key of ['1', '3', '2']) await page.keyboard.press(key);
    expect(await question(page)).toEqual(['签收十五天内且有凭证吗？']);
    expect(await litLines(page)).toEqual([
      '客户要退的是什么 → 订单走到哪一步了',
      '订单走到哪一步了 → 退货原因是什么',
      '退货原因是什么 → 签收十五天内且有凭证吗',
    ]);
    expect(await litBoxes(page)).toEqual(['#客户要退的是什么', '#订单走到哪一步了', '#退货原因是什么', '#签收十五天内且有凭证吗']);
    expect(await summary(page)).toMatch(/停在：签收十五天内且有凭证吗？$/);

    await page.keyboard.press('1');
    expect(await summary(page)).toMatch(
      /^依据：退款处理流程（版本 [0-9a-f]{8}）\n1\. 客户要退的是什么？ → 星海商城的商品\n2\. 订单走到哪一步了？ → 已经签收\n3\. 退货原因是什么？ → 有故障、破损、发错或少发\n4\. 签收十五天内且有凭证吗？ → 是，期限内，凭证齐\n结果：已解决 · 受理退货退款$/,
    );
    await page.keyboard.press('s');
    await expect.poll(() => page.locator('#pageAnnouncements').innerText()).toBe('已复制');
    expect(await pasted(context)).toBe(await summary(page));
    expect(takeProblems()).toEqual([]);
  });

  it('goes back by key, by the browser and by the path above, and a reload keeps the walk', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}pages/flow-refund.html`);
    for (const key of ['1', '3', '1']) await page.keyboard.press(key);
    const walked = await summary(page);
    await page.reload();
    expect(await summary(page)).toBe(walked);
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    await expect.poll(() => question(page)).toEqual(['退货原因是什么？']);
    await page.goBack();
    await expect.poll(() => question(page)).toEqual(['订单走到哪一步了？']);
    await page.goForward();
    await page.goForward();
    await expect.poll(() => summary(page)).toBe(walked);
    await page.locator('.flow-path a').nth(1).click();
    expect(await question(page)).toEqual(['订单走到哪一步了？']);
    await page.keyboard.press('1');
    expect(await summary(page)).toMatch(/2\. 订单走到哪一步了？ → 还没发货\n结果：已解决 · 取消未发货订单$/);
    await page.getByRole('button', { name: '从头开始' }).click();
    expect(await question(page)).toEqual(['客户要退的是什么？']);
    expect(await litLines(page)).toEqual([]);
    await page.goBack();
    await expect.poll(() => question(page)).toEqual(['取消未发货订单']);
    expect(takeProblems()).toEqual([]);
  });

  it('moves the keyboard to each question, so that it is read out before its answers', async () => {
    const { page } = await windows.open(root);
    await page.goto(`${root}pages/flow-refund-en.html`);
    await page.keyboard.press('1');
    const focused = () => page.evaluate(() => document.activeElement?.querySelector('.heading-text')?.textContent);
    expect(await focused()).toBe((await question(page))[0]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.answers') !== null)).toBe(true);
  });
});
