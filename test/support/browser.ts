import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // A request that should not be made is seen all the same, and leads nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A browser window that remembers everything a page must not do. */
export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, exceptions, dialogs and requests to other places so far, then forgets them. */
  readonly takeProblems: () => readonly string[];
}

export interface Windows {
  /** A new window with a memory of its own. `own` is the address below which everything a page loads must lie. */
  readonly open: (own: string, options?: BrowserContextOptions) => Promise<Watched>;
}

/** Starts Chromium once for a test file: PLAYBOOK_CHROMIUM, else /usr/bin/chromium. */
export function useBrowser(): Windows {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: switches, headless: true });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    open: async (own, options = {}) => {
      if (!browser) throw new Error('Chromium is not running');
      // Few windows at a time: each costs memory.
      for (const old of contexts.splice(0)) await old.close();
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, ...options });
      contexts.push(context);
      const problems: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => problems.push(`exception: ${error.error().message}`));
      context.on('dialog', (dialog) => {
        problems.push(`dialog: ${dialog.message()}`);
        dialog.dismiss().catch(() => undefined);
      });
      context.on('request', (request) => {
        if (!request.url().startsWith(own)) problems.push(`request: ${request.url().slice(0, 200)}`);
      });
      return { context, page: await context.newPage(), takeProblems: () => problems.splice(0) };
    },
  };
}

function chromiumPath(): string {
  const path = process.env['PLAYBOOK_CHROMIUM'] ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  throw new Error(
    `These tests need Chromium, and there is none at ${path}. Install it (npm test does so), or set PLAYBOOK_CHROMIUM to its path.`,
  );
}

/** What pasting would insert into another page, into a field of plain text or into one that takes formatted text. */
export async function pasted(context: BrowserContext, form: 'plain' | 'rich' = 'plain'): Promise<string> {
  const other = await context.newPage();
  await other.setContent(form === 'rich' ? '<div contenteditable></div>' : '<textarea></textarea>');
  const target = other.locator(form === 'rich' ? '[contenteditable]' : 'textarea');
  await target.focus();
  await other.keyboard.press('Control+V');
  const text = form === 'rich' ? await target.innerHTML() : await target.inputValue();
  await other.close();
  return text;
}

/** Address of a folder opened as files, with a slash at its end. */
export function fileAddress(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}
