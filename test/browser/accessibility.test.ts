import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { fileAddress, useBrowser } from '../support/browser.js';

const windows = useBrowser();
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds, in words: rule, place and why. */
async function violations(page: Page): Promise<readonly string[]> {
  // So tall that nothing lies under the strip at the bottom, as nothing does once one has scrolled there.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: height + 200 });
  await page.evaluate(axe.source);
  const result = await page.evaluate(
    async (values) => {
      const { axe: engine } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<axe.AxeResults> } };
      return engine.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    },
    [...tags],
  );
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ') ?? ''} ${node.html.slice(0, 160)}`,
    ),
  );
}

/** One page of each kind, and those whose sections have pictures, tabs, tables or a quiz. */
const pages = [
  'index.html',
  'index.zh-Hant.html',
  'index.en.html',
  'all.html',
  'types/script.html',
  // Without its server the page for what is not there has no style; the offline page is made alike.
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
];

describe.each(['light', 'dark'] as const)('accessibility by WCAG 2.2 AA, %s', (colorScheme) => {
  it('of every kind of page', async () => {
    const { page } = await windows.open(fileAddress(inject('sampleSite')), { colorScheme });
    const found: Record<string, readonly string[]> = {};
    for (const address of pages) {
      await page.goto(fileAddress(inject('sampleSite')) + address);
      found[address] = await violations(page);
    }
    const tag = await page
      .goto(`${fileAddress(inject('sampleSite'))}index.html`)
      .then(() => page.locator('a[href^="tags/"]').first().getAttribute('href'));
    await page.goto(`${fileAddress(inject('sampleSite'))}${tag ?? ''}`);
    found['tag'] = await violations(page);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });

  it('of the search panel, the list of keys, and a page in a narrow window', async () => {
    const { page } = await windows.open(fileAddress(inject('sampleSite')), { colorScheme });
    await page.goto(`${fileAddress(inject('sampleSite'))}pages/script-refund-request.html`);
    await page.keyboard.press('/');
    await page.keyboard.type('退款');
    await page.locator('a[role=option]').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog.search-panel').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.locator('dialog.help[open]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await violations(page)).toEqual([]);
    await page.locator('.menu-button').click();
    expect(await violations(page)).toEqual([]);
  });

  it('of a protocol’s run, its dialogs and its end, as a drill', async () => {
    const { page } = await windows.open(fileAddress(inject('sampleSite')), { colorScheme });
    await page.goto(`${fileAddress(inject('sampleSite'))}pages/protocol-system-outage-zh-hant.html`);
    await page.locator('.run-panel .button').nth(1).click();
    for (const name of ['impact', 'urgency']) await page.locator(`input[name=run-${name}]`).first().check();
    expect(await violations(page)).toEqual([]);
    await page.locator('.run-dialog .button-main').click();
    await page.locator('.run-tick input').first().check();
    expect(await violations(page)).toEqual([]);
    await page.locator('.run-actions .button').nth(1).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.run-actions .button').nth(2).click();
    await page.locator('.run-dialog .button-main').click();
    await page.locator('.run-log-fold summary').click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await violations(page)).toEqual([]);
  });
});
