import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readEntries } from '../../src/core/feedback/entry.js';
import type { FeedbackEntry } from '../../src/core/model/feedback.js';
import { violations } from '../support/accessibility.js';
import { fileAddress, useBrowser } from '../support/browser.js';
import { folderWith, runBuilt, serveFolder } from '../support/built-program.js';
import { sampleFiles } from '../support/sample-site.js';

const windows = useBrowser();
const script = 'pages/script-refund-request.html';

/** What the page keeps in the browser, in order. */
async function keptIn(page: Page): Promise<readonly FeedbackEntry[]> {
  const stored = await page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('playbook-feedback ') || key.startsWith('playbook-feedback%'))
      .map((key) => localStorage.getItem(key) ?? '[]'),
  );
  const lists: unknown[] = stored.map((text) => JSON.parse(text));
  return readEntries(
    lists
      .flat()
      .map((entry) => JSON.stringify(entry))
      .join('\n'),
  ).entries;
}

async function kinds(page: Page): Promise<readonly string[]> {
  return (await keptIn(page)).map(({ kind }) => kind);
}

/** Selects the first occurrence of some words among a playbook's own. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const scope of document.querySelectorAll('.content, .beside')) {
      const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted);
        if (at < 0 || !(node.parentElement instanceof HTMLElement) || node.parentElement.offsetParent === null) continue;
        node.parentElement.scrollIntoView({ block: 'center' });
        document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }
    throw new Error(`not on the page: ${wanted}`);
  }, words);
}

async function exported(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), text: readFileSync(path, 'utf8') };
}

describe('feedback, opened as files', () => {
  it('is told by keyboard alone, stays in the browser, and is exported as a file', async () => {
    const { page, takeProblems } = await windows.open(sampleFiles);
    await page.goto(sampleFiles + script);
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('解决了');
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-feedback-status]').textContent()).toBe('已记下，谢谢。');
    expect(await page.locator('#pageAnnouncements').textContent()).toBe('已记下，谢谢。');
    expect(await kinds(page)).toEqual(['opened', 'solved']);
    // Another answer replaces the first; the same once more takes it back.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await kinds(page)).toEqual(['opened', 'unsolved']);
    expect(await page.locator('[data-tell=unsolved]').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Space');
    expect(await kinds(page)).toEqual(['opened']);

    await page.keyboard.press('w');
    const dialog = page.locator('dialog.feedback-dialog');
    await dialog.waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    const chosen = () =>
      page.locator('#pageFeedbackPassage').evaluate((node) => (node as HTMLSelectElement).selectedOptions[0]?.text ?? '');
    // What is in sight is offered first, here near the end of the page.
    const offered = await page
      .locator('.content :is(p, li, td)', { hasText: (await chosen()).slice(0, 8) })
      .last()
      .boundingBox();
    expect(offered?.y).toBeGreaterThanOrEqual(48);
    expect(offered?.y).toBeLessThan(800);
    await page.keyboard.press('ArrowDown');
    const passage = await chosen();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const [, wrong] = await keptIn(page);
    expect(wrong).toMatchObject({
      kind: 'wrong',
      page: 'script-refund-request',
      revision: expect.stringMatching(/^[0-9a-f]{8}$/),
      reason: 'outdated',
      quote: expect.stringContaining(passage.replace(/…$/, '').slice(0, 10)),
    });

    await page.locator('.feedback summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-feedback-kept]').textContent()).toBe('浏览器里现有 2 条。');
    await page.keyboard.press('Tab');
    const { name, text } = await exported(page, () => page.keyboard.press('Enter'));
    expect(name).toMatch(/^feedback-\d{4}-\d\d-\d\d\.ndjson$/);
    expect(readEntries(text)).toEqual({ entries: await keptIn(page), refused: [] });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await kinds(page)).toEqual([]);
    expect(await page.locator('[data-feedback-export]').isDisabled()).toBe(true);
    expect(takeProblems()).toEqual([]);
  });

  it('keeps the selected words, what stands around them and their section, never what is typed into a blank', async () => {
    const { page, takeProblems } = await windows.open(sampleFiles);
    await page.goto(sampleFiles + script);
    const field = page.locator('[data-blank]').first();
    const name = (await field.getAttribute('data-blank')) ?? '';
    await field.fill('王小明13800138000');
    await page.evaluate((blank) => {
      const node = [...document.querySelectorAll<HTMLElement>(`.placeholder[data-name="${blank}"]`)].find(
        (one) => one.offsetParent !== null,
      );
      const block = node?.closest('p, li');
      if (!block) throw new Error('no blank in sight');
      block.scrollIntoView({ block: 'center' });
      document.getSelection()?.selectAllChildren(block);
    }, name);
    const mark = page.locator('.feedback-mark');
    await mark.waitFor();
    expect(await mark.textContent()).toBe('这里不对');
    await mark.click();
    // Who marks it reads the blank by its name, not by its id.
    expect(await page.locator('.feedback-dialog blockquote').textContent()).toMatch(/^[^{}]*〔订单号〕[^{}]*$/u);
    await page.locator('.feedback-save').click();
    const wrong = (await keptIn(page)).find((entry) => entry.kind === 'wrong');
    expect(wrong).toMatchObject({ kind: 'wrong', quote: expect.stringContaining(`{{${name}}}`), anchor: expect.stringMatching(/./) });
    // Counts beside a wording are the page's, not the playbook's.
    expect(JSON.stringify(wrong)).not.toMatch(/\d+ 字 · 约/);
    expect(JSON.stringify(await keptIn(page))).not.toMatch(/王小明|13800138/);
    expect(takeProblems()).toEqual([]);
  });

  it('takes copies and failed searches from the rest of the page, cut and masked', async () => {
    const { page, takeProblems } = await windows.open(sampleFiles);
    await page.goto(`${sampleFiles}index.html`);
    const say = (name: string, detail: object) =>
      page.evaluate(([type, data]) => document.dispatchEvent(new CustomEvent(type, { detail: data })), [name, detail] as const);
    await say('playbook:search-empty', { query: '会员' });
    await say('playbook:search-empty', { query: '会员降级 13800138000' });
    await say('playbook:copied', { heading: '首页没有话术' });
    await say('playbook:search-empty', { query: { toString: 'x' } });
    await page.goto(sampleFiles + script);
    await page.locator('[data-wording]').first().focus();
    await page.keyboard.press('c');
    await say('playbook:copied', { heading: '不是这一页的标题 王小明' });
    await say('playbook:search-empty', { query: '会员升级' });
    await expect.poll(() => kinds(page), { timeout: 10_000 }).toEqual(['opened', 'copied', 'copied', 'search-empty']);
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.dataset['reportMissing'] = '';
      button.dataset['query'] = '会员升级';
      document.body.append(button);
      button.click();
      button.click();
    });
    expect((await keptIn(page)).slice(1)).toMatchObject([
      { kind: 'copied', page: 'script-refund-request', section: '开场' },
      { kind: 'copied', page: 'script-refund-request' },
      { kind: 'search-empty', page: 'script-refund-request', query: '会员升级' },
      { kind: 'missing', query: '会员升级' },
    ]);
    expect(JSON.stringify(await keptIn(page))).not.toContain('王小明');
    expect(takeProblems()).toEqual([]);
  });

  it('takes a search without result, and the report that a page is missing', async () => {
    const { page, takeProblems } = await windows.open(sampleFiles);
    await page.goto(sampleFiles + script);
    await page.keyboard.press('/');
    // A slip of the key that is mended at once was no search.
    await page.keyboard.type('qqq');
    await page.locator('[data-report-missing]').waitFor();
    await page.locator('#pageSearchField').fill('退款');
    await page.locator('.search-result mark').first().waitFor();
    // Leaving takes what waits.
    await page.goto(`${sampleFiles}index.html`);
    expect(await kinds(page)).toEqual(['opened']);
    await page.goto(sampleFiles + script);
    await page.keyboard.press('/');
    await page.keyboard.type('qqqzzz');
    await page.locator('[data-report-missing]').click();
    await expect.poll(async () => [...(await kinds(page))].sort(), { timeout: 10_000 }).toEqual(['missing', 'opened', 'search-empty']);
    expect((await keptIn(page)).flatMap((entry) => ('query' in entry ? [entry.query] : []))).toEqual(['qqqzzz', 'qqqzzz']);
    expect(takeProblems()).toEqual([]);
  });

  it('counts a page once a day, and no more than it can keep', async () => {
    const { page } = await windows.open(sampleFiles);
    await page.goto(sampleFiles + script);
    await page.reload();
    expect(await kinds(page)).toEqual(['opened']);
    await page.evaluate(() => {
      for (let number = 0; number < 320; number += 1) {
        document.dispatchEvent(new CustomEvent('playbook:copied', { detail: { heading: '标准回复' } }));
      }
    });
    await page.locator('[data-tell=solved]').click();
    const kept = await kinds(page);
    expect([kept.length, kept.at(-1), kept.includes('opened')]).toEqual([300, 'solved', false]);
  });

  it.each([
    ['script-network-fault-zh-hant', '這一頁解決問題了嗎？', '解決了', '已記下，謝謝。', '這裡不對'],
    ['protocol-system-outage-en', 'Did this page solve it?', 'Solved', 'Noted, thank you.', 'Wrong here'],
  ])('speaks the language of the page: %s', async (name, title, solved, thanks, here) => {
    const { page } = await windows.open(sampleFiles);
    await page.goto(`${sampleFiles}pages/${name}.html`);
    expect(await page.locator('.feedback h2').textContent()).toBe(title);
    await page.locator('[data-tell=solved]').click();
    expect(await page.locator('[data-tell=solved]').textContent()).toBe(solved);
    expect(await page.locator('[data-feedback-status]').textContent()).toBe(thanks);
    expect(await page.locator('.feedback-mark').textContent()).toBe(here);
  });

  it.each(['light', 'dark'] as const)('meets WCAG 2.2 AA where it is told, %s', async (colorScheme) => {
    const { page } = await windows.open(sampleFiles, { colorScheme });
    await page.goto(sampleFiles + script);
    await page.locator('.feedback summary').click();
    await page.locator('[data-tell=solved]').click();
    await page.locator('.feedback').scrollIntoViewIfNeeded();
    expect(await violations(page)).toEqual([]);
    await select(page, '退款');
    await page.locator('.feedback-mark').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('w');
    await page.locator('dialog.feedback-dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.keyboard.press('w');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
  });
});

describe('feedback, from a mark on the page to a problem at its line', () => {
  it('is exported, imported and told by playbook check', async () => {
    const text =
      '---\nid: policy-refund\ntype: article\ntitle: 退款政策\nlang: zh-Hans\n---\n\n## 内容\n\n签收后**十五天**内可退，找[客服](#内容)登记。\n';
    const folder = folderWith({ 'playbook.config.yaml': 'title: 星海客服知识库\n', 'a.md': text });
    await runBuilt(['export', folder, '--out', join(folder, '../site')]);
    const { page } = await windows.open(fileAddress(join(folder, '../site')));
    await page.goto(`${fileAddress(join(folder, '../site'))}pages/policy-refund.html`);
    await page.keyboard.press('Escape');
    await select(page, '内可退，找');
    await page.keyboard.press('w');
    await page.locator('.feedback-save').click();
    await page.locator('.feedback summary').click();
    const { name, text: lines } = await exported(page, () => page.locator('[data-feedback-export]').click());
    writeFileSync(join(folder, '..', name), lines);
    expect(await runBuilt(['feedback', 'import', join(folder, '..', name), '--root', folder])).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = await runBuilt(['check', folder, '--format', 'json']);
    const { diagnostics }: { diagnostics: { code: string; range: { start: { offset: number }; end: { offset: number } } }[] } =
      JSON.parse(stdout);
    const found = diagnostics
      .filter(({ code }) => code === 'feedback-wrong')
      .map(({ range }) => text.slice(range.start.offset, range.end.offset));
    expect(found).toEqual(['内可退，找']);
  });
});

describe('feedback, served with --collect', () => {
  it('arrives in the day’s file, and leaves the browser', async () => {
    const folder = folderWith({});
    const served = await serveFolder('playbooks', '--collect', join(folder, 'collected'));
    try {
      const { page, takeProblems } = await windows.open(served.address);
      await page.goto(served.address + script);
      expect(await page.locator('.feedback details p').nth(2).textContent()).toBe(
        '记录会发送到本站；连不上时先存在这台电脑的浏览器里，稍后再发。',
      );
      await page.locator('[data-tell=unsolved]').click();
      await expect.poll(() => kinds(page), { timeout: 15_000 }).toEqual([]);
      const [file = ''] = readdirSync(join(folder, 'collected'));
      const { entries, refused } = readEntries(readFileSync(join(folder, 'collected', file), 'utf8'));
      expect(entries.map(({ kind, page: about }) => [kind, about])).toEqual([
        ['opened', 'script-refund-request'],
        ['unsolved', 'script-refund-request'],
      ]);
      expect(refused).toEqual([]);
      expect(takeProblems()).toEqual([]);
    } finally {
      await served.stop();
    }
  });

  it('waits in the browser while nobody answers, and does not keep the page from working', async () => {
    const folder = folderWith({});
    const served = await serveFolder('playbooks', '--collect', join(folder, 'collected'));
    try {
      const { page } = await windows.open(served.address);
      await page.route('**/_feedback', (route) => route.abort());
      const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/_feedback'));
      await page.goto(served.address + script);
      await page.locator('[data-tell=solved]').click();
      await failed;
      expect(await kinds(page)).toEqual(['opened', 'solved']);
      await page.keyboard.press('?');
      await page.locator('dialog.help[open]').waitFor();
      await page.unroute('**/_feedback');
      // The next page tries again.
      await page.reload();
      await expect.poll(() => kinds(page), { timeout: 15_000 }).toEqual([]);
      expect(readdirSync(join(folder, 'collected'))).toHaveLength(1);
    } finally {
      await served.stop();
    }
  });

  it('is not sent from a preview without it, whatever the config says', async () => {
    const files = {
      'playbook.config.yaml': 'feedback:\n  endpoint: https://collect.example.com/feedback\n',
      'a.md': '---\nid: a\ntype: article\ntitle: 账单\nlang: zh-Hans\n---\n\n## 内容\n\n七天内可退。\n',
    };
    const folder = folderWith(files);
    const served = await serveFolder(folder);
    try {
      const { page, takeProblems } = await windows.open(served.address);
      await page.goto(`${served.address}pages/a.html`);
      expect(await page.locator('html').getAttribute('data-feedback')).toBeNull();
      expect(takeProblems()).toEqual([]);
    } finally {
      await served.stop();
    }
  });
});

describe('an endpoint in the config', () => {
  it.each([
    ['https://Collect.example.com:8443/kb/feedback', "connect-src 'self' https://collect.example.com:8443;"],
    ['/collect', "connect-src 'self';"],
  ])('%s: every page states exactly what it needs', async (endpoint, policy) => {
    const folder = folderWith({
      'playbook.config.yaml': `feedback:\n  endpoint: ${endpoint}\n`,
      'a.md': '---\nid: a\ntype: article\ntitle: 账单\nlang: zh-Hans\n---\n\n## 内容\n\n七天内可退。\n',
    });
    await runBuilt(['export', folder, '--out', join(folder, '../site')]);
    for (const name of ['index.html', 'pages/a.html', '404.html']) {
      const html = readFileSync(join(folder, '../site', name), 'utf8').replaceAll('&#x27;', "'");
      expect(html).toContain(policy);
      expect(html).toContain(`data-feedback="${endpoint}"`);
    }
  });
});
