import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/accessibility.js';
import { fileAddress, useBrowser } from '../support/browser.js';
import { exportFolder, folderWith } from '../support/built-program.js';
import { sampleFiles, sampleServer } from '../support/sample-site.js';

const windows = useBrowser();

/** What axe finds in a window so tall that nothing lies under the strip at the bottom, as nothing does once one has scrolled there. */
async function violationsOfAll(page: Page): Promise<readonly string[]> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: height + 200 });
  return violations(page);
}

/** One page of each kind, and those whose sections have pictures, tabs, tables or a quiz. */
const pages = [
  'index.html',
  'index.zh-Hant.html',
  'index.en.html',
  'all.html',
  'types/script.html',
  'offline.html',
  'pages/script-refund-request.html',
  'pages/script-network-fault-zh-hant.html',
  'pages/response-refund-progress.html',
  'pages/protocol-system-outage.html',
  'pages/protocol-system-outage-en.html',
  'pages/flow-refund.html',
  'pages/policy-compensation.html',
  'pages/article-bill.html',
  'pages/case-refund-turnaround.html',
  'pages/retro-platform-outage.html',
  'pages/snippet-refund-terms.html',
  'pages/course-calm-and-refund.html',
];

describe.each(['light', 'dark'] as const)('accessibility by WCAG 2.2 AA, %s', (colorScheme) => {
  it('of every kind of page', async () => {
    const { page } = await windows.open(sampleFiles, { colorScheme });
    const found: Record<string, readonly string[]> = {};
    for (const address of pages) {
      await page.goto(sampleFiles + address);
      found[address] = await violationsOfAll(page);
    }
    const tag = await page.goto(`${sampleFiles}index.html`).then(() => page.locator('a[href^="tags/"]').first().getAttribute('href'));
    await page.goto(`${sampleFiles}${tag ?? ''}`);
    found['tag'] = await violationsOfAll(page);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });

  it('of the search panel, the list of keys, and a page in a narrow window', async () => {
    const { page } = await windows.open(sampleFiles, { colorScheme });
    await page.goto(`${sampleFiles}pages/script-refund-request.html`);
    await page.keyboard.press('/');
    await page.keyboard.type('退款');
    await page.locator('a[role=option]').first().waitFor();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.locator('#pageSearchField').fill('外星人');
    await page.locator('[role=group][aria-label=最接近的页面]').waitFor();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog.search-panel').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.locator('dialog.help[open]').waitFor();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await violationsOfAll(page)).toEqual([]);
    await page.locator('.menu-button').click();
    expect(await violationsOfAll(page)).toEqual([]);
  });

  it('of the page for what is not there, one that was withdrawn, and a later part of a long list', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 201 }, (_, number) => [
        `${number}.md`,
        `---\nid: p${number}\ntitle: 账单 ${number}\nlang: zh-Hans\n---\n\n第 ${number} 条。\n`,
      ]),
    );
    const folder = folderWith({
      ...files,
      'playbook.config.yaml': 'title: 客服知识库\nlanguages: [zh-Hans]\ncontent: .\n',
      'old.md': '---\nid: old\ntitle: 旧账单\nlang: zh-Hans\nretired_on: 2026-11-01\nreplaced_by: p1\n---\n\n旧。\n',
    });
    const root = fileAddress(await exportFolder(folder));
    const { page } = await windows.open(root, { colorScheme });
    await page.goto(`${root}pages/old.html`);
    expect(await page.locator('.banner').innerText()).toContain('2026-11-01');
    expect(await violationsOfAll(page)).toEqual([]);
    await page.goto(`${root}types/article.p2.html`);
    expect(await page.locator('.list-parts [aria-current]').first().innerText()).toBe('2');
    expect(await violationsOfAll(page)).toEqual([]);
    const gone = await windows.open(sampleServer, { colorScheme });
    await gone.page.goto(`${sampleServer}pages/gone.html`);
    expect(await gone.page.locator('h1').innerText()).toBe('没有这个页面');
    expect(await violationsOfAll(gone.page)).toEqual([]);
  });

  it('of a flow on the way and at its end, and a course’s handbook, its slides and an answered question', async () => {
    const { page } = await windows.open(sampleFiles, { colorScheme });
    await page.goto(`${sampleFiles}pages/flow-refund.html`);
    for (const key of ['1', '3']) await page.keyboard.press(key);
    expect(await violationsOfAll(page)).toEqual([]);
    for (const key of ['2', '1']) await page.keyboard.press(key);
    await page.locator('.flow-summary.at-end').waitFor();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.goto(`${sampleFiles}pages/course-calm-and-refund.html`);
    await page.getByRole('link', { name: '学员手册' }).click();
    await page.locator('.handbook').waitFor();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${page.url().replace(/#.*$/, '')}#slide-1`);
    await page.locator('.on-slide').waitFor();
    expect(await violations(page)).toEqual([]);
    for (let presses = 0; presses < 40 && (await page.locator('.on-slide .option').count()) === 0; presses += 1)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('1');
    await page.locator('.on-slide .quiz-said').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('of a protocol’s run, its dialogs and its end, as a drill', async () => {
    const { page } = await windows.open(sampleFiles, { colorScheme });
    await page.goto(`${sampleFiles}pages/protocol-system-outage-zh-hant.html`);
    await page.locator('.run-panel .button').nth(1).click();
    for (const name of ['impact', 'urgency']) await page.locator(`input[name=run-${name}]`).first().check();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.locator('.run-dialog .button-main').click();
    await page.locator('.run-tick input').first().check();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.locator('.run-actions .button').nth(1).click();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.run-actions .button').nth(2).click();
    await page.locator('.run-exit').waitFor();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.locator('.run-dialog .button-main').click();
    await page.locator('.run-log-fold summary').click();
    expect(await violationsOfAll(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await violationsOfAll(page)).toEqual([]);
  });
});
