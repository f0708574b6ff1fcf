import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pasted, useBrowser, type Watched } from '../support/browser.js';
import { runBuilt } from '../support/built-program.js';
import { sampleWays } from '../support/sample-site.js';

const windows = useBrowser();
const address = 'pages/protocol-system-outage.html';
const T0 = '2026-11-22T14:05:00+08:00';

/** A window in Shanghai at five past two whose clock the test moves. */
async function openAt(root: string, time = T0): Promise<Watched> {
  const watched = await windows.open(root, { timezoneId: 'Asia/Shanghai', acceptDownloads: true });
  await watched.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await watched.page.clock.install({ time: new Date(time) });
  await watched.page.goto(root + address);
  return watched;
}

interface Declaring {
  readonly isDrill?: boolean;
  readonly impact?: number;
  readonly urgency?: number;
}

async function declare(page: Page, { isDrill = false, impact = 0, urgency = 0 }: Declaring = {}): Promise<void> {
  await page
    .locator('.run-panel .button')
    .nth(isDrill ? 1 : 0)
    .click();
  await page.locator('input[name=run-impact]').nth(impact).check();
  await page.locator('input[name=run-urgency]').nth(urgency).check();
  await page.locator('.run-dialog .run-field input').fill('王敏');
  await page.locator('.run-dialog .button-main').click();
}

/** What the first message asks for; without it nothing is copied. */
async function fillBlanks(page: Page): Promise<void> {
  const values = { 故障开始时间: '14:05', 受影响的业务: 'App 登录', 下次更新时间: '14:45', 替代办法: '拨打客服热线办理' };
  for (const [label, value] of Object.entries(values)) await page.getByRole('textbox', { name: label }).fill(value);
}

const step = (page: Page, number: number) => page.locator('.run-step').nth(number - 1);
const tick = (page: Page, number: number) => step(page, number).locator('input[type=checkbox]');
const time = (page: Page, number: number) => step(page, number).locator('.run-time').innerText();
const figure = (page: Page, number: number) => page.locator('.run-figure').nth(number).locator('.run-value').innerText();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Presses Tab until the keyboard is there. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function handOverLink(page: Page): Promise<string> {
  await press(page, '交接');
  await page.locator('.run-dialog input').fill('李青');
  await press(page, '复制链接');
  const link = page.locator('.run-link');
  await link.waitFor();
  return link.inputValue();
}

const packed = (value: unknown): string => deflateRawSync(JSON.stringify(value)).toString('base64url');

