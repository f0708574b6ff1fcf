import { element, rootPath } from './page.js';
import { recallList, rememberList } from './storage.js';

/** A playbook's page that was opened or pinned on this computer. */
export interface OpenedPage {
  /** From the site's root. */
  readonly address: string;
  readonly title: string;
  readonly lang: string;
  /** How often it was opened; a reload does not count. */
  readonly times?: number;
}

const mostRemembered = 200;
const mostShown = 8;
const mostPinned = 30;

/** The playbook this page is about. */
export function currentPage(): OpenedPage | undefined {
  const title = document.querySelector('.page-playbook .page-head h1')?.textContent;
  const address = /pages\/[a-z0-9_-]+\.html$/.exec(location.pathname)?.[0];
  if (!title || address === undefined) return undefined;
  return { address, title, lang: document.querySelector<HTMLElement>('main')?.lang || document.documentElement.lang };
}

/** Notes this page among those opened on this computer. A page that is out of use is forgotten. */
export function noteOpened(): void {
  const known = openedPages();
  const page = currentPage();
  if (page) {
    const before = known.find(({ address }) => address === page.address);
    const times = (before?.times ?? 0) + (isNewVisit() ? 1 : 0);
    rememberList('opened', [{ ...page, times }, ...without(known, page.address)].slice(0, mostRemembered));
    const pinned = pinnedPages();
    // A pinned page goes by the title it has now.
    if (pinned.some(({ address }) => address === page.address)) {
      rememberList(
        'pinned',
        pinned.map((pin) => (pin.address === page.address ? page : pin)),
      );
    }
    return;
  }
  const gone = /pages\/[a-z0-9_-]+\.html$/.exec(location.pathname)?.[0];
  if (gone === undefined) return;
  rememberList('opened', without(known, gone));
  rememberList('pinned', without(pinnedPages(), gone));
}

/** A reload, or coming back to look again, is no new use. */
function isNewVisit(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return !(entry instanceof PerformanceNavigationTiming) || entry.type === 'navigate';
}

function openedPages(): readonly OpenedPage[] {
  return recallList('opened', isOpenedPage).slice(0, mostRemembered);
}

export function recentPages(): readonly OpenedPage[] {
  return openedPages().slice(0, mostShown);
}

/** The pages opened most often, at least twice each. */
export function mostUsedPages(): readonly OpenedPage[] {
  return openedPages()
    .filter(({ times }) => (times ?? 0) > 1)
    .sort((a, b) => (b.times ?? 0) - (a.times ?? 0))
    .slice(0, mostShown);
}

export function pinnedPages(): readonly OpenedPage[] {
  return recallList('pinned', isOpenedPage).slice(0, mostRemembered);
}

/** Pins a page, or unpins it; whether it is pinned now. */
export function togglePin(page: OpenedPage): boolean {
  const pinned = pinnedPages();
  const others = without(pinned, page.address);
  const isPinned = others.length === pinned.length;
  rememberList('pinned', isPinned ? [...pinned, page].slice(-mostPinned) : others);
  return isPinned;
}

export function pageLink(page: OpenedPage): HTMLAnchorElement {
  return element('a', { href: `${rootPath()}${page.address}`, lang: page.lang }, page.title);
}

function without(pages: readonly OpenedPage[], address: string): readonly OpenedPage[] {
  return pages.filter((page) => page.address !== address);
}

function isOpenedPage(value: unknown): value is OpenedPage {
  if (typeof value !== 'object' || value === null) return false;
  const { address, title, lang, times }: Partial<Record<keyof OpenedPage, unknown>> = value;
  return (
    typeof address === 'string' &&
    /^pages\/[a-z0-9_-]+\.html$/.test(address) &&
    typeof title === 'string' &&
    typeof lang === 'string' &&
    (times === undefined || typeof times === 'number')
  );
}
