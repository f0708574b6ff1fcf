import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.js';
import { sampleFiles } from '../support/sample-site.js';

const windows = useBrowser();

describe('on paper', () => {
  it('a flow shows every question, and each answer says where it leads', async () => {
    const { page } = await windows.open(sampleFiles);
    await page.goto(`${sampleFiles}pages/flow-refund.html`);
    await page.keyboard.press('1');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.flow-node:visible').count()).toBe(await page.locator('.flow-node').count());
    expect(await page.locator('.flow-bar:visible, .flow-summary:visible').count()).toBe(0);
    const leads = await page
      .locator('.flow-node')
      .first()
      .locator('.answers a')
      .evaluateAll((links) => links.map((link) => link.textContent + getComputedStyle(link, '::after').content));
    expect(leads.slice(0, 2)).toEqual(['星海商城的商品" → 订单走到哪一步了？"', '话费、套餐费或宽带费" → 话费争议"']);
    // Questions all look alike: none is the one in sight.
    const looks = await page.locator('.flow-node').evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).backgroundColor));
    expect(new Set(looks).size).toBe(1);
  });

  it('a matrix has lines, since tints are not printed', async () => {
    const { page } = await windows.open(sampleFiles);
    await page.goto(`${sampleFiles}pages/protocol-system-outage.html`);
    await page.emulateMedia({ media: 'print' });
    const widths = await page
      .locator('.matrix :is(th, td)')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderRightWidth));
    expect(new Set(widths)).toEqual(new Set(['1px']));
    expect(await page.locator('.run-panel:visible, .feedback:visible').count()).toBe(0);
  });

  it('a run has its whole log, and neither buttons nor countdowns', async () => {
    const { page } = await windows.open(sampleFiles);
    await page.goto(`${sampleFiles}pages/protocol-system-outage.html`);
    await page.locator('.run-panel .button').first().click();
    for (const name of ['impact', 'urgency']) await page.locator(`input[name=run-${name}]`).first().check();
    await page.locator('.run-dialog .button-main').click();
    await page.locator('.run-tick input').first().check();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.run-board button:visible').allInnerTexts()).toEqual([]);
    expect(await page.locator('.run-time:visible').allInnerTexts()).toEqual([expect.stringMatching(/完成$/)]);
    // What is left of a time says nothing on paper; when it is over does.
    expect(await page.locator('.run-figure .run-value:visible').allInnerTexts()).toEqual(['P1', '1/12']);
    const notes = await page.locator('.run-figure .run-note-line:visible').allInnerTexts();
    expect(notes.map((note) => note.replace(/\d\d:\d\d/, 'HH:MM').split(' · ')[0])).toEqual(['HH:MM 启动', 'HH:MM 前', 'HH:MM 前']);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.run-actions .button').nth(2).click();
    await page.locator('.run-dialog .button-main').click();
    await page.locator('.run-log-fold summary').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.run-log').evaluate((log) => log.scrollHeight - log.clientHeight)).toBe(0);
    expect(await page.locator('.run-log').innerText()).toMatch(/结束 \|/);
    expect(await page.locator('.run-board button:visible').allInnerTexts()).toEqual([]);
  });

  it('a handbook has nothing to press', async () => {
    const { page } = await windows.open(sampleFiles);
    await page.goto(`${sampleFiles}pages/course-calm-and-refund.html`);
    await page.getByRole('link', { name: '学员手册' }).click();
    await page.locator('.handbook').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.kicker:visible').count()).toBe(0);
    // Where the answers are chosen there are only their words.
    expect(await page.locator('button:visible:not(.option)').allInnerTexts()).toEqual([]);
  });
});
