import { currentPage, mostUsedPages, type OpenedPage, pageLink, pinnedPages, recentPages, togglePin } from './opened-pages.js';
import { all, announce, pageWords } from './page.js';

export interface Pins {
  /** Pins this page, or unpins it; false when there is nothing to pin. */
  readonly toggle: () => boolean;
}

/** The button that pins a page, and on the home page the lists of what was pinned, opened and used most on this computer. */
export function startPins(): Pins {
  const say = pageWords();
  const page = currentPage();
  const button = document.querySelector<HTMLButtonElement>('[data-pin]');
  const show = (isPinned: boolean): void => {
    button?.setAttribute('aria-pressed', String(isPinned));
    const label = say(isPinned ? 'unpin' : 'pin');
    if (button) button.title = `${label} ( m )`;
    const words = button?.querySelector('span');
    if (words) words.textContent = say(isPinned ? 'pinned' : 'pin');
  };
  const toggle = (): boolean => {
    if (!page || !button) return false;
    const isPinned = togglePin(page);
    show(isPinned);
    announce(say(isPinned ? 'wasPinned' : 'wasUnpinned'));
    return true;
  };
  if (page) show(pinnedPages().some(({ address }) => address === page.address));
  button?.addEventListener('click', toggle);

  const lists: readonly (readonly [string, readonly OpenedPage[]])[] = [
    ['pinned', pinnedPages()],
    ['used', mostUsedPages()],
    ['recent', recentPages()],
  ];
  for (const [name, pages] of lists) {
    const block = all('[data-kept]').find((candidate) => candidate.dataset['kept'] === name);
    if (!block) continue;
    block.querySelector('ul')?.replaceChildren(...pages.map((each) => itemOf(each)));
    block.hidden = pages.length === 0;
  }
  return { toggle };
}

function itemOf(page: OpenedPage): HTMLLIElement {
  const item = document.createElement('li');
  item.append(pageLink(page));
  return item;
}
