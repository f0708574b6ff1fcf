import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser.js';
import { sampleFiles } from '../support/sample-site.js';

const windows = useBrowser();

/** One page of each kind. */
const pages = [
  'index.html',
  'index.en.html',
  'all.html',
  'types/script.html',
  '404.html',
  'offline.html',
  'pages/script-refund-request.html',
  'pages/protocol-system-outage-en.html',
  'pages/flow-refund.html',
  'pages/policy-compensation.html',
  'pages/case-refund-turnaround.html',
  'pages/retro-platform-outage.html',
];

/** 1280 px at 400 % are 320 px (WCAG 1.4.10); text alone at 200 % (1.4.4); a window at 200 % is half as wide. */
it.each([
  { name: 'in a window of 320 px', width: 320, text: '' },
  { name: 'at 200 %', width: 640, text: '' },
  { name: 'with text at 200 %', width: 1280, text: '200%' },
  { name: 'with text at 200 % in a narrow window', width: 700, text: '200%' },
])('no page has to be scrolled sideways $name', async ({ width, text }) => {
  const { page } = await windows.open(sampleFiles, { viewport: { width, height: 640 } });
  const tooWide: Record<string, number> = {};
  for (const address of pages) {
    await page.goto(sampleFiles + address);
    const excess = await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      return (document.scrollingElement?.scrollWidth ?? 0) - innerWidth;
    }, text);
    if (excess > 0) tooWide[address] = excess;
  }
  expect(tooWide).toEqual({});
});

it('nothing moves for those who asked for that', async () => {
  const { page } = await windows.open(sampleFiles, { reducedMotion: 'reduce' });
  for (const address of ['pages/script-refund-request.html', 'pages/protocol-system-outage.html', 'pages/flow-refund.html']) {
    await page.goto(sampleFiles + address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((node) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(node);
          const lasts = transitionDuration.split(',').some((duration) => Number.parseFloat(duration) > 0);
          return animationName !== 'none' || lasts || scrollBehavior === 'smooth';
        })
        .map((node) => node.className),
    );
    expect(moving).toEqual([]);
  }
});
