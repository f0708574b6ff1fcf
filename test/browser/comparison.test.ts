import { describe, expect, it } from 'vitest';
import { violations } from '../support/accessibility.js';
import { fileAddress, useBrowser } from '../support/browser.js';
import { folderWith, runBuilt } from '../support/built-program.js';

const windows = useBrowser();

const page = (days: number, extra: string) =>
  `---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\n---\n\n## 政策内容\n\n我们会在 ${days} 个工作日内退款。\n\n${extra}## 金额\n\n| 角色 | 上限 |\n|---|---|\n| 专员 | ${days}0 元 |\n\n## 对客说明\n\n> 您的订单 {{order_id}} 正在处理，<script>alert(1)</script>请稍候。\n`;

/** The page as the built program writes it, opened as a file. */
async function comparison(locale: string, options: Parameters<typeof windows.open>[1]) {
  const folder = folderWith({ 'a.md': page(3, '1. 登记 :owner[专员]\n\n'), 'b.md': page(5, '') });
  const { code } = await runBuilt(['review', 'diff', 'a.md', 'b.md', '--format', 'html', '--out', 'diff.html', '--locale', locale], folder);
  expect(code).toBe(0);
  const opened = await windows.open(fileAddress(folder), options);
  await opened.page.goto(`${fileAddress(folder)}diff.html`);
  return opened;
}

describe('the page that compares two revisions, in a browser', () => {
  it('is switched by keyboard, runs nothing and loads nothing', async () => {
    const { page: shown, takeProblems } = await comparison('zh-Hans', {});
    const isSeen = (selector: string) => shown.locator(selector).first().isVisible();
    expect([await isSeen('.row.changed .side'), await isSeen('.row.changed .inline')]).toEqual([true, false]);
    await shown.keyboard.press('Tab');
    await shown.keyboard.press('Tab');
    expect(await shown.evaluate(() => document.activeElement?.id)).toBe('view-sides');
    await shown.keyboard.press('ArrowRight');
    expect([await isSeen('.row.changed .side'), await isSeen('.row.changed .inline')]).toEqual([false, true]);
    expect(await isSeen('.row.same:not(.context)')).toBe(true);
    await shown.keyboard.press('Tab');
    await shown.keyboard.press('Space');
    expect(await isSeen('.row.same:not(.context)')).toBe(false);
    expect(await shown.locator('.row.changed .inline del').first().innerText()).toBe('3');
    expect(takeProblems()).toEqual([]);
  });

  it.each([
    ['zh-Hans', 'light', 1280],
    ['zh-Hant', 'dark', 1280],
    ['en', 'light', 360],
    ['zh-Hans', 'dark', 360],
  ] as const)('meets WCAG 2.2 AA and fits the window: %s, %s, %i px', async (locale, colorScheme, width) => {
    const { page: shown } = await comparison(locale, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await violations(shown)).toEqual([]);
    await shown.locator('#view-inline').check();
    await shown.locator('#only-changes').check();
    expect(await violations(shown)).toEqual([]);
  });
});