describe.each(sampleWays)('a run of a protocol, $way', ({ root }) => {
  it('takes the priority and its times from the page’s own matrix', async () => {
    const { page, takeProblems } = await openAt(root);
    const cells = await page
      .locator('.matrix tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td .priority')].map((cell) => cell.textContent)));
    expect(cells).toEqual([
      ['P1', 'P1', 'P2'],
      ['P1', 'P2', 'P3'],
      ['P2', 'P3', 'P4'],
    ]);
    await press(page, '启动');
    expect(await page.locator('.run-dialog .button-main').isDisabled()).toBe(true);
    for (const [row, priorities] of cells.entries()) {
      await page.locator('input[name=run-impact]').nth(row).check();
      for (const [column, priority] of priorities.entries()) {
        await page.locator('input[name=run-urgency]').nth(column).check();
        expect(await page.locator('.run-outcome .priority').innerText()).toBe(priority);
      }
    }
    expect(await page.locator('.run-outcome').innerText()).toContain('响应时效 24 小时');
    await page.keyboard.press('Escape');
    expect(await page.locator('.run-dialog').count()).toBe(0);
    expect(takeProblems()).toEqual([]);
  });

  it('goes from declaring to the log by keyboard alone', async () => {
    const { page, takeProblems } = await openAt(root);
    await tabTo(page, '.run-panel .button-main');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await tabTo(page, 'input[name=run-urgency]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '.run-field input');
    await page.keyboard.type('王敏');
    await tabTo(page, '.run-dialog .button-main');
    await page.keyboard.press('Enter');
    expect(await figure(page, 0)).toBe('P1');
    await page.clock.runFor(60_000);
    await tabTo(page, '.run-step:nth-child(1) input[type=checkbox]');
    await page.keyboard.press('Space');
    await tabTo(page, '.run-step:nth-child(2) .run-note');
    await page.keyboard.type('文档在群置顶');
    await page.keyboard.press('Enter');
    expect(await step(page, 2).locator('.run-notes').innerText()).toBe('14:06 文档在群置顶 王敏');
    // Roles: the chips are before the steps.
    await tabTo(page, '.chip:nth-child(3)', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.run-step:visible .run-number').allInnerTexts()).toEqual(['2']);
    await tabTo(page, '.chip:nth-child(1)', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.run-step:visible').count()).toBe(12);
    await tabTo(page, '.run-actions .button:nth-child(1)', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'input[name=run-impact]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'input[name=run-urgency]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '.run-dialog .button-main');
    await page.keyboard.press('Enter');
    expect(await figure(page, 0)).toBe('P2');
    await tabTo(page, '.run-actions .button:nth-child(3)');
    await page.keyboard.press('Enter');
    const asked = await page.locator('.run-dialog').innerText();
    expect(asked).toContain('还有 11 步没有打勾');
    expect(asked).toContain('全部满足才算结束：');
    expect(await page.locator('.run-exit').getByRole('listitem').allInnerTexts()).toHaveLength(4);
    expect(await page.locator('.run-exit h3').innerText()).toBe('结束条件');
    expect(await page.evaluate(() => document.querySelectorAll('.run-dialog [id]').length)).toBe(0);
    await tabTo(page, '.run-dialog .button-main');
    await page.keyboard.press('Enter');
    await tabTo(page, '.run-log-fold summary');
    await page.keyboard.press('Enter');
    const log = await page.locator('.run-log').innerText();
    expect(log).toContain('# 处置记录：系统宕机应急预案');
    expect(log).toContain('第 2 步：文档在群置顶 | 王敏 |');
    expect(log).toMatch(/级别改为 P2（影响 中：1000 至 1 万人，或单一地市、单一功能；紧急 中：范围稳定，无绕行办法） \| 王敏 \|/);
    expect(log).not.toMatch(/演练|DRILL/);
    expect(takeProblems()).toEqual([]);
  });

  it('counts down, warns once by voice and in the title, and says what was late', async () => {
    const { page, takeProblems } = await openAt(root);
    await declare(page);
    await expect.poll(() => time(page, 1)).toMatch(/^剩 (?:5:00|4:5\d)$/);
    await expect.poll(() => figure(page, 2)).toMatch(/^剩 (?:5:00|4:5\d)$/);
    await expect.poll(() => figure(page, 3)).toMatch(/^剩 (?:30:00|29:5\d)$/);
    await page.clock.runFor('04:01');
    await expect.poll(() => step(page, 1).getAttribute('class')).toBe('run-step is-next is-soon');
    // Told once, at the first tick within the last minute.
    await expect.poll(() => page.locator('#pageAnnouncements').innerText()).toMatch(/^第 2 步还剩 (?:1:00|0:5\d)。$/);
    await tick(page, 2).check();
    await press(page, '已响应');
    await expect.poll(() => figure(page, 2)).toBe('14:09 已响应');
    await page.clock.runFor('01:59');
    await expect.poll(() => time(page, 1)).toMatch(/^超时 1:0\d$/);
    await expect.poll(() => page.locator('#pageAnnouncements').innerText()).toBe('第 1 步已超时。');
    await expect.poll(() => page.title()).toBe("⚠ 1 · P1 · 6' · 系统宕机应急预案 · 星海客服知识库");
    await page.evaluate(() => {
      const region = document.getElementById('pageAnnouncements');
      if (region) region.textContent = '';
    });
    await page.clock.runFor('01:00');
    expect(await page.locator('#pageAnnouncements').innerText()).toBe('');
    await tick(page, 1).check();
    await expect.poll(() => time(page, 1)).toMatch(/^14:12 完成，超时 2:0\d$/);
    expect(takeProblems()).toEqual([]);
  });

  it('survives a reload with ticks, notes, grade and time, what was typed but not sent included', async () => {
    const { page, takeProblems } = await openAt(root);
    await declare(page, { impact: 1, urgency: 1 });
    await page.clock.runFor('02:00');
    await tick(page, 3).check();
    await step(page, 4).locator('.run-note').fill('代码 E-17');
    await page.clock.runFor('01:00');
    await page.reload();
    expect(await figure(page, 0)).toBe('P2');
    expect(await tick(page, 3).isChecked()).toBe(true);
    expect(await step(page, 4).locator('.run-notes').innerText()).toBe('14:08 代码 E-17 王敏');
    expect(await figure(page, 1)).toMatch(/^3:0\d$/);
    await press(page, '回到页面');
    expect(await page.locator('.run-board').count()).toBe(0);
    expect(await page.locator('article.content > section').first().getAttribute('data-key')).toBe('trigger');
    await page.reload();
    await press(page, '继续');
    expect(await tick(page, 3).isChecked()).toBe(true);
    expect(takeProblems()).toEqual([]);
  });

  it('keeps its time when the clock is set back, and asks when it jumps ahead', async () => {
    const { page, takeProblems } = await openAt(root);
    await declare(page);
    await page.clock.runFor('02:00');
    await page.clock.setSystemTime(new Date('2026-11-22T13:07:00+08:00'));
    await page.clock.runFor('01:00');
    expect(await figure(page, 1)).toMatch(/^3:0\d$/);
    expect(await page.locator('.run-notices').innerText()).toContain('这台电脑的时钟往回拨了 1 小时 0 分钟');
    await tick(page, 1).check();
    expect(await time(page, 1)).toBe('14:08 完成');
    // A reload finds the wrong clock again, and the corrected time.
    await page.reload();
    expect(await figure(page, 1)).toMatch(/^3:\d\d$/);
    // The clock goes two hours ahead: the time counts until somebody says that it did not pass.
    await page.clock.setSystemTime(new Date('2026-11-22T15:08:00+08:00'));
    await page.clock.runFor('00:05');
    expect(await figure(page, 1)).toMatch(/^2:03:\d\d$/);
    expect(await page.locator('.run-notices').innerText()).toContain('电脑休眠过，还是时钟被往前拨了');
    await press(page, '时钟被拨，扣掉这段');
    await page.clock.runFor('00:02');
    expect(await figure(page, 1)).toMatch(/^3:\d\d$/);
    // Asleep for forty minutes: one late timer, and all time has passed.
    await page.clock.setSystemTime(new Date('2026-11-22T15:48:10+08:00'));
    await page.clock.runFor('00:02');
    await press(page, '休眠过，时间照算');
    expect(await figure(page, 1)).toMatch(/^43:\d\d$/);
    expect(await time(page, 2)).toMatch(/^超时 38:\d\d$/);
    expect(takeProblems()).toEqual([]);
  });

  it('has two runs in two windows, and one run in two windows, without losing anything', async () => {
    const { page, context, takeProblems } = await openAt(root);
    await declare(page);
    await tick(page, 1).check();
    const other = await context.newPage();
    await other.clock.install({ time: new Date(T0) });
    await other.goto(root + address);
    await declare(other, { isDrill: true, impact: 2, urgency: 2 });
    await tick(other, 5).check();
    await page.reload();
    await other.reload();
    expect([await figure(page, 0), await figure(other, 0)]).toEqual(['P1', 'P4']);
    expect([await tick(page, 1).isChecked(), await tick(page, 5).isChecked()]).toEqual([true, false]);
    expect([await tick(other, 1).isChecked(), await tick(other, 5).isChecked()]).toEqual([false, true]);

    const third = await context.newPage();
    await third.clock.install({ time: new Date(T0) });
    await third.goto(root + address);
    expect(await third.locator('.run-list li').count()).toBe(2);
    await third.locator('.run-list li', { hasNotText: '演练' }).getByRole('button', { name: '继续' }).click();
    await tick(third, 2).check();
    await expect.poll(() => tick(page, 2).isChecked()).toBe(true);
    await step(page, 6).locator('.run-note').fill('从第一个窗口');
    await page.keyboard.press('Enter');
    await expect.poll(() => step(third, 6).locator('.run-notes').innerText()).toContain('从第一个窗口');
    await page.close();
    await third.reload();
    expect(await tick(third, 2).isChecked()).toBe(true);
    expect(await step(third, 6).locator('.run-notes').innerText()).toContain('从第一个窗口');
    expect(takeProblems()).toEqual([]);
  });

  it('is handed over by a link that no server sees, and by a file; both records join when it comes back', async () => {
    const { page, context, takeProblems } = await openAt(root);
    const sent: string[] = [];
    context.on('request', (request) => sent.push(request.url()));
    await declare(page);
    await tick(page, 1).check();
    const link = await handOverLink(page);
    expect(await pasted(context)).toBe(link);
    expect(link).toMatch(/protocol-system-outage\.html#run=[\w-]+$/);
    expect(await page.locator('.run-dialog .run-said').innerText()).toMatch(/^链接已复制（\d+ 个字符）。$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.run-notices').innerText()).toContain('14:05 已交给 李青。');

    // The same browser stands for the colleague's: with nothing stored.
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    const colleague = await context.newPage();
    await colleague.clock.install({ time: new Date('2026-11-22T14:07:00+08:00') });
    await colleague.goto(link);
    expect(await colleague.locator('.run-dialog').innerText()).toContain('P1 · 2026-11-22 14:05 启动 · 1/12 步已完成 · 3 条记录 · 王敏');
    expect(new URL(colleague.url()).hash).toBe('');
    expect(await colleague.locator('.run-board').count()).toBe(0);
    await colleague.locator('.run-dialog input').fill('李青');
    await press(colleague, '我来接手');
    expect(await tick(colleague, 1).isChecked()).toBe(true);
    expect(await figure(colleague, 1)).toMatch(/^(?:1:5\d|2:0\d)$/);
    await tick(colleague, 2).check();
    await press(colleague, '交接');
    const download = colleague.waitForEvent('download');
    await press(colleague, '存为文件');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^protocol-system-outage-2026-11-22-1407\d\d\.json$/);
    const path = join(realpathSync(mkdtempSync(join(tmpdir(), 'playbook-run-'))), 'run.json');
    writeFileSync(path, await textOf(file));

    await page.reload();
    await page.locator('input[type=file]').setInputFiles(path);
    await press(page, '我来接手');
    expect(await tick(page, 2).isChecked()).toBe(true);
    expect(await page.locator('.run-latest').innerText()).toContain('接手 李青');
    for (const url of sent) expect(url.split('#')[0]).not.toContain('run=');
    expect(takeProblems().filter((problem) => !problem.startsWith('request: blob:'))).toEqual([]);
  });

  it('refuses links and files that are cut off, too large or another protocol’s, and shows what they say as text', async () => {
    const { page, takeProblems } = await openAt(root);
    const good = {
      format: 1,
      id: 'abcdefgh',
      protocol: 'protocol-system-outage',
      revision: 'abcdef12',
      isDrill: false,
      steps: [],
      entries: [
        { id: 'e0000001', at: Date.parse(T0) - 60_000, kind: 'graded', priority: '<b>P1</b>', by: '<img src=x onerror=alert(1)>' },
        { id: 'e0000002', at: Date.parse(T0) - 50_000, kind: 'note', text: '<script>alert(1)</script>\u202e[x](javascript:alert(1))' },
      ],
    };
    const at = Date.parse(T0) - 40_000;
    const open = async (hash: string): Promise<string> => {
      await page.goto('about:blank');
      await page.goto(`${root}${address}#${hash}`);
      await page.locator('.run-panel .run-said:not(:empty), .run-dialog').first().waitFor();
      return page.locator('.run-panel .run-said').innerText();
    };
    const unreadable = '这份交接读不出来：链接可能被截断，或文件不对。请让同事改发文件。';
    const fine = packed({ run: good, at });
    expect(await open(`run=${fine.slice(0, -20)}`)).toBe(unreadable);
    expect(await open('run=%%%')).toBe(unreadable);
    expect(await open(`run=${packed('x'.repeat(30_000_000))}`)).toBe(unreadable);
    expect(await open(`run=${packed({ run: { ...good, entries: Array(3000).fill(good.entries[1]) }, at })}`)).toBe(unreadable);
    expect(await open(`run=${packed({ run: { ...good, entries: [good.entries[1]] }, at })}`)).toBe(unreadable);
    expect(await open(`run=${packed({ run: { ...good, steps: [{}] }, at })}`)).toBe(unreadable);
    expect(await open(`run=${packed({ run: { ...good, protocol: 'protocol-data-leak' }, at })}`)).toBe(
      '这份交接属于另一篇预案（protocol-data-leak）。请打开那一页，再打开链接或文件。',
    );
    expect(await open(`run=${fine}`)).toBe('');
    expect(await page.locator('.run-dialog').innerText()).toContain('<b>P1</b> · 2026-11-22 14:04 启动');
    await press(page, '我来接手');
    expect(await page.locator('.run-latest').innerText()).toContain('<script>alert(1)</script> [x](javascript:alert(1))');
    expect(await page.locator('.run-layout script, .run-board img, .run-board b').count()).toBe(0);
    // It names another revision than the page's.
    expect(await page.locator('.run-notices').innerText()).toMatch(/^这份记录按版本 abcdef12 启动，本页已是版本 [0-9a-f]{8}。/);
    expect(takeProblems()).toEqual([]);
  });

  it('tells when the page has another revision than the run, and mixes nothing', async () => {
    const { page, takeProblems } = await openAt(root);
    await declare(page);
    await tick(page, 1).check();
    await tick(page, 2).check();
    // As if the page had been revised since: step 2 had other words then.
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => /^playbook-run .* [a-z0-9]{16}$/.test(name)) ?? '';
      const stored = JSON.parse(localStorage.getItem(key) ?? '');
      const old = stored.run.steps[1];
      window.addEventListener('pagehide', () => {
        const text = JSON.stringify({ ...stored, run: { ...stored.run, revision: '0123456789abcdef' } }).replaceAll(old, 'oldstep');
        localStorage.setItem(key, text);
      });
    });
    await page.reload();
    expect(await page.locator('.run-notices').innerText()).toMatch(
      /^这份记录按版本 01234567 启动，本页已是版本 [0-9a-f]{8}。用词相同的步骤保留打勾，其余重新核对；1 个步骤不同。/,
    );
    expect([await tick(page, 1).isChecked(), await tick(page, 2).isChecked()]).toEqual([true, false]);
    expect(await page.locator('.run-gone').innerText()).toBe('原第 2 步（本页已没有） · 14:05 完成');
    await press(page, '知道了，按本页继续');
    expect(await page.locator('.run-notices').innerText()).toBe('');
    expect(await page.locator('.run-latest').innerText()).toMatch(/改按版本 [0-9a-f]{8} 继续/);
    expect(takeProblems()).toEqual([]);
  });

  it('says DRILL everywhere: page, title, messages, link, files, log and retrospective', async () => {
    const { page, context, takeProblems } = await openAt(root);
    await declare(page, { isDrill: true });
    expect(await page.locator('.run-head').innerText()).toContain('演练 DRILL：不是真实事件，对客公告不要真的发出。');
    expect(await page.title()).toMatch(/^演练 · /);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundImage)).toContain('repeating-linear-gradient');
    await fillBlanks(page);
    await page.locator('.wording:visible').first().getByRole('button').first().click();
    await expect.poll(() => page.locator('.run-latest').innerText()).toContain('复制对客公告：首次通知 · 电话');
    expect(await pasted(context)).toMatch(/^【演练】您好，这里是星海通讯。/);
    const link = await handOverLink(page);
    expect(link).toContain('#DRILL-run=');
    expect(await page.locator('.run-dialog h2').innerText()).toBe('演练 · 交给同事');
    const handed = page.waitForEvent('download');
    await press(page, '存为文件');
    expect((await handed).suggestedFilename()).toMatch(/^DRILL-protocol-system-outage-/);
    await page.keyboard.press('Escape');
    await press(page, '结束');
    await press(page, '结束并生成记录');
    const [log, retrospective] = await bothReports(page);
    expect(log.suggestedFilename()).toBe('DRILL-log-protocol-system-outage-2026-11-22.md');
    expect(await textOf(log)).toMatch(/^# 演练 DRILL · 处置记录：系统宕机应急预案\n\n\*\*演练 DRILL：/);
    expect(await textOf(log)).toContain('> 【演练】您好');
    expect(await textOf(retrospective)).toContain('title: "【演练】2026-11-22 系统宕机应急预案复盘"');
    await press(page, '回到页面');
    expect(await page.locator('.drill-mark').allInnerTexts()).toEqual(['演练']);
    expect(takeProblems().filter((problem) => !problem.startsWith('request: blob:'))).toEqual([]);
  });

  it('restarts the interval of messages when one is copied, and leaves a retrospective that passes check in the folder', async () => {
    const { page, takeProblems } = await openAt(root);
    await declare(page);
    await page.clock.runFor('10:00');
    await fillBlanks(page);
    await page.locator('.wording:visible').first().getByRole('button').first().click();
    await expect.poll(() => figure(page, 3)).toMatch(/^剩 (?:30:00|29:5\d)$/);
    await tick(page, 1).check();
    await page.locator('.run-log-entries .run-note').fill('客户 13812345678 | 反映 {{start_time}} :owner[谁] <b>');
    await page.keyboard.press('Enter');
    await press(page, '结束');
    await press(page, '结束并生成记录');
    expect(await page.locator('.run-ending h2').innerText()).toBe('已结束，历时 10 分钟');
    const [log, retrospective] = await bothReports(page);
    expect(await textOf(log)).toContain('App 登录');
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-run-')));
    try {
      cpSync('playbooks', folder, { recursive: true });
      const name = retrospective.suggestedFilename();
      writeFileSync(join(folder, 'retrospectives', name), await textOf(retrospective));
      const { code, stdout } = await runBuilt(['check', folder, '--format', 'json', '--today', '2026-11-22', '--locale', 'en']);
      const found: { diagnostics: readonly { path: string; code: string }[] } = JSON.parse(stdout);
      expect(code).toBe(0);
      // That a new page has no translation yet is all there is to say.
      expect(found.diagnostics.filter(({ path }) => path.includes(name)).map(({ code }) => code)).toEqual(['translation-missing']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(takeProblems().filter((problem) => !problem.startsWith('request: blob:'))).toEqual([]);
  });

  it('says so when the browser keeps nothing', async () => {
    const watched = await windows.open(root, { timezoneId: 'Asia/Shanghai' });
    await watched.page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await watched.page.goto(root + address);
    await declare(watched.page);
    expect(await watched.page.locator('.run-notices').innerText()).toContain('浏览器没有存下这份记录');
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is not offered without JavaScript, where steps and messages are there to read', async () => {
    const { page } = await windows.open(root, { javaScriptEnabled: false });
    await page.goto(root + address);
    expect(await page.locator('.run-panel').isVisible()).toBe(false);
    expect(await page.locator('.section-steps .steps > li:visible').count()).toBe(12);
    expect(await page.locator('.wording:visible').count()).toBe(9);
  });
});

async function bothReports(page: Page): Promise<readonly [Download, Download]> {
  const first = page.waitForEvent('download');
  await press(page, '存下记录 (.md)');
  const log = await first;
  const second = page.waitForEvent('download');
  await press(page, '存下复盘稿 (.md)');
  return [log, await second];
}
