import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { pasted, useBrowser } from '../support/browser.js';
import { crawl, narrowWidths } from '../support/crawl.js';
import { sampleWays } from '../support/sample-site.js';

const windows = useBrowser();
const script = 'pages/script-refund-request.html';

function isInSight(page: Page, anchor: string): Promise<boolean> {
  return page.evaluate((id) => {
    const place = document.getElementById(id)?.getBoundingClientRect();
    return place !== undefined && place.height > 0 && place.top >= 0 && place.top < innerHeight;
  }, anchor);
}

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe.each(sampleWays)('the sample knowledge base, $way', ({ way, root }) => {
  it('opens at its first page with every type of playbook', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html`);
    expect(await page.title()).toBe('星海客服知识库');
    expect(await page.locator('h1').textContent()).toBe('星海客服知识库');
    expect(await page.locator('.type-card h2 a').allInnerTexts()).toEqual([
      '话术',
      '标准回复',
      '应急预案',
      '处理流程',
      '政策',
      '知识条目',
      '标杆案例',
      '复盘',
      '通用片段',
    ]);
    expect(takeProblems()).toEqual([]);
  });

  it.each(['退款', '退費', 'tuikuan', 'refund'])('finds refunds by typing %s, with the keyboard alone', async (words) => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html`);
    await page.keyboard.press('/');
    const options = page.locator('a[role=option]');
    for (const character of words) await page.keyboard.type(character);
    await options.first().waitFor();
    const count = await options.count();
    expect(count).toBeGreaterThan(3);
    const titles = (await page.locator('.result-title').allInnerTexts()).slice(0, 3);
    for (const title of titles) expect(title).toMatch(/退款|退費|refund/i);

    const chosen = () => page.locator('[role=option][aria-selected=true]').getAttribute('id');
    expect(await chosen()).toBe('pageSearchResult0');
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toBe('pageSearchResult0');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe('pageSearchResult2');
    expect(await page.locator('.search-field').getAttribute('aria-activedescendant')).toBe('pageSearchResult2');

    const href = await options.nth(2).evaluate((link) => (link instanceof HTMLAnchorElement ? link.href : ''));
    await page.keyboard.press('Enter');
    await page.waitForURL(href);
    expect(takeProblems()).toEqual([]);
  });

  it('opens a page at the section that was found', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html`);
    await page.locator('.big-search').click();
    await page.keyboard.type('寄回来的地址');
    const link = page.locator('[role=option][href*="#"]').first();
    const href = await link.evaluate((node) => (node instanceof HTMLAnchorElement ? node.href : ''));
    await link.click();
    await page.waitForURL(href);
    await expect.poll(() => isInSight(page, decodeURIComponent(new URL(href).hash.slice(1)))).toBe(true);
    expect(takeProblems()).toEqual([]);
  });

  it('says when nothing is found, and closes with Escape', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}${script}`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('qqqzzz');
    await page.locator('.search-help', { hasText: 'qqqzzz' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog.search-panel').waitFor({ state: 'hidden' });
    expect(takeProblems()).toEqual([]);
  });

  it('switches the variants of all sections together and remembers the choice', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}${script}`);
    const shown = () =>
      page
        .locator('.variants[data-variants=channel] > .variant:visible')
        .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-variant')));
    const sets = await page.locator('.variants[data-variants=channel]').count();
    expect(sets).toBeGreaterThanOrEqual(3);
    expect(await shown()).toEqual(Array(sets).fill('phone'));
    await page.getByRole('tab', { name: '在线' }).first().click();
    expect(await shown()).toEqual(Array(sets).fill('chat'));
    await page.reload();
    expect(await shown()).toEqual(Array(sets).fill('chat'));
    await page.goto(`${root}pages/script-network-fault.html`);
    expect(new Set(await shown())).toEqual(new Set(['chat']));
    await page.keyboard.press('[');
    expect(new Set(await shown())).toEqual(new Set(['phone']));
    expect(takeProblems()).toEqual([]);
  });

  it('copies a wording as plain text once its blanks are filled', async () => {
    const { page, context, takeProblems } = await windows.open(root);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    if (way === 'opened as files') {
      // As in browsers and policies that keep the clipboard from files.
      await page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'clipboard', {
          get: () => ({ writeText: () => Promise.reject(new Error('not allowed')) }),
        });
      });
    }
    await page.goto(`${root}${script}`);
    const solution = page.locator('section[data-key=solution] .wording:visible').first();
    const copy = { name: '复制', exact: false } as const;
    await solution.getByRole('button', copy).click();
    expect(await solution.locator('.refusal').innerText()).toBe('请先填： 订单号、受理编号、退款金额');
    await page.getByLabel('订单号').fill('XH20261122009');
    await page.getByLabel('退款金额').fill('128.00');
    await page.getByLabel('受理编号').fill('TK0000001');
    await solution.getByRole('button', copy).click();
    await page.locator('.was-copied').waitFor();
    expect(await pasted(context)).toBe(
      '查到了，订单 XH20261122009 符合无理由退货的条件，可以退，金额是 128.00 元。我现在替您提交，受理编号是 TK0000001，您记一下。接下来您只需要做一件事：七天之内把商品和配件一起寄回来，地址我马上发到您手机上。运费您先付，仓库要是查出来是质量问题，运费连同货款一起退给您。',
    );

    await page.getByLabel('商品名称').fill('<b>路由器</b>');
    await page.locator('section[data-key=empathy] .wording:visible').getByRole('button', copy).click();
    await expect
      .poll(() => pasted(context), { timeout: 10_000 })
      .toBe(
        '刚买回来就遇上这种事，换成我也会着急。您说的我记下了：<b>路由器</b>不合用，您想把钱退回来。我现在就看能怎么退，不让您来回跑。',
      );
    await page.getByRole('tab', { name: '邮件' }).first().click();
    await page.locator('section[data-key=opening] .wording:visible').getByRole('button', copy).click();
    await expect
      .poll(() => pasted(context), { timeout: 10_000 })
      .toBe(
        '您好：\n您关于订单 XH20261122009 的退款来信已经收到，由我负责跟进，受理编号 TK0000001。下面逐项答复您，后续请直接回复本邮件，不必另写一封。',
      );
    expect(takeProblems()).toEqual([]);
  });

  it('keeps the theme that was chosen', async () => {
    const { page, takeProblems } = await windows.open(root, { colorScheme: 'light' });
    await page.goto(`${root}index.html`);
    const light = await background(page);
    const button = page.getByRole('button', { name: '外观' });
    await button.click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await button.click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await page.goto(`${root}${script}`);
    expect(await background(page)).toBe(dark);
    await button.click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe(null);
    expect(await background(page)).toBe(light);
    expect(takeProblems()).toEqual([]);
  });

  it('leads to the translation of a page, and says where there is none', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}${script}`);
    await page.locator('.languages').getByText('繁體').click();
    await page.waitForURL(/script-refund-request-zh-hant\.html$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    await page.locator('.languages').getByText('EN').click();
    await page.waitForURL(/script-refund-request-en\.html$/);
    expect(await page.locator('.side-list').first().textContent()).toContain('Home');
    await page.goto(`${root}pages/case-vip-rescue.html`);
    expect(await page.locator('.languages .absent').allInnerTexts()).toEqual(['繁體', 'EN']);
    expect(takeProblems()).toEqual([]);
  });

  it('walks through a flow by its picture and by number keys', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}pages/flow-refund.html`);
    const boxes = page.locator('.flow-picture a.node');
    const anchors = await boxes.evaluateAll((nodes) => nodes.map((node) => decodeURIComponent(node.getAttribute('href') ?? '')));
    const questions = await page
      .locator('[data-flow] > [data-node]')
      .evaluateAll((nodes) => nodes.map((node) => `#${node.getAttribute('data-node')}`));
    expect(questions.length).toBeGreaterThan(6);
    for (const question of questions) expect(anchors).toContain(question);
    const current = page.locator('[data-flow] > [data-node]:visible .heading-text');
    expect(await current.allInnerTexts()).toEqual(['客户要退的是什么？']);
    await page.keyboard.press('1');
    expect(await current.allInnerTexts()).toEqual(['订单走到哪一步了？']);
    await boxes.nth(anchors.indexOf('#退货原因是什么')).click();
    expect(await current.allInnerTexts()).toEqual(['退货原因是什么？']);
    await page.goBack();
    expect(await current.allInnerTexts()).toEqual(['订单走到哪一步了？']);
    expect(takeProblems()).toEqual([]);
  });

  it('has no page with an error, a broken link, a missing picture or a request elsewhere', async () => {
    const watched = await windows.open(root);
    const crawled = await crawl(
      watched,
      root,
      way === 'served' ? ['index.html', '404.html'] : ['index.html'],
      way === 'served' ? [] : narrowWidths,
    );
    console.log(`${way}: ${crawled.pages.size} pages, ${crawled.links} links, ${crawled.pictures} pictures`);
    expect(crawled.problems).toEqual([]);
    const files = readdirSync(inject('sampleSite'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
    // One is a host's own, the other the service worker's: no link leads there.
    const reached = files.filter((path) => path !== 'offline.html' && (way === 'served' || path !== '404.html'));
    expect([...crawled.pages].sort()).toEqual(reached.sort());
  });

  it('can be read without JavaScript', async () => {
    const { page, takeProblems } = await windows.open(root, { javaScriptEnabled: false });
    await page.goto(`${root}index.html`);
    await page.locator('.type-card').getByText('话费争议').first().click();
    await page.locator('.side-pages').getByText('退款申请安抚与受理').click();
    const content = page.locator('main');
    for (const words of ['您好，这里是星海商城售后', '您好，我是星海商城售后客服', '由我负责跟进']) {
      expect(await content.getByText(words).first().isVisible()).toBe(true);
    }
    expect(await page.locator('.script-only:visible').count()).toBe(0);
    await page.locator('.search-button').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main').getByText('退款处理流程').first().click();
    const questions = page.locator('[data-flow] > [data-node]');
    expect(await questions.evaluateAll((nodes) => nodes.filter((node) => node.getBoundingClientRect().height === 0).length)).toBe(0);
    expect(await page.locator('.languages').getByText('EN').getAttribute('href')).toBe('flow-refund-en.html');
    expect(takeProblems()).toEqual([]);
  });
});
