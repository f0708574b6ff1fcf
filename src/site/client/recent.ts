import { element, recall, remember, rootPath } from './page.js';

export interface OpenedPage {
  /** From the site's root. */
  readonly address: string;
  readonly title: string;
  readonly lang: string;
}

const mostRemembered = 8;

/** Notes this page among those opened on this computer, and fills the list on the home page. */
export function startRecent(): void {
  const list = document.querySelector<HTMLElement>('[data-recent]');
  if (list) {
    const pages = recentPages();
    list.querySelector('ul')?.append(...pages.map((page) => element('li', {}, recentLink(page))));
    list.hidden = pages.length === 0;
  }
  const title = document.querySelector('.page-playbook .page-head h1')?.textContent;
  const address = /pages\/[a-z0-9_-]+\.html$/.exec(location.pathname)?.[0];
  if (!title || address === undefined) return;
  const lang = document.querySelector<HTMLElement>('main')?.lang || document.documentElement.lang;
  const pages = [{ address, title, lang }, ...recentPages().filter((page) => page.address !== address)];
  remember(key(), JSON.stringify(pages.slice(0, mostRemembered)));
}

export function recentLink(page: OpenedPage): HTMLAnchorElement {
  return element('a', { href: `${rootPath()}${page.address}`, lang: page.lang }, page.title);
}

/** All pages opened as files share one storage: what is there may be anyone's, so only what has our form is taken. */
export function recentPages(): readonly OpenedPage[] {
  try {
    const stored: unknown = JSON.parse(recall(key()) ?? '[]');
    return (Array.isArray(stored) ? stored : []).filter(isOpenedPage).slice(0, mostRemembered);
  } catch {
    return [];
  }
}

function isOpenedPage(value: unknown): value is OpenedPage {
  if (typeof value !== 'object' || value === null) return false;
  const { address, title, lang }: Partial<Record<keyof OpenedPage, unknown>> = value;
  return typeof address === 'string' && /^pages\/[a-z0-9_-]+\.html$/.test(address) && typeof title === 'string' && typeof lang === 'string';
}

function key(): string {
  return `recent ${new URL(rootPath() || '.', location.href).pathname}`;
}
