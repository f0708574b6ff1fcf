import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.js';
import { sampleWays } from '../support/sample-site.js';

const windows = useBrowser();
const script = 'pages/script-refund-request.html';

const field = (page: Page) => page.locator('.search-field');
const results = (page: Page) => page.locator('a[role=option]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');
const titles = (page: Page) => page.locator('.result-title').allInnerTexts();
const status = (page: Page) => page.locator('.search-status');
const path = (page: Page) => new URL(page.url()).pathname.replace(/^.*\/(?=pages\/|index)/, '');
const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Polls until it is so; other work may run beside. */
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 15_000 });

/** Waits until the results are those of everything, not of names alone. */
async function settled(page: Page): Promise<void> {
  await soon(async () => (await status(page).innerText()) !== '').toBe(true);
}

describe.each(sampleWays)('finding, $way', ({ root }) => {
  it.each(['index.html', script, 'all.html', 'pages/flow-refund.html', 'index.en.html'])(
    'has the focus in the search box on %s, and searches what is typed',
    async (address) => {
      const { page, takeProblems } = await windows.open(root);
      await page.goto(root + address);
      expect(await focused(page)).toBe('resting-field');
      await page.keyboard.type('tk');
      expect(await field(page).inputValue()).toBe('tk');
      await results(page).first().waitFor();
      expect((await titles(page)).slice(0, 4).join()).toMatch(/退款|退費|refund/i);
      expect(takeProblems()).toEqual([]);
    },
  );

  it('keeps the keys of a page as they are: digits and signs at once, letters after Escape, arrows scroll', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(root + script);
    await page.keyboard.press('ArrowDown');
    await soon(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.keyboard.press('[');
    expect(await page.getByRole('tab', { name: '邮件' }).first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('search-field');
    await page.keyboard.press('Escape');
    await page.goto(root + script);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('p');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-blank'))).toBe('order_id');
    await page.keyboard.press('Control+k');
    expect(await focused(page)).toBe('search-field');
    expect(takeProblems()).toEqual([]);
  });

  it.each([
    ['退款', '退款'],
    ['宕机', '宕机'],
    ['hf', '话费'],
    ['zd', '账单'],
    ['vip', 'VIP'],
    ['5g', '5G'],
    ['esi', 'eSIM'],
  ])('finds common pages with the keys %s', async (keys, words) => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html`);
    await page.keyboard.press('/');
    await page.keyboard.type(keys);
    await settled(page);
    expect((await titles(page)).slice(0, 3).join()).toContain(words);
    expect(takeProblems()).toEqual([]);
  });

  it('shows of a result what was found, its type, channels and when it was reviewed, and beside it what it says', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html`);
    await page.keyboard.type('退款申请');
    await settled(page);
    const first = results(page).first();
    expect(await first.locator('mark').first().innerText()).toBe('退款申请');
    expect(await first.locator('.result-type').getAttribute('title')).toBe('话术');
    expect(await first.locator('.result-channels').innerText()).toBe('电话 在线 邮件');
    expect(await first.locator('time').innerText()).toMatch(/^复核于 2026-\d\d-\d\d$/);
    expect(await page.locator('.search-preview h3').innerText()).toBe('退款申请安抚与受理');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.search-preview h3').innerText()).toBe((await titles(page))[1]);
    expect((await page.locator('.search-preview').innerText()).length).toBeGreaterThan(40);
    expect(takeProblems()).toEqual([]);
  });

  it('filters by keyboard, each value with the number of hits that it leaves', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html`);
    await page.keyboard.type('退款');
    await settled(page);
    for (const name of ['类型', '渠道', '客户等级', '语言', '产品', '标签']) {
      expect(await page.getByRole('combobox', { name, exact: true }).count()).toBe(1);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const types = page.getByRole('combobox', { name: '类型', exact: true });
    expect(await types.evaluate((list) => list === document.activeElement)).toBe(true);
    const offered = await types.locator('option').allTextContents();
    await page.keyboard.press('ArrowDown');
    const [, count] = /(\d+)$/.exec(offered[1] ?? '') ?? [];
    await soon(() => status(page).innerText()).toBe(`${count} 条结果`);
    // The other types are still offered, with the same numbers.
    expect((await types.locator('option').allTextContents()).slice(1)).toEqual(offered.slice(1));
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const channel = await page.getByRole('combobox', { name: '渠道', exact: true }).locator('option:checked').textContent();
    await soon(() => status(page).innerText()).toBe(`${/(\d+)$/.exec(channel ?? '')?.[1]} 条结果`);
    expect(await page.locator('[role=option] .result-channels').first().innerText()).toContain((channel ?? '').split(' ')[0]);
    expect(takeProblems()).toEqual([]);
  });

  it('keeps the query and its filters in the address, through a reload, the way back and a link that is passed on', async () => {
    const { page, context, takeProblems } = await windows.open(root);
    await page.goto(root + script);
    await page.keyboard.press('/');
    await page.keyboard.type('退款');
    await settled(page);
    await page.locator('[data-filter=types]').selectOption('policy');
    await soon(() => parameters(page)).toEqual({ q: '退款', 'q-type': 'policy' });
    const option = await page.locator('[data-filter=types] option:checked').textContent();
    const count = `${/(\d+)$/.exec(option ?? '')?.[1]} 条结果`;
    await soon(() => status(page).innerText()).toBe(count);
    const found = await titles(page);
    const isSame = async (other: Page) => {
      await soon(() => status(other).innerText()).toBe(count);
      expect(await titles(other)).toEqual(found);
      expect(await field(other).inputValue()).toBe('退款');
      expect(await other.locator('[data-filter=types]').inputValue()).toBe('policy');
    };
    await page.reload();
    await isSame(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await isSame(other);
    await other.close();
    await page.keyboard.press('Enter');
    await page.waitForURL(/pages\/policy-refund\.html/);
    await page.goBack();
    await isSame(page);
    await page.keyboard.press('Escape');
    await soon(() => parameters(page)).toEqual({});
    expect(takeProblems()).toEqual([]);
  });

  it('offers pinned and recent pages before anything is typed, and counts which are used most', async () => {
    const { page, takeProblems } = await windows.open(root);
    const groups = () => page.locator('#pageSearchResults > [role=group]').evaluateAll((nodes) => nodes.map((node) => node.ariaLabel));
    await page.goto(root + script);
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    const pin = page.getByRole('button', { name: '置顶', exact: true });
    expect(await pin.getAttribute('aria-pressed')).toBe('true');
    for (const address of ['pages/policy-refund.html', 'pages/flow-refund.html', 'pages/policy-refund.html'])
      await page.goto(root + address);
    await page.goto(`${root}index.html`);
    const list = (kept: string) => page.locator(`[data-kept=${kept}] a`).allInnerTexts();
    expect(await list('pinned')).toEqual(['退款申请安抚与受理']);
    expect(await list('used')).toEqual(['退款政策']);
    expect(await list('recent')).toEqual(['退款政策', '退款处理流程', '退款申请安抚与受理']);
    await page.keyboard.press('Enter');
    expect(await groups()).toEqual(['置顶', '最近打开']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/policy-refund\.html$/);
    // Pinned pages come first; unpinned by the button, they are recent ones like others.
    await page.goto(root + script);
    await pin.focus();
    await page.keyboard.press('Enter');
    await page.goto(`${root}index.html`);
    expect(await list('pinned')).toEqual([]);
    expect(takeProblems()).toEqual([]);
  });

  it('goes home and to recent pages by keys', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(root + script);
    await page.keyboard.press('Escape');
    for (const key of ['g', 'r']) await page.keyboard.press(key);
    await soon(() => results(page).allInnerTexts()).toEqual(['退款申请安抚与受理']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    for (const key of ['g', 'h']) await page.keyboard.press(key);
    await soon(() => path(page)).toMatch(/index\.html$/);
    expect(takeProblems()).toEqual([]);
  });

  it('takes keys for the page from the moment a dialog is closed, before the browser moves the focus out of it', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(root + script);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('dialog.search-panel')?.close();
      for (const key of ['g', 'h']) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await soon(() => path(page)).toMatch(/index\.html$/);
    expect(takeProblems()).toEqual([]);
  });

  it('leaves keys to an input method while it composes, and searches what was committed', async () => {
    const { page, context, takeProblems } = await windows.open(root);
    await page.goto(root + script);
    const method = await context.newCDPSession(page);
    const compose = (text: string) =>
      method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    /** A key that the input method takes, as browsers tell pages of it. */
    const keyOfMethod = async (code: string) => {
      const key = { key: 'Process', code, windowsVirtualKeyCode: 229 };
      await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      await method.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    };
    // In the box of the page: pinyin stays there until a word is chosen.
    for (const typed of ['t', 'tui', "tui'kuan"]) await compose(typed);
    for (const code of ['ArrowDown', 'Digit1', 'Enter', 'Escape', 'KeyC']) await keyOfMethod(code);
    expect(await focused(page)).toBe('resting-field');
    expect(await page.locator('.resting-field').inputValue()).toBe("tui'kuan");
    expect(await page.evaluate(() => [document.querySelector('dialog[open]'), scrollY])).toEqual([null, 0]);
    await method.send('Input.insertText', { text: '退款' });
    expect(await field(page).inputValue()).toBe('退款');
    await settled(page);
    const found = await titles(page);
    expect(found.slice(0, 3).join()).toContain('退款');

    // In the panel: what was found stays as it is, the chosen result too.
    await page.evaluate(() => {
      const list = document.querySelector('#pageSearchResults');
      if (list) new MutationObserver(() => list.setAttribute('data-changed', '')).observe(list, { childList: true });
    });
    for (const typed of ['z', 'zhang', "zhang'dan"]) await compose(typed);
    for (const code of ['ArrowDown', 'ArrowDown', 'Enter', 'Escape']) await keyOfMethod(code);
    expect(await page.locator('dialog.search-panel').isVisible()).toBe(true);
    expect(await page.locator('#pageSearchResults').getAttribute('data-changed')).toBeNull();
    expect(await titles(page)).toEqual(found);
    expect(await page.locator('[role=option][aria-selected=true]').getAttribute('id')).toBe('pageSearchResult0');
    expect(path(page)).toBe(script);
    expect(parameters(page)['q'] ?? '退款').toBe('退款');
    await method.send('Input.insertText', { text: '账单' });
    expect(await field(page).inputValue()).toBe('退款账单');
    await soon(() => page.locator('#pageSearchResults').getAttribute('data-changed')).toBe('');
    await soon(() => parameters(page)).toEqual({ q: '退款账单' });
    // A composition that is given up leaves what was there.
    await compose('x');
    await compose('');
    expect(await field(page).inputValue()).toBe('退款账单');
    expect(takeProblems()).toEqual([]);
  });

  it('helps on when nothing is found: what was meant, the nearest pages, and a report of what is missing', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(root + script);
    await page.evaluate(() =>
      document.addEventListener('playbook:search-empty', (event) => {
        document.body.dataset['failed'] = event instanceof CustomEvent ? event.detail.query : '';
      }),
    );
    await page.keyboard.type('tuikuna');
    const meant = page.locator('.did-you-mean button');
    await meant.waitFor();
    expect(await meant.innerText()).toBe('退款');
    expect(await page.locator('body').getAttribute('data-failed')).toBe('tuikuna');
    await results(page).first().waitFor();
    expect((await titles(page)).length).toBe(5);
    expect((await titles(page))[0]).toContain('退款');
    const report = page.getByRole('button', { name: '报告缺少的内容' });
    expect(await report.getAttribute('data-query')).toBe('tuikuna');
    await meant.focus();
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toBe('退款');
    await soon(() => page.locator('.did-you-mean').count()).toBe(0);
    expect((await titles(page)).length).toBeGreaterThan(5);

    // Nothing comes near: what was opened here before is at hand all the same.
    await field(page).fill('qqqzzz');
    await report.waitFor();
    expect(await page.locator('.did-you-mean').count()).toBe(0);
    expect(await results(page).allInnerTexts()).toEqual(['退款申请安抚与受理']);

    // Pages that share no more than single characters with the query are no answer, only what comes nearest.
    await field(page).fill('世界杯谁赢了');
    await page.locator('[role=group][aria-label=最接近的页面]').waitFor();
    expect((await titles(page)).length).toBe(5);
    expect(await page.locator('.search-message, .search-help').allInnerTexts()).toEqual([
      '',
      expect.stringContaining('没有找到“世界杯谁赢了”'),
    ]);
    expect(await page.locator('.search-status').innerText()).toBe('0 条结果');
    expect(await report.getAttribute('data-query')).toBe('世界杯谁赢了');
    expect(await page.locator('body').getAttribute('data-failed')).toBe('世界杯谁赢了');
    expect(takeProblems()).toEqual([]);
  });

  it.each([
    [700, 'index.en.html', 'refund'],
    [1280, 'index.html', '退款'],
  ])('has all filters in sight in a window %i px wide, and two lines for each result', async (width, home, query) => {
    const { page, takeProblems } = await windows.open(root, { viewport: { width, height: 800 } });
    await page.goto(root + home);
    await page.keyboard.type(query);
    await results(page).first().waitFor();
    const bar = page.locator('.search-filters');
    expect(await bar.locator('select').count()).toBe(6);
    expect(await bar.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    const heights = await results(page).evaluateAll((options) => options.map((option) => option.clientHeight));
    expect(Math.max(...heights)).toBeLessThan(70);
    expect(takeProblems()).toEqual([]);
  });

  it('shows what there is without filters when they leave nothing', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html?q=${encodeURIComponent('短信')}&q-type=flow&q-tag=none`);
    await page.locator('[role=group][aria-label=不筛选时找到]').waitFor();
    expect((await titles(page)).length).toBe(5);
    await page.locator('.search-help').getByRole('button', { name: '清除筛选' }).focus();
    await page.keyboard.press('Enter');
    await soon(() => page.locator('.search-help').innerText()).toBe('');
    await soon(() => parameters(page)).toEqual({ q: '短信' });
    expect(takeProblems()).toEqual([]);
  });
});
