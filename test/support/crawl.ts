import type { Watched } from './browser.js';

export interface Crawled {
  /** Addresses below the root. */
  readonly pages: ReadonlySet<string>;
  readonly links: number;
  readonly pictures: number;
  /** What is wrong, each with its page. */
  readonly problems: readonly string[];
}

interface Seen {
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/** Windows as narrow as an agent's beside a ticket desk, and narrower still. */
export const narrowWidths: readonly number[] = [700, 360];

/**
 * Opens every page that can be reached from these, and finds what is broken: links and anchors that lead nowhere, pictures that
 * do not show, a missing or loose security policy, what makes the page scroll sideways in windows this wide, and everything the
 * window remembers.
 */
export async function crawl(
  { page, takeProblems }: Watched,
  root: string,
  starts: readonly string[],
  widths: readonly number[],
): Promise<Crawled> {
  const seen = new Map<string, Seen>();
  const problems: string[] = [];
  const queue = [...starts];
  let pictures = 0;
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    if (seen.has(address)) continue;
    const response = await page.goto(root + address);
    if (response && !response.ok() && root.startsWith('http')) problems.push(`${address}: answered ${response.status()}`);
    const headerPolicy = response?.headers()['content-security-policy'];
    const found = await page.evaluate(async () => {
      const images = [...document.images];
      for (const image of images) image.loading = 'eager';
      await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
      return {
        policy: document.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? undefined,
        links: [...document.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href),
        ids: [...document.querySelectorAll('[id]')].map((node) => node.id),
        images: images.map((image) => ({ address: image.src, shows: image.naturalWidth > 0 })),
        hasMain: document.querySelectorAll('main').length === 1 && document.querySelectorAll('h1').length === 1,
      };
    });
    const policy = headerPolicy ?? found.policy ?? '';
    if (!/default-src 'none'/.test(policy) || /unsafe|\*|data:|https?:/.test(policy)) problems.push(`${address}: policy “${policy}”`);
    if (!found.hasMain) problems.push(`${address}: not one main part with one heading`);
    if (new Set(found.ids).size !== found.ids.length) problems.push(`${address}: an id stands twice`);
    pictures += found.images.length;
    for (const image of found.images) if (!image.shows) problems.push(`${address}: picture ${image.address} does not show`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);
      if (excess > 0) problems.push(`${address}: ${excess} px too wide in a window of ${width} px`);
    }
    if (widths.length > 0) await page.setViewportSize({ width: 1280, height: 800 });
    for (const problem of takeProblems()) problems.push(`${address}: ${problem}`);
    seen.set(address, { links: found.links, ids: new Set(found.ids) });
    for (const link of found.links) {
      const inside = insideOf(link, root);
      if (inside && /\.html$/.test(inside.address)) queue.push(inside.address);
    }
  }
  let links = 0;
  for (const [address, { links: targets }] of seen) {
    for (const target of new Set(targets)) {
      links += 1;
      const inside = insideOf(target, root);
      const page = inside && seen.get(inside.address);
      if (inside && page && inside.anchor !== '' && !page.ids.has(inside.anchor)) problems.push(`${address}: no anchor ${target}`);
      if (!inside && !/^(?:https?|mailto|tel|sms):/.test(target)) problems.push(`${address}: ${target}`);
    }
  }
  return { pages: new Set(seen.keys()), links, pictures, problems };
}

function insideOf(link: string, root: string): { address: string; anchor: string } | undefined {
  if (!link.startsWith(root)) return undefined;
  const { hash } = new URL(link);
  const address = decodeURIComponent(link.slice(root.length).replace(/[?#].*$/s, ''));
  return { address: address === '' ? 'index.html' : address, anchor: decodeURIComponent(hash.slice(1)) };
}
