import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.js';
import { sampleFiles, sampleWays } from '../support/sample-site.js';

const windows = useBrowser();

/** The days of the sample's banner. */
const duringTheSnow = new Date('2026-11-22T10:00:00');

/** Makes the browser remember that the last page was opened some hours ago, with other content then. */
async function comeBackLater(page: Page, hours: number, before: (shown: readonly string[]) => readonly string[]): Promise<void> {
  const key = await page.evaluate(() => Object.keys(localStorage).find((name) => name.startsWith('playbook-visits')) ?? '');
  const stored = JSON.parse((await page.evaluate((name) => localStorage.getItem(name), key)) ?? '{}');
  const visits = { ...stored, at: stored.at - hours * 3_600_000, shown: before(stored.shown) };
  await page.evaluate(([name = '', value = '']) => localStorage.setItem(name, value), [key, JSON.stringify(visits)]);
  await page.reload();
}

describe.each(sampleWays)('the home page, $way', ({ root }) => {
  it('says on every page which protocol is active, in the language of the page, and leads there by keyboard', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.clock.setFixedTime(duringTheSnow);
    for (const [address, words] of [
      ['index.html', '华东大雪'],
      ['pages/script-refund-request.html', '华东大雪'],
      ['types/policy.zh-Hant.html', '華東大雪'],
      ['index.en.html', 'Heavy snow'],
    ] as const) {
      await page.goto(root + address);
      expect(await page.locator('.in-force').innerText()).toContain(words);
    }
    await page.goto(`${root}index.html`);
    await page.locator('.in-force a').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/pages\/protocol-logistics-delay\.html/);
    // What ended after the export is no longer said.
    await page.clock.setFixedTime(new Date('2026-11-25T10:00:00'));
    await page.goto(`${root}index.html`);
    expect(await page.locator('.in-force').isVisible()).toBe(false);
    expect(takeProblems()).toEqual([]);
  });

  it('has pages acknowledged by keyboard, each text once, and exports who read what', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.clock.setFixedTime(duringTheSnow);
    const state = page.locator('[data-must-read-count]');
    await page.goto(`${root}index.html`);
    expect(await state.innerText()).toBe('还有 2 篇没有确认');
    await page.getByRole('region', { name: '必读' }).getByRole('link', { name: '退款政策' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/pages\/policy-refund\.html/);
    const button = page.getByRole('button', { name: '我已读完' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.must-read-here').innerText()).toBe('2026-11-22 已确认');
    expect(await page.locator('#pageAnnouncements').innerText()).toBe('2026-11-22 已确认');
    await page.goto(`${root}index.html`);
    expect(await state.innerText()).toBe('还有 1 篇没有确认');

    await page.locator('[data-reader]').fill('=王');
    await page.locator('[data-must-read-export]').focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/^acknowledgements-2026-11-2\d\.csv$/);
    const rows = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(rows[0]).toBe('\ufeff"姓名","编号","标题","版次","版本","确认时间"');
    expect(rows[1]).toMatch(/^"'=王","policy-refund","退款政策","","[0-9a-f]{8}","2026-11-22T10:00:00"$/);
    expect(rows.slice(2)).toEqual(['']);

    // Another text of the page has to be read again.
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith('playbook-read ')) {
          localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace(/"version":"[0-9a-f]{8}"/, '"version":"00000000"'));
        }
      }
    });
    await page.reload();
    expect(await state.innerText()).toBe('还有 2 篇没有确认');
    expect(await page.locator('.must-read').innerText()).toContain('确认之后有改动，请再读一遍');
    expect(takeProblems()).toEqual([]);
  });

  it('says what changed since the last visit, and nothing twice', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}index.html`);
    const changes = page.locator('.changes');
    expect(await changes.isVisible()).toBe(false);
    const other = (shown: readonly string[]) =>
      shown
        .filter((key) => !key.startsWith('script-refund-request@'))
        .map((key) => (key.startsWith('policy-refund@') ? 'policy-refund@00000000' : key));
    // A page opened again within the same visit says nothing.
    await comeBackLater(page, 3, other);
    expect(await changes.isVisible()).toBe(false);
    await comeBackLater(page, 5, other);
    expect(await changes.locator('h2').innerText()).toMatch(/^上次来过（\d{4}-\d\d-\d\d）之后的变化$/);
    expect(await changes.locator('h3:visible').allInnerTexts()).toEqual(['新页面', '其他改动']);
    expect(await changes.locator('li a:visible').allInnerTexts()).toEqual(['退款申请安抚与受理', '退款政策']);
    await page.reload();
    expect(await changes.locator('li a:visible').count()).toBe(2);
    await changes.getByRole('button', { name: '知道了' }).focus();
    await page.keyboard.press('Enter');
    expect(await changes.innerText()).toMatch(/^上次来过（\d{4}-\d\d-\d\d）之后没有变化。$/);
    await page.reload();
    expect(await changes.locator('li a:visible').count()).toBe(0);
    expect(takeProblems()).toEqual([]);
  });
});

it.each([1280, 700, 320])('the home page and its blocks fit a window of %i px', async (width) => {
  const { page } = await windows.open(sampleFiles, { viewport: { width, height: 700 } });
  await page.clock.setFixedTime(duringTheSnow);
  for (const address of ['index.html', 'index.zh-Hant.html', 'index.en.html', 'pages/policy-refund.html']) {
    await page.goto(sampleFiles + address);
    expect([address, await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth)]).toEqual([address, 0]);
    await page.keyboard.type('refund');
    await page.locator('a[role=option]').first().waitFor();
    const excess = await page.locator('dialog.search-panel').evaluate((panel) => panel.getBoundingClientRect().right - innerWidth);
    expect(excess).toBeLessThanOrEqual(0);
  }
});
