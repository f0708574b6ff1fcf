import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { previewPolicy } from '../../src/app/preview.js';
import { fileAddress, useBrowser } from '../support/browser.js';
import { exportFolder, folderWith } from '../support/built-program.js';
import { StaticServer } from '../support/static-server.js';

const windows = useBrowser();
const servers: StaticServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.stop();
});

const page = (id: string, title: string, text: string) =>
  `---\nid: ${id}\ntype: script\ntitle: ${title}\nlang: zh-Hans\n---\n\n> ${text}\n`;
const files = {
  'playbook.config.yaml': 'title: 星海\nlanguages: [zh-Hans]\ncontent: kb\n',
  'kb/refund.md': page('refund', '退款安抚', '我马上为您处理退款。'),
  'kb/promise.md': page('promise', '旧承诺', '三天内一定到账。'),
};

async function serve(site: string): Promise<StaticServer> {
  const server = new StaticServer(site, { 'Content-Security-Policy': previewPolicy, 'Cache-Control': 'no-cache' });
  servers.push(server);
  await server.start();
  return server;
}

/** Waits until a worker of this version has taken over: nothing is kept before, and nothing of the one before it afterwards. */
async function workerOf(window: Page, version: string): Promise<void> {
  const state = () =>
    window.evaluate(
      async () => `${navigator.serviceWorker.controller?.state} ${(await caches.keys()).map((name) => name.split(' ').at(-1))}`,
    );
  await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe(`activated ${version}`);
}

async function versionOf(server: StaticServer): Promise<string> {
  const script = await (await fetch(`${server.address}service-worker.js`)).text();
  return /"version":"([0-9a-f]{16})"/.exec(script)?.[1] ?? '';
}

describe('without a network', () => {
  it('reads and searches after the first visit, pages never opened too; a page withdrawn meanwhile is gone after the next check', async () => {
    const folder = folderWith(files);
    const site = await exportFolder(folder);
    const server = await serve(site);
    const first = await versionOf(server);
    const { page: window, context } = await windows.open(server.address);
    await window.goto(`${server.address}index.html`);
    await workerOf(window, first);

    await server.stop();
    await window.goto(`${server.address}pages/promise.html?order_id=7`);
    expect(await window.locator('h1').textContent()).toBe('旧承诺');
    expect(await window.locator('main').innerText()).toContain('三天内一定到账。');
    await window.keyboard.press('/');
    await window.keyboard.type('退款');
    await window.locator('[role=option]', { hasText: '退款安抚' }).first().waitFor();
    await window.keyboard.press('Escape');
    await window.goto(`${server.address}pages/never.html`);
    expect(new URL(window.url()).pathname).toBe('/offline.html');
    expect(await window.locator('h1').textContent()).toBe('这一页没有保存');

    // The newer export has no such page.
    rmSync(join(folder, 'kb/promise.md'));
    writeFileSync(join(folder, 'kb/refund.md'), page('refund', '退款安抚', '我为您登记退款。'));
    await exportFolder(folder);
    await window.goto(`${server.address}pages/promise.html`);
    expect(await window.locator('h1').textContent(), 'nobody can know yet').toBe('旧承诺');

    await server.start();
    const second = await versionOf(server);
    expect(second).not.toBe(first);
    // Coming back is a check by itself.
    await window.evaluate(() => dispatchEvent(new Event('online')));
    await workerOf(window, second);
    // The page in sight is the old one: it says so, also after the network was gone for a while.
    const notice = window.locator('.site-notice');
    await expect.poll(() => notice.innerText()).toMatch(/^内容已更新/);
    await context.setOffline(true);
    await expect.poll(() => notice.innerText()).toMatch(/^没有网络/);
    await context.setOffline(false);
    await expect.poll(() => notice.innerText()).toMatch(/^内容已更新/);
    await server.stop();
    await window.goto(`${server.address}pages/promise.html`);
    expect(await window.locator('h1').textContent()).toBe('这一页没有保存');
    await window.goto(`${server.address}pages/refund.html`);
    expect(await window.locator('main').innerText()).toContain('我为您登记退款。');
  });

  it('asks the server first: what it no longer has is not shown even before the newer worker is there', async () => {
    const folder = folderWith(files);
    const site = await exportFolder(folder);
    const server = await serve(site);
    const { page: window } = await windows.open(server.address);
    await window.goto(`${server.address}pages/promise.html`);
    await workerOf(window, await versionOf(server));
    rmSync(join(site, 'pages/promise.html'));
    const answer = await window.goto(`${server.address}pages/promise.html`);
    expect([answer?.status(), await window.title()]).toEqual([404, '404']);
    await server.stop();
    await window.goto(`${server.address}pages/promise.html`);
    expect(await window.locator('h1').textContent()).toBe('这一页没有保存');
  });

  it('shows nothing that was kept when the server was not reached for a week', async () => {
    const server = await serve(await exportFolder(folderWith(files)));
    const { page: window } = await windows.open(server.address);
    await window.goto(`${server.address}pages/refund.html`);
    await workerOf(window, await versionOf(server));
    const setContact = (days: number) =>
      window.evaluate(async (age) => {
        const cache = await caches.open((await caches.keys())[0] ?? '');
        await cache.put(`${location.origin}/?contact`, new Response(String(Date.now() - age * 24 * 60 * 60 * 1000)));
      }, days);
    await setContact(6);
    await server.stop();
    await window.goto(`${server.address}pages/refund.html`);
    expect(await window.locator('h1').textContent()).toBe('退款安抚');
    await setContact(8);
    await window.goto(`${server.address}pages/refund.html`).catch(() => undefined);
    expect(await window.locator('.content').count()).toBe(0);
  });
});

it('starts no worker for pages opened as files', async () => {
  const site = await exportFolder(folderWith(files));
  const { page: window, takeProblems } = await windows.open(fileAddress(site));
  await window.goto(`${fileAddress(site)}index.html`);
  await window.waitForLoadState('load');
  expect(takeProblems()).toEqual([]);
  expect(await window.locator('.site-notice').count()).toBe(0);
});
