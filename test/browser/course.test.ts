import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.js';
import { sampleWays } from '../support/sample-site.js';

const windows = useBrowser();

const slide = (page: Page) => page.locator('.on-slide :is(h1, .heading-text)').first().innerText();
const count = (page: Page) => page.locator('.slide-count').innerText();
const shown = (page: Page) =>
  page.locator('body :is(.top-bar, .side-bar, .page-aside, .section, .page-head, .handbook-title):visible').count();

describe.each(sampleWays)('training, $way', ({ root }) => {
  it('answers a question at once, and scores the first answers', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}pages/case-outage-calm.html`);
    const question = (number: number) => page.locator('.question').nth(number);
    const score = () => page.locator('.quiz-score span').innerText();
    expect(await score()).toBe('已答 0/3 题，答对 0 题');
    // By keyboard: to the right answer of the first question.
    await question(0).locator('.option').nth(2).focus();
    await page.keyboard.press('Enter');
    expect(await question(0).locator('.quiz-said').innerText()).toBe('答对了。');
    expect(await question(0).locator('details').getAttribute('open')).toBe('');
    expect(await score()).toBe('已答 1/3 题，答对 1 题');
    // Several are right: nothing is judged before it is submitted, and half of them is not enough.
    await question(1).locator('.option').nth(0).focus();
    await page.keyboard.press('Space');
    expect(await question(1).locator('.option').nth(0).getAttribute('aria-pressed')).toBe('true');
    expect(await score()).toBe('已答 1/3 题，答对 1 题');
    await question(1).getByRole('button', { name: '提交' }).click();
    expect(await question(1).locator('.quiz-said').innerText()).toBe('答错了。正确答案：A、B。');
    await question(2).getByText('要，5 分钟内把原话报给主管').first().click();
    expect(await score()).toBe('已答 3/3 题，答对 2 题 · 得分 67%');
    // The first answer counts.
    await question(1).locator('li').nth(1).click();
    expect(await score()).toBe('已答 3/3 题，答对 2 题 · 得分 67%');
    await page.getByRole('button', { name: '重做' }).click();
    expect(await score()).toBe('已答 0/3 题，答对 0 题');
    expect(await question(0).locator('.is-right').count()).toBe(0);
    expect(takeProblems()).toEqual([]);
  });

  it('shows a course as slides by keyboard: forth, back, a question, the end', async () => {
    const { page, takeProblems } = await windows.open(root);
    await page.goto(`${root}pages/course-calm-and-refund.html`);
    await page.getByRole('link', { name: '全屏放映' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.on-slide').waitFor();
    expect(await slide(page)).toBe('新人第二周：安抚与退款 · 学员手册');
    expect(await count(page)).toMatch(/^1 \/ \d+$/);
    expect(await shown(page)).toBe(1);
    await page.keyboard.press('ArrowRight');
    expect(await slide(page)).toBe('学完能做到');
    expect(await page.locator('#pageAnnouncements').innerText()).toMatch(/^第 2 页，共 \d+ 页: 学完能做到$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('PageUp');
    expect(await slide(page)).toBe('学完能做到');
    for (let presses = 0; presses < 40 && (await page.locator('.on-slide .option').count()) === 0; presses += 1)
      await page.keyboard.press('ArrowRight');
    expect(await slide(page)).toBe('客户问“几点能修好”，现场没有给时间，怎么答？');
    await page.keyboard.press('3');
    expect(await page.locator('.on-slide .quiz-said').innerText()).toBe('答对了。');
    const at = await count(page);
    await page.reload();
    expect(await count(page)).toBe(at);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    const [, last, all] = /^(\d+) \/ (\d+)$/.exec(await count(page)) ?? [];
    expect(last).toBe(all);
    await page.keyboard.press('Escape');
    expect(await page.locator('.on-slide, .slide-bar').count()).toBe(0);
    expect(await page.locator('.top-bar').isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
    expect(takeProblems()).toEqual([]);
  });

  it('goes full-screen when the handbook is shown by its button', async () => {
    const { page } = await windows.open(root);
    await page.goto(`${root}pages/course-calm-and-refund-en.html`);
    await page.getByRole('link', { name: 'Handbook' }).click();
    await page.locator('[data-present]').click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(() => page.locator('.slide-bar').count()).toBe(0);
  });

  it('prints all pages of a course as one handbook, a page each, without the answers', async () => {
    const { page } = await windows.open(root);
    await page.goto(`${root}pages/course-calm-and-refund.html`);
    await page.getByRole('link', { name: '学员手册' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.handbook-title h2').allInnerTexts()).toEqual([
      '开课前半小时断网：先接住，再给第二条路',
      '退款政策',
      '退款申请安抚与受理',
      '第九个工作日的退款：从“再等等”到查清楚',
    ]);
    expect(await page.locator('.handbook-page').evaluateAll((parts) => parts.map((part) => getComputedStyle(part).breakBefore))).toEqual(
      Array(4).fill('page'),
    );
    expect(await page.locator('.handbook .answer:visible, .top-bar:visible, .course-actions:visible').count()).toBe(0);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const broken = await page.evaluate(
      () =>
        [...document.querySelectorAll('a[href^="#"]')].filter(
          (link) => !document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')),
        ).length,
    );
    // `#` alone closes the menu.
    expect(broken).toBeLessThanOrEqual(1);
  });

  it('can be read without JavaScript', async () => {
    const { page } = await windows.open(root, { javaScriptEnabled: false });
    await page.goto(`${root}pages/course-calm-and-refund-zh-hant.html`);
    expect(await page.getByRole('link', { name: '全螢幕放映' }).count()).toBe(0);
    await page.getByRole('link', { name: '學員手冊' }).click();
    expect(await page.locator('.handbook .section:visible').count()).toBeGreaterThan(12);
    expect(await page.locator('.handbook .answer summary').first().isVisible()).toBe(true);
  });
});
